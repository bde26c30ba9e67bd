/** Access that is taken first and reviewed afterwards. */
export const breakGlass = {
  title: '緊急アクセス',
  taken: (who: string, moment: string) =>
    `${who} さんが承認なしで緊急アクセスを取得しました (${moment})`,
  because: (reason: string) => `理由: ${reason}`,
  settingUp: '設定しています。',
  delivering: '設定が完了しました。エンタイトルメント管理がパッケージを割り当てています。',
  altogether: (span: string) => `申請から反映の確認まで合計 ${span}。`,
  seenAt: (moment: string, span: string) => `確認: ${moment}、申請から ${span}後。`,
  ends: (moment: string) => `${moment} ごろに自動的に終了します。`,
  toReview: (who: string) => `正当だったかどうかは、${who} が回答できます。`,
  toReviewYourself: '正当だったかどうか、下で回答してください。',
  justified: (who: string, moment: string) =>
    `レビュー済み: ${who} さんが正当だったと判断しました (${moment})。`,
  notJustified: (who: string, moment: string) =>
    `レビュー済み: ${who} さんが正当ではなかったと判断しました (${moment})。`,
  reviewedWith: (verdict: string, quote: string) => `${verdict}${quote}`,
  notice: (who: string, what: string) => `${who} さんが緊急アクセスを取得しました: ${what}`,
  reminds: (notice: string) => `まだレビューされていません。${notice}`,
  notReviewed: (moment: string) => `まだ誰もレビューしていません。最後のリマインダー: ${moment}。`,
  reviewComment: 'コメント (正当ではなかった場合は必須)',
  reviewedTitle: {
    justified: 'あなたの緊急アクセスは正当だったと判断されました',
    'not-justified': 'あなたの緊急アクセスは正当ではなかったと判断されました',
  },
  offer: (hours: string) =>
    `お急ぎの場合: 承認なしで、すぐに ${hours}のアクセスを取得できます。決定する立場の全員に通知され、そのうちの 1 人が後でレビューします。`,
  offerButton: '緊急アクセス…',
  confirmTitle: '緊急アクセスを取得しますか?',
  confirmSummary: '緊急アクセスを確認してください',
  confirmWhat: (person: string, group: string) =>
    `${person} さんは、だれの承認も受けずに、すぐに ${group} に追加されます。`,
  confirmUntil: (hours: string, moment: string) =>
    `期間は ${hours}、${moment} ごろまでで、自動的に終了します。`,
  confirmTold: (who: string) =>
    `取得した時点で、あなたの名前と理由が、${who} と管理者に通知されます。`,
  confirmReview:
    'そのうちの 1 人が、正当だったかどうかを後でレビューします。結果はあなたに届きます。',
  confirmReplaces: (id: string) =>
    `同じメンバーシップの処理中の申請 ${id} は、これにより終了します。さらに長くアクセスが必要な場合は、この時間が過ぎてから新しく申請してください。`,
  replaced: (id: string) =>
    `同じメンバーシップについて緊急アクセス ${id} が取得されたため、この申請は終了しました。さらに長くアクセスが必要な場合は、その時間が過ぎてから新しく申請してください。`,
  confirmReason: 'あなたの理由',
  confirm: '今すぐ取得する',
  back: 'フォームに戻る',
} as const;
