/** A breaker is moved in one way, whether a program asks for it or somebody on a page. */
import {
  type BreakerChange,
  type Closing,
  closeBreaker,
  findVersion,
  proposeClosing,
  stopByHand,
} from '@ombud/app';
import { actorOf, type Principal } from '../access/roles.ts';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import { watchDesk } from './desk.ts';
import { outboxJob } from './raise.ts';

/** A key stops a system; it does not start one again. */
function requirePerson({ kind }: Principal): void {
  if (kind !== 'account') throw serverErrors.error('OMBUD_E_PEOPLE_ONLY', 'key');
}

type Stop = Omit<Parameters<typeof stopByHand>[2], 'by'>;

/** Stops a system. @throws OmbudError `OMBUD_E_SYSTEM`, or `OMBUD_E_BREAKER` where it is stopped as far already */
export async function stopNow({ services, who }: Call, system: string, stop: Stop): Promise<BreakerChange> {
  await findVersion(services.state, system);
  const change = await stopByHand(watchDesk(services), system, { by: actorOf(who), ...stop });
  services.kick('watch');
  services.kick(outboxJob);
  return change;
}

/** The first of the two people who start a system again. @throws OmbudError `OMBUD_E_PEOPLE_ONLY` for a key */
export async function proposeNow(
  { services, who }: Call,
  system: string,
  { why, remedy }: Pick<Closing, 'why' | 'remedy'>,
) {
  requirePerson(who);
  await findVersion(services.state, system);
  return proposeClosing(watchDesk(services), system, { by: actorOf(who), why, remedy });
}

/** The second of them. @throws OmbudError `OMBUD_E_PEOPLE_ONLY` for a key */
export async function closeNow({ services, who }: Call, system: string): Promise<BreakerChange> {
  requirePerson(who);
  await findVersion(services.state, system);
  const change = await closeBreaker(watchDesk(services), system, actorOf(who));
  services.kick(outboxJob);
  return change;
}
