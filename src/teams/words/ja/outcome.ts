import type { Proof } from '../../../domain/request.ts';

type LdapProof = Extract<Proof, { readonly kind: 'ldap' }>;

export const outcome = {
  confirmed: (person: string, group: string) =>
    `${person} さんは Active Directory で ${group} のメンバーになりました`,
  attested: (person: string, group: string) =>
    `手動で確認済み: ${person} さんは ${group} のメンバーです`,
  denied: (group: string) => `${group} の申請は却下されました`,
  expired: (group: string) => `${group} の申請は期限切れになりました`,
  expiredBody: '期限内にだれも決定しませんでした。何も変更していません。',
  failed: (group: string) => `${group} の申請は停止しました`,
  retrying: (group: string) => `${group} の申請を再試行しています`,
  retryingBody: '進み具合は申請カードに表示されています。結果はここでお知らせします。',
  proofTitle: '確認結果',
  originTitle: '申請',
  seen: 'Active Directory でメンバーシップを確認しました。',
  seenAt: (moment: string, span: string) => `確認: ${moment}、承認から ${span}後。`,
  confirmedAt: (moment: string, span: string) => `確認済み: ${moment}、承認から ${span}後。`,
  groupDn: 'Active Directory のグループ',
  userDn: 'Active Directory のユーザー',
  attribute: '確認箇所',
  attributes: {
    member: 'グループの「member」',
    memberOf: 'ユーザーの「memberOf」',
    'member and memberOf': 'グループの「member」とユーザーの「memberOf」',
  } satisfies Readonly<Record<LdapProof['attribute'], string>>,
  adGroupType: (scope: string, kind: string, groupType: number) =>
    `${scope} ${kind} (groupType ${groupType})`,
  adScopes: {
    universal: 'ユニバーサル',
    'domain-local': 'ドメイン ローカル',
    global: 'グローバル',
    unusual: '特殊な',
  },
  adKinds: { security: 'セキュリティ グループ', distribution: '配布グループ' },
  server: 'サーバー',
  groupType: '種類',
  signInAgain:
    'まだアクセスが拒否される場合は、Windows からいったんサインアウトし、もう一度サインインしてください。新しいグループは次のサインインから有効になります。',
  attestedBy: (who: string) =>
    `${who} さんが Active Directory を調べて確認しました。Writeback では確認できませんでした。`,
  accessEnds: 'アクセスの終了',
  kept: (id: string) =>
    `これまでに完了したものはそのまま残ります。承認者はカードで、管理者は「状況 ${id}」と入力した後に、「再試行」を選べます。`,
  reference: (id: string) => `ログの参照番号: ${id}`,
} as const;
