/** The time that an audit is about: half-open, so that two that meet share nobody. */
import type { AuditSpec, Coverage, Window } from '@ombud/contract';
import { type Instant, parseInstant } from '@ombud/kernel';
import type { Engine, TimeWindow, WindowCounts } from './engines/engine.ts';
import { tableErrors } from './errors.ts';

const wholeSecond = /\.000Z$/;

/** Engines read times of texts to the second, so a bound within one would part people by the engine. */
function bound(text: string | undefined): Instant | null {
  if (text === undefined) return null;
  const instant = parseInstant(text);
  if (!wholeSecond.test(instant)) throw tableErrors.error('OMBUD_E_BAD_WINDOW', 'within-second', { text });
  return instant;
}

/**
 * The time that was asked for; null for all times.
 * @throws OmbudError `OMBUD_E_INSTANT`, `OMBUD_E_BAD_WINDOW` where it is empty or no column of times is named
 */
export function windowOf({ from, to, time }: AuditSpec): TimeWindow | null {
  if (from === undefined && to === undefined) return null;
  const window = { column: time ?? '', from: bound(from), to: bound(to) };
  if (time === undefined) throw tableErrors.error('OMBUD_E_BAD_WINDOW', 'no-time');
  if (window.from !== null && window.to !== null && window.from >= window.to)
    throw tableErrors.error('OMBUD_E_BAD_WINDOW', 'empty', { from: window.from, to: window.to });
  return window;
}

/** Where an instant lies. */
export function placeIn({ from, to }: TimeWindow, instant: Instant): 'before' | 'inside' | 'after' {
  if (from !== null && instant < from) return 'before';
  return to !== null && instant >= to ? 'after' : 'inside';
}

/** An engine that holds only what lies in the time that was asked for, and how much lies outside. */
export interface Narrowed {
  readonly engine: Engine;
  readonly counts: WindowCounts | null;
}

/**
 * Narrows an engine to the time that was asked for.
 * @throws OmbudError `OMBUD_E_BAD_WINDOW` where nothing lies in it; an unknown column is left to the check of the roles
 */
export async function narrow(engine: Engine, spec: AuditSpec): Promise<Narrowed> {
  const window = windowOf(spec);
  const known = window !== null && engine.columns.some(({ name }) => name === window.column);
  if (window === null || !known) return { engine, counts: null };
  const counts = await engine.countTimes(window, spec.count ?? null);
  requireInside(window, counts);
  return { engine: engine.during(window), counts };
}

/** @throws OmbudError `OMBUD_E_BAD_WINDOW` where nothing lies in the time */
export function requireInside({ column, from, to }: TimeWindow, counts: WindowCounts): void {
  if (counts.inside > 0) return;
  const { before, after, undated } = counts;
  throw tableErrors.error('OMBUD_E_BAD_WINDOW', 'nobody', {
    column,
    from: from ?? '-',
    to: to ?? '-',
    before,
    after,
    undated,
  });
}

/** Says in the coverage which time was asked for; who has no time is left out, since nobody can say whether they belong. */
export function withWindow(coverage: Coverage, spec: AuditSpec, counts: WindowCounts | null): Coverage {
  const asked = windowOf(spec);
  if (asked === null || counts === null) return coverage;
  const { before, after, undated } = counts;
  const window: Window = { ...asked, before, after };
  const none = undated === 0 ? [] : [{ reason: { code: 'no-time', params: {} }, rows: undated }];
  return { ...coverage, rows: coverage.rows + undated, excluded: [...coverage.excluded, ...none], window };
}
