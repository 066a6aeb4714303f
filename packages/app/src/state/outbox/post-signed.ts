/** One message to one receiver, signed as Standard Webhooks are. */
import { Webhook } from 'standardwebhooks';
import type { DeliveryFault } from './fault.ts';

/** An answer: its status as HTTP has them, null where there was none, and its text. */
export interface Answer {
  readonly status: number | null;
  readonly text: string;
  /** Why there was none, where it is known. */
  readonly fault?: DeliveryFault;
}

interface Signed {
  readonly id: string;
  readonly kind: string;
  /** JSON. */
  readonly body: string;
}

interface Way {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

const longestAnswer = 10_000;

/** Posts a message. @throws where there is no connection, or no answer in time */
export async function postSigned(
  message: Signed,
  { url, secret }: { readonly url: string; readonly secret: string },
  { fetch, now, signal }: Way,
): Promise<Answer> {
  const at = new Date(now());
  const body = JSON.stringify({ type: message.kind, data: JSON.parse(message.body) });
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    signal,
    headers: {
      'content-type': 'application/json',
      'webhook-id': message.id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(message.id, at, body),
    },
    body,
  });
  return { status: response.status, text: (await response.text()).slice(0, longestAnswer) };
}
