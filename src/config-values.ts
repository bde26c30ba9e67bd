import { z } from 'zod';

export const Guid = z.guid('must be a GUID');
export const List = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
export const HttpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' });
export const Text = z.string().min(1);
