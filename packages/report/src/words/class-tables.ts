import type { ClassesDetails, Finding } from '@ombud/contract';
import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import type { DetailTable } from './detail-table.ts';
import { groupName } from './names.ts';
import { pairText, withInterval } from './score-tables.ts';

/** Each class of each group against all others. */
export function classesTable(t: Telling, finding: Finding, details: ClassesDetails): DetailTable {
  const rates = details.withOutcome
    ? [t.say('head/true-positive'), t.say('head/false-positive'), t.say('head/predictive-value')]
    : [];
  return {
    caption: t.say('classes/caption', { by: groupByText(t, finding.groupBy) }),
    intro: t.say(details.withOutcome ? 'classes/intro' : 'classes/intro-shares'),
    head: [t.say('head/class'), t.say('head/group'), t.say('head/given'), ...rates],
    text: [1],
    rows: details.classes.flatMap((name, i) =>
      details.groups.map(({ group, classes }) => {
        const one = classes[i];
        if (one === undefined) return [];
        const { share, truePositiveRate, falsePositiveRate, positivePredictiveValue } = one;
        const known = [truePositiveRate, falsePositiveRate, positivePredictiveValue];
        const shown = [share, ...(details.withOutcome ? known : [])];
        return [
          t.short(name),
          groupName(t, group),
          ...shown.map((value) => withInterval(t, value, t.percent)),
        ];
      }),
    ),
  };
}

/** The means over the classes. */
export function macroTable(t: Telling, finding: Finding, details: ClassesDetails): DetailTable {
  return {
    caption: t.say('classes/macro', { by: groupByText(t, finding.groupBy) }),
    intro: t.say('classes/macro-intro'),
    head: [
      t.say('head/group'),
      t.say('head/people'),
      t.say('head/agreement'),
      t.say('head/macro-true-positive'),
      t.say('head/macro-predictive-value'),
      t.say('head/macro-f1'),
    ],
    text: [],
    rows: details.groups.map((entry) => [
      groupName(t, entry.group),
      t.count(entry.known),
      withInterval(t, entry.accuracy, t.percent),
      withInterval(t, entry.macroTruePositiveRate, t.percent),
      withInterval(t, entry.macroPositivePredictiveValue, t.percent),
      t.percent(entry.macroF1),
    ]),
  };
}

/** Differences of two groups, class by class. */
export function classPairsTable(t: Telling, finding: Finding, details: ClassesDetails): DetailTable {
  return {
    caption: t.say('classes/pairs', { by: groupByText(t, finding.groupBy) }),
    intro: '',
    head: [
      t.say('head/class'),
      t.say('head/group-and-reference'),
      t.say('head/what-rate'),
      t.say('head/difference-interval'),
      t.say('head/p-adjusted'),
    ],
    text: [1, 2],
    rows: details.pairs.map((pair) => [
      t.short(pair.class),
      pairText(t, pair),
      t.say(pair.rate === 'share' ? 'head/given' : 'head/true-positive'),
      withInterval(t, pair.difference, t.points),
      t.probability(pair.pAdjusted),
    ]),
  };
}
