import { appeal, effect, notice, remedy, review } from '@ombud/contest';
import { uniformStream } from '@ombud/stats';
import { begin, refusalOf, walk } from '../walk.ts';
import { averagedDebt, trueDebt, withPenalty } from './income-test.ts';
import { drawDebt, rate } from './people.ts';
import {
  type Case,
  instalments,
  type Opening,
  partsDue,
  runToOpening,
  type Settings,
  timing,
} from './scheme.ts';

/** What became of one person, in cents. */
interface Course {
  readonly claimed: number;
  readonly owed: number;
  /** By the day on which the breaker opened. */
  readonly collected: number;
  readonly entries: number;
  /** An effect that wanted to begin after the opening, and was refused. */
  readonly refused: boolean;
  readonly suspended: boolean;
}

/** All of a run, in cents. */
export interface Totals {
  readonly opening: Opening & { readonly day: number };
  readonly people: number;
  readonly appealed: number;
  readonly suspended: number;
  readonly refused: number;
  readonly claimed: number;
  readonly wronglyClaimed: number;
  readonly collected: number;
  readonly wronglyCollected: number;
  /** Paid back to everybody from whom more was taken than they owed. */
  readonly refunded: number;
  readonly refundedTo: number;
  readonly entries: number;
}

/** A part of a debt in whole cents; the last takes what is left. */
const partsOf = (debt: number, parts: number): number =>
  parts === instalments ? debt : parts * Math.floor(debt / instalments);

/** Letter sent, taken as received. */
const notified = () =>
  walk(
    notice,
    begin(notice),
    [
      ['check', 'decider'],
      ['queue', 'decider'],
      ['send', 'carrier'],
      ['deliver', 'carrier'],
      ['deem', 'timer'],
    ],
    ['lacks-required-fields'],
  );

/** A human answers, after rating the decision on the coded faults. */
const reviewed = () =>
  walk(review, begin(review), [
    ['assign', 'supervisor'],
    ['rate', 'reviewer'],
    ['propose', 'reviewer'],
    ['sign', 'reviewer'],
    ['close', 'supervisor'],
  ]);

/** One person from the letter to the opening of the breaker, by the machines of contest: each move that they refuse throws. */
function courseOf({ issued, wrong, appealed, answered }: Case, index: number, opened: number): Course {
  const { year } = drawDebt(uniformStream(index + 1), wrong);
  const owed = withPenalty(Math.max(0, trueDebt(year, rate)));
  const claimed = withPenalty(averagedDebt(year, rate));
  if (issued + timing.receipt > opened)
    return { claimed, owed, collected: 0, entries: 0, refused: false, suspended: false };
  let entries = notified().entries;
  let act = begin(effect);
  const starts = issued + timing.collection;
  const lodged = appealed !== null && appealed <= opened ? appealed : null;
  const paysUntil = Math.min(opened, lodged ?? opened);
  if (starts <= paysUntil) act = walk(effect, act, [['begin', 'recipient']]);
  let parts = partsDue(issued, paysUntil);
  if (lodged !== null) {
    act = walk(effect, act, [
      ['suspend', 'timer'],
      ['confirm', 'recipient'],
    ]);
    let way = walk(
      appeal,
      begin(appeal),
      [
        ['lodge', 'person'],
        ['accept', 'clerk'],
      ],
      ['after-window'],
    );
    if (answered !== null && answered <= opened) {
      way = walk(appeal, way, [
        ['respond', 'decider'],
        ['assign', 'supervisor'],
        ['decide', 'reviewer'],
      ]);
      entries += reviewed().entries;
      if (wrong) {
        act = walk(effect, act, [
          ['cancel', 'reviewer'],
          ['confirm', 'recipient'],
        ]);
        parts = 0;
      } else if (answered < opened)
        act = walk(effect, act, [
          ['lift', 'reviewer'],
          ['confirm', 'recipient'],
        ]);
      way = walk(appeal, way, [['confirm-effect', 'recipient']]);
    }
    entries += way.entries;
  }
  const refused =
    act.state === 'not-begun' &&
    refusalOf(effect, act.state, ['begin', 'recipient'], ['breaker-closed']) === 'breaker-closed';
  if (act.state === 'running' || act.state === 'not-begun')
    act = walk(effect, act, [
      ['suspend', 'timer'],
      ['confirm', 'recipient'],
    ]);
  return {
    claimed,
    owed,
    collected: partsOf(claimed, parts),
    entries: entries + act.entries,
    refused: refused,
    suspended: act.state === 'suspended',
  };
}

/** One remedy for all: found by a saved query, approved by two who did not make the rule, every payment ordered once. */
const remedied = () =>
  walk(remedy, begin(remedy), [
    ['search', 'supervisor'],
    ['approve', 'supervisor'],
    ['reopen', 'supervisor'],
    ['notify', 'timer'],
    ['review', 'timer'],
    ['pay', 'reviewer'],
    ['payment-confirmed', 'recipient'],
  ]);

/** The whole of a run: to the opening, then the remedy for everybody who was sent a letter. */
export function followAll(settings: Settings, seed: number): Totals {
  const cases: Case[] = [];
  const opening = runToOpening(settings, seed, (one) => cases.push(one));
  const { day } = opening;
  if (day === null) throw new Error('The breaker stays closed under these assumptions.');
  const courses = cases.map((one, index) => courseOf(one, index, day));
  const sum = (of: (course: Course) => number) => courses.reduce((total, course) => total + of(course), 0);
  const refund = ({ collected, owed }: Course) => Math.max(0, collected - owed);
  return {
    opening: { ...opening, day },
    people: cases.length,
    appealed: cases.filter(({ appealed }) => appealed !== null && appealed <= day).length,
    suspended: courses.filter(({ suspended }) => suspended).length,
    refused: courses.filter(({ refused }) => refused).length,
    claimed: sum(({ claimed }) => claimed),
    wronglyClaimed: sum(({ claimed, owed }) => Math.max(0, claimed - owed)),
    collected: sum(({ collected }) => collected),
    wronglyCollected: sum(refund),
    refunded: sum(refund),
    refundedTo: courses.filter((course) => refund(course) > 0).length,
    entries: sum(({ entries }) => entries) + remedied().entries,
  };
}
