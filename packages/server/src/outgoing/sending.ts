/** How every message leaves, whatever it is about: to the outside alone, for a declared time, and not lost in silence. */
import type { Sending, Undelivered } from '@ombud/app';
import type { Services } from '../services.ts';
import { guardedFetch } from './guarded-fetch.ts';

const hourMs = 3_600_000;

/** Who records that a message is not sent again. */
const outboxActor = 'outbox';

/** What all senders have in common. */
export function sendingOf({
  place,
  context,
  stopping,
  log,
}: Services): Required<Pick<Sending, 'fetch' | 'now' | 'signal' | 'giveUpMs' | 'undelivered'>> {
  const { allow, giveUpHours } = place.settings.outgoing;
  return {
    fetch: guardedFetch(allow),
    now: context.now,
    signal: stopping,
    giveUpMs: giveUpHours * hourMs,
    undelivered: ({ id, kind, system, state, fault, status, attempts }: Undelivered) => {
      const details = { message: id, kind, state, fault, attempts };
      log('message-undelivered', { ...details, system, status: status ?? 0 });
      return {
        kind: 'act',
        act: 'message-undelivered',
        by: outboxActor,
        ...(system === '' ? {} : { system }),
        payload: { ...details, status },
      };
    },
  };
}
