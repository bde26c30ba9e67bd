import { z } from 'zod';

export const Guid = z.guid('must be a GUID').toLowerCase();
export const List = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
export const HttpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' });
export const Text = z.string().min(1);

/** Tokens and keys travel over these; plain http is for this machine, where tests bring their own cloud. */
export const SafeUrl = z.url('must be an https URL').refine((text) => isSafe(text), {
  error: 'must be an https URL',
});

function isSafe(text: string): boolean {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1');
}
