import { z } from 'zod';

/** No name and password before the host: they would be kept in clear, and shown to whoever may see where messages go. */
const withoutLogin = /^https?:\/\/[^/?#@\\]*(?:[/?#]|$)/i;

/** Where signed messages go, as whoever operates a system declares it. */
export const webhookSchema = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .regex(withoutLogin)
    .describe('Without a name and a password; what comes after the ? is not told again'),
  secret: z.string().min(16).max(200).describe('whsec_...: messages are signed with it (Standard Webhooks)'),
});

/** An address as it is told: what comes after the `?` may be a token, and is not. */
export function toldAddress(url: string): string {
  const { origin, pathname, search, hash } = new URL(url);
  return search === '' && hash === '' ? url : `${origin}${pathname}?not-told-again`;
}
