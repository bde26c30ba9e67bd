/** The groups that a person keeps at hand. */
export const favourites = {
  title: 'お気に入りのグループ',
  summary: 'お気に入りに追加したグループ',
  intro: 'フォームでグループを選ぶときに先頭に表示されます。この一覧は本人にしか見えません。',
  empty: 'お気に入りはまだありません。下でグループを選び、「お気に入りに追加」を押してください。',
  shown: (from: number, to: number, all: number) => `${all} 件中 ${from} ～ ${to} 件目`,
  gone: 'Entra にはもうありません',
  notSeen: 'Entra からまだ応答がないため、前回確認したときの内容を表示しています。',
  request: 'アクセスを申請',
  requestOf: (group: string) => `アクセスを申請: ${group}`,
  remove: '外す',
  removeOf: (group: string) => `外す: ${group}`,
  next: '次のグループ',
  previous: '前のグループ',
  group: '追加するグループ',
  keep: 'お気に入りに追加',
  keepThis: 'お気に入りに追加',
  noGroup: '先に一覧からグループを選んでください。',
  kept: (group: string) => `${group} をお気に入りに追加しました。`,
  wasKept: (group: string) => `${group} はすでにお気に入りに入っています。`,
  full: (most: number) =>
    `お気に入りは ${most} 件までです。別のグループを追加するには、どれかを外してください。`,
  removed: (group: string) => `${group} をお気に入りから外しました。`,
  notAmong: 'そのグループはもうお気に入りに入っていません。',
  formBelow: 'グループを入力したフォームを下に送りました。',
  keptThis: (command: string) =>
    `このグループをお気に入りに追加しました。「${command}」と入力すると一覧を表示できます。`,
  wasKeptThis: (command: string) =>
    `このグループはすでにお気に入りに入っています。「${command}」と入力すると一覧を表示できます。`,
  fullThis: (most: number, command: string) =>
    `お気に入りは ${most} 件までです。「${command}」と入力して、どれかを外してください。`,
  mark: 'お気に入り',
} as const;
