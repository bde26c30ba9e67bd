import type { StepName } from '../../../domain/request.ts';

export const stepNames = {
  prerequisites: '確認',
  group: 'グループ',
  writeback: '書き戻し',
  catalog: 'カタログ',
  'catalog-resource': 'カタログ',
  'access-package': 'パッケージ',
  'role-scope': 'パッケージ',
  policy: 'ポリシー',
  assignment: '割り当て',
} satisfies Readonly<Record<StepName, string>>;

interface StepDone {
  /** Something was made or switched. */
  readonly changed: (name: string) => string;
  /** It was there or as it should be. */
  readonly found: (name: string) => string;
}

/** What each step has done; `name` is that of the group, the catalog or the package. */
export const stepsDone = {
  prerequisites: {
    changed: () => '前提条件は満たされています。',
    found: () => '前提条件は満たされています。',
  },
  group: {
    changed: (name) => `グループ ${name} を作成しました。`,
    found: (name) => `グループ ${name} を選びました。`,
  },
  writeback: {
    changed: (name) => `${name} の書き戻しをオンにしました。`,
    found: (name) => `${name} の書き戻しは既にオンでした。`,
  },
  catalog: {
    changed: (name) => `カタログ ${name} を作成しました。`,
    found: (name) => `カタログ ${name} を選びました。`,
  },
  'catalog-resource': {
    changed: (name) => `グループをカタログ ${name} に追加しました。`,
    found: (name) => `グループは既にカタログ ${name} にありました。`,
  },
  'access-package': {
    changed: (name) => `アクセス パッケージ ${name} を作成しました。`,
    found: (name) => `アクセス パッケージ ${name} を選びました。`,
  },
  'role-scope': {
    changed: (name) => `${name} にメンバー ロールを追加しました。`,
    found: (name) => `${name} は既にこのメンバーシップを付与するようになっていました。`,
  },
  policy: {
    changed: (name) => `${name} に直接割り当て用のポリシーを作成しました。`,
    found: (name) => `${name} のポリシーは直接割り当てを許可しています。`,
  },
  assignment: {
    changed: () => 'エンタイトルメント管理に割り当てを依頼しました。',
    found: () => '対象者には既に割り当て済みか、割り当ての処理中でした。',
  },
} satisfies Readonly<Record<StepName, StepDone>>;
