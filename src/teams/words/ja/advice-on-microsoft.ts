import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What Microsoft Graph and entitlement management answer. */
export const adviceOnMicrosoft = {
  'graph-permission-missing': {
    happened: () => 'Microsoft Graph でこの操作が許可されていません。',
    next: '管理者が、詳細に表示されているアクセス許可をボットに付与してから、「再試行」を選ぶ必要があります。',
  },
  'graph-credentials-refused': {
    happened: () => 'Microsoft Entra がボットの資格情報を受け付けませんでした。',
    next: '管理者が、ボットの証明書またはシークレットを更新してから、「再試行」を選ぶ必要があります。',
  },
  'graph-unreachable': {
    happened: () => '現在、Microsoft Graph が応答しません。',
    next: '何も失われていません。数分後にもう一度お試しください。',
  },
  'graph-throttled': {
    happened: () => 'Microsoft Graph から、要求の頻度を下げるよう求められています。',
    next: '何も失われていません。数分後にもう一度お試しください。',
  },
  'graph-outcome-unknown': {
    happened: () =>
      'Microsoft Graph は操作を受け付けましたが、実行されたかどうかを回答しませんでした。',
    next: '確認するまでは、何も繰り返しません。数分後にもう一度お試しください。',
  },
  'graph-refused': {
    happened: () => 'Microsoft Graph が操作を拒否しました。',
    next: '管理者は、詳細で理由を確認できます。',
  },
  'licence-missing': {
    happened: () => 'テナントにエンタイトルメント管理のライセンスがありません。',
    next: '管理者が Microsoft Entra ID P2 または Governance を割り当てる必要があります。新しいライセンスが有効になるまで、最大 8 時間かかります。',
  },
  'not-visible-yet': {
    happened: () => '新しいオブジェクトが、まだすべての場所に表示されていません。',
    next: 'Microsoft Entra でのコピーに数分かかります。後で「再試行」を選んでください。',
  },
  'not-resource-owner': {
    happened: () => 'ボットには、このグループをカタログに追加する権限がありません。',
    next: '管理者が、ボットに Group.ReadWrite.All を付与するか、ボットをグループの所有者にしてから、「再試行」を選ぶ必要があります。',
  },
  'policy-needs-approval': {
    happened: () => 'このアクセス パッケージのポリシーは、すべて別の承認を求めています。',
    next: '管理者が、直接割り当て用に承認不要のポリシーを追加する必要があります。',
  },
  'assignment-failed': {
    happened: () => 'エンタイトルメント管理が割り当てを配信できませんでした。',
    next: '管理者は、Entra 管理センターで再処理するか、ここで「再試行」を選べます。',
  },
  'assignment-ended': {
    happened: () => '割り当ては、Active Directory に届く前に削除されました。',
    next: 'アクセスがまだ必要な場合は、新しく申請してください。',
  },
  'writeback-refused': {
    happened: () => 'Microsoft Graph が、このグループの書き戻しをオンにすることを拒否しました。',
    next: '管理者は、詳細で理由を確認できます。',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
