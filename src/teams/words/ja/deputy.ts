/** An approver's deputy, and what waits for an approver. */
export const deputy = {
  title: 'あなたの代理',
  summary: '不在の間、代わりに決定する人を指定します',
  intro:
    '不在の間、あなたに依頼される申請をほかの人が代わりに決定できます。あなた自身も引き続き決定できます。',
  given: (who: string, from: string, until: string) =>
    `${from} から ${until} まで、${who} さんがあなたの代わりに決定します。`,
  received: (who: string, from: string, until: string) =>
    `${from} から ${until} まで、あなたが ${who} さんの代わりに決定します。`,
  none: '現在、あなたの代わりに決定する人はいません。',
  person: '代理',
  personHint: '名前を入力',
  personName: 'またはその人のサインイン名',
  chosen: '選択した人',
  from: '開始日',
  fromMissing: '開始日を選んでください。',
  until: '終了日 (この日を含む)',
  untilMissing: '終了日を選んでください。',
  name: '代理を指定',
  end: '今すぐ終了',
  noPerson: '代わりに決定する人を選ぶか、サインイン名を入力してください。',
  twoPeople: '一覧から選ぶか、サインイン名を入力するか、どちらか一方にしてください。',
  noDays: '開始日と終了日を選んでください。',
  named: (who: string) =>
    `完了しました。${who} さんに伝えました。開始日から、あなたへの依頼が届きます。`,
  namedUnreachable: (who: string) =>
    `完了しましたが、${who} さんにメッセージを送れません。Teams に Writeback アプリを追加するよう伝えてください。`,
  ended: '完了しました。これからは、あなた自身だけが決定します。',
  replaced: (who: string) => `${who} さんは、もうあなたの代理ではありません。`,
  toldTitle: (who: string) => `あなたは ${who} さんの代理です`,
  toldBody: (who: string, from: string, until: string) =>
    `${who} さんが、${from} から ${until} までの代理としてあなたを指定しました。${who} さんへの依頼はすべてあなたにも届き、各カードにその旨が表示されます。あなた自身のための申請は届きません。`,
  overTitle: (who: string) => `あなたはもう ${who} さんの代理ではありません`,
  overBody: (who: string) =>
    `${who} さんが代理を終了しました。今後、代わりに決定を求められることはありません。`,
} as const;

export const waiting = {
  title: 'あなたの承認待ち',
  summary: 'あなたの決定を待っている申請',
  empty: 'あなたの決定を待っている申請はありません。',
  hint: '選択して決定してください。',
  more: 'ほかにもあります。これらを決定してから、もう一度表示してください。',
  review: '緊急アクセス、レビュー待ち',
  unreviewed: '1 日以上レビューされていない緊急アクセス',
} as const;
