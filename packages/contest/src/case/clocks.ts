/** When each clock is over. */
import { dayOf, deemedReceipt, endOfWindow } from '../time/deadline.ts';
import type { Facts } from './asked.ts';
import { type CaseView, type MachineName, mattersOf } from './parts.ts';
import { type CaseRules, type ClockName, defaultSpans, readingAwaited } from './rules.ts';
import { windowEnd } from './window.ts';

/** Events that only a clock that is over brings about, when a timer asks for them. */
const onlyWhenOver: Readonly<Record<MachineName, readonly string[]>> = {
  notice: ['deem', 'not-read', 'give-up'],
  appeal: ['decider-overdue', 'evidence-over', 'resume'],
  effect: ['overdue'],
  review: [],
  remedy: [],
};

/** Whether a timer may bring an event about only when the clock of the state is over. */
export const needsClockOver = (machine: MachineName, event: string): boolean =>
  onlyWhenOver[machine].includes(event);

/**
 * Clocks whose end is the course of things: a letter counts as received, what a person may do or leave comes to its end. All
 * others are owed by somebody of the office, or by a system that acts for it.
 */
const noDuty: ReadonlySet<ClockName> = new Set([
  'notice.delivery',
  'notice.receipt',
  'appeal.keep',
  'appeal.supply',
  'appeal.evidence',
  'appeal.hold',
]);

/** Whether somebody was late where a clock is over. */
export const isOwed = (machine: MachineName, clock: string): boolean => !noDuty.has(`${machine}.${clock}`);

/** The first instant that is too late for a clock that starts now. */
export function deadlineOf(
  machine: MachineName,
  clock: string,
  view: CaseView,
  rules: CaseRules,
  now: string,
  facts: Facts = {},
): string {
  const name: ClockName = `${machine}.${clock}`;
  const start = dayOf(now, view.place);
  if (name === 'appeal.hold' && facts.until !== undefined) return facts.until;
  if (name === 'appeal.keep')
    return windowEnd(view, rules) ?? endOfWindow(start, spanOf(name, rules), view.place);
  const reading = readingClocks.has(name) ? spanOfReading(view, rules) : null;
  if (reading !== null) return endOfWindow(start, reading, view.place);
  if (name === 'notice.receipt') return now;
  if (name === 'notice.delivery' && rules.window.deemedReceipt !== null) {
    const day = deemedReceipt(now, rules.window.deemedReceipt, view.place);
    return endOfWindow(day, { count: 0, unit: 'days' }, view.place);
  }
  return endOfWindow(start, spanOf(name, rules), view.place);
}

const readingClocks: ReadonlySet<ClockName> = new Set(['notice.delivery', 'notice.receipt']);

/** How long a notice that is on its way, and not read, may stay so. */
function spanOfReading(view: CaseView, rules: CaseRules) {
  const sent = mattersOf(view, 'notice').at(-1)?.data;
  return sent === undefined || sent.receivedOn !== null ? null : readingAwaited(rules, sent.tried);
}

function spanOf(name: ClockName, { spans, window }: CaseRules) {
  if (name === 'appeal.answer' && window.answer !== null) return window.answer;
  const span = spans[name] ?? defaultSpans[name];
  if (span === undefined) throw new RangeError(`no span for the clock ${name}`);
  return span;
}
