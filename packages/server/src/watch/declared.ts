/**
 * What the declaration of a system says of its watching. It holds before anything that is set on the page or by the API, which
 * set what it leaves open: a secret is in no declaration, so webhooks are never declared.
 */
import { configOf, listVersions, type Statements } from '@ombud/app';
import type { mailReceiverSchema, scheduleSchema } from '@ombud/contract';
import type { JsonObject } from '@ombud/kernel';
import type { z } from 'zod';

/** What is declared, and since when. */
export interface DeclaredWatch {
  readonly schedule: z.output<typeof scheduleSchema> | null;
  readonly tell: readonly z.output<typeof mailReceiverSchema>[] | null;
  /** Since when audits are asked for so often. */
  readonly since: string;
}

const everyIn = ({ watch }: JsonObject): unknown =>
  (watch as { readonly schedule?: { readonly every?: unknown } } | undefined)?.schedule?.every;

/** What the newest version of a system declares; null where it leaves all of it open. */
export async function declaredWatch(state: Statements, system: string): Promise<DeclaredWatch | null> {
  const versions = await listVersions(state, system);
  const [newest] = versions;
  const watch = newest === undefined ? undefined : configOf(newest).watch;
  if (newest === undefined || watch === undefined) return null;
  const { schedule = null, tell = null } = watch;
  let { declared: since } = newest;
  for (const { document, declared } of versions) {
    if (everyIn(document) !== schedule?.every) break;
    since = declared;
  }
  return { schedule, tell, since };
}
