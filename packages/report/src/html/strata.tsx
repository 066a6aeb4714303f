import { measuredGroups } from '@ombud/audit/answer';
import type { Finding, Group, GroupMeasure, StrataDetails, StratifiedPair } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import { Fold, type Section, type Slope, SlopePicture, Table } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { groupByText, groupValues } from '../text/group.ts';
import { claimsWith, claimText } from '../words/claims.ts';
import { readingText } from '../words/detail-tables.ts';
import { groupName } from '../words/names.ts';
import { withInterval } from '../words/score-tables.ts';

/** Strata in the picture: the largest; all of them are in the table. */
const mostStrata = 12;
/** Pairs of groups that get a picture of their own: reversed ones first. */
const mostPictures = 3;

interface StrataProps {
  readonly t: Telling;
  readonly finding: Finding;
  readonly details: StrataDetails;
}

interface PairProps extends StrataProps {
  readonly pair: StratifiedPair;
}

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

function slopesOf({ t, finding, details, pair }: PairProps): readonly Slope[] {
  const left = together(finding, details, pair.group);
  const right = together(finding, details, pair.reference);
  if (left === null || right === null) return [];
  const largest = [...details.strata].sort((a, b) => people(b) - people(a)).slice(0, mostStrata);
  const shown = details.strata.filter((stratum) => largest.includes(stratum));
  const lean = Math.sign(right - left);
  const strata = shown.flatMap(({ stratum, groups }): Slope[] => {
    const a = rateIn(groups, pair.group);
    const b = rateIn(groups, pair.reference);
    if (a === null || b === null) return [];
    const kind = Math.sign(b - a) === -lean && lean !== 0 ? 'other' : 'same';
    return [{ label: groupValues(t, stratum), left: a, right: b, kind }];
  });
  return [{ label: t.say('strata/together'), left, right, kind: 'all' }, ...strata];
}

function pairText(t: Telling, pair: StratifiedPair): string {
  const { oddsRatio, cochranMantelHaenszel: cmh, breslowDay } = pair;
  const given = {
    group: groupName(t, pair.group),
    reference: groupName(t, pair.reference),
    crude: t.ratio(pair.crudeOddsRatio),
    inside: t.ratio(oddsRatio.value),
  };
  return [
    oddsRatio.interval === null
      ? t.say('strata/odds', given)
      : t.say('strata/odds-interval', { ...given, range: t.range(oddsRatio.interval, t.ratio) }),
    ...(cmh === null ? [] : [t.say('strata/no-difference', { p: t.probability(cmh.p) })]),
    ...(breslowDay === null ? [] : [t.say('strata/one-odds-ratio', { p: t.probability(breslowDay.p) })]),
  ].join(' ');
}

function leanText(t: Telling, slopes: readonly Slope[]): string {
  const others = slopes.filter(({ kind }) => kind === 'other').length;
  return t.say(others > 0 ? 'strata/lean-orange' : 'strata/lean', {
    others: t.count(others),
    strata: t.count(slopes.length - 1),
  });
}

function PairPicture(props: PairProps) {
  const { t, pair } = props;
  const slopes = slopesOf(props);
  if (slopes.length < 2) return '';
  const text = leanText(t, slopes);
  return (
    <figure>
      <SlopePicture
        voice={t}
        title={text}
        leftName={groupName(t, pair.group)}
        rightName={groupName(t, pair.reference)}
        slopes={slopes}
      />
      <figcaption>{t.say('strata/table-too', { text })}</figcaption>
    </figure>
  );
}

function Pair(props: PairProps) {
  const { t, pair } = props;
  return (
    <>
      <h3>
        {t.say(pair.evidence?.reading === 'reversal' ? 'strata/pair-reversed' : 'strata/pair', {
          group: groupName(t, pair.group),
          reference: groupName(t, pair.reference),
        })}
      </h3>
      <PairPicture {...props} />
      <p>{t.unbroken(pairText(t, pair))}</p>
    </>
  );
}

function cell(t: Telling, groups: readonly GroupMeasure[], group: Group): string {
  const key = groupKey(group);
  const entry = groups.find((one) => groupKey(one.group) === key);
  if (entry === undefined || entry.value === null) return t.say('strata/nobody');
  return t.say('strata/rate-of', { rate: t.percent(entry.value), n: t.count(entry.n) });
}

function StrataTable({ t, finding, details }: StrataProps) {
  const groups = (finding.groups.length > 0 ? measuredGroups(finding) : details.standardised).map(
    ({ group }) => group,
  );
  const strata = groupByText(t, Object.keys(details.strata[0]?.stratum ?? {}));
  return (
    <Table
      caption={t.say('strata/caption', { by: groupByText(t, finding.groupBy), strata })}
      head={[strata, ...groups.map((group) => groupName(t, group))]}
      rows={[
        ...details.strata.map(({ stratum, groups: own }) => [
          groupValues(t, stratum),
          ...groups.map((group) => cell(t, own, group)),
        ]),
        [
          t.say('strata/row-together'),
          ...groups.map((group) => t.percent(together(finding, details, group))),
        ],
        [t.say('strata/row-alike'), ...groups.map((group) => t.percent(rateIn(details.standardised, group)))],
      ]}
    />
  );
}

function PairsTable({ t, details }: { readonly t: Telling; readonly details: StrataDetails }) {
  return (
    <Table
      caption={t.say('strata/pairs-caption')}
      head={[
        t.say('head/group'),
        t.say('head/compared-with'),
        t.say('head/odds-ratio-together'),
        t.say('head/odds-ratio'),
        t.say('head/ratio-of-rates'),
        t.say('head/difference'),
        t.say('head/standardised-difference'),
        t.say('head/strata-say'),
      ]}
      text={[1]}
      rows={details.pairs.map((pair) => [
        groupName(t, pair.group),
        groupName(t, pair.reference),
        t.ratio(pair.crudeOddsRatio),
        withInterval(t, pair.oddsRatio, t.ratio),
        withInterval(t, pair.riskRatio, t.ratio),
        withInterval(t, pair.riskDifference, t.points),
        withInterval(t, pair.standardisedDifference, t.points),
        readingText(t, pair),
      ])}
    />
  );
}

/** What the strata change in the answer of a finding; null where they change nothing. */
function changeOf(t: Telling, finding: Finding): string | null {
  const place = t.result.findings.indexOf(finding);
  const claims = [...claimsWith(t, 'strata-reverse'), ...claimsWith(t, 'strata-explain')];
  const claim = claims.find(({ supports }) => supports?.finding === place);
  return claim === undefined ? null : claimText(t, claim);
}

/** Pairs of which the strata surely say something come first. */
const isTold = ({ evidence }: StratifiedPair): boolean =>
  evidence?.reading === 'reversal' || evidence?.reading === 'mostly-explained';

function Strata({ t, finding, details }: StrataProps) {
  const pairs = [...details.pairs]
    .sort((a, b) => Number(isTold(b)) - Number(isTold(a)))
    .slice(0, mostPictures);
  const by = groupByText(t, finding.groupBy);
  const change = changeOf(t, finding);
  return (
    <>
      {change === null ? <p>{t.say('strata/not-reversed', { by })}</p> : <p class="warn">{change}</p>}
      {pairs.map((pair) => (
        <Pair t={t} finding={finding} details={details} pair={pair} />
      ))}
      <Fold title={t.say('strata/numbers', { by })}>
        <StrataTable t={t} finding={finding} details={details} />
        <PairsTable t={t} details={details} />
      </Fold>
    </>
  );
}

/** Like compared with like: the same question inside each stratum; null without strata. */
export function strataSection(t: Telling): Section | null {
  const found = t.result.findings.flatMap((finding) =>
    finding.details?.kind === 'strata' ? [{ finding, details: finding.details }] : [],
  );
  // Every grouping has its table in the result; here the single attributes, and a cross only when it reverses.
  const shown = found.filter(
    ({ finding, details }) =>
      finding.groupBy.length === 1 || details.pairs.some(({ evidence }) => evidence?.reading === 'reversal'),
  );
  if (shown.length === 0) return null;
  return {
    id: 'strata',
    title: t.say('strata/title'),
    body: (
      <>
        {shown.map(({ finding, details }) => (
          <Strata t={t} finding={finding} details={details} />
        ))}
      </>
    ),
  };
}
