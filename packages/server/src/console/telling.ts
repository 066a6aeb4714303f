/** How times, actors and systems are told on the pages. */
import type { SystemVersion } from '@ombud/app';
import type { Voice } from '@ombud/words';
import { listAccounts } from '../access/accounts.ts';
import { listKeys } from '../access/keys.ts';
import type { Role } from '../access/roles.ts';
import type { AuditRun } from '../audits/runs.ts';
import type { Services } from '../services.ts';

/** Whoever may see that systems are there and how they stand. */
export const readers: readonly Role[] = [
  'administrator',
  'operator',
  'auditor',
  'reviewer',
  'clerk',
  'viewer',
];

/** Whoever may see figures of an audit that were not prepared for publication. */
export const figureReaders: readonly Role[] = ['administrator', 'operator', 'auditor'];

/** A moment: `2 January 2026, 14:05 UTC`. */
export const momentOf = (voice: Voice, iso: string): string =>
  voice.say('console/moment', { day: voice.day(iso), time: iso.slice(11, 16) });

/** Which decisions a run is about, where it is not about all that the system made. */
export function scopeTexts(voice: Voice, { shadow, people, from, to }: AuditRun): readonly string[] {
  const given = {
    from: from === null ? '' : momentOf(voice, from),
    to: to === null ? '' : momentOf(voice, to),
  };
  const key = from === null ? 'console/about-window-to' : 'console/about-window-from';
  return [
    ...(shadow ? [voice.say('console/about-shadow')] : []),
    ...(people ? [voice.say('console/about-people')] : []),
    ...(from === null && to === null
      ? []
      : [voice.say(from !== null && to !== null ? 'console/about-window' : key, given)]),
  ];
}

/** What people call a system. */
export function titleOf({ system, document }: SystemVersion): string {
  const { title } = document;
  return typeof title === 'string' && title !== '' ? title : system;
}

/** Who acted, by the names of accounts and keys. */
export async function actorNames(services: Services, voice: Voice): Promise<(actor: string) => string> {
  const names = new Map<string, string>([
    ...(await listAccounts(services)).map(({ id, name }) => [`account:${id}`, name] as const),
    ...(await listKeys(services)).map(
      ({ id, name }) => [`key:${id}`, voice.say('console/key-named', { name })] as const,
    ),
    ['anonymous', voice.say('console/invited')] as const,
    ['schedule', voice.say('watch/by-schedule')] as const,
    ['outbox', voice.say('outgoing/by-outbox')] as const,
  ]);
  return (actor) => names.get(actor) ?? actor;
}
