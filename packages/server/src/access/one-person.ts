/**
 * Whether two who act may be one person, as far as that can be known here: an account with the same mailbox, one that the other
 * made or invited a short while ago, a key that the other made. Who two accounts belong to, nobody can prove to a machine.
 */
import type { People, Statements } from '@ombud/app';
import { serverErrors } from '../errors.ts';
import type { Services } from '../services.ts';
import { behind, personBehind } from './answers-for.ts';
import { accessTables } from './tables.ts';

/** For so long, in days, whoever was invited or made by somebody does not count as another beside them. */
const newcomerDays = 30;
const dayMs = 86_400_000;

/** How two who act hang together. */
export type OnePerson = 'same' | 'key' | 'mailbox' | 'made';

const accountOf = (tx: Statements, id: string) =>
  tx
    .of(accessTables)
    .selectFrom('accounts')
    .select(['id', 'mailbox', 'made', 'made_by'])
    .where('id', '=', id)
    .executeTakeFirst();

const idIn = (actor: string): string => actor.slice(actor.indexOf(':') + 1);

/** How two actors hang together, or null where nothing says that they are one person. */
export async function onePerson(
  tx: Statements,
  a: string,
  b: string,
  now: number,
): Promise<OnePerson | null> {
  if (a === b) return 'same';
  const [first, second] = [await behind(tx, idIn(a)), await behind(tx, idIn(b))];
  if (first === second) return 'key';
  const [one, other] = [await accountOf(tx, first), await accountOf(tx, second)];
  if (one?.mailbox !== undefined && one.mailbox !== null && one.mailbox === other?.mailbox) return 'mailbox';
  const since = new Date(now - newcomerDays * dayMs).toISOString();
  for (const [made, maker] of [
    [one, second],
    [other, first],
  ] as const)
    if (typeof made?.made_by === 'string' && made.made > since && (await behind(tx, made.made_by)) === maker)
      return 'made';
  return null;
}

/**
 * Refuses whoever may be the same person as one of those who acted before.
 * @throws OmbudError `OMBUD_E_ONE_PERSON`
 */
export async function requireOthers(
  tx: Statements,
  actor: string,
  before: readonly string[],
  now: number,
): Promise<void> {
  for (const one of before) {
    const how = await onePerson(tx, actor, one, now);
    if (how !== null) throw serverErrors.error('OMBUD_E_ONE_PERSON', how, { other: one, days: newcomerDays });
  }
}

/** How the use cases tell two people apart. */
export const peopleOf = (services: Services): Required<People> => ({
  person: (actor) => personBehind(services, actor),
  requireOthers: (actor, before) => requireOthers(services.state, actor, before, services.context.now()),
});
