/** One question to the server, asked again where it may be answered later. */
import { setTimeout as pause } from 'node:timers/promises';
import { ClientError, isDown } from './errors.ts';
import { retryAfterMs } from './retry-after.ts';

/** Whom to ask, and how patiently. */
export interface Server {
  /** Such as `https://decisions.example.org`. */
  readonly url: string;
  /** An API key of the role `recorder`. */
  readonly key: string;
  /** Milliseconds until an attempt counts as not answered; 10,000 where left out. */
  readonly timeoutMs?: number;
  /** Attempts until the server counts as down; 4 where left out. */
  readonly attempts?: number;
  /** Milliseconds before the second attempt; doubled before each other; 100 where left out. */
  readonly backoffMs?: number;
  /** Milliseconds that the server may ask to be left alone (`Retry-After`) without counting as down; 5,000 where left out. */
  readonly patienceMs?: number;
  /** The language of the sentences that the server gives. */
  readonly language?: string;
}

const usual = { timeoutMs: 10_000, attempts: 4, backoffMs: 100, patienceMs: 5000 } as const;
const longestBackoffMs = 5000;

/** A question: the same bytes each time that it is asked, so that a key in it makes repeats harmless. */
export interface Question {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
}

/**
 * Asks, and asks again while there is no answer.
 * @throws ClientError what the server refused, or that it is down
 */
export async function ask(server: Server, question: Question): Promise<unknown> {
  const { attempts = usual.attempts, backoffMs = usual.backoffMs, patienceMs = usual.patienceMs } = server;
  for (let attempt = 1; ; attempt++)
    try {
      return await askOnce(server, question);
    } catch (error) {
      if (!(error instanceof ClientError) || !isDown(error) || attempt >= attempts) throw error;
      const wanted = error.retryAfterMs ?? 0;
      if (wanted > patienceMs) throw error;
      // Half of it by chance, so that many clients do not come back at once.
      const own = Math.min(longestBackoffMs, backoffMs * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2);
      await pause(wanted + own);
    }
}

async function askOnce(server: Server, { method, path, body }: Question): Promise<unknown> {
  const { url, key, timeoutMs = usual.timeoutMs, language } = server;
  const headers = {
    authorization: `Bearer ${key}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(language === undefined ? {} : { 'accept-language': language }),
  };
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}${path}`, {
      method,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    if (!response.ok) throw refused(response, text);
    return parsed(text);
  } catch (cause) {
    if (cause instanceof ClientError) throw cause;
    const late = cause instanceof DOMException && cause.name === 'TimeoutError';
    throw new ClientError('OMBUD_CLIENT_DOWN', late ? 'no-answer' : 'unreachable', { cause });
  }
}

/** An answer that is not ours, such as a proxy's page, is as good as none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ClientError('OMBUD_CLIENT_DOWN', 'not-json', { cause });
  }
}

function refused({ status, headers }: Response, text: string): ClientError {
  const problem = ((): Record<string, unknown> => {
    try {
      const value: unknown = JSON.parse(text);
      return typeof value === 'object' && value !== null ? { ...value } : {};
    } catch {
      return {};
    }
  })();
  const { code, reason, title, params } = problem;
  return new ClientError(
    typeof code === 'string' ? code : 'OMBUD_CLIENT_STATUS',
    typeof reason === 'string' ? reason : String(status),
    {
      status,
      retryAfterMs: retryAfterMs(headers.get('retry-after'), Date.now()),
      ...(typeof title === 'string' ? { title } : {}),
      ...(typeof params === 'object' && params !== null ? { params: { ...params } } : {}),
    },
  );
}
