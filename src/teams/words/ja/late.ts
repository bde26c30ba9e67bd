/** A request that takes longer than it should. */
export const late = {
  /** On the request's own card. */
  since: (moment: string) => `${moment} から、予定より時間がかかっています。`,
  overdueSince: (moment: string) => `${moment} から、期限を過ぎています。`,
  expected: (moment: string) => `反映の確認予定: ${moment} ごろ。`,
  wasExpected: (moment: string) => `反映の確認予定は ${moment} ごろでした。`,
  titles: {
    late: (person: string, group: string) =>
      `予定より遅れています: ${person} さんを ${group} に追加`,
    overdue: (person: string, group: string) =>
      `期限を過ぎています: ${person} さんを ${group} に追加`,
    arrived: (person: string, group: string) => `反映されました: ${person} さんを ${group} に追加`,
    attested: (person: string, group: string) =>
      `手動で確認されました: ${person} さんを ${group} に追加`,
    goneOn: (person: string, group: string) =>
      `処理が再開しました: ${person} さんを ${group} に追加`,
    ended: (person: string, group: string) =>
      `待つ必要がなくなりました: ${person} さんを ${group} に追加`,
  },
  lateSince: (moment: string) => `${moment} には反映されているはずでした。`,
  newer: '既に期限を過ぎています。理由は新しいメッセージをご覧ください。',
  arrivedAt: (moment: string) => `Active Directory でメンバーシップを確認しました (${moment})。`,
  attestedAt: (who: string, moment: string) =>
    `${who} さんが Active Directory でメンバーシップを確認しました (${moment})。`,
  goneOn: '遅れの原因は解消しました。進み具合は申請カードに表示されています。',
  ended: (state: string) => `この申請の状態: ${state}。`,
  unexplained: '原因は見つかりませんでした。「まだ反映されない理由」を選ぶと、もう一度調べます。',
} as const;

/** A request that has stopped, as administrators are told. */
export const stopped = {
  title: (person: string, group: string) => `申請が停止しました: ${person} さんを ${group} に追加`,
  again: (person: string, group: string) => `再試行しました: ${person} さんを ${group} に追加`,
  mended: (person: string, group: string) => `解消しました: ${person} さんを ${group} に追加`,
  againBody: '「再試行」が選ばれました。もう一度停止した場合は、ここでお知らせします。',
  next: (id: string) =>
    `これまでに完了したものはそのまま残ります。原因が解消したら、ここか、「状況 ${id}」で表示されるカードで「再試行」を選んでください。`,
} as const;
