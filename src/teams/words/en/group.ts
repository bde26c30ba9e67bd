import type { RequestState } from '../../../domain/request.ts';

/** A request that was begun in front of others. */
export const group = {
  formSent:
    'I have sent you the form in our private chat. Once you have sent it, everybody here can see who asks for whom, for which group, and how far the request is. Your reason stays private.',
  /** On a view that one person has of a card that all can see. */
  onlyYou: 'Only you see this.',
  /** To whoever asks for options and has none. */
  nothingForYou:
    'There is nothing for you to do here. Everybody else still sees the card as it was.',
  forWhom: 'For',
  askedBy: 'Asked for by',
  states: {
    'awaiting-approval': 'Waiting for approval',
    denied: 'Denied',
    cancelled: 'Cancelled',
    expired: 'Expired: nobody decided in time',
    'setting-up': 'Approved; being set up',
    delivering: 'Approved; being assigned',
    'awaiting-membership': 'Waiting for Microsoft Entra',
    'awaiting-sync': 'Waiting for the sync to Active Directory',
    confirmed: 'Done: Active Directory shows the membership',
    failed: 'Stopped; those who can mend it know',
  } satisfies Readonly<Record<RequestState, string>>,
} as const;
