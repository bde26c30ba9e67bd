/**
 * Names that are stored with every piece of work. They stay as they are for ever: with a new version
 * or a new name, work begun before a deployment would wait for a program that no longer exists.
 */
export const applicationName = 'writeback';
export const applicationVersion = '1';

/** One workflow and one queue of the same name for each kind of follow-up. */
export const setUp = 'set-up';
export const refreshCards = 'refresh-cards';
