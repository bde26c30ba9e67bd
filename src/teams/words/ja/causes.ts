import type { CauseCode, CauseOwner, Certainty, Fix, Source } from '../../../domain/cause.ts';

/** What is told about the person and the group of the request; escaped already. */
export interface CauseNames {
  readonly person: string;
  readonly group: string;
}

/** Why somebody is not in Active Directory yet. */
export const causes = {
  'procedure-failed': () => '設定が完了する前に停止しました。',
  'awaiting-decision': () => 'まだだれも決定していません。',
  'user-not-found': ({ person }) => `${person} さんは Microsoft Entra に存在しなくなりました。`,
  'user-is-guest': ({ person }) =>
    `${person} さんはゲストです。ゲストは Active Directory にアカウントがありません。`,
  'user-is-cloud-only': ({ person }) =>
    `${person} さんはクラウドにのみ存在します。書き戻しでは、Active Directory にアカウントのない人はスキップされます。`,
  'user-missing': ({ person }) =>
    `${person} さんのアカウントが Active Directory で見つかりません。`,
  'user-ambiguous': ({ person }) =>
    `${person} さんに該当しうるアカウントが Active Directory に複数あります。`,
  'user-in-other-domain': ({ person, group }) =>
    `${person} さんのアカウントは、${group} とは別のドメインにあります。`,
  'licence-missing': () => 'テナントにエンタイトルメント管理のライセンスがありません。',
  'assignment-ended': ({ person }) =>
    `${person} さんの割り当ては、削除されたか、有効期限が切れました。`,
  'membership-removed': ({ person, group }) =>
    `だれかが ${person} さんを ${group} から削除しました。`,
  'assignment-stuck': () =>
    'エンタイトルメント管理による配信に、通常よりはるかに時間がかかっています。',
  'group-not-found': ({ group }) => `${group} は Microsoft Entra に存在しなくなりました。`,
  'group-is-synced': ({ group }) =>
    `${group} は Active Directory から同期されたグループのため、書き戻されません。`,
  'group-is-dynamic': ({ group }) => `${group} のメンバーはルールで自動的に決まります。`,
  'group-is-role-assignable': ({ group }) =>
    `${group} はディレクトリ ロールを割り当て可能なグループです。`,
  'group-is-distribution': ({ group }) =>
    `${group} は配布グループまたはメールが有効なセキュリティ グループです。`,
  'group-kind-not-writable': ({ group }) =>
    `テナントには、${group} と同じ種類のグループを書き込む書き戻しエンジンがありません。`,
  'group-writeback-off': ({ group }) => `${group} の書き戻しがオフにされました。`,
  'group-writeback-undecided': ({ group }) =>
    `${group} を書き戻すかどうかが設定されていないため、テナントの既定値が適用されます。`,
  'group-too-large': ({ group }) =>
    `${group} のメンバー数が、エンジンで書き込める上限を超えています。`,
  'group-ambiguous': ({ group }) =>
    `${group} に該当しうるオブジェクトが Active Directory に複数あります。`,
  'writeback-off': () => 'テナントでグループの書き戻しがオフになっています。',
  'organizational-unit-missing': () => '書き戻すグループの組織単位 (OU) が構成されていません。',
  'organizational-unit-differs': () =>
    'エンジンの書き込み先の組織単位 (OU) が、申請の承認時と異なります。',
  'sync-staging': () => '同期サーバーがステージング モードのため、何も書き込みません。',
  'sync-disabled': () => '同期がオフになっています。',
  'sync-suspended': () =>
    '同期が中断されています。構成ウィザードが開いている間は、このようになります。',
  'sync-stopped': () => '同期が、本来の間隔よりはるかに長い間実行されていません。',
  'job-missing': () => 'Cloud Sync に、グループを書き込む構成がありません。',
  'job-paused': () => 'Cloud Sync の構成が一時停止しています。',
  'job-not-started': () => 'Cloud Sync の構成が一度も開始されていません。',
  'job-quarantined': () => 'Cloud Sync の構成が検疫されています。',
  'job-failing': () => 'Cloud Sync の前回の実行が失敗しました。',
  'group-out-of-scope': ({ group }) => `${group} は Cloud Sync のスコープに含まれていません。`,
  'provisioning-failed': ({ group }) => `Cloud Sync は ${group} を書き込めませんでした。`,
  'provisioning-skipped': ({ person, group }) =>
    `Cloud Sync は ${group} を書き込む際に ${person} さんをスキップしました。`,
  'directory-refused-credentials': () =>
    'Active Directory がボットのアカウントを受け付けませんでした。',
  'directory-not-secure': () => 'Active Directory への接続が安全ではないため、使用しません。',
  'directory-unreachable': () => 'どのドメイン コントローラーも応答しないため、確認できません。',
  'not-verifiable': () => 'ここからは Active Directory を確認できません。',
  'group-missing': ({ group }) =>
    `同期は実行されましたが、${group} が Active Directory に現れませんでした。`,
  'member-missing': ({ person, group }) =>
    `同期は実行されましたが、Active Directory の ${group} に ${person} さんが表示されません。`,
  'user-is-disabled': ({ person }) => `${person} さんのアカウントは無効になっています。`,
  'assignment-under-way': () => 'エンタイトルメント管理が割り当てを配信しています。',
  'membership-not-yet': ({ person, group }) =>
    `Microsoft Entra で、${person} さんはまだ ${group} のメンバーとして表示されていません。`,
  'sync-running': () => '同期を実行しています。',
  'sync-not-begun': () =>
    'メンバーシップが Microsoft Entra に反映されてから、まだ同期が始まっていません。',
} satisfies Readonly<Record<CauseCode, (names: CauseNames) => string>>;

/** What to do about it, said to whoever can. */
export const fixes = {
  wait: '何もする必要はありません。時間がたてば解消します。引き続き確認します。',
  'sync-now': '次の定期同期で処理されます。管理者であれば、今すぐ実行できます。',
  decide: '承認者のだれかが決定する必要があります。',
  'try-again': 'カードに表示された原因が解消したら、「再試行」を選んでください。',
  'request-again': 'アクセスがまだ必要な場合は、新しく申請してください。',
  'choose-another-person': 'Active Directory にアカウントがある人のために申請してください。',
  'choose-another-group': '別のグループを申請してください。',
  'create-account-on-premises':
    'Active Directory にアカウントを作成し、Microsoft Entra に同期させてください。',
  'enable-account': 'アカウントを有効にしてください。',
  'check-search-base':
    'アカウントがグループと同じフォレストにあり、ボットの検索ベースの配下にあることを確認してください。',
  'remove-duplicate':
    '同じマーカーまたはアンカーを持つオブジェクトを探し、1 つだけ残してください。',
  'assign-licence': 'Microsoft Entra ID P2 または Governance を割り当ててください。',
  'reprocess-assignment': 'Entra 管理センターで割り当てを再処理してください。',
  'restore-membership': '割り当てを削除して新しく申請するか、対象者を再び追加してください。',
  'change-membership-rule':
    'ルールを変更するか、メンバーを割り当てる種類のグループに変更してください。',
  'convert-source-of-authority': 'グループの権限のソース (SOA) をクラウドに変換してください。',
  'set-up-engine-for-kind':
    'セキュリティ グループには Cloud Sync、Microsoft 365 グループには Connect Sync を設定してください。',
  'enable-writeback-of-group': 'グループのプロパティで書き戻しをオンにしてください。',
  'enable-writeback-of-tenant':
    'Entra Connect Sync または Cloud Sync でグループの書き戻しを有効にしてください。',
  'make-group-smaller':
    'グループを分割するか、オンプレミスへのアクセスが不要なメンバーを外してください。',
  'set-organizational-unit': 'エンジンの組織単位と、ボットが調べる組織単位を一致させてください。',
  'end-staging':
    'サーバーのステージング モードを解除するか、アクティブなサーバーを確認してください。',
  'enable-scheduler':
    '同期サーバーで Set-ADSyncScheduler -SyncCycleEnabled $true を実行してください。',
  'ask-to-enable-scheduler': '定期同期を再び有効にするよう、管理者に依頼してください。',
  'close-wizard': '同期サーバーで構成ウィザードを閉じてください。',
  'check-sync-server': '同期サーバーが動作していることと、前回の実行結果を確認してください。',
  'create-job': 'Microsoft Entra ID から Active Directory への構成を作成してください。',
  'start-job': '構成を開始してください。',
  'clear-quarantine': '検疫された原因を解消してから、再開してください。',
  'widen-scope': '構成のスコープ フィルターにグループを追加してください。',
  'read-provisioning-log': '理由はプロビジョニング ログに記録されています。',
  'renew-directory-account':
    'ボットが Active Directory の読み取りに使うアカウントを更新してください。',
  'secure-directory-connection': '検証可能な証明書を使って LDAPS を構成してください。',
  'check-domain-controllers': 'ドメイン コントローラーへの接続を確認してください。',
  'confirm-by-hand': 'Active Directory を調べて、カードでメンバーシップを確認済みにしてください。',
  'check-connector-rights':
    '組織単位に対するコネクタ アカウントの権限と、エクスポート エラーを確認してください。',
  'check-replication':
    'グループのエクスポート エラーと、ドメイン コントローラー間のレプリケーションを確認してください。',
} satisfies Readonly<Record<Fix, string>>;

export const causeOwners = {
  requester: '申請者',
  approver: '承認者',
  'group-owner': 'グループの所有者',
  administrator: '管理者',
  nobody: 'なし',
} satisfies Readonly<Record<CauseOwner, string>>;

export const certainties = {
  certain: '理由:',
  likely: 'おそらく:',
  possible: 'もしかすると:',
} satisfies Readonly<Record<Certainty, string>>;

export const sources = {
  writeback: 'この申請',
  'entra-user': 'Microsoft Entra のユーザー',
  'entra-group': 'Microsoft Entra のグループ',
  'entra-membership': 'Microsoft Entra のメンバーシップ',
  'entra-tenant': 'テナントの設定',
  'entitlement-management': 'エンタイトルメント管理',
  'sync-schedule': 'Entra Connect のスケジュール',
  'cloud-sync': 'Entra Cloud Sync',
  'provisioning-log': 'プロビジョニング ログ',
  'active-directory': 'Active Directory',
} satisfies Readonly<Record<Source, string>>;
