/** People whom the organisation does not let use the bot. */
export const guests = {
  refused:
    'Es tut mir leid, ich arbeite nur für Mitglieder dieser Organisation, und Sie sind hier als Gast. Bitte lassen Sie jemanden aus der Organisation den Antrag stellen. Ob Gäste mich verwenden dürfen, weiß ein Administrator.',
  unknown:
    'Ich finde Sie in dieser Organisation nicht, deshalb tue ich nichts. Wenn Sie gerade erst dazugekommen sind, versuchen Sie es in zehn Minuten noch einmal; sonst wenden Sie sich an einen Administrator.',
  checking:
    'Ich sehe noch nach, wer Sie sind, deshalb wurde noch nichts getan. Bitte versuchen Sie es gleich noch einmal.',
} as const;
