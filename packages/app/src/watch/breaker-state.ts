/**
 * The state of a breaker as a fold over the ledger: plain numbers that anyone can compute again from the same entries in
 * the same order. What is stored is a copy of it.
 */
import type { BreakerRule } from '@ombud/contract';
import { canonicalJson, type JsonObject } from '@ombud/kernel';
import type { Attributes, Scalar } from '@ombud/ledger';
import {
  detectorOpened,
  initialRateMonitor,
  initialRatioMonitor,
  type RateMonitor,
  type RatioMonitor,
  stepRateMonitor,
  stepRatioMonitor,
} from '@ombud/stats';
import { type RuleInForce, ruleOf, sidesOf } from './rule.ts';
import { initialTrajectory, stepTrajectory, type Trajectory } from './trajectory.ts';

/** closed: the system decides; open: it is stopped; human-only: people decide. */
export type BreakerPosition = 'closed' | 'open' | 'human-only';

/** So many of so many. */
export interface Tally {
  readonly events: number;
  readonly n: number;
}

/** Two groups of people, counted since the breaker opened. */
export interface TallyPair {
  readonly watched: Tally;
  readonly reference: Tally;
}

/** What was found by a detector, and at which entry. */
export type Tripped =
  | { readonly cause: 'ratio'; readonly at: number; readonly ratio: number }
  | { readonly cause: 'overturned'; readonly at: number };

/** All that a breaker remembers. */
export interface BreakerState {
  readonly position: BreakerPosition;
  /** The entry that changed the position; null while it never was. */
  readonly since: number | null;
  /** Why it is not closed, as its entry says. */
  readonly because: string | null;
  readonly inForce: RuleInForce | null;
  /** Rules that were declared and that nobody has approved yet. */
  readonly proposed: readonly RuleInForce[];
  readonly ratios: readonly RatioMonitor[];
  readonly overturned: RateMonitor | null;
  /** How the evidence of each of them grew: of the ratios in their order, and of the overturned appeals. */
  readonly ratioPaths: readonly Trajectory[];
  readonly overturnedPath: Trajectory;
  /** The evidence has reached c: the detectors wait until the breaker was closed again. */
  readonly tripped: Tripped | null;
  /** Decisions by people and in the shadow since it opened, for each ratio. */
  readonly closingRatios: readonly TallyPair[];
  /** Appeals against decisions of people that were answered since it opened. */
  readonly closingOverturned: Tally;
  /** Decisions that were counted, and those of the system that nobody could read any more. */
  readonly counted: number;
  readonly unreadable: number;
  /** The newest decision of the system, whatever it moved. */
  readonly newest: { readonly index: number; readonly time: string } | null;
}

/** What the ledger holds that moves a breaker. */
export type BreakerEvent =
  | { readonly kind: 'declaration'; readonly index: number; readonly document: JsonObject }
  | { readonly kind: 'approval'; readonly declaration: number }
  | {
      readonly kind: 'decision';
      readonly index: number;
      readonly by: 'system' | 'person';
      readonly decision: Scalar;
      readonly attributes: Attributes;
    }
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'answer';
      readonly index: number;
      readonly overturned: boolean;
      /** Who made the decision that was appealed. */
      readonly by: 'system' | 'person';
    }
  | {
      readonly kind: 'breaker';
      readonly index: number;
      readonly position: BreakerPosition;
      readonly because: string;
    };

const nobody: Tally = { events: 0, n: 0 };

/** A breaker before the first entry. */
export const initialBreaker: BreakerState = {
  position: 'closed',
  since: null,
  because: null,
  inForce: null,
  proposed: [],
  ratios: [],
  overturned: null,
  ratioPaths: [],
  overturnedPath: initialTrajectory,
  tripped: null,
  closingRatios: [],
  closingOverturned: nobody,
  counted: 0,
  unreadable: 0,
  newest: null,
};

const fresh = (state: BreakerState, inForce: RuleInForce | null): BreakerState => ({
  ...state,
  inForce,
  tripped: null,
  ratios: (inForce?.rule.ratios ?? []).map(({ limit }) => initialRatioMonitor(limit)),
  overturned:
    inForce?.rule.overturned === undefined ? null : initialRateMonitor(inForce.rule.overturned.limit),
  ratioPaths: [],
  overturnedPath: initialTrajectory,
  closingRatios: [],
  closingOverturned: nobody,
});

/** Takes the next entry. */
export function stepBreaker(state: BreakerState, event: BreakerEvent): BreakerState {
  switch (event.kind) {
    case 'declaration':
      return declared(state, event);
    case 'approval':
      return approved(state, event.declaration);
    case 'decision':
      return event.by === 'system' ? watched(state, event) : counted(state, event);
    case 'answer':
      return answered(state, event);
    case 'breaker':
      return moved(state, event);
    case 'unreadable':
      return { ...state, unreadable: state.unreadable + 1 };
  }
}

const isCalm = ({ position, tripped }: BreakerState): boolean => position === 'closed' && tripped === null;

const sameRule = (a: RuleInForce | null, b: RuleInForce | null): boolean =>
  canonicalJson(ruleText(a)) === canonicalJson(ruleText(b));

const ruleText = (rule: RuleInForce | null): JsonObject =>
  rule === null ? {} : (JSON.parse(JSON.stringify({ ...rule, declaration: 0 })) as JsonObject);

/** The first rule holds at once; one that takes the place of another waits until somebody else approved it. */
function declared(
  state: BreakerState,
  { index, document }: Extract<BreakerEvent, { kind: 'declaration' }>,
): BreakerState {
  const rule = ruleOf(index, document);
  if (state.inForce === null) return rule === null ? state : fresh(state, rule);
  if (sameRule(rule, state.inForce)) return state;
  const none = { ...state.inForce, declaration: index, rule: noRule };
  return { ...state, proposed: [...state.proposed, rule ?? none] };
}

/** A declaration without a rule, once it is approved: nothing is watched. */
const noRule: BreakerRule = {
  ratios: [],
  blocks: 10_000,
  windowDays: 1,
  level: 0.95,
  rules: {},
  opens: 'open',
};

/** An approved rule holds; while the breaker is not closed, from its closing on. */
function approved(state: BreakerState, declaration: number): BreakerState {
  const rule = state.proposed.find((one) => one.declaration === declaration);
  if (rule === undefined) return state;
  if (!isCalm(state)) return { ...state, proposed: state.proposed.map((one) => approvedAs(one, rule)) };
  return fresh({ ...state, proposed: state.proposed.filter((one) => one !== rule) }, rule);
}

const approvedAs = (one: RuleInForce, rule: RuleInForce): RuleInForce =>
  one === rule ? { ...one, approved: true } : one;

function watched(
  state: BreakerState,
  { index, decision, attributes }: Extract<BreakerEvent, { kind: 'decision' }>,
): BreakerState {
  const { inForce } = state;
  if (inForce === null || !isCalm(state)) return state;
  const sides = sidesOf(inForce, decision, attributes);
  const ratios = state.ratios.map((monitor, i) => {
    const side = sides[i] ?? null;
    return side === null ? monitor : stepRatioMonitor(monitor, side);
  });
  const c = inForce.rule.blocks * ratios.length;
  const ratio = ratios.findIndex(({ detector }) => detectorOpened(detector, c));
  return {
    ...state,
    ratios,
    ratioPaths: ratios.map(({ detector }, i) =>
      stepTrajectory(state.ratioPaths[i] ?? initialTrajectory, detector),
    ),
    counted: state.counted + 1,
    tripped: ratio === -1 ? null : { cause: 'ratio', at: index, ratio },
  };
}

/** While it is not closed, what people decide, or the system in the shadow, is counted towards closing. */
function counted(
  state: BreakerState,
  { decision, attributes }: Extract<BreakerEvent, { kind: 'decision' }>,
): BreakerState {
  if (state.inForce === null || state.position === 'closed') return state;
  const sides = sidesOf(state.inForce, decision, attributes);
  return {
    ...state,
    closingRatios: state.inForce.rule.ratios.map((_, i) => {
      const pair = state.closingRatios[i] ?? { watched: nobody, reference: nobody };
      const side = sides[i] ?? null;
      return side === null ? pair : { ...pair, [side.side]: add(pair[side.side], side.event) };
    }),
  };
}

function answered(
  state: BreakerState,
  { index, overturned, by }: Extract<BreakerEvent, { kind: 'answer' }>,
): BreakerState {
  const { inForce, overturned: monitor } = state;
  if (inForce?.rule.overturned === undefined || monitor === null) return state;
  if (state.position !== 'closed')
    return by === 'system'
      ? state
      : { ...state, closingOverturned: add(state.closingOverturned, overturned) };
  if (!isCalm(state)) return state;
  const next = stepRateMonitor(monitor, overturned);
  const found = detectorOpened(next.detector, inForce.rule.overturned.blocks);
  const overturnedPath = stepTrajectory(state.overturnedPath, next.detector);
  return {
    ...state,
    overturned: next,
    overturnedPath,
    tripped: found ? { cause: 'overturned', at: index } : null,
  };
}

/** Opening keeps the evidence as it was; closing starts it anew, under the newest approved rule. */
function moved(
  state: BreakerState,
  { index, position, because }: Extract<BreakerEvent, { kind: 'breaker' }>,
): BreakerState {
  const next = { ...state, position, since: index, because };
  if (position !== 'closed')
    return state.position === 'closed' ? { ...next, closingRatios: [], closingOverturned: nobody } : next;
  const newest = state.proposed.findLast(({ approved: isApproved }) => isApproved === true);
  if (newest === undefined) return fresh({ ...next, because: null }, state.inForce);
  const { approved: _, ...rule } = newest;
  const later = state.proposed.slice(state.proposed.indexOf(newest) + 1);
  return fresh({ ...next, because: null, proposed: later }, rule);
}

const add = ({ events, n }: Tally, event: boolean): Tally => ({ events: events + (event ? 1 : 0), n: n + 1 });
