import { measuredGroups } from '@ombud/audit/answer';
import type { Finding, Group, GroupMeasure, Result, StrataDetails, StratifiedPair } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import { groupByText, groupValues } from '../text/group.ts';
import { count, percent, points, probability, range, ratio } from '../text/numbers.ts';
import { reversalSentence } from '../words/reversal.ts';
import { groupName } from '../words/sentences.ts';
import { type Slope, SlopePicture } from './charts/slope.tsx';
import type { Section } from './section.ts';
import { Fold, Table, unbroken } from './table.tsx';

/** Strata in the picture: the largest; all of them are in the table. */
const MOST_STRATA = 12;
/** Pairs of groups that get a picture of their own: reversed ones first. */
const MOST_PICTURES = 3;

type Stratum = StrataDetails['strata'][number];

function rateIn(groups: readonly GroupMeasure[], group: Group): number | null {
  const key = groupKey(group);
  return groups.find((entry) => groupKey(entry.group) === key)?.value ?? null;
}

function people({ groups }: Stratum): number {
  return groups.reduce((sum, { n }) => sum + n, 0);
}

/** Rates of everybody, stratum set aside: from the finding, or added up over the strata. */
function together(finding: Finding, details: StrataDetails, group: Group): number | null {
  const own = rateIn(finding.groups, group);
  if (own !== null) return own;
  const key = groupKey(group);
  const entries = details.strata.flatMap(({ groups }) =>
    groups.filter((entry) => groupKey(entry.group) === key),
  );
  const n = entries.reduce((sum, entry) => sum + entry.n, 0);
  return n > 0 ? entries.reduce((sum, entry) => sum + entry.events, 0) / n : null;
}

function slopesOf(finding: Finding, details: StrataDetails, pair: StratifiedPair): readonly Slope[] {
  const left = together(finding, details, pair.group);
  const right = together(finding, details, pair.reference);
  if (left === null || right === null) return [];
  const largest = [...details.strata].sort((a, b) => people(b) - people(a)).slice(0, MOST_STRATA);
  const shown = details.strata.filter((stratum) => largest.includes(stratum));
  const lean = Math.sign(right - left);
  const strata = shown.flatMap(({ stratum, groups }): Slope[] => {
    const a = rateIn(groups, pair.group);
    const b = rateIn(groups, pair.reference);
    if (a === null || b === null) return [];
    const kind = Math.sign(b - a) === -lean && lean !== 0 ? 'other' : 'same';
    return [{ label: groupValues(stratum), left: a, right: b, kind }];
  });
  return [{ label: 'all together', left, right, kind: 'all' }, ...strata];
}

function PairText({ result, pair }: { readonly result: Result; readonly pair: StratifiedPair }) {
  const group = groupName(result, pair.group);
  const reference = groupName(result, pair.reference);
  const { cochranMantelHaenszel: cmh, breslowDay } = pair;
  const interval = pair.oddsRatio.interval === null ? '' : ` (${range(pair.oddsRatio.interval, ratio)})`;
  return (
    <p>
      {unbroken(
        `All together, the odds of ${group} are ${ratio(pair.crudeOddsRatio)} times those of ${reference}. Inside the ` +
          `strata (Mantel-Haenszel) they are ${ratio(pair.oddsRatio.value)} times${interval}. ` +
          (cmh === null
            ? ''
            : `Test of no difference inside the strata (Cochran-Mantel-Haenszel): p ${probability(cmh.p)}. `) +
          (breslowDay === null
            ? ''
            : `Test that all strata share one odds ratio (Breslow-Day): p ${probability(breslowDay.p)}.`),
      )}
    </p>
  );
}

function Pair({
  result,
  finding,
  details,
  pair,
}: {
  result: Result;
  finding: Finding;
  details: StrataDetails;
  pair: StratifiedPair;
}) {
  const slopes = slopesOf(finding, details, pair);
  const group = groupName(result, pair.group);
  const reference = groupName(result, pair.reference);
  const others = slopes.filter(({ kind }) => kind === 'other').length;
  const lean =
    `The thick dashed line is all together; each thin line is a stratum. ` +
    `${others} of ${slopes.length - 1} strata lean the other way${others > 0 ? ' (orange)' : ''}.`;
  return (
    <>
      <h3>
        {group} and {reference}
        {pair.reversed ? ': the strata reverse the answer' : ''}
      </h3>
      {slopes.length < 2 ? (
        ''
      ) : (
        <figure>
          <SlopePicture title={lean} leftName={group} rightName={reference} slopes={slopes} />
          <figcaption>{lean} The table holds the same numbers.</figcaption>
        </figure>
      )}
      <PairText result={result} pair={pair} />
    </>
  );
}

function cell(groups: readonly GroupMeasure[], group: Group): string {
  const key = groupKey(group);
  const entry = groups.find((one) => groupKey(one.group) === key);
  if (entry === undefined || entry.value === null) return 'nobody';
  return `${percent(entry.value)} of ${count(entry.n)}`;
}

function StrataTable({
  result,
  finding,
  details,
}: {
  result: Result;
  finding: Finding;
  details: StrataDetails;
}) {
  const groups = (finding.groups.length > 0 ? measuredGroups(finding) : details.standardised).map(
    ({ group }) => group,
  );
  const by = groupByText(Object.keys(details.strata[0]?.stratum ?? {}));
  return (
    <Table
      caption={`Rates by ${groupByText(finding.groupBy)} inside each ${by}`}
      head={[by, ...groups.map((group) => groupName(result, group))]}
      rows={[
        ...details.strata.map(({ stratum, groups: own }) => [
          groupValues(stratum),
          ...groups.map((group) => cell(own, group)),
        ]),
        ['All together', ...groups.map((group) => percent(together(finding, details, group)))],
        [
          'If spread alike over the strata',
          ...groups.map((group) => percent(rateIn(details.standardised, group))),
        ],
      ]}
    />
  );
}

function PairsTable({ result, details }: { readonly result: Result; readonly details: StrataDetails }) {
  const withInterval = (value: StratifiedPair['oddsRatio'], format: (value: number | null) => string) =>
    value.interval === null
      ? format(value.value)
      : `${format(value.value)} (${range(value.interval, format)})`;
  return (
    <Table
      caption="Each pair of groups, all together and inside the strata (Mantel-Haenszel)"
      head={[
        'Group',
        'Compared with',
        'Odds ratio, all together',
        'Odds ratio',
        'Ratio of rates',
        'Difference',
        'Standardised difference',
        'Reversed',
      ]}
      text={[1]}
      rows={details.pairs.map((pair) => [
        groupName(result, pair.group),
        groupName(result, pair.reference),
        ratio(pair.crudeOddsRatio),
        withInterval(pair.oddsRatio, ratio),
        withInterval(pair.riskRatio, ratio),
        withInterval(pair.riskDifference, points),
        withInterval(pair.standardisedDifference, points),
        pair.reversed ? 'yes' : 'no',
      ])}
    />
  );
}

function Strata({ result, finding, details }: { result: Result; finding: Finding; details: StrataDetails }) {
  const pairs = [...details.pairs]
    .sort((a, b) => Number(b.reversed) - Number(a.reversed))
    .slice(0, MOST_PICTURES);
  const reversal = reversalSentence(result, details);
  return (
    <>
      {reversal === null ? (
        <p>By {groupByText(finding.groupBy)}, the strata do not reverse the answer.</p>
      ) : (
        <p class="warn">{reversal}</p>
      )}
      {pairs.map((pair) => (
        <Pair result={result} finding={finding} details={details} pair={pair} />
      ))}
      <Fold title={`The numbers: strata by ${groupByText(finding.groupBy)}`}>
        <StrataTable result={result} finding={finding} details={details} />
        <PairsTable result={result} details={details} />
      </Fold>
    </>
  );
}

/** Like compared with like: the same question inside each stratum; null without strata. */
export function strataSection(result: Result): Section | null {
  const found = result.findings.flatMap((finding) =>
    finding.details?.kind === 'strata' ? [{ finding, details: finding.details }] : [],
  );
  // Every grouping keeps its table in the result; here the single attributes, and a cross only when it reverses.
  const shown = found.filter(
    ({ finding, details }) => finding.groupBy.length === 1 || details.reversal !== null,
  );
  if (shown.length === 0) return null;
  return {
    id: 'strata',
    title: 'Like compared with like',
    body: (
      <>
        {shown.map(({ finding, details }) => (
          <Strata result={result} finding={finding} details={details} />
        ))}
      </>
    ),
  };
}
