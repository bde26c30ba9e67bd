import type { EngineFinding, WritebackEngine } from '../../../domain/group.ts';
import type { ProvisioningJobStatus, ProvisioningScope } from '../../../domain/provisioning.ts';

type Evidence = EngineFinding['evidence'];

/** The engines of the tenant, for administrators. */
export const engineReport = {
  title: 'グループを Active Directory に書き込むエンジン',
  summary: 'テナントの書き戻しエンジン',
  none: '書き戻しエンジンが見つからないため、グループは Active Directory に反映されません。',
  noneNext:
    'セキュリティ グループには Entra Cloud Sync (Microsoft Entra ID から Active Directory へ)、Microsoft 365 グループには Entra Connect Sync のグループの書き戻しを設定してください。',
  writing: 'グループを書き込んでいます',
  notWriting: '現在は何も書き込んでいません',
  supported: 'Microsoft のサポート対象',
  unsupported: 'Microsoft のサポート終了',
  unsupportedEngines: (engines: string) => `${engines}: Microsoft のサポート終了`,
  /** In the list of prerequisites. */
  details: (support: string) => `${support}。詳しくは「エンジン」と入力してください。`,
  state: '状態',
  support: 'サポート',
  evidence: '判断の根拠',
  feature: (name: string) => `テナントのディレクトリ同期で ${name} がオンになっています`,
  evidences: {
    attested: '管理者がボットの設定で指定しました。Graph では確認できません。',
    job: 'Microsoft Entra の構成',
  } satisfies Readonly<Record<Exclude<Evidence['kind'], 'feature'>, string>>,
  organizationalUnit: '対象 OU',
  unknownUnit: '確認できません',
  job: 'ジョブ',
  jobStates: {
    active: '実行中',
    quarantined: '検疫中',
    paused: '一時停止中',
    'not-started': '未開始',
  } satisfies Readonly<Record<ProvisioningJobStatus['state'], string>>,
  quarantinedFor: (code: string) => `検疫中 (${code})`,
  lastRun: '前回の実行',
  succeeded: (moment: string) => `成功、${moment}`,
  failedFor: (code: string, moment: string) => `失敗 (${code})、${moment}`,
  scope: 'スコープ',
  scopes: {
    all: 'すべてのセキュリティ グループ',
    unknown: '確認できません',
  } satisfies Readonly<Record<Exclude<ProvisioningScope['kind'], 'groups' | 'filtered'>, string>>,
  scopeGroups: (count: number) => `${count} 個のグループ`,
  scopeAttributes: (attributes: string) => `${attributes} のフィルターによる`,
  agents: 'エージェント',
  agentHealths: {
    answering: '応答しています',
    'not-answering': '応答していません。プロビジョニング エージェントのサーバーを確認してください',
    unknown: 'ここからは確認できません',
  },
  works: '対象',
  kinds: {
    'connect-v1': 'Microsoft 365 グループ。Active Directory では配布グループになります',
    'connect-v2': 'Microsoft 365 グループとセキュリティ グループ',
    'cloud-sync': 'メンバーが Active Directory から同期されているセキュリティ グループ',
  } satisfies Readonly<Record<WritebackEngine, string>>,
  guidanceTitle: 'これが意味すること',
  moveFromSecond:
    'Entra Connect のグループの書き戻し v2 は 2024 年 6 月に終了したプレビューで、いつ停止してもおかしくありません。セキュリティ グループは Entra Cloud Sync に移行してください。Microsoft 365 グループは、配布グループとしてグループの書き戻し v1 を引き続き利用できます。',
  noSecurity:
    'セキュリティ グループを書き込むエンジンがありません。ファイルやアプリケーションへのアクセスには、Entra Cloud Sync を設定してください。',
  noMicrosoft365:
    'Microsoft 365 グループを書き込むエンジンがありません。新しく申請されたグループは、セキュリティ グループとして作成されます。',
  fine: '移行が必要なものはありません。',
  open: 'Entra で開く',
} as const;
