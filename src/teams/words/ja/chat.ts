export const chat = {
  somebody: '他のユーザー',
  whoAreYou:
    'あなたがどなたか確認できないため、何も行いません。職場のアカウントで Teams にサインインしてください。',
  otherTenant: 'Writeback は別の組織用のため、ここではお手伝いできません。',
  sentPrivately: '個人チャットで回答しました。',
  addMeFirst:
    'まだ個人チャットにメッセージを送れません。Teams に Writeback アプリを追加してから、もう一度入力してください。',
  onlyPrivately:
    'これは個人チャットで入力してください。申請の内容は、ここにいる全員に見せるものではないためです。',
  notANumber: (given: string, command: string) =>
    `${given} は申請番号として完全ではありません。WB- の後は英数字 8 文字です。例: ${command} WB-7K3F2Q9X。番号は「自分の申請」と入力すると確認できます。`,
  needsNumber: (command: string) =>
    `どの申請か番号を教えてください。例: ${command} WB-7K3F2Q9X。番号は「自分の申請」と入力すると確認できます。`,
  cancelled: (id: string) => `${id} を取り消しました。`,
  badClick:
    'このクリックを読み取れなかったため、何も行っていません。「自分の申請」と入力し、そこから申請を開いてください。',
  badSearch: 'この検索を読み取れませんでした。',
  notSupported: 'この機能には対応していません。',
  defect:
    'Writeback 側で問題が発生しましたが、何も失われていません。1 分後にもう一度お試しください。',
} as const;

export const list = {
  title: '自分の申請',
  summary: 'あなたの申請',
  empty: '申請はありません。申請するには「申請」と入力してください。',
  line: (person: string, state: string) => `${person} · ${state}`,
  hint: '選択して開くか、「状況」に続けて番号を入力してください。',
  open: (id: string) => `${id} を開く`,
} as const;

export const buttons = {
  newRequest: '新しい申請',
  again: 'もう一度申請',
  submit: '申請を送信',
  approve: '承認',
  deny: '却下',
  claim: '対応します',
  unclaim: '対応をやめる',
  cancel: '申請を取り消す',
  retry: '再試行',
  attest: '反映を確認済みにする',
  justified: '正当だった',
  'not-justified': '正当ではなかった',
  'sync-now': '今すぐ同期',
  why: 'まだ反映されない理由',
  whyStopped: '停止した理由',
  lookAgain: 'もう一度確認',
  back: '戻る',
  openInEntra: 'Entra で開く',
  showOptions: '自分の選択肢を表示',
  refresh: '更新',
  steps: '実行した手順の詳細',
  details: '管理者向けの詳細',
} as const;
