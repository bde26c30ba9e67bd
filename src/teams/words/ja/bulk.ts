/** A list of requests that are made, approved and followed together. */
export const bulk = {
  /** What the first line of a list may call its columns. */
  columns: {
    who: [
      'ユーザー',
      '対象者',
      '氏名',
      'メンバー',
      'サインイン名',
      'ユーザー プリンシパル名',
      'メール',
      'メールアドレス',
    ],
    group: ['グループ', 'グループ名', 'グループ id'],
    duration: ['期間', '日数', '期間(日)'],
  } as Readonly<Record<'who' | 'group' | 'duration', readonly string[]>>,
  units: {
    days: ['日', '日間'],
    weeks: ['週', '週間'],
    months: ['か月', 'か月間', 'ヶ月', 'ヵ月', 'カ月'],
    years: ['年', '年間'],
  } as Readonly<Record<'days' | 'weeks' | 'months' | 'years', readonly string[]>>,
  title: 'メンバーシップの一括申請',
  formSummary: '一括申請のフォーム',
  intro:
    'リストを貼り付けるか、このチャットに .csv ファイルを送ってください。まず全行を確認し、結果をお見せします。あなたが送信を選ぶまで、何も送信しません。',
  lines: '1 行に 1 人: サインイン名、グループ、日数',
  linesHint: 'ada@example.com; 経理レポート; 30',
  linesMissing: '1 行以上を貼り付けてください。',
  check: 'リストを確認',
  heading: (id: string) => `リスト ${id}`,
  headingFrom: (id: string, who: string) => `${who} さんのリスト ${id}`,
  madeBy: (who: string, moment: string) => `${who}、${moment}`,
  lineCount: (count: number) => `${count} 行`,
  checking: '全行を確認しています。まもなく、このカードに結果が表示されます。',
  allGood: (count: number) =>
    count === 1 ? 'この 1 行は送信できます。' : `${count} 行すべてを送信できます。`,
  someGood: (good: number, refused: number) =>
    `${good} 行は送信できますが、${refused} 行は送信できません。`,
  noneGood: '送信できる行はありません。',
  draftHint: 'まだ何も送信していません。修正した行は、確認のうえ、別のリストとして送信されます。',
  sending: '申請を送信しています。まもなく、このカードに表示されます。',
  discarded: 'このリストからは何も送信していません。',
  sent: (count: number) => `${count} 件の申請を送信しました。`,
  nothingSent: 'このリストからの申請はありませんでした。',
  forYou: (count: number) => `${count} 件の申請があなたの決定を待っています。`,
  finished: 'このリストの申請はすべて終了しました。',
  /** "40 in Active Directory, 2 stopped". */
  count: (count: number, state: string) => `${state} ${count} 件`,
  couldNotBeSent: '送信不可',
  rowGood: '送信できます',
  rowNotSent: '送信していません',
  rowUnchecked: '確認中',
  rowLine: (row: number) => `${row} 行目`,
  marked: (mark: string, title: string) => `${mark} ${title}`,
  rowTitle: (person: string, group: string) => `${person} → ${group}`,
  rowTimed: (title: string, duration: string) => `${title}、${duration}`,
  rowState: (id: string, state: string) => `${id} · ${state}`,
  rowsTitle: '各行の内容',
  rowsTitleOf: (page: number, pages: number) => `各行の内容（${pages} ページ中 ${page} ページ目）`,
  openOne: '行を選ぶと、その申請の計画全体と、その申請だけに対してできることが表示されます。',
  reason: 'すべてに共通の理由',
  reasonHint: '承認者の判断材料になります',
  ticket: 'チケット番号',
  ticketHint: '組織のルールで必要です',
  comment: 'コメント (却下する場合は必須)',
  send: (count: number) => (count === 1 ? '申請を送信' : `${count} 件の申請を送信`),
  discard: '送信しない',
  checkAgain: 'もう一度確認',
  checkRefusedAgain: '送信不可の行を再確認',
  correct: 'これらの行を修正',
  correcting: (id: string) =>
    `${id} のうち送信できない行です。ここで修正すると、新しいリストになります。`,
  correctingSome: (id: string, shown: number, all: number) =>
    `${id} のうち送信できない ${all} 行の、最初の ${shown} 行です。ここで修正すると、新しいリストになります。`,
  correctBelow:
    '該当する行を、個人チャットの新しいメッセージに表示しました。そこで修正してください。',
  noneToCorrect: 'このリストに、送信できない行はもうありません。',
  comesPrivately: 'リストを確認しています。カードは個人チャットに届きます。',
  comesWithApp:
    'リストを受け取りましたが、まだ個人チャットにメッセージを送れません。Teams に Writeback アプリを追加すると、カードが個人チャットに届きます。',
  unreachable: (who: string) =>
    `${who} にメッセージを送れません。Teams に Writeback アプリがないか、ブロックされています。アプリを利用できるようになると、すぐにこのリストが届きます。`,
  approveAll: (count: number) => (count === 1 ? '承認' : `${count} 件すべて承認`),
  approveSome: (count: number, all: number) => `${all} 件中 ${count} 件を承認`,
  denyAll: (count: number) => (count === 1 ? '却下' : `${count} 件すべて却下`),
  cancelAll: 'リスト全体を取り消す',
  cancelUndecided: (count: number) => `未決定の ${count} 件を取り消す`,
  retryFailed: (count: number) => `停止した ${count} 件を再試行`,
  next: '次の行',
  previous: '前の行',
  ordered: {
    approve: (who: string) => `${who} さんがリストを承認しました。1 行ずつ処理しています。`,
    deny: (who: string) => `${who} さんがリストを却下しました。1 行ずつ処理しています。`,
    cancel: (who: string) => `${who} さんがリストを取り消します。1 行ずつ処理しています。`,
    retry: (who: string) => `${who} さんが停止した申請を再試行しています。`,
  },
  carriedOut: {
    approve: (who: string, count: number) => `${who} さんが ${count} 件の申請を承認しました。`,
    deny: (who: string, count: number) => `${who} さんが ${count} 件の申請を却下しました。`,
    cancel: (who: string, count: number) => `${who} さんが ${count} 件の申請を取り消しました。`,
    retry: (who: string, count: number) => `${who} さんが ${count} 件の申請を再開しました。`,
  },
  notDone: (row: number, why: string) => `${row} 行目は処理していません: ${why}`,
  /** Where the words for whoever is refused would not be right for everybody else who reads the card. */
  notDoneBecause: {
    'not-allowed': (who: string) => `${who} さんには、この操作を行う権限がありません。`,
    'own-request': () => '申請者と対象者は、その申請について決定できません。',
    'not-asked-now': (who: string) => `このステージでは、${who} さんの決定は求められていません。`,
    'already-approved': (who: string) => `${who} さんの承認は既に反映されています。`,
    'approved-earlier-stage': (who: string) =>
      `${who} さんは、この申請の前のステージで承認しています。`,
    'needed-later': (who: string, stage: string) =>
      `この申請の後のステージで、${who} さんの承認が必要です (${stage})。`,
    'no-longer-approver': (who: string) =>
      `${who} さんは、この申請を決定する人ではなくなりました。`,
  },
  notDoneMore: (count: number) => `ほか ${count} 行`,
  quoted: (words: string) => `「${words}」`,
  onlyExisting:
    '複数の人を一度に申請する場合は、既存のグループを選んでください。新しいグループは、まず 1 人について申請します。',
  withoutPackage:
    '複数の人を一度に申請する場合、アクセス パッケージは自動で選択します。この項目は空のままにしてください。',
  plans: '変更される内容',
  /** More plans than fit on the card. */
  plansOf: (from: number, to: number, all: number) =>
    `変更される内容: 計画 ${from}～${to}（全 ${all} 件）`,
  nextPlans: '次の計画',
  previousPlans: '前の計画',
  /** Of a decision on the whole list. */
  changed:
    'このリストによる変更の内容が、ご覧になったものと変わりました。そのため、まだ何も実行していません。下の計画は最新のものです。ご確認のうえ、もう一度お決めください。',
  newList: (id: string) =>
    `送信できない行は、リスト ${id} になりました。別のカードに表示されます。`,
  listLine: (id: string, states: string) => `${id} · ${states}`,
  listStates: {
    checking: '確認中',
    draft: '確認済み、未送信',
    discarded: '送信しません',
    sending: '送信中',
    sent: '送信済み',
  },
  notFound: (id: string) => `あなたに表示できるリスト ${id} はありません。`,
  /** After "why" and the number of a list. */
  whyEach: (id: string) =>
    `このリストの申請は、それぞれ別々に進みます。「理由」に続けて申請の番号を入力してください。例: 理由 ${id}`,
  /** After "cancel". */
  cancelling: 'リストを取り消しています。',
  notYours: (who: string) =>
    `何も取り消していません。このリストを取り消せるのは ${who} さんだけです。`,
  notCancelled: 'このリストはすべて決定済みのため、取り消せるものは残っていません。',
  notYet:
    'このリストは確認中または送信中のため、まだ操作できません。少し待ってから、もう一度お試しください。',
  over: 'この操作はもうできません。リストの現在の状況はカードに表示されています。',
  sentence: (heading: string, states: string) => `${heading}: ${states}`,
  asksSentence: (who: string, heading: string, count: number) =>
    `${who} さんが ${count} 件の申請についてあなたの決定を求めています。${heading}`,
  newerBelow: 'このリストの新しいメッセージが下にあります。',
  outcomeTitle: (id: string) => `リスト ${id} は終了しました`,
  file: {
    tooLarge:
      'このファイルは 1 MB を超えています。リストは最大 200 行です。もっと短いものを送ってください。',
    notReadable:
      'このファイルを Teams から取得できませんでした。もう一度送るか、行を貼り付けてください。',
    notAList: (name: string) =>
      `${name} は .csv ファイルではありません。リストを .csv として保存するか、「一括」に続けて行を貼り付けてください。`,
    onlyOne: 'ファイルは 1 つずつ送ってください。',
  },
} as const;
