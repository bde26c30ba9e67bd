/** People whom the organisation does not let use the bot. */
export const guests = {
  refused:
    'I am sorry, I work for members of this organisation only, and you are here as a guest. Please ask somebody of the organisation to make the request, or an administrator whether guests may use me.',
  unknown:
    'I cannot find you in this organisation, so I do nothing. If you have only just come here, try again in ten minutes; otherwise ask an administrator.',
  checking:
    'I am still looking up who you are, so nothing was done yet. Please try again in a moment.',
} as const;
