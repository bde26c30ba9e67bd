import type { CatalogRole } from '../../../domain/approval-policy.ts';
import type { CatalogGroup } from '../../../domain/catalog-view.ts';

/**
 * Catalogs and who manages them. What each role allows stands as Microsoft has it:
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-delegate
 */
export const catalogs = {
  title: 'カタログ',
  summary: 'グループとアクセス パッケージのカタログ',
  intro:
    'カタログには、グループと、そのメンバーシップを付与するアクセス パッケージが入っています。所有者とアクセス パッケージ マネージャーが管理します。',
  none: '所有または管理しているカタログはありません。カタログの所有者または Writeback の管理者が、あなたに委任できます。',
  noneYet: 'まだカタログはありません。',
  noneNamed: (name: string) => `名前が ${name} で始まるカタログは、あなたのカタログにありません。`,
  published: '公開済み',
  unpublished: '未公開のため、だれも申請できません',
  resources: (count: number) => `リソース ${count} 個`,
  packages: (count: number) => `アクセス パッケージ ${count} 個`,
  line: (state: string, resources: string, packages: string) =>
    `${state} · ${resources}、${packages}`,
  owners: '所有者',
  managers: 'アクセス パッケージ マネージャー',
  ownedBy: (names: string) => `所有者: ${names}`,
  managedBy: (names: string) => `アクセス パッケージ マネージャー: ${names}`,
  noOwner: 'まだ所有者がいません',
  hidden: (count: number) =>
    `ほか ${count} 個は表示されていません。「カタログ」に続けて名前の先頭を入力してください。例: カタログ 経理`,
  openHint: '選択して開いてください。',
  open: (name: string) => `${name} を開く`,
  cardSummary: (name: string) => `カタログ ${name}`,
  groups: 'グループ',
  noGroups: 'まだグループはありません。',
  group: (name: string, writeback: string) => `${name} · ${writeback}`,
  writeback: {
    on: 'Active Directory に書き戻し',
    off: '書き戻しなし',
    undecided: '書き戻しは未設定',
    unknown: '書き戻しは不明',
  } satisfies Readonly<Record<CatalogGroup['writeback'], string>>,
  otherResources: (count: number) => `ほかに、アプリケーションまたはサイト ${count} 個。`,
  accessPackages: 'アクセス パッケージ',
  noPackages: 'まだありません。',
  more: (count: number) => `ほか ${count} 個`,
  noManager: 'まだいません。',
  groupHolder: (name: string) => `${name} (グループのため、メンバー全員)`,
  otherHolder: (name: string) => `${name} (アプリケーション)`,

  /** For access package managers, who can change nothing from here. */
  managerHint:
    'あなたはこのカタログのアクセス パッケージを管理しています。管理は Entra 管理センターで行います。',

  newCatalog: '新しいカタログ',
  addGroup: 'グループを追加',
  delegate: '委任',
  takeBack: 'ロールを取り消す',
  allCatalogs: 'すべてのカタログ',
  openCatalog: 'カタログを開く',
  openInEntra: 'Entra で開く',
  goOn: '続ける',
  back: '戻る',

  newTitle: '新しいカタログ',
  newIntro:
    'すぐに公開されますが、組織外の人には公開されません。作成後に、グループを追加し、管理する人を指定します。',
  name: '名前',
  nameHint: '例: 経理',
  nameMissing: 'カタログの名前が必要です。',
  description: '用途',
  descriptionHint: '例: 経理部のグループ',
  create: 'カタログを作成',
  created: (name: string) =>
    `カタログ ${name} を作成しました。グループを追加し、管理を委任してください。`,

  addTitle: (catalog: string) => `${catalog} にグループを追加`,
  addIntro:
    'このカタログでアクセス パッケージを管理する人が、このグループのメンバーシップを付与できるようになります。まだだれもメンバーにはなりません。',
  groupLabel: 'グループ',
  groupHint: '名前の先頭を入力',
  groupMissing: '一覧からグループを選んでください。',
  chosenGroup: '選択したグループ',
  add: 'グループを追加',
  added: (group: string) => `${group} をカタログに追加しました。`,
  wasThere: (group: string) => `${group} は既にカタログにあったため、何も変更していません。`,

  delegateTitle: (catalog: string) => `${catalog} の委任`,
  person: '委任先',
  personHint: '名前を入力',
  personName: 'またはその人のサインイン名',
  personNameHint: 'name@contoso.com',
  personMissing: '人を選ぶか、サインイン名を入力してください。',
  chosenPerson: '選択した人',
  role: 'ロール',
  roleMissing: 'ロールを選んでください。',
  roles: {
    'catalog-owner': 'カタログ所有者',
    'access-package-manager': 'アクセス パッケージ マネージャー',
  } satisfies Readonly<Record<CatalogRole, string>>,
  confirmTitle: (person: string) => `${person} さんにこのロールを付与しますか?`,
  wouldBe: {
    'catalog-owner': (person: string, catalog: string) =>
      `${person} さんがカタログ ${catalog} の所有者になります。`,
    'access-package-manager': (person: string, catalog: string) =>
      `${person} さんがカタログ ${catalog} のアクセス パッケージ マネージャーになります。`,
  } satisfies Readonly<Record<CatalogRole, (person: string, catalog: string) => string>>,
  may: 'このロールでできること',
  mayNot: 'このロールではできないこと',
  allows: {
    'catalog-owner': [
      '自分が所有するリソースをカタログに追加し、リソースをカタログから削除する',
      'カタログのリソースを使って、アクセス パッケージとポリシーを作成、変更、削除する',
      '人を直接割り当て、割り当てを削除する',
      'ほかの人をカタログの所有者またはアクセス パッケージ マネージャーにする',
    ],
    'access-package-manager': [
      'カタログにあるリソースを使って、アクセス パッケージを作成、変更、削除する',
      'そのポリシーを作成、変更する: だれが申請できるか、だれが承認するか、アクセスがいつ終わるか',
      '人を直接割り当て、割り当てを削除する',
    ],
  } satisfies Readonly<Record<CatalogRole, readonly string[]>>,
  forbids: {
    'catalog-owner': ['ほかのカタログでの操作', '新しいカタログの作成'],
    'access-package-manager': [
      'カタログへのリソースの追加と削除',
      'ほかの人を所有者またはアクセス パッケージ マネージャーにすること',
      'ほかのカタログでの操作',
    ],
  } satisfies Readonly<Record<CatalogRole, readonly string[]>>,
  /** A rule of the approval policy may name the role. */
  mayApprove:
    '承認ポリシーでこのロールが指定されている場合は、Writeback での申請についても決定します。',
  youMayApprove:
    '承認ポリシーでこのロールが指定されている場合は、あなたが Writeback での申請についても決定します。',
  bullet: (line: string) => `• ${line}`,
  confirmDelegate: '委任する',
  held: (person: string, role: string) => `${person} さんは既にこのロールを持っています: ${role}。`,
  delegated: {
    'catalog-owner': (person: string) => `${person} さんがこのカタログの所有者になりました。`,
    'access-package-manager': (person: string) =>
      `${person} さんがこのカタログのアクセス パッケージ マネージャーになりました。`,
  } satisfies Readonly<Record<CatalogRole, (person: string) => string>>,
  told: (person: string) => `${person} さんに伝えました。`,
  notTold: (person: string) =>
    `${person} さんにメッセージを送れませんでした。あなたから伝えてください。Writeback アプリを追加すると、「カタログ」と入力して確認できます。`,

  takeBackTitle: (catalog: string) => `${catalog} のロールの取り消し`,
  whose: '対象のロール',
  whoseMissing: 'だれのロールを取り消すか選んでください。',
  holder: (name: string, role: string) => `${name} · ${role}`,
  nobodyToTakeFrom: 'このカタログのロールを持つ人はいません。',
  takeBackConfirmTitle: (holder: string) => `${holder} のロールを取り消しますか?`,
  wouldLose: {
    'catalog-owner': (holder: string, catalog: string) =>
      `${holder} はカタログ ${catalog} の所有者ではなくなります。これまでに設定した内容はそのまま残ります。`,
    'access-package-manager': (holder: string, catalog: string) =>
      `${holder} はカタログ ${catalog} のアクセス パッケージを管理できなくなります。これまでに設定した内容はそのまま残ります。`,
  } satisfies Readonly<Record<CatalogRole, (holder: string, catalog: string) => string>>,
  lastOwner: (catalog: string) =>
    `カタログ ${catalog} の所有者がいなくなり、管理者だけが管理できる状態になります。先にほかの人を所有者にすることをお勧めします。`,
  confirmTakeBack: '取り消す',
  tookBack: (holder: string) => `${holder} のロールを取り消しました。`,
  goneAlready: 'そのロールは既に取り消されていたため、何も変更していません。',

  newsTitle: (catalog: string) => `カタログ ${catalog} の管理担当になりました`,
  newsSummary: (catalog: string) => `カタログ ${catalog} があなたに委任されました`,
  madeYou: {
    'catalog-owner': (by: string) => `${by} さんがあなたを所有者にしました。`,
    'access-package-manager': (by: string) =>
      `${by} さんがあなたをアクセス パッケージ マネージャーにしました。`,
  } satisfies Readonly<Record<CatalogRole, (by: string) => string>>,
  youMay: 'あなたにできること',
  youMayNot: 'あなたにはできないこと',
  newsHint:
    'これらの操作は Entra 管理センターで行います。「カタログ」と入力すると、いつでもここで確認できます。',
  taken: {
    'catalog-owner': (by: string, catalog: string) =>
      `${by} さんがあなたのロールを取り消しました。あなたはカタログ ${catalog} の所有者ではなくなりました。`,
    'access-package-manager': (by: string, catalog: string) =>
      `${by} さんがあなたのロールを取り消しました。カタログ ${catalog} のアクセス パッケージは管理できなくなりました。`,
  } satisfies Readonly<Record<CatalogRole, (by: string, catalog: string) => string>>,
  takenSummary: 'あなたのロールが取り消されました',

  notAllowed:
    'このカタログでは、この操作を行う権限がありません。カタログの所有者または Writeback の管理者に依頼してください。',
  guest: (person: string) =>
    `${person} さんはゲストです。この組織では、ゲストはカタログを管理できません。別の人を選んでください。`,
  unavailable: 'ここではカタログを管理できません。',
  rejected: '実行できませんでした:',
} as const;
