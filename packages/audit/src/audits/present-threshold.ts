import type { PresentThreshold, SweepDetails } from '@ombud/contract';
import { sum } from '@ombud/stats';
import type { ScoreCell } from '@ombud/table';

type Direction = SweepDetails['direction'];

/** Decisions that so many of 100 people do not follow are not made by a threshold. */
const leastFollowing = 0.9;

/** A threshold and which side of it gets the positive decision. */
export interface Present {
  readonly direction: Direction;
  readonly threshold: PresentThreshold;
}

interface Decided {
  readonly score: number;
  readonly yes: number;
  readonly no: number;
}

function decidedOf(cells: readonly ScoreCell[]): readonly Decided[] {
  const found = new Map<number, { score: number; yes: number; no: number }>();
  for (const { score, decision, n } of cells) {
    if (decision === null) continue;
    const entry = found.get(score) ?? { score, yes: 0, no: 0 };
    found.set(score, entry);
    entry[decision ? 'yes' : 'no'] += n;
  }
  return [...found.values()].sort((a, b) => a.score - b.score);
}

/** The threshold that most decisions follow when the positive one goes to the scores from it on. */
function bestAtLeast(rising: readonly Decided[]): PresentThreshold | null {
  const [yes, no] = [sum(rising.map((at) => at.yes)), sum(rising.map((at) => at.no))];
  let follows = yes;
  let best: PresentThreshold | null = null;
  for (const at of rising) {
    if (best === null || follows > best.follows) best = { threshold: at.score, follows, of: yes + no };
    follows += at.no - at.yes;
  }
  return best;
}

/** The same when it goes to the scores down from it: the mirror image. */
function bestAtMost(rising: readonly Decided[]): PresentThreshold | null {
  const found = bestAtLeast(rising.map(({ score, ...counts }) => ({ score: -score, ...counts })).reverse());
  return found === null ? null : { ...found, threshold: 0 - found.threshold };
}

const bestOf = (rising: readonly Decided[], direction: Direction): PresentThreshold | null =>
  direction === 'at-least' ? bestAtLeast(rising) : bestAtMost(rising);

/**
 * The threshold that the decisions follow, found from the decisions themselves.
 * @param side only this side; either where it is left out
 * @returns null where nobody was decided about, where all got the same, or where nine of ten do not follow any threshold
 */
export function presentThreshold(cells: readonly ScoreCell[], side?: Direction): Present | null {
  const rising = decidedOf(cells);
  if (!rising.some(({ yes }) => yes > 0) || !rising.some(({ no }) => no > 0)) return null;
  const found = (['at-least', 'at-most'] as const)
    .filter((direction) => side === undefined || side === direction)
    .flatMap((direction) => {
      const threshold = bestOf(rising, direction);
      return threshold === null ? [] : [{ direction, threshold }];
    })
    .sort((a, b) => b.threshold.follows - a.threshold.follows)[0];
  return found !== undefined && found.threshold.follows >= leastFollowing * found.threshold.of ? found : null;
}

/** A group's own threshold, and which side of it gets the positive decision. */
interface OwnThresholds {
  readonly direction: Direction;
  readonly thresholds: readonly PresentThreshold[];
}

/** Own thresholds leave at most half of those astray whom the best common one does, but for so many of all. */
const [mostLeft, chance] = [0.5, 0.01];

const astray = (followed: readonly PresentThreshold[]): number =>
  sum(followed.map(({ follows, of }) => of - follows));

/**
 * The thresholds of groups that are decided about by different ones; null where one threshold tells the decisions of all as well.
 * @param groups the people of each group
 */
export function ownThresholds(groups: readonly (readonly ScoreCell[])[]): OwnThresholds | null {
  const [found] = (['at-least', 'at-most'] as const)
    .flatMap((direction): OwnThresholds[] => {
      const thresholds = groups.flatMap((cells) => presentThreshold(cells, direction)?.threshold ?? []);
      return thresholds.length === groups.length && groups.length > 1 ? [{ direction, thresholds }] : [];
    })
    .sort((a, b) => astray(a.thresholds) - astray(b.thresholds));
  if (found === undefined || new Set(found.thresholds.map(({ threshold }) => threshold)).size === 1)
    return null;
  const common = bestOf(decidedOf(groups.flat()), found.direction);
  const all = sum(found.thresholds.map(({ of }) => of));
  const few = mostLeft * (astray(common === null ? [] : [common]) - chance * all);
  return few > 0 && astray(found.thresholds) <= few ? found : null;
}

/** Which end of the score gets the positive decision; the high one where the decisions do not say. */
export const directionOf = (cells: readonly ScoreCell[]): Direction =>
  presentThreshold(cells)?.direction ?? 'at-least';
