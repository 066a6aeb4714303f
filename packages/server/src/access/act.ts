/** Administrative acts: the change and the entry that records it are one transaction. */
import type { Statements } from '@ombud/app';
import type { JsonObject } from '@ombud/kernel';
import type { Services } from '../services.ts';
import { actorOf, type Principal } from './roles.ts';

/** What was done. */
export interface Act {
  /** A code: `role-given`. */
  readonly act: string;
  readonly system?: string;
  /** What it takes something from, in clear: `key:...`. A restore carries it out again. */
  readonly target?: string;
  readonly details: JsonObject;
}

/**
 * Does something administrative and records it.
 * @returns the index of the entry
 * @example await doAct(services, who, { act: 'key-revoked', details: { key: id } }, (tx) => tx.of(accessTables).updateTable(...));
 */
export async function doAct(
  { state }: Services,
  who: Principal,
  { act, system, target, details }: Act,
  work: (tx: Statements) => Promise<unknown>,
): Promise<number> {
  const draft = {
    kind: 'act' as const,
    act,
    by: actorOf(who),
    ...(system === undefined ? {} : { system }),
    ...(target === undefined ? {} : { target }),
    payload: details,
  };
  const [entry] = await state.record([draft], work);
  return entry?.index ?? -1;
}
