import type { Coverage } from '@ombud/contract';
import type { Telling } from '../telling.ts';
import { peopleNoun } from './names.ts';

type Missing = Coverage['missing'][number];

/** The texts of a column that were read as missing: `“unknown” (12), “?” (3)`. */
export const markersText = (
  t: Telling,
  { markers = [] }: Missing,
  name: (text: string) => string = t.short,
): string =>
  markers
    .map(({ value, rows }) => t.say('coverage/text', { text: name(value), rows: t.count(rows) }))
    .join(', ');

/** How many of how many, of what the declaration says is counted. */
export function countedIn(t: Telling): {
  readonly counted: string;
  readonly rows: string;
  readonly people: string;
} {
  const { counted, rows } = t.result.coverage;
  return { counted: t.count(counted), rows: t.count(rows), people: peopleNoun(t) };
}

/** `4,526 of 4,526 people were counted.` */
export const countedText = (t: Telling): string => t.say('coverage/counted', countedIn(t));

const midnight = /T00:00:00\.000Z$/;

/** The time that was asked for; null where the audit is about all times. */
export function windowText(t: Telling): string | null {
  const window = t.result.coverage.window;
  if (window === undefined) return null;
  const text = (instant: string): string =>
    midnight.test(instant) ? t.day(instant) : t.visible(instant.replace('.000Z', ' UTC').replace('T', ' '));
  const { from, to } = window;
  if (from !== null && to !== null) return t.say('page/window', { from: text(from), to: text(to) });
  if (from !== null) return t.say('page/window-from', { from: text(from) });
  return to === null ? null : t.say('page/window-to', { to: text(to) });
}

/** How many people lie outside of the time that was asked for. */
export function outsideTexts(t: Telling): readonly string[] {
  const window = t.result.coverage.window;
  if (window === undefined) return [];
  return [t.say('coverage/outside', { before: t.count(window.before), after: t.count(window.after) })];
}

/** How many recorded decisions of another sort were left out: without effect or with one, made by people or by the system. */
export function apartTexts(t: Telling): readonly string[] {
  const { shadow, people } = t.result.coverage;
  const texts: string[] = [];
  if (shadow !== undefined && shadow.leftOut > 0)
    texts.push(t.say(shadow.audited ? 'coverage/not-shadow' : 'coverage/shadow', { n: shadow.leftOut }));
  if (people !== undefined && people.leftOut > 0)
    texts.push(t.say(people.audited ? 'coverage/by-system' : 'coverage/by-people', { n: people.leftOut }));
  return texts;
}

/** Where the result was made to be published: how many groups are not in it, and why. Empty where it is the exact one. */
export function withheldTexts(t: Telling): readonly string[] {
  const { release } = t.result;
  const groups = (release?.withheld ?? []).reduce((sum, one) => sum + one.groups, 0);
  return release === undefined || groups === 0
    ? []
    : [t.say('coverage/withheld', { groups, least: release.minimumCell })];
}
