/**
 * Webhooks of an Ombud server, checked: https://github.com/standard-webhooks/standard-webhooks (HMAC-SHA256 over
 * `id.timestamp.body`). A message is sent again until it is answered, so each id is handled once.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { ClientError } from './errors.ts';

/** Header values as any server gives them. */
export type HeaderValues = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** A message that is the server's own. */
export interface Webhook {
  readonly id: string;
  readonly sent: Date;
  /** The JSON of the body. */
  readonly payload: unknown;
}

const toleranceMs = 5 * 60_000;
const secondMs = 1000;

function headerOf(headers: HeaderValues, name: string): string {
  const value =
    headers instanceof Headers
      ? headers.get(name)
      : Object.entries(headers).find(([own]) => own.toLowerCase() === name)?.[1];
  return typeof value === 'string' ? value : '';
}

/**
 * Checks a message.
 * @param secrets as the server shows them, `whsec_...`; several while one is changed
 * @param body as it came, not parsed
 * @throws ClientError `OMBUD_CLIENT_WEBHOOK` where no secret signed it, or it is older than five minutes
 */
export function verifyWebhook(
  secrets: string | readonly string[],
  headers: HeaderValues,
  body: string | Uint8Array,
  now: number = Date.now(),
): Webhook {
  const refuse = (reason: string) => new ClientError('OMBUD_CLIENT_WEBHOOK', reason);
  const [id, time, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    headerOf(headers, name),
  ) as [string, string, string];
  if (id === '' || signatures === '' || !/^\d{1,12}$/.test(time)) throw refuse('headers');
  const text =
    typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  const given = signatures.split(' ').flatMap((one) => (one.startsWith('v1,') ? [one.slice(3)] : []));
  const isSigned = [secrets].flat().some((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const wanted = createHmac('sha256', key).update(`${id}.${time}.${text}`).digest();
    return given.some((one) => isSame(wanted, Buffer.from(one, 'base64')));
  });
  if (!isSigned) throw refuse('signature');
  const sent = Number(time) * secondMs;
  if (Math.abs(now - sent) > toleranceMs) throw refuse('time');
  return { id, sent: new Date(sent), payload: JSON.parse(text) };
}

const isSame = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

/** Remembers which ids were handled. Keep it where your state is, so that a restart forgets none. */
export interface Handled {
  has(id: string): boolean | Promise<boolean>;
  add(id: string): unknown;
}

const mostRemembered = 100_000;

/** Remembers in memory: enough where handling twice after a restart does no harm. */
function inMemory(): Handled {
  const ids = new Set<string>();
  return {
    has: (id) => ids.has(id),
    add: (id) => {
      ids.add(id);
      const [oldest] = ids;
      if (ids.size > mostRemembered && oldest !== undefined) ids.delete(oldest);
    },
  };
}

/** What to do with messages. */
export interface ReceiverOptions {
  readonly secret: string | readonly string[];
  /** Does what the message asks; where it throws, the server sends the message again. */
  readonly handle: (message: Webhook) => unknown;
  readonly handled?: Handled;
}

/**
 * Receives messages: gives the status to answer with. 204: handled, now or before; 401: not the server's; 500: failed.
 * @example const receive = webhookReceiver({ secret, handle: ({ payload }) => stop(payload) });
 */
export function webhookReceiver({
  secret,
  handle,
  handled = inMemory(),
}: ReceiverOptions): (headers: HeaderValues, body: string | Uint8Array) => Promise<204 | 401 | 500> {
  const underWay = new Map<string, Promise<204 | 500>>();
  const once = async (message: Webhook): Promise<204 | 500> => {
    try {
      if (await handled.has(message.id)) return 204;
      await handle(message);
      await handled.add(message.id);
      return 204;
    } catch {
      return 500;
    } finally {
      underWay.delete(message.id);
    }
  };
  return async (headers, body) => {
    const message = ((): Webhook | null => {
      try {
        return verifyWebhook(secret, headers, body);
      } catch {
        return null;
      }
    })();
    if (message === null) return 401;
    const running = underWay.get(message.id) ?? once(message);
    underWay.set(message.id, running);
    return running;
  };
}
