import type { OnPremisesGroupType, WritebackEngine } from '../../../domain/group.ts';

export const plan = {
  titles: {
    ahead: '変更される内容',
    underWay: '設定している内容',
    done: '設定した内容',
    stopped: '計画と、完了したところまで',
    never: '変更される予定だった内容',
  },
  group: 'グループ',
  createGroup: (name: string, alias: string) =>
    `${name}、新規作成 (Microsoft 365、アドレス ${alias})`,
  createSecurityGroup: (name: string) => `${name}、新規作成 (セキュリティ グループ)`,
  createdSecurityGroup: (name: string) => `${name}、作成済み (セキュリティ グループ)`,
  createdGroup: (name: string, alias: string) =>
    `${name}、作成済み (Microsoft 365、アドレス ${alias})`,
  owner: '所有者',
  /** Owners change the members of their group themselves; no request is needed. */
  ownerOfNew: (name: string) =>
    `${name} (新しいグループの所有者。承認なしでメンバーを追加、削除できます)`,
  writeback: '書き戻し',
  writebackFrom: {
    on: 'オン (変更なし)',
    off: 'オフからオンに切り替え',
    undetermined: '未設定からオンに切り替え',
  },
  switchedOn: 'オンにしました',
  wasOn: '既にオンでした',
  inDirectory: 'AD での形',
  object: (type: string, engine: string) => `${type}、${engine} が書き込み`,
  organizationalUnit: '対象 OU',
  objectThat: (object: string, mailOnly: string) => `${object}。${mailOnly}`,
  mailOnly:
    '配布グループはメールの配信用です。ファイルやアプリケーションへのアクセスは与えません。',
  catalog: 'カタログ',
  accessPackage: 'パッケージ',
  create: (name: string) => `${name}、新規作成`,
  use: (name: string) => `${name}、既存`,
  created: (name: string) => `${name}、作成済み`,
  found: (name: string) => `${name}、既存`,
} as const;

export const groupTypes = {
  universalDistributionGroup: 'ユニバーサル配布グループ',
  universalSecurityGroup: 'ユニバーサル セキュリティ グループ',
  universalMailEnabledSecurityGroup: 'メールが有効なユニバーサル セキュリティ グループ',
} satisfies Readonly<Record<OnPremisesGroupType, string>>;

export const engines = {
  'connect-v1': 'Entra Connect (グループの書き戻し v1)',
  'connect-v2': 'Entra Connect (グループの書き戻し v2)',
  'cloud-sync': 'Entra Cloud Sync',
} satisfies Readonly<Record<WritebackEngine, string>>;
