import type { Finding } from '@ombud/contract';
import { type Curve, type CurvePoint, CurvesPicture, numberTicks, type Section } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { auditTitle } from '../words/audits.ts';
import { groupName } from '../words/names.ts';
import {
  calibrationBinsTable,
  calibrationTable,
  needBandsTable,
  needTable,
  periodsTable,
  rankingTable,
  sharePairsTable,
} from '../words/score-tables.ts';
import {
  found,
  heights,
  largest,
  type Of,
  type Part,
  type Picture,
  rateTicks,
  section,
  ticksOf,
} from './score-parts.tsx';

/** Names of periods that fit under a picture. */
const mostNames = 6;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function needPicture(t: Telling, { bands, need }: Of<'need'>): Picture {
  const groups = largest(bands[0]?.groups ?? [], ({ group }) =>
    sum(
      bands.flatMap(({ groups: all }) =>
        all.filter((one) => sameName(t, one.group, group)).map(({ n }) => n),
      ),
    ),
  );
  const curves = groups.map(({ group }): Curve => {
    const points = bands.flatMap(({ groups: all }, i): CurvePoint[] => {
      const mean = all.find((one) => sameName(t, one.group, group))?.mean;
      if (mean?.value === null || mean === undefined) return [];
      return [
        { x: i + 1, y: mean.value, low: mean.interval?.low ?? null, high: mean.interval?.high ?? null },
      ];
    });
    return { label: groupName(t, group), points };
  });
  const text = t.say('need/picture', { need: t.short(need), bands: t.count(bands.length) });
  const xTicks = numberTicks([0, bands.length]).map((at) => ({ at, label: t.exact(at) }));
  return {
    text,
    image: (
      <CurvesPicture
        voice={t}
        title={text}
        xName={t.say('need/axis')}
        xTicks={xTicks}
        yTicks={ticksOf(t, heights(curves))}
        curves={curves}
      />
    ),
  };
}

function sameName(t: Telling, a: Finding['groups'][number]['group'], b: typeof a): boolean {
  return groupName(t, a) === groupName(t, b);
}

/** What people of one score need; null when it was not asked. */
export function needSection(t: Telling): Section | null {
  const parts = found(t, 'need').map(
    ({ finding, details }): Part => ({
      finding,
      pictures: [needPicture(t, details)],
      tables: [needTable(t, finding, details)],
      folded: [needBandsTable(t, finding, details)],
    }),
  );
  return section(t, 'need', 'need-at-equal-score', parts);
}

function calibrationPicture(t: Telling, { groups, probability }: Of<'calibration'>): Picture {
  const curves = largest(groups, ({ n }) => n).map(
    ({ group, bins }): Curve => ({
      label: groupName(t, group),
      points: bins.map(({ meanScore, rate, interval }) => ({
        x: meanScore,
        y: rate,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      })),
    }),
  );
  const scores = curves.flatMap(({ points }) => points.map(({ x }) => x));
  const text = t.say(probability ? 'calibration/picture-chance' : 'calibration/picture');
  const both = rateTicks(t, [...heights(curves), ...scores]);
  return {
    text,
    image: (
      <CurvesPicture
        voice={t}
        title={text}
        xName={t.say('head/score')}
        xTicks={probability ? both : ticksOf(t, scores)}
        yTicks={probability ? both : rateTicks(t, heights(curves))}
        curves={curves}
        diagonal={probability}
      />
    ),
  };
}

/** Whether a score means the same for every group; null when it was not measured. */
export function calibrationSection(t: Telling): Section | null {
  const parts = found(t, 'calibration').map(({ finding, details }): Part => {
    const main = calibrationTable(t, finding, details);
    const pairs = sharePairsTable(t, finding, details.pairs);
    return {
      finding,
      pictures: [calibrationPicture(t, details)],
      tables: details.probability ? [pairs, main] : [main],
      folded: [calibrationBinsTable(t, finding, details)],
    };
  });
  return section(t, 'score-calibration', 'calibration', parts);
}

/** How well a score ranks the people of each group; null when it was not measured. */
export function rankingSection(t: Telling): Section | null {
  const parts = found(t, 'ranking').map(
    ({ finding, details }): Part => ({
      finding,
      pictures: [],
      tables: [rankingTable(t, finding, details), sharePairsTable(t, finding, details.pairs)],
      folded: [],
    }),
  );
  return section(t, 'ranking', 'auc', parts);
}

function periodsPicture(t: Telling, finding: Finding, { groups }: Of<'periods'>): Picture {
  const names = groups[0]?.periods.map(({ period }) => period) ?? [];
  const shown = largest(groups, ({ periods }) => sum(periods.map(({ n }) => n)));
  const curves = shown.map(
    ({ group, periods }): Curve => ({
      label: groupName(t, group),
      points: periods.flatMap(({ rate }, i): CurvePoint[] =>
        rate.value === null
          ? []
          : [{ x: i, y: rate.value, low: rate.interval?.low ?? null, high: rate.interval?.high ?? null }],
      ),
    }),
  );
  const every = Math.max(1, Math.ceil(names.length / mostNames));
  const xTicks = names.flatMap((label, at) =>
    at % every === 0 || at === names.length - 1 ? [{ at, label }] : [],
  );
  // Two names beside each other at the end would lie on one another.
  const [last, before] = [xTicks.at(-1), xTicks.at(-2)];
  const close = last !== undefined && before !== undefined && last.at - before.at < every;
  const text = t.say('periods/picture', { title: auditTitle(t, finding.audit, finding.measure) });
  return {
    text,
    image: (
      <CurvesPicture
        voice={t}
        title={text}
        xName=""
        xTicks={close ? xTicks.map((tick) => (tick === before ? { ...tick, label: '' } : tick)) : xTicks}
        yTicks={rateTicks(t, heights(curves))}
        curves={curves}
      />
    ),
  };
}

/** Each rate by period; null when no time was given. */
export function periodsSection(t: Telling): Section | null {
  const parts = found(t, 'periods').map(
    ({ finding, details }): Part => ({
      finding,
      pictures: [periodsPicture(t, finding, details)],
      tables: [periodsTable(t, finding, details)],
      folded: [],
    }),
  );
  return section(t, 'periods', 'over-time', parts);
}
