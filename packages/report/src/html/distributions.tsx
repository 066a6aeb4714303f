import type { Finding } from '@ombud/contract';
import { type Curve, type CurvePoint, CurvesPicture, type Section } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { auditTitle } from '../words/audits.ts';
import {
  distributionPairsTable,
  distributionsTable,
  exposureTable,
  sharesBelowTable,
  sweepTable,
  sweptRateTable,
} from '../words/distribution-tables.ts';
import { groupName } from '../words/names.ts';
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

/** The rates that are drawn against the threshold; all of them stand in the result. */
const drawn = ['selection-rate', 'true-positive-rate', 'false-positive-rate', 'positive-predictive-value'];

function sweepPicture(t: Telling, rate: string, details: Of<'sweep'>): Picture | null {
  const { thresholds, present } = details;
  const curves = largest(details.groups, ({ n }) => n).flatMap(({ group, rates }): Curve[] => {
    const points = (rates.find((one) => one.rate === rate)?.points ?? []).flatMap(
      ({ value, low, high }, i): CurvePoint[] =>
        value === null ? [] : [{ x: thresholds[i] ?? 0, y: value, low, high }],
    );
    return points.length === 0 ? [] : [{ label: groupName(t, group), points }];
  });
  if (curves.length === 0) return null;
  const text = t.say(present === null ? 'sweep/picture' : 'sweep/picture-present', {
    title: auditTitle(t, rate),
    level: t.share(details.level),
  });
  return {
    text,
    image: (
      <CurvesPicture
        voice={t}
        title={text}
        xName={t.say('head/threshold')}
        xTicks={ticksOf(t, thresholds)}
        yTicks={rateTicks(t, heights(curves))}
        curves={curves}
        band
        marks={present === null ? [] : [present.threshold]}
      />
    ),
  };
}

/** Each rate against the threshold; null when there is no score. */
export function sweepSection(t: Telling): Section | null {
  const parts = found(t, 'sweep').map(({ finding, details }): Part => {
    const rates = drawn.filter((rate) =>
      details.groups.some((group) => group.rates.some((one) => one.rate === rate)),
    );
    return {
      finding,
      pictures: rates.flatMap((rate) => sweepPicture(t, rate, details) ?? []),
      tables: [sweepTable(t, finding, details)],
      folded: rates.map((rate) => sweptRateTable(t, finding, details, rate)),
    };
  });
  return section(t, 'sweep', 'threshold-sweep', parts);
}

function distributionsPicture(t: Telling, { at, groups }: Of<'distributions'>): Picture[] {
  const curves = largest(groups, ({ n }) => n).map(
    ({ group, below }): Curve => ({
      label: groupName(t, group),
      points: at.map((x, i) => ({ x, y: below[i] ?? 0, low: null, high: null })),
    }),
  );
  if (at.length < 2) return [];
  const text = t.say('distributions/picture');
  const image = (
    <CurvesPicture
      voice={t}
      title={text}
      xName={t.say('head/score')}
      xTicks={ticksOf(t, at)}
      yTicks={rateTicks(t, [0, 1])}
      curves={curves}
    />
  );
  return [{ text, image }];
}

/** How the scores of groups lie beside each other; null when there is no score. */
export function distributionsSection(t: Telling): Section | null {
  const parts = found(t, 'distributions').map(
    ({ finding, details }): Part => ({
      finding,
      pictures: distributionsPicture(t, details),
      tables: [distributionsTable(t, finding, details), distributionPairsTable(t, finding, details)],
      folded: details.at.length === 0 ? [] : [sharesBelowTable(t, finding, details)],
    }),
  );
  return section(t, 'distributions', 'score-distributions', parts);
}

function exposurePicture(t: Telling, finding: Finding, { groups }: Of<'exposure'>): Picture[] {
  const names = groups[0]?.places.map(({ first }) => first) ?? [];
  if (names.length < 2) return [];
  const curves = largest(groups, ({ n }) => n).map(
    ({ group, places }): Curve => ({
      label: groupName(t, group),
      points: places.flatMap(({ skew }, x): CurvePoint[] =>
        skew.value === null
          ? []
          : [{ x, y: skew.value, low: skew.interval?.low ?? null, high: skew.interval?.high ?? null }],
      ),
    }),
  );
  const text = t.say('exposure/picture', { title: auditTitle(t, finding.audit) });
  const image = (
    <CurvesPicture
      voice={t}
      title={text}
      xName={t.say('exposure/axis')}
      xTicks={names.map((first, at) => ({ at, label: t.count(first) }))}
      yTicks={ticksOf(t, [0, ...heights(curves)])}
      curves={curves}
    />
  );
  return [{ text, image }];
}

/** Who has the first places; null when there is no score. */
export function exposureSection(t: Telling): Section | null {
  const parts = found(t, 'exposure').map(
    ({ finding, details }): Part => ({
      finding,
      pictures: exposurePicture(t, finding, details),
      tables: [exposureTable(t, finding, details)],
      folded: [],
    }),
  );
  return section(t, 'exposure', 'ranking-exposure', parts);
}
