import { plural } from '../counting.ts';

/** A list of requests that are made, approved and followed together. */
export const bulk = {
  /** What the first line of a list may call its columns. */
  columns: {
    who: [
      'user',
      'person',
      'upn',
      'user principal name',
      'member',
      'sign-in name',
      'email',
      'mail',
    ],
    group: ['group', 'group name', 'group id'],
    duration: ['duration', 'days', 'duration (days)'],
  } as Readonly<Record<'who' | 'group' | 'duration', readonly string[]>>,
  /** What may stand beside the number of a duration. */
  units: {
    days: ['day', 'days', 'd'],
    weeks: ['week', 'weeks'],
    months: ['month', 'months'],
    years: ['year', 'years'],
  } as Readonly<Record<'days' | 'weeks' | 'months' | 'years', readonly string[]>>,
  title: 'Request many memberships at once',
  formSummary: 'The form for a list of requests',
  intro:
    'Paste a list, or send me a .csv file in this chat. I check every line first and show you what I found; nothing is sent before you say so.',
  lines: 'One line per person: sign-in name, group, number of days',
  linesHint: 'ada@example.com; Finance Reports; 30',
  linesMissing: 'Paste at least one line.',
  check: 'Check the list',
  heading: (id: string) => `List ${id}`,
  headingFrom: (id: string, who: string) => `List ${id} from ${who}`,
  madeBy: (who: string, moment: string) => `${who}, ${moment}`,
  lineCount: (count: number) =>
    plural('en', count, { one: `${count} line`, other: `${count} lines` }),
  checking: 'I am checking every line. This card shows the result in a moment.',
  allGood: (count: number) =>
    plural('en', count, {
      one: 'The one line can be sent.',
      other: `All ${count} lines can be sent.`,
    }),
  someGood: (good: number, refused: number) => {
    const first = plural('en', good, {
      one: `${good} line can be sent`,
      other: `${good} lines can be sent`,
    });
    return plural('en', refused, {
      one: `${first}, ${refused} cannot.`,
      other: `${first}, ${refused} cannot.`,
    });
  },
  noneGood: 'None of the lines can be sent.',
  draftHint:
    'Nothing has been sent yet. Lines you correct are checked and sent as a list of their own.',
  sending: 'I am sending the requests. This card shows them in a moment.',
  discarded: 'Nothing of this list was sent.',
  sent: (count: number) =>
    plural('en', count, {
      one: `${count} request was sent.`,
      other: `${count} requests were sent.`,
    }),
  nothingSent: 'No request was made from this list.',
  forYou: (count: number) =>
    plural('en', count, {
      one: 'One request waits for your decision.',
      other: `${count} requests wait for your decision.`,
    }),
  finished: 'All requests of this list have come to an end.',
  /** "40 in Active Directory, 2 stopped". */
  count: (count: number, state: string) => `${count} ${state}`,
  couldNotBeSent: 'could not be sent',
  rowGood: 'can be sent',
  rowNotSent: 'was not sent',
  rowUnchecked: 'is being checked',
  rowLine: (row: number) => `Line ${row}`,
  marked: (mark: string, title: string) => `${mark} ${title}`,
  rowTitle: (person: string, group: string) => `${person} in ${group}`,
  rowTimed: (title: string, duration: string) => `${title}, ${duration}`,
  rowState: (id: string, state: string) => `${id} · ${state}`,
  rowsTitle: 'Line by line',
  rowsTitleOf: (page: number, pages: number) => `Line by line, page ${page} of ${pages}`,
  openOne:
    'Select a line to see its request with the whole plan and what you can do about it alone.',
  reason: 'Reason for all of them',
  reasonHint: 'The approver decides by it',
  ticket: 'Ticket number',
  ticketHint: 'Your rules ask for one',
  comment: 'Comment (needed to deny)',
  send: (count: number) =>
    plural('en', count, { one: 'Send the request', other: `Send the ${count} good ones` }),
  discard: 'Send nothing',
  checkAgain: 'Check again',
  checkRefusedAgain: 'Check refused again',
  correct: 'Correct these lines',
  correcting: (id: string) =>
    `These are the lines of ${id} that cannot be sent. Correct them here; they become a new list.`,
  correctingSome: (id: string, shown: number, all: number) =>
    `These are the first ${shown} of the ${all} lines of ${id} that cannot be sent. Correct them here; they become a new list.`,
  correctBelow: 'The lines are in a new message in our private chat. Correct them there.',
  noneToCorrect: 'No line of this list is refused any more.',
  /** Where its lines were sent in front of others. */
  comesPrivately: 'I am checking your list. Its card comes into our private chat.',
  comesWithApp:
    'I have your list, but I cannot write to you privately yet. Add the Writeback app in Teams, and its card comes into our private chat.',
  unreachable: (who: string) =>
    `I cannot write to ${who}. They do not have the Writeback app in Teams, or it is blocked for them. As soon as they have it, they get this list.`,
  approveAll: (count: number) =>
    plural('en', count, { one: 'Approve', other: `Approve all ${count}` }),
  approveSome: (count: number, all: number) => `Approve ${count} of ${all}`,
  denyAll: (count: number) => plural('en', count, { one: 'Deny', other: `Deny all ${count}` }),
  cancelAll: 'Cancel the whole list',
  cancelUndecided: (count: number) =>
    plural('en', count, {
      one: 'Cancel the undecided one',
      other: `Cancel the ${count} undecided`,
    }),
  retryFailed: (count: number) =>
    plural('en', count, {
      one: 'Try the stopped one again',
      other: `Try the ${count} stopped again`,
    }),
  next: 'Next lines',
  previous: 'Previous lines',
  ordered: {
    approve: (who: string) => `${who} has approved the list. I am passing it on line by line.`,
    deny: (who: string) => `${who} has denied the list. I am passing it on line by line.`,
    cancel: (who: string) => `${who} takes the list back. I am passing it on line by line.`,
    retry: (who: string) => `${who} tries the stopped requests again.`,
  },
  carriedOut: {
    approve: (who: string, count: number) =>
      plural('en', count, {
        one: `${who} approved ${count} request.`,
        other: `${who} approved ${count} requests.`,
      }),
    deny: (who: string, count: number) =>
      plural('en', count, {
        one: `${who} denied ${count} request.`,
        other: `${who} denied ${count} requests.`,
      }),
    cancel: (who: string, count: number) =>
      plural('en', count, {
        one: `${who} cancelled ${count} request.`,
        other: `${who} cancelled ${count} requests.`,
      }),
    retry: (who: string, count: number) =>
      plural('en', count, {
        one: `${who} started ${count} request again.`,
        other: `${who} started ${count} requests again.`,
      }),
  },
  notDone: (row: number, why: string) => `Not line ${row}: ${why}`,
  /** Where the words for whoever is refused would not be right for everybody else who reads the card. */
  notDoneBecause: {
    'not-allowed': (who: string) => `${who} may not do this.`,
    'own-request': () => 'Whoever asks for access or gets it does not decide on it.',
    'not-asked-now': (who: string) => `${who} is not asked at this stage.`,
    'already-approved': (who: string) => `The approval of ${who} counts already.`,
    'approved-earlier-stage': (who: string) => `${who} approved an earlier stage of this request.`,
    'needed-later': (who: string, stage: string) =>
      `A later stage of this request needs ${who} (${stage}).`,
    'no-longer-approver': (who: string) =>
      `${who} no longer belongs to those who decide on this request.`,
  },
  notDoneMore: (count: number) =>
    plural('en', count, { one: `and ${count} more line`, other: `and ${count} more lines` }),
  quoted: (words: string) => `“${words}”`,
  onlyExisting:
    'For several people at once, choose a group that exists. A new group is requested for one person first.',
  withoutPackage:
    'For several people at once I choose the access package. Please leave this field empty.',
  plans: 'What will change',
  /** More plans than fit on the card. */
  plansOf: (from: number, to: number, all: number) =>
    `What will change: plans ${from} to ${to} of ${all}`,
  nextPlans: 'More plans',
  previousPlans: 'Previous plans',
  /** Of a decision on the whole list. */
  changed:
    'Something that this list would change is different from what you looked at, so I have done nothing yet. The plans below are as they are now; please look at them and decide again.',
  newList: (id: string) => `The refused lines are now the list ${id}, which has a card of its own.`,
  listLine: (id: string, states: string) => `${id} · ${states}`,
  listStates: {
    checking: 'being checked',
    draft: 'checked, not sent',
    discarded: 'not sent',
    sending: 'being sent',
    sent: 'sent',
  },
  notFound: (id: string) => `There is no list ${id} that you could see.`,
  /** After "why" and the number of a list. */
  whyEach: (id: string) =>
    `Each request of this list goes its own way. Type why and the number of one, such as: why ${id}`,
  /** After "cancel". */
  cancelling: 'I am taking the list back.',
  notYours: (who: string) => `Nothing was taken back: only ${who} can take this list back.`,
  notCancelled: 'Everything of this list has been decided, so there is nothing left to take back.',
  notYet:
    'That is not possible yet, as I am still checking or sending this list. Please try again in a moment.',
  over: 'That is not possible any more. The card shows how the list stands now.',
  sentence: (heading: string, states: string) => `${heading}: ${states}`,
  asksSentence: (who: string, heading: string, count: number) =>
    plural('en', count, {
      one: `${who} asks for your decision about one request. ${heading}`,
      other: `${who} asks for your decision about ${count} requests. ${heading}`,
    }),
  newerBelow: 'There is a newer message about this list further down.',
  outcomeTitle: (id: string) => `List ${id} is finished`,
  file: {
    tooLarge:
      'This file is larger than 1 MB. A list has at most 200 lines; please send a shorter one.',
    notReadable:
      'I could not fetch this file from Teams. Please send it again, or paste the lines.',
    notAList: (name: string) =>
      `${name} is no .csv file. Please save the list as .csv, or paste the lines after "bulk".`,
    onlyOne: 'Please send one file at a time.',
  },
} as const;
