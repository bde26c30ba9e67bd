import type { Complaint } from '../../../domain/complaint.ts';
import type { GroupKind } from '../../../domain/group.ts';
import type { GroupTrait } from '../../../setup/use-cases.ts';

export const form = {
  title: 'グループ メンバーシップの申請',
  summary: '新しい申請のフォーム',
  intro: '承認者が決定します。何が変更されるかは、事前に双方に表示されます。',
  group: 'グループ',
  groupHint: '名前の先頭を入力',
  newGroup: 'または新しいグループの名前',
  newGroupHint: 'まだ存在しない場合のみ',
  person: '対象者 (空欄の場合は自分)',
  personHint: '名前を入力',
  personName: 'またはサインイン名 (1 行に 1 人)',
  personNameHint: 'ada@example.com',
  accessPackage: 'アクセス パッケージ (空欄の場合は自動選択)',
  accessPackageHint: '名前の先頭を入力',
  reason: '理由',
  reasonHint: '承認者の判断材料になります',
  ticket: 'チケット番号 (必要な場合)',
  ticketHint: 'チケット システムの表記どおり',
  whoDecides: '承認者を確認',
  decides: '決定する人',
  decidesAny: (who: string) => `${who}: このうち 1 人`,
  decidesAll: (who: string) => `${who}: 全員`,
  decidesSome: (count: number, who: string) => `${who}: このうち ${count} 人`,
  atMostDays: (days: string) => `最長 ${days}。`,
  tooLongFor: (duration: string, group: string) => `${duration} (${group} には長すぎます)`,
  escalates: (span: string, who: string) => `${span}以内に決定がない場合に追加: ${who}`,
  rule: (label: string, rule: string) => `${label}: ${rule}`,
  duration: '期間',
  noEnd: '無期限',
  notRequestable: '申請できません',
  damaged: 'フォームを読み取れなかったため、新しいフォームを用意しました。',
  mark: '↑ この項目をもう一度確認してください。',
  notSendable: 'このままでは送信できません。入力内容は残っています。',
  rejected: 'まだ送信できませんでした。入力内容は残っています。',
  chosenGroup: '選択したグループ',
  chosenPerson: '選択した人',
  chosenPackage: '選択したアクセス パッケージ',
  noGroup: '一覧からグループを選ぶか、新しいグループの名前を入力してください。',
  twoGroups: '一覧からグループを選ぶか、新しい名前を入力するか、どちらか一方にしてください。',
  decidesFor: (names: string) => `${names} について:`,
  tooManyPeople: (limit: number) =>
    `1 つのフォームで申請できるのは最大 ${limit} 人のため、最初の ${limit} 人だけを残しました。それより多い場合は、「一括」と入力してリストを貼り付けてください。`,
  breakGlassForOne:
    '緊急アクセスを取得できるのは、一度に 1 人だけです。今すぐ必要な人だけを残してください。',
  noReason: 'メンバーシップが必要な理由を書いてください。承認者の判断材料になります。',
  tooLong: (label: string, limit: number) => `${label}: ${limit} 文字以内で入力してください。`,
  notAChoice: (label: string) => `${label}: 一覧から選んでください。`,
  groupsCalled: (name: string) =>
    `${name} という名前のグループが複数あります。一覧から選んでください。`,
  groupsLike: (name: string) =>
    `${name} と完全に一致する名前のグループはありません。「グループ」欄に、この文字で始まるグループが表示されます。`,
  groupUnknown: (name: string) =>
    `${name} と完全に一致する名前のグループはありません。一覧から選ぶか、このまま送信して新しく作成してください。`,
} as const;

export const groupKinds = {
  'microsoft-365': 'Microsoft 365',
  security: 'セキュリティ',
  'mail-enabled-security': 'メールが有効なセキュリティ',
  distribution: '配布',
} satisfies Readonly<Record<GroupKind, string>>;

export const groupTraits = {
  synced: 'Active Directory から同期',
  dynamic: '動的',
  'role-assignable': 'ロールを割り当て可能',
} satisfies Readonly<Record<GroupTrait, string>>;

/** What is wrong with an input that a client has let through; `other` for what has no text of its own. */
export const complaints = {
  'reason-missing': '理由が必要です。承認者の判断材料になります。',
  'reason-too-long': '理由が長すぎます。',
  'ticket-too-long': 'チケット番号が長すぎます。',
  'group-name-missing': '新しいグループの名前が空です。',
  'group-name-too-long': '新しいグループの名前が長すぎます。',
  'group-name-not-showable': '新しいグループの名前に、表示できない文字が含まれています。',
  'duration-not-offered': '期間は、表示された選択肢から選んでください。',
  'person-too-long': '人の名前が長すぎます。',
  'person-not-a-sign-in-name': 'この人のサインイン名が必要です (例: ada@example.com)。',
  'comment-missing': '理由を書いてください。申請者に表示されます。',
  'comment-too-long': 'コメントが長すぎます。',
  'deputy-is-oneself': '自分自身を代理にすることはできません。',
  'deputy-is-guest': 'ゲストを代理にすることはできません。組織のメンバーを選んでください。',
  'duration-not-shorter': '指定する期間は、申請された期間より短くしてください。',
  'period-not-valid': '期間の終わりは、始まりより後にしてください。過去の日付は指定できません。',
  'row-not-readable':
    'この行は項目に過不足があります。必要なのは、サインイン名、グループ、期限がある場合は日数で、セミコロンで区切ります。',
  'rows-not-readable':
    '読み取れる行がありません。各行には、サインイン名、グループ、期限がある場合は日数が必要で、セミコロンで区切ります。',
  'row-separated-otherwise':
    'この行の区切り方が、ほかの行と異なります。すべての行で同じ区切り記号を使ってください。',
  'row-quote-not-closed': 'この行の引用符が閉じられていません。閉じるか、取り除いてください。',
  'row-duration-not-valid':
    '期間は 30 や 30 日のような日数にするか、無期限の場合は空にしてください。',
  'row-repeated': '同じ人とグループが、前の行にあります。',
  'row-group-ambiguous':
    'この名前のグループが複数あります。名前の代わりに、該当するグループのメール アドレスまたはオブジェクト ID を書いてください。',
  'list-empty': '人とグループが書かれた行がありません。',
  'list-too-long': 'リストは最大 200 行です。残りは 2 つ目のリストとして送信してください。',
  'list-not-readable':
    'テキストではないため、リストとして読み取れません。.csv ファイルを送るか、行を貼り付けてください。',
  'form-of-another':
    'このフォームは、ほかの人が送信したものです。自分のフォームを開くには「申請」と入力してください。',
  'catalog-name-missing': 'カタログの名前が必要です。',
  'catalog-name-too-long': 'カタログの名前が長すぎます。',
  'catalog-name-not-showable': 'カタログの名前に、表示できない文字が含まれています。',
  'catalog-description-too-long': '説明が長すぎます。',
  other: 'フォームの内容に正しくないところがあります。',
} satisfies Readonly<Record<Complaint | 'other', string>>;
