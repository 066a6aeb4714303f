import { canonicalJson } from '@ombud/kernel';
import { appErrors } from '../errors.ts';
import type { BreakerPosition } from './breaker-state.ts';
import { type BreakerChange, changeOf, readBreaker, setPosition, type WatchDesk } from './watch-ledger.ts';

/** A breaker that is opened now. */
export interface Opening {
  readonly system: string;
  readonly position: 'open' | 'human-only';
  /** Canonical JSON, as the entry holds it. */
  readonly because: string;
}

const strictness: Readonly<Record<BreakerPosition, number>> = { closed: 0, 'human-only': 1, open: 2 };

/** Whether less is decided at the new position: one person is enough for that, and back it takes two. */
const tightens = (before: BreakerPosition, after: BreakerPosition): boolean =>
  strictness[after] > strictness[before];

/**
 * Opens a breaker at once, or stops also the people where it was left to them.
 * @throws OmbudError `OMBUD_E_BREAKER` where it is open as far already
 */
export async function openBreaker(
  desk: WatchDesk,
  { system, position, because }: Opening,
): Promise<BreakerChange> {
  const draft = { kind: 'breaker' as const, system, state: position, because };
  const [entry] = await desk.state.record([draft], async (tx, [recorded]) => {
    if (!tightens((await readBreaker(tx, system)).position, position))
      throw appErrors.error('OMBUD_E_BREAKER', 'not-closed', { system });
    const change = changeOf(draft, recorded?.index ?? -1);
    await setPosition(tx, change);
    await desk.announce(tx, change);
  });
  return changeOf(draft, entry?.index ?? -1);
}

/**
 * Somebody stops a system: one person is enough.
 * @throws OmbudError `OMBUD_E_BREAKER` where it is stopped already
 */
export const stopByHand = (
  desk: WatchDesk,
  system: string,
  {
    by,
    why,
    position,
  }: { readonly by: string; readonly why: string; readonly position: Opening['position'] },
): Promise<BreakerChange> =>
  openBreaker(desk, { system, position, because: canonicalJson({ cause: 'person', by, why }) });
