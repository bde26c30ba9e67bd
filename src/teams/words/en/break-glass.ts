/** Access that is taken first and reviewed afterwards. */
export const breakGlass = {
  title: 'Emergency access',
  taken: (who: string, moment: string) =>
    `Emergency access, taken by ${who} without approval, ${moment}`,
  because: (reason: string) => `Because: ${reason}`,
  settingUp: 'I am setting it up.',
  delivering: 'Set up. Entitlement management is assigning the package.',
  altogether: (span: string) => `Altogether ${span} from the request to the proof.`,
  seenAt: (moment: string, span: string) => `Seen ${moment}, ${span} after the request.`,
  ends: (moment: string) => `It ends by itself about ${moment}.`,
  toReview: (who: string) => `${who} can say now whether it was justified.`,
  toReviewYourself: 'Please say below whether it was justified.',
  justified: (who: string, moment: string) => `Reviewed: justified, says ${who}, ${moment}.`,
  notJustified: (who: string, moment: string) => `Reviewed: not justified, says ${who}, ${moment}.`,
  reviewedWith: (verdict: string, quote: string) => `${verdict} ${quote}`,
  notice: (who: string, what: string) => `${who} took emergency access: ${what}`,
  reminds: (notice: string) => `Not reviewed yet. ${notice}`,
  notReviewed: (moment: string) => `Nobody has reviewed it yet. Last reminder: ${moment}.`,
  reviewComment: 'Comment (needed when it was not justified)',
  reviewedTitle: {
    justified: 'Your emergency access was found justified',
    'not-justified': 'Your emergency access was found not justified',
  },
  offer: (hours: string) =>
    `If it cannot wait: you may take access at once for ${hours}, without approval. Everybody who would decide is told, and one of them reviews it.`,
  offerButton: 'Emergency access…',
  confirmTitle: 'Take emergency access now?',
  confirmSummary: 'Please confirm the emergency access',
  confirmWhat: (person: string, group: string) =>
    `${person} comes into ${group} at once, without anybody's approval.`,
  confirmUntil: (hours: string, moment: string) =>
    `It lasts ${hours}, until about ${moment}, and ends by itself.`,
  confirmTold: (who: string) =>
    `${who} and the administrators are told at this moment, with your name and your reason.`,
  confirmReview:
    'One of them reviews afterwards whether it was justified. You will read the result.',
  confirmReplaces: (id: string) =>
    `The open request ${id} for the same membership ends with it. If access is needed for longer, make a new request when the hours are over.`,
  replaced: (id: string) =>
    `Emergency access ${id} was taken for the same membership, and this request ended with it. If access is needed for longer, make a new request when the hours are over.`,
  confirmReason: 'Your reason',
  confirm: 'Take access now',
  back: 'Back to the form',
} as const;
