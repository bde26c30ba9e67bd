/** How many characters each field of the form takes; setup/ refuses longer ones too. */
export const limits = {
  reason: 500,
  ticket: 100,
  newGroupName: 120,
  personName: 320,
  comment: 1000,
} as const;

/** As long as the name of a group in Entra can be. */
export const longestGroupName = 256;

/** People on one form: more come as a list, since a card has room for no more names. */
export const mostPeople = 40;

/** All the sign-in names typed on one form. */
export const longestNames = 2500;

/** The durations the form offers, in days, beside "no end". */
export const offeredDays = [1, 7, 30, 90, 180, 365] as const;

/** The one that is filled in, or the longest below it that may be given. */
export const usualDays = 90;
