import { z } from 'zod';

/** Where signed messages go, as whoever operates a system declares it. */
export const webhookSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(500),
  secret: z.string().min(16).max(200).describe('whsec_...: messages are signed with it (Standard Webhooks)'),
});
