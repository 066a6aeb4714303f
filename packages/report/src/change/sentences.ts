import type { Change } from '@ombud/contract';
import type { Speaking } from '../telling.ts';
import { groupByText, groupLabel, referenceLabel } from '../text/group.ts';
import { roundedShare } from '../text/rounded-share.ts';
import { auditTitle, rateName } from '../words/audits.ts';
import { limitText } from '../words/limit.ts';
import { reasonText } from '../words/reasons.ts';

type Gap = Change['gaps'][number];
type Rate = Change['rates'][number];

/** The surest change first. */
export const byCertainty = (a: Gap | Rate, b: Gap | Rate): number =>
  (a.change?.pAdjusted ?? 1) - (b.change?.pAdjusted ?? 1);

/** Whether something surely changed. */
export const isSure = (level: number, { change }: Gap | Rate): boolean =>
  change !== null && change.pAdjusted <= 1 - level;

/** `Selection rate: women less men`. */
export function gapName(t: Speaking, { measure, group, reference }: Gap): string {
  return t.say('change/gap', {
    rate: rateName(t, measure),
    group: groupLabel(t, group),
    reference: referenceLabel(t, reference),
  });
}

/** The verdict before and after. Without a rule there is none, which is another thing than one that cannot be told. */
export function verdictText(t: Speaking, { before, after, rules }: Change): string {
  if (rules.length === 0) return t.say('verdict/none');
  const word = (side: 'after' | 'before', { verdict }: Change['before']) =>
    t.say(rules.every((rule) => rule[side] === null) ? 'change/not-judged' : `verdict/${verdict}`);
  const [was, is] = [word('before', before), word('after', after)];
  return was === is
    ? t.say('change/verdict-same', { state: is })
    : t.say('change/verdict', { before: was, after: is });
}

/** Who is in another group before than after, and who could not be matched. */
function pairedTexts(t: Speaking, paired: Change['paired']): string[] {
  const { regrouped, unnamed } = paired ?? {};
  return [
    ...(regrouped === undefined ? [] : [t.say('change/regrouped', { n: regrouped })]),
    ...(unnamed === undefined
      ? []
      : [t.say('change/unnamed', { before: t.count(unnamed.before), after: t.count(unnamed.after) })]),
  ];
}

/** Who is compared with whom, and what to know before the numbers are believed. */
export function howTexts(t: Speaking, { before, after, paired, notes }: Change): string[] {
  const sides = t.say('change/sides', {
    before: t.short(before.location),
    after: t.short(after.location),
    rowsBefore: t.count(before.rows),
    rowsAfter: t.count(after.rows),
  });
  const how =
    paired === null
      ? t.say(before.fingerprint === after.fingerprint ? 'change/same-counts' : 'change/unpaired')
      : t.say('change/paired', {
          people: t.count(paired.people),
          before: t.count(paired.onlyBefore),
          after: t.count(paired.onlyAfter),
        });
  return [sides, how, ...pairedTexts(t, paired), ...notes.map((note) => reasonText(t, note))];
}

const factsOf = (t: Speaking, level: number, change: NonNullable<Gap['change']>) => ({
  change: t.points(change.value),
  interval: t.range(change.interval, t.points),
  level: roundedShare(t, level),
  p: t.probability(change.pAdjusted),
});

function gapText(t: Speaking, level: number, gap: Gap): string {
  const { change, direction, reference } = gap;
  if (change === null || direction === 'cannot-tell' || typeof reference === 'string') return '';
  return t.say(`change/gap-${direction}`, {
    rate: rateName(t, gap.measure),
    group: groupLabel(t, gap.group),
    reference: groupLabel(t, reference),
    before: t.points(gap.before),
    after: t.points(gap.after),
    ...factsOf(t, level, change),
  });
}

function rateText(t: Speaking, level: number, rate: Rate): string {
  const { change } = rate;
  if (change === null) return '';
  return t.say(change.value > 0 ? 'change/rate-up' : 'change/rate-down', {
    rate: rateName(t, rate.measure),
    group: groupLabel(t, rate.group),
    before: t.percent(rate.before.value),
    after: t.percent(rate.after.value),
    ...factsOf(t, level, change),
  });
}

/** Sentences of each kind; the tables hold the rest. */
const mostSentences = 8;

function surely<T extends Gap | Rate>(
  t: Speaking,
  level: number,
  all: readonly T[],
  say: (one: T) => string,
): string[] {
  const sure = all.filter((one) => isSure(level, one)).sort(byCertainty);
  const more = sure.length - mostSentences;
  return [...sure.slice(0, mostSentences).map(say), ...(more > 0 ? [t.say('change/more', { n: more })] : [])];
}

/** What surely changed, gaps first; and of how much nobody can say so. */
export function changeTexts(t: Speaking, { gaps, rates, level }: Change): string[] {
  const all = [...gaps, ...rates].filter(({ change }) => change !== null);
  if (all.length === 0) return [t.say('change/nothing-compared')];
  const open = all.filter((one) => !isSure(level, one)).length;
  return [
    ...surely(t, level, gaps, (gap) => gapText(t, level, gap)),
    ...surely(t, level, rates, (rate) => rateText(t, level, rate)),
    ...(open > 0 ? [t.say(open === all.length ? 'change/none-sure' : 'change/not-sure', { n: open })] : []),
  ];
}

/** The heads of the columns of `ruleRows`. */
export const ruleHead = (t: Speaking): string[] => [
  t.say('head/rule'),
  t.say('change/before'),
  t.say('change/after'),
];

/** The heads of the columns of `changeRows`. */
export const changeHead = (t: Speaking): string[] => [
  t.say('change/what'),
  t.say('change/before'),
  t.say('change/after'),
  t.say('change/head'),
  t.say('head/interval'),
  t.say('head/p-adjusted'),
];

/** Each rule and its state before and after. */
export function ruleRows(t: Speaking, { rules }: Change): string[][] {
  const word = (state: Change['rules'][number]['before']) =>
    t.say(state === null ? 'change/not-judged' : `verdict/${state}`);
  return rules.map(({ audit, groupBy, before, after, actualBefore, actualAfter, ...limit }) => [
    t.say('rule/title', {
      audit: auditTitle(t, audit),
      by: groupByText(t, groupBy),
      limit: limitText(t, limit),
    }),
    actualBefore === null ? word(before) : `${word(before)} (${t.measured(actualBefore)})`,
    actualAfter === null ? word(after) : `${word(after)} (${t.measured(actualAfter)})`,
  ]);
}

/** Each change in a row, the surest first: what, before, after, change, interval, p. */
export function changeRows(t: Speaking, { gaps, rates }: Change): string[][] {
  const row = (what: string, before: string, after: string, { change }: Gap | Rate): string[] => [
    what,
    before,
    after,
    change === null ? '' : t.points(change.value),
    change === null ? '' : t.range(change.interval, t.points),
    change === null ? '' : t.probability(change.pAdjusted),
  ];
  return [
    ...[...gaps]
      .sort(byCertainty)
      .map((gap) => row(gapName(t, gap), t.points(gap.before), t.points(gap.after), gap)),
    ...[...rates].sort(byCertainty).map((rate) => {
      const given = { rate: rateName(t, rate.measure), group: groupLabel(t, rate.group) };
      return row(
        t.say('change/rate', given),
        t.percent(rate.before.value),
        t.percent(rate.after.value),
        rate,
      );
    }),
  ];
}
