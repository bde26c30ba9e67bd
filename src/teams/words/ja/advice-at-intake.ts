import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What is refused when somebody asks, and may turn out only later. */
export const adviceAtIntake = {
  'user-not-found': {
    happened: (s: string) => `${s} が Microsoft Entra で見つかりません。`,
    next: '一覧から選ぶか、サインイン名全体を入力してください。',
    whenFailed: {
      happened: (s: string) => `${s} は Microsoft Entra に存在しなくなりました。`,
      next: 'アカウントが元に戻ったら「再試行」を選んでください。別の人の場合は、新しく申請してください。',
    },
  },
  'user-is-guest': {
    happened: (s: string) => `${s} はゲストです。`,
    next: 'ゲストは Active Directory にアカウントがないため、そのグループのメンバーにはなれません。別の人を選ぶか、Active Directory のアカウントを管理者に依頼してください。',
    whenFailed: {
      next: 'ゲストは Active Directory にアカウントがないため、そのグループのメンバーにはなれません。別の人のために新しく申請するか、Active Directory のアカウントを管理者に依頼してください。',
    },
  },
  'user-is-cloud-only': {
    happened: (s: string) => `${s} はクラウドにのみ存在します。`,
    next: '書き戻しでは、Active Directory にアカウントのない人はスキップされます。管理者が Active Directory にアカウントを作成し、同期させる必要があります。',
    whenFailed: {
      next: '書き戻しでは、Active Directory にアカウントのない人はスキップされます。管理者が Active Directory にアカウントを作成して同期させてから、「再試行」を選ぶ必要があります。',
    },
  },
  'user-is-disabled': {
    happened: (s: string) => `${s} のアカウントは無効になっています。`,
    next: '先に管理者が有効にする必要があります。',
    whenFailed: { next: '管理者が有効にしてから、「再試行」を選ぶ必要があります。' },
  },
  'group-not-found': {
    happened: (s: string) => `グループ ${s} が見つかりません。`,
    next: '一覧からグループを選ぶか、新しい名前を入力してください。',
    whenFailed: {
      happened: (s: string) => `グループ ${s} は Microsoft Entra に存在しなくなりました。`,
      next: '削除されたグループは、30 日以内であれば管理者が復元し、「再試行」を選べます。別のグループの場合は、新しく申請してください。',
    },
  },
  'group-name-taken': {
    happened: (s: string) =>
      `${s} のアドレスを持つグループが既にあります。削除済みのグループかもしれません。`,
    next: '既存のグループを選ぶか、別の名前を入力してください。',
    whenFailed: {
      next: '新しく申請してください。その際、既存のグループを選ぶか、別の名前を入力してください。',
    },
  },
  'group-name-not-allowed': {
    happened: (s: string) => `${s} は、組織の名前付けポリシーで許可されていません。`,
    next: '別の名前を選ぶか、規則を管理者に確認してください。',
    whenFailed: { next: '別の名前で新しく申請するか、規則を管理者に確認してください。' },
  },
  'group-is-dynamic': {
    happened: (s: string) => `${s} のメンバーはルールで自動的に決まります。`,
    next: '動的グループにはだれも割り当てられません。所有者がルールを変更するか、別のグループを選んでください。',
    whenFailed: {
      next: '動的グループにはだれも割り当てられません。グループの所有者がルールを変更してから、「再試行」を選べます。別のグループの場合は、新しく申請してください。',
    },
  },
  'group-is-synced': {
    happened: (s: string) => `${s} は Active Directory から同期されたグループです。`,
    next: 'オンプレミスで管理されているグループは書き戻せません。先に管理者が、グループの権限のソース (SOA) をクラウドに変換できます。',
    whenFailed: {
      next: 'オンプレミスで管理されているグループは書き戻せません。管理者がグループの権限のソース (SOA) をクラウドに変換してから、「再試行」を選べます。',
    },
  },
  'group-is-role-assignable': {
    happened: (s: string) => `${s} はディレクトリ ロールを割り当て可能なグループです。`,
    next: 'このようなグループは、アクセス パッケージではなく、特権を持つ管理者だけが管理します。',
  },
  'group-is-distribution': {
    happened: (s: string) => `${s} は配布グループまたはメールが有効なセキュリティ グループです。`,
    next: 'アクセス パッケージと書き戻しの対象は、Microsoft 365 グループとセキュリティ グループです。別のグループを選んでください。',
    whenFailed: {
      next: 'アクセス パッケージと書き戻しの対象は、Microsoft 365 グループとセキュリティ グループです。別のグループを新しく申請してください。',
    },
  },
  'group-kind-not-writable': {
    happened: (s: string) =>
      `テナントには、${s} を Active Directory に書き込める書き戻しエンジンがありません。`,
    next: '管理者が、この種類のグループに対応するエンジンを設定する必要があります。セキュリティ グループには Cloud Sync、Microsoft 365 グループには Connect Sync を使用します。',
  },
  'group-out-of-scope': {
    happened: (s: string) => `Cloud Sync は ${s} を Active Directory に書き込みません。`,
    next: '管理者が Entra 管理センターで、Cloud Sync の構成のスコープにこのグループを追加する必要があります。変更は 1 分以内に認識されます。',
    whenFailed: {
      next: '管理者が Entra 管理センターで、Cloud Sync の構成のスコープにこのグループを追加してから、「再試行」を選ぶ必要があります。',
    },
  },
  'job-paused': {
    happened: (s: string) =>
      `Cloud Sync が ${s} を Active Directory に書き込むはずですが、一時停止しています。`,
    next: '管理者が Entra 管理センターで Cloud Sync の構成を有効にする必要があります。',
    whenFailed: {
      next: '管理者が Entra 管理センターで Cloud Sync の構成を有効にしてから、「再試行」を選ぶ必要があります。',
    },
  },
  'job-not-started': {
    happened: (s: string) =>
      `Cloud Sync が ${s} を Active Directory に書き込むはずですが、一度も開始されていません。`,
    next: '管理者が Entra 管理センターで Cloud Sync の構成を完了し、開始する必要があります。',
    whenFailed: {
      next: '管理者が Entra 管理センターで Cloud Sync の構成を完了し、開始してから、「再試行」を選ぶ必要があります。',
    },
  },
  'writeback-off': {
    happened: () => 'テナントでグループの書き戻しがオフになっています。',
    next: '管理者が Entra Connect Sync または Cloud Sync でグループの書き戻しを有効にする必要があります。',
  },
  'organizational-unit-missing': {
    happened: () => '書き戻すグループの組織単位 (OU) が構成されていません。',
    next: '管理者が Entra Connect で組織単位を選ぶ必要があります。',
  },
  'already-member': {
    happened: (s: string) => `${s} は既にこのグループのメンバーです。`,
    next: '申請は必要ありません。Active Directory に表示されない場合は、次の同期サイクルをお待ちください。',
  },
  'open-request-exists': {
    happened: (s: string) => `このグループと ${s} については、処理中の申請が既にあります。`,
    next: '「自分の申請」と入力すると確認できます。',
  },
  'too-many-open-requests': {
    happened: (s: string) => `処理中の申請が上限 (${s} 件) に達しています。`,
    next: 'いずれかの処理が終わると、次の申請を送信できます。「自分の申請」と入力すると確認できます。まだ決定されていない申請は取り消すことができ、承認者に決定を依頼することもできます。多数のメンバーシップは 1 つのリストにまとめられ、1 件と数えられます。上限は管理者が引き上げられます。',
  },
  'nobody-can-approve': {
    happened: (s: string) => `この申請を承認できる人が足りません (${s})。`,
    next: '申請者と対象者は承認できず、無効なアカウントも承認できません。ポリシーが別々の人を求める場合は、ほかのステージを承認する人も承認できません。管理者が承認者を追加する必要があります。',
    whenFailed: {
      next: '申請者と対象者は承認できず、無効なアカウントも承認できません。ポリシーが別々の人を求める場合は、ほかのステージを承認する人も承認できません。管理者が承認者を追加してから、「再試行」を選ぶ必要があります。',
    },
  },
  'too-many-approvers': {
    happened: (s: string) =>
      `承認ポリシーでは、ここで 200 人を超える人に依頼することになります (${s})。`,
    next: 'これでは誰も自分への依頼とは思いません。管理者が承認ポリシーでもっと小さいグループを指定する必要があります。',
    whenFailed: {
      next: 'これでは誰も自分への依頼とは思いません。管理者が承認ポリシーでもっと小さいグループを指定してから、「再試行」を選ぶ必要があります。',
    },
  },
  'access-package-not-found': {
    happened: (s: string) => `アクセス パッケージ ${s} が見つかりません。`,
    next: '一覧から選ぶか、選択を Writeback に任せてください。',
    whenFailed: {
      happened: (s: string) => `アクセス パッケージ ${s} は存在しなくなりました。`,
      next: '新しく申請してください。その際、別のパッケージを選ぶか、選択を Writeback に任せてください。',
    },
  },
  'access-package-does-not-fit': {
    happened: (s: string) =>
      `アクセス パッケージ ${s} は、このグループのメンバーシップだけを付与するものではありません。`,
    next: 'このグループのメンバーシップだけを付与するパッケージを選ぶか、選択を Writeback に任せてください。パッケージを割り当てられた人にはその中身がすべて付与されますが、ここでの承認は 1 つのグループに対するものです。',
    whenFailed: {
      next: '新しく申請してください。その際、このグループのメンバーシップだけを付与するパッケージを選ぶか、選択を Writeback に任せてください。',
    },
  },
  'access-package-holds-more': {
    happened: (s: string) =>
      `このグループに使うアクセス パッケージ ${s} は、メンバーシップ以外のものも付与します。`,
    next: 'だれかが別のものを追加しています。管理者が Entra 管理センターで、パッケージのリソース ロールからそれを取り除く必要があります。その後、もう一度申請できます。',
    whenFailed: {
      next: 'だれかが別のものを追加しているため、割り当ては行っていません。管理者が Entra 管理センターで、パッケージのリソース ロールからそれを取り除いてから、「再試行」を選ぶ必要があります。',
    },
  },
  'input-not-valid': {
    happened: (s: string) => s,
    next: 'フォームを修正して、もう一度送信してください。',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
