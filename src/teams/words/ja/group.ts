import type { RequestState } from '../../../domain/request.ts';

/** A request that was begun in front of others. */
export const group = {
  formSent:
    '個人チャットにフォームを送りました。送信すると、だれがだれのためにどのグループを申請したかと進み具合が、ここにいる全員に表示されます。理由は公開されません。',
  onlyYou: 'この表示はあなただけに見えています。',
  nothingForYou:
    'ここであなたが行うことはありません。ほかの人には、これまでどおりのカードが表示されます。',
  forWhom: '対象者',
  askedBy: '申請者',
  states: {
    'awaiting-approval': '承認待ち',
    denied: '却下',
    cancelled: '取り消し済み',
    expired: '期限切れ: 期限内に決定されませんでした',
    'setting-up': '承認済み。設定しています',
    delivering: '承認済み。割り当てています',
    'awaiting-membership': 'Microsoft Entra への反映待ち',
    'awaiting-sync': 'Active Directory への同期待ち',
    confirmed: '完了: Active Directory でメンバーシップを確認しました',
    failed: '停止。対応できる人に連絡済みです',
  } satisfies Readonly<Record<RequestState, string>>,
} as const;
