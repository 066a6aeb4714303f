/** From when a person may appeal, until when, and whether an appeal stops the effect. */
import { openStates } from '../machines/appeal.ts';
import { dayOf, endOfWindow } from '../time/deadline.ts';
import { type CaseView, type MatterOf, mattersOf } from './parts.ts';
import type { CaseRules } from './rules.ts';

/** Whether the person was told: they have read the notice, or it counts as received and did not come back. */
export const isNotified = (view: CaseView): boolean => toldIn(view).length > 0;

const toldIn = (view: CaseView): MatterOf<'notice'>[] =>
  mattersOf(view, 'notice').filter(({ state }) => state === 'read' || state === 'notified');

/**
 * When the window ends, or null while it does not run: nobody was told, or what was sent came back. A pack that counts
 * from the decision counts from the day its notice was sent: a late letter shortens nobody's time.
 */
export function windowEnd(view: CaseView, { window }: CaseRules): string | null {
  // Told twice, the person has the longer time.
  const starts = toldIn(view).flatMap(({ data: { sentAt, receivedOn } }) => {
    if (window.from === 'decision' && sentAt !== null) return [dayOf(sentAt, view.place)];
    return receivedOn === null ? [] : [receivedOn];
  });
  const last = starts.sort().at(-1);
  return last === undefined ? null : endOfWindow(last, window.window, view.place);
}

const open: ReadonlySet<string> = new Set(openStates);

/** Whether an appeal waits for its answer. */
export const isOpen = ({ state }: Pick<MatterOf<'appeal'>, 'state'>): boolean => open.has(state);

/** Whether an appeal, by the rule, stops the effect while it is open. One that is late does so once a human admits it. */
export function suspends(view: CaseView, rules: CaseRules, appeal: MatterOf<'appeal'>): boolean {
  const effect = mattersOf(view, 'effect')[0];
  if (!isOpen(appeal) || appeal.state === 'late' || effect === undefined || effect.data.waived) return false;
  switch (rules.window.effect.kind) {
    case 'suspended':
      return true;
    case 'on-request':
      return appeal.data.suspensionAsked;
    case 'by-order':
      return effect.data.ordered;
    case 'none':
      return effect.data.ordered;
  }
}

/** Whether some open appeal stops the effect. */
export const isSuspendedByRule = (view: CaseView, rules: CaseRules): boolean =>
  mattersOf(view, 'appeal').some((appeal) => suspends(view, rules, appeal));
