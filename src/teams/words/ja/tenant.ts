export const tenant = {
  title: 'テナントの準備状況',
  summary: 'グループの書き戻しに必要なテナントの準備状況',
  hybrid: 'ディレクトリ',
  isHybrid: 'Active Directory と同期',
  isNotHybrid: 'クラウドのみ',
  engines: 'エンジン',
  none: '見つかりません',
  organizationalUnit: '対象 OU',
  unknown: '未構成',
  lastSync: '前回の同期',
  ready: '準備はすべて整っています。',
  readyForNow: (engines: string) =>
    `申請は現在処理できますが、Microsoft のサポートが終了し、いつ停止してもおかしくないものを使用しています: ${engines}`,
  notReady: '次の問題が解消されるまで、申請は受け付けられません:',
  administratorsOnly: 'これは Writeback の管理者だけが表示できます。管理者に依頼してください。',
} as const;
