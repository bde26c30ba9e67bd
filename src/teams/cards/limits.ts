/** How many characters each field of the form takes; setup/ refuses longer ones too. */
export const limits = {
  reason: 500,
  newGroupName: 120,
  personName: 320,
  comment: 1000,
} as const;

/** The durations the form offers, in days, beside "no end". */
export const offeredDays = [1, 7, 30, 90, 180, 365] as const;
