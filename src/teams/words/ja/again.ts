/** Asking once more for what was asked for before. */
export const again = {
  below: '前回と同じ内容を入力したフォームを、個人チャットに送りました。',
  hint: (id: string) =>
    `${id} と同じ内容を入力してあります。変わった点を修正してください。承認者が改めて決定します。`,
  none: 'まだ何も申請していません。始めるには「申請」と入力してください。',
} as const;
