/** The answer to "why not yet?". */
export const why = {
  title: 'まだ反映されない理由',
  /** Said at once where the answer takes a moment. */
  looking: '調べています。まもなく個人チャットに回答をお送りします。',
  arrived: '反映済みです',
  ended: '終了しました',
  asOf: (moment: string) => `${moment} 時点の状況です。`,
  nothing: '妨げになっているものは見当たりません。',
  nothingNext: '自動的に先へ進むはずです。引き続き確認します。',
  finished: (state: string) => `待つことはありません。この申請の状態: ${state}。`,
  fix: '対処方法',
  owner: '対応する人',
  seen: '確認内容',
  seenIn: (source: string, moment: string) => `${source}、${moment}`,
  evidence: (what: string, value: string) => `${what} = ${value}`,
  alsoPossible: 'ほかに考えられること',
  more: (count: number) => `ほかに考えられる理由 ${count} 件`,
  unansweredTitle: '調べられなかったこと',
  unanswered: (source: string, reason: string) => `${source}: ${reason}`,
  noAnswer: '時間内に応答がありませんでした。',
} as const;
