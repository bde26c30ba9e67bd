/** The dialog that starts a request from any chat, and what is said when an answer takes longer than Teams waits. */
export const dialog = {
  title: 'アクセスを申請',
  description: '自分またはほかの人のグループ メンバーシップを申請',
  sent: '申請しました。カードは個人チャットに届きます。',
  listMade:
    'リストを作成しましたが、まだ何も送信していません。カードは個人チャットに届きます。そこで確認結果を見てから送信してください。',
  unknownCommand:
    'この機能には対応していません。グループ メンバーシップを申請するには「アクセスを申請」を選んでください。',
  damaged:
    'このフォームを読み取れなかったため、何も送信していません。いったん閉じて、もう一度開いてください。',
} as const;

export const slow = {
  stillWorking:
    'いつもより時間がかかっています。処理は続いており、結果は出しだいこのカードまたは個人チャットに届きます。1 分たっても何も届かない場合は、もう一度クリックしてください。同じ処理が 2 回行われることはありません。',
  stillSending:
    'まだ申請を確認しています。カードは個人チャットに届きます。問題があれば、そこでお知らせします。',
  outdated:
    '今はこのカードを更新できませんでした。失われたものはありません。もう一度確認するには「更新」を選んでください。',
  notCounted: (id: string, reason: string) =>
    `${id} への操作は、処理に時間がかかり、反映されませんでした。${reason}`,
  unheard: (person: string) =>
    `${person}さんにお伝えすることがありますが、まだ個人チャットでお送りできません。Teams で Writeback アプリを追加してから、もう一度お試しください。`,
} as const;
