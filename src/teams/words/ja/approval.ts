/** What a card says of the way to a decision. */
export const approval = {
  title: '承認',
  rule: 'ルール',
  ticket: 'チケット',
  waitingForSome: (count: number, who: string) => `${who} のうち ${count} 人の決定を待っています`,
  waitingForAll: (who: string) => `${who} 全員の決定を待っています`,
  waitingForBoth: (who: string) => `${who} の 2 人の決定を待っています`,
  expires: (moment: string) => `決定がない場合は ${moment} に終了します。`,
  claimed: (who: string, moment: string) => `${who} さんが ${moment} から対応しています。`,
  youClaimed: (moment: string) => `あなたが ${moment} から対応しています。`,
  youApproved: (moment: string) =>
    `あなたは承認済みです (${moment})。ほかの人の承認がまだ必要です。`,
  neededLater: (stage: string) =>
    `後のステージであなたの承認が必要で、同じ人が二度承認することはできないため、ここでは承認できません。あなたが承認するのは次のステージです: ${stage}。`,
  left: '依頼の理由だったグループまたは役割から外れたため、ここでのあなたへの依頼はなくなりました。',
  reminder: (moment: string) => `リマインダー: ${moment} から決定を待っています。`,
  reminds: (asks: string) => `リマインダー: ${asks}`,
  escalated: (who: string, moment: string) =>
    `長い間決定されなかったため、${moment} から次の人にも依頼しています: ${who}。`,
  stage: (number: number, count: number, name: string) => `ステージ ${number}/${count}: ${name}`,
  given: (given: number, need: number) => `必要な承認 ${need} 件のうち ${given} 件`,
  marks: { done: '✓', asked: '◐', later: '○', ended: '✕' },
  voted: (who: string, moment: string) => `✓ ${who} さんが承認、${moment}`,
  votedFor: (who: string, approver: string, moment: string) =>
    `✓ ${who} さんが ${approver} さんの代理で承認、${moment}`,
  votedWith: (vote: string, quote: string) => `${vote}: ${quote}`,
  unanswered: (who: string) => `未回答: ${who}`,
  neverAnswered: (who: string) => `回答なし: ${who}`,
  comesLater: (who: string) => `この後に依頼: ${who}`,
  standsIn: (deputy: string, approver: string, lastDay: string) =>
    `${lastDay} まで ${deputy} さんが ${approver} さんの代理`,
  shortened: (now: string, asked: string, who: string) =>
    `${now} (申請: ${asked}、${who} さんが短縮)`,
  duration: '期間',
  asAsked: (duration: string) => `申請どおり: ${duration}`,
  because: {
    named: '承認ポリシーであなたが指定されているため、依頼しています。',
    groupMember: (group: string) => `あなたが ${group} のメンバーであるため、依頼しています。`,
    manager: (who: string) => `あなたが ${who} さんの上司であるため、依頼しています。`,
    /** Of a review. */
    administrator: '承認できる人が足りないため、管理者であるあなたに依頼しています。',
    managerFallback: (who: string) =>
      `${who} さんには決定できる上司がいないため、あなたに依頼しています。`,
    catalogOwner: (catalog: string) =>
      `あなたがカタログ ${catalog} の所有者であるため、依頼しています。`,
    packageManager: (catalog: string) =>
      `あなたがカタログ ${catalog} のアクセス パッケージを管理しているため、依頼しています。`,
    deputy: (who: string, lastDay: string) =>
      `あなたが ${lastDay} まで ${who} さんの代理であるため、依頼しています。`,
  },
  returned: '計画が変わったため、もう一度承認が必要になりました',
  returnedBody: (moment: string) =>
    `この申請は承認されていましたが、作業を始める時点 (${moment}) で、承認時と異なる点がありました。何も変更していません。異なる点には、下で ⚠ を付けています。`,
  returns: (asks: string) => `承認後に変更がありました。${asks}`,
  writeback: { on: 'オン', off: 'オフ', undetermined: '未設定' },
  changed: (before: string, after: string) => `⚠ 変更: ${before} → ${after}`,
  newerBelow: 'この申請の新しいメッセージが下にあります。',
  showHere: 'ここに表示',
} as const;
