import type { ConnectRun } from '../../../domain/sync-now-result.ts';

type Refusal = Extract<ConnectRun, { readonly kind: 'refused' }>['why'];

/** What came of "sync now". */
export const syncNow = {
  title: '今すぐ同期',
  summary: '「今すぐ同期」の結果',
  notAllowed:
    'あなたには同期を開始する権限がありません。急ぐ場合は、Writeback の管理者に依頼してください。',
  nothingWaits: '同期を待っている申請がないため、開始しませんでした。',
  waiting: (count: number) => `${count} 件の申請が同期を待っています。`,
  started: (moment: string) => `同期を開始しました (${moment})。`,
  startedNext: '待機中のものがすべて処理されます。終了したらすぐに Active Directory を確認します。',
  joined: (who: string, moment: string) => `少し前に ${who} さんが同期を開始しました (${moment})。`,
  joinedOwn: (moment: string) => `少し前にあなたが同期を開始しました (${moment})。`,
  joinedNext: '待機中のものがすべて処理されるため、2 回目は開始しませんでした。',
  running: '既に同期を実行しています。',
  runningSince: (moment: string) => `${moment} から、既に同期を実行しています。`,
  covers: '待機中のものがすべて処理されます。',
  coversNot:
    '開始が早かったため、待機中のものの一部は含まれません。この同期が終わってからもう一度実行すると、残りのために同期を開始します。',
  tooSoon: (who: string, moment: string) =>
    `${who} さんが同期を開始しましたが (${moment})、待機中のものの一部には早すぎました。次の同期にはまだ間隔が足りないため、開始しませんでした。`,
  tooSoonOwn: (moment: string) =>
    `あなたが同期を開始しましたが (${moment})、待機中のものの一部には早すぎました。次の同期にはまだ間隔が足りないため、開始しませんでした。`,
  again: (moment: string) => `次の同期は ${moment} に開始できます。`,
  refused: {
    busy: ['同期エンジンはほかの処理を実行しています。', '数分後にもう一度お試しください。'],
    suspended: [
      '同期が中断されています。構成ウィザードが開いている間は、このようになります。',
      '管理者が同期サーバーで構成ウィザードを閉じる必要があります。',
    ],
    staging: [
      '同期サーバーがステージング モードで何も書き込まないため、同期しても効果がありません。',
      '管理者がステージング モードを解除するか、ボットをアクティブなサーバーに接続する必要があります。',
    ],
    disabled: [
      '同期がオフになっています。',
      '管理者が同期サーバーでオンにする必要があります: Set-ADSyncScheduler -SyncCycleEnabled $true',
    ],
    denied: [
      '同期サーバーで、同期の開始が許可されていません。',
      '管理者が、同期サーバーのボットのアカウントに開始する権限を付与する必要があります。',
    ],
    'too-soon': [
      '前回の同期が開始されたばかりで、同期サーバーでは次の同期まで間隔を空ける必要があります。',
      '数分後にもう一度お試しください。',
    ],
  } satisfies Readonly<Record<Refusal, readonly [string, string]>>,
  group: (group: string) => `${group} (Entra Cloud Sync を使用)`,
  written: (count: number) =>
    `Cloud Sync によると、${count} 人が書き込まれました。これから Active Directory を確認します。`,
  skipped: (count: number, codes: string) => `${count} 人がスキップされました: ${codes}`,
  failed: (count: number, codes: string) => `${count} 人を書き込めませんでした: ${codes}`,
  noJob: 'Cloud Sync に、グループを書き込む構成がありません。管理者が作成する必要があります。',
  notRunning:
    'Cloud Sync の構成が一時停止しているか、一度も開始されていません。管理者が開始する必要があります。',
  outOfScope:
    'グループが Cloud Sync のスコープに含まれていません。管理者がスコープ フィルターに追加する必要があります。',
} as const;
