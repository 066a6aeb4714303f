/** How large a body may be: by the length that is told, or counted while it is read where none is. */
import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { serverErrors } from '../errors.ts';
import { headerOf, incomingOf } from './request-headers.ts';

/** So much more of a body that is too large is read, so that its sender hears the answer rather than a closed door. */
const mostAway = 64 * 1024 * 1024;

async function readAway(body: ReadableStream<Uint8Array> | null): Promise<void> {
  let left = mostAway;
  try {
    for await (const chunk of body ?? []) {
      left -= chunk.byteLength;
      if (left < 0) return;
    }
  } catch {
    // It was read already, or its sender has gone.
  }
}

/**
 * Refuses what is larger. Node holds a sender to the length that they told, so that a body whose length is told is not
 * counted again: the stream that counts costs more than a small decision does.
 *
 * @throws OmbudError `OMBUD_E_HTTP_TOO_LARGE`
 */
export function limitBody(most: number): MiddlewareHandler {
  const refuse = async ({ req }: HonoContext): Promise<never> => {
    await readAway(req.raw.body);
    throw serverErrors.error('OMBUD_E_HTTP_TOO_LARGE', 'body', { most });
  };
  const counted = bodyLimit({ maxSize: most, onError: refuse });
  return (context, next) => {
    const header = headerOf(context);
    const length = header('content-length');
    const { headers } = incomingOf(context) ?? {};
    if (headers === undefined || header('transfer-encoding') !== undefined) return counted(context, next);
    return Number(length ?? 0) > most ? refuse(context) : next();
  };
}
