import type { Owner } from '../../../domain/advice.ts';
import type { LegName } from '../../../domain/legs.ts';
import type { LastLook } from '../../../domain/request.ts';

export const request = {
  forWhom: (person: string, group: string) => `${person} さんを ${group} に追加`,
  asks: (requester: string) => `${requester} さんがあなたの決定を求めています`,
  number: (id: string) => `申請 ${id}`,
  for: '対象者',
  requestedBy: '申請者',
  asked: (who: string, moment: string) => `${who}、${moment}`,
  reason: '理由',
  duration: '期間',
  decided: '決定',
  quoted: (words: string) => `「${words}」`,
  decidedWith: (decision: string, quote: string) => `${decision}: ${quote}`,
  /** A whole request in one line of plain text. */
  sentence: (id: string, who: string, state: string) => `${id}: ${who}、${state}`,
  asksFor: (asks: string, sentence: string) => `${asks}。${sentence}`,
  progressTitle: 'Active Directory への道のり',
  comment: 'コメント (却下する場合は必須)',
  commentHint: '申請者に表示されます',
  commentMissing:
    '却下する理由を書いてください。申請者に表示されます。コメントを入力してから「却下」を選んでください。',
} as const;

export const states = {
  awaitingApproval: (who: string) => `${who} の決定を待っています`,
  settingUp: '承認されました。設定しています。',
  delivering: '承認と設定が完了しました。エンタイトルメント管理がパッケージを割り当てています。',
  awaitingMembership: '割り当てられました。Entra にメンバーシップが表示されるのを待っています。',
  awaitingSync: 'Entra に反映されました。Active Directory への同期を待っています。',
  confirmed: '完了: Active Directory でメンバーシップを確認しました。',
  attested: (who: string) =>
    `完了: ${who} さんが Active Directory でメンバーシップを確認しました。`,
  denied: (who: string) => `${who} さんが却下しました`,
  deniedFor: (who: string, approver: string) =>
    `${who} さんが ${approver} さんの代理で却下しました`,
  cancelled: (who: string) => `${who} さんが取り消しました`,
  expired: '期限内に決定されなかったため、この申請は期限切れになりました。',
  stoppedAt: (step: string) => `手順「${step}」で停止しました`,
  stoppedWaiting: 'Active Directory に届く前に停止しました',
} as const;

export const listStates = {
  'awaiting-approval': '承認待ち',
  denied: '却下',
  cancelled: '取り消し済み',
  expired: '期限切れ',
  'setting-up': '設定中',
  delivering: '割り当て中',
  'awaiting-membership': 'Entra への反映待ち',
  'awaiting-sync': '同期待ち',
  confirmed: 'Active Directory に反映済み',
  failed: '停止',
} as const;

export const legs = {
  assigned: 'エンタイトルメント管理で割り当て済み',
  'member-in-entra': 'Microsoft Entra のメンバー',
  exported: '同期によるエクスポート済み',
  'member-in-ad': 'Active Directory のメンバー',
} satisfies Readonly<Record<LegName, string>>;

export const legStates = {
  pending: ['○', '待機中'],
  working: ['◐', '処理中'],
  done: ['✓', '完了'],
  failed: ['✕', '失敗'],
  unknown: ['?', '確認できません'],
  'not-reached': ['○', '未到達'],
} as const;

export const findings = {
  'not-member': 'Active Directory にはまだメンバーシップが表示されていません。',
  'group-missing': 'グループはまだ Active Directory にありません。',
  'user-missing': '対象者がまだ Active Directory で見つかりません。',
  'group-ambiguous':
    'このグループに該当しうるオブジェクトが Active Directory に複数あります。管理者が確認してください。',
  'user-ambiguous':
    '対象者に該当しうるアカウントが Active Directory に複数あります。管理者が確認してください。',
  'not-verifiable':
    'ここからは Active Directory を確認できません。確認した承認者または管理者が、確認済みにできます。',
  'directory-unreachable':
    '前回の確認では、どのドメイン コントローラーも応答しませんでした。引き続き確認します。',
  'sync-disabled': '同期がオフになっています。管理者がオンにする必要があります。',
  'sync-suspended': '同期が中断されています。管理者が再開する必要があります。',
  'sync-staging':
    '同期サーバーがステージング モードのため、何も書き込みません。管理者が確認してください。',
  'waiting-for-cycle':
    'メンバーシップが Entra に反映されてから、まだ同期サイクルが始まっていません。',
} satisfies Readonly<Record<LastLook['finding'], string>>;

export const times = {
  doneIn: (span: string) => `${span}で完了`,
  altogether: (span: string) => `承認から反映の確認まで合計 ${span}。`,
  since: (moment: string) => `${moment} から`,
  lastLook: (moment: string) => `前回の確認: ${moment}。`,
  approvedBy: (who: string, moment: string) => `${who} さんが承認、${moment}`,
  deniedBy: (who: string, moment: string) => `${who} さんが却下、${moment}`,
  cancelledBy: (who: string, moment: string) => `${who} さんが取り消し、${moment}`,
} as const;

export const notices = {
  /** A second click of the same person. */
  approvedYourself: (moment: string) => `この申請はご自身が承認しています (${moment})。`,
  deniedYourself: (moment: string) => `この申請はご自身が却下しています (${moment})。`,
  approvedBefore: (who: string, moment: string) => `先に ${who} さんが承認しました (${moment})。`,
  deniedBefore: (who: string, moment: string) => `先に ${who} さんが却下しました (${moment})。`,
  notCancelled: {
    approved: (who: string, moment: string) =>
      `何も取り消されていません。取り消せるのは決定されるまでで、この申請はすでに ${who} さんが承認していました (${moment})。`,
    denied: (who: string, moment: string) =>
      `何も取り消されていません。この申請はすでに ${who} さんが却下していました (${moment})。`,
    emergency: (moment: string) =>
      `何も取り消されていません。緊急アクセスは取り消せません。${moment} ごろに自動的に終了します。`,
    over: '何も取り消されていません。この申請はすでに終了していました。',
    notYours: (who: string) =>
      `何も取り消されていません。この申請を取り消せるのは、申請した ${who} さんか管理者だけです。`,
  },
  unreachable: (who: string) =>
    `${who} にメッセージを送れません。Teams に Writeback アプリがないか、ブロックされています。アプリを利用できるようになると、すぐにこの申請が届きます。`,
  passOn: (link: string) => `アプリを追加できる次のリンクを送ってください: ${link}`,
  mender: (owner: string) => `対応できる人: ${owner}。`,
  done: '完了しました。現在の状況はカードに表示されています。',
} as const;

export const owners = {
  you: 'あなた',
  'the approver': '承認者',
  'the group owner': 'グループの所有者',
  'an administrator': '管理者',
  nobody: 'なし',
} satisfies Readonly<Record<Owner, string>>;
