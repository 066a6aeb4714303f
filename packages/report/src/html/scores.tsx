import type { Details, Finding } from '@ombud/contract';
import {
  type Curve,
  type CurvePoint,
  CurvesPicture,
  Fold,
  mostCurves,
  numberTicks,
  rateScale,
  type Section,
  Table,
  type Tick,
} from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { auditAsks, auditTitle } from '../words/audits.ts';
import type { DetailTable } from '../words/detail-table.ts';
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

type Kind = Details['kind'];
type Of<K extends Kind> = Extract<Details, { readonly kind: K }>;

/** Rows of one table: a longer one goes on in the result. */
const mostRows = 60;
/** Names of periods that fit under a picture. */
const mostNames = 6;

/** The findings whose details are of one kind, single attributes first and alone where there are any. */
function found<K extends Kind>(t: Telling, kind: K): { finding: Finding; details: Of<K> }[] {
  const all = t.result.findings.flatMap((finding) =>
    finding.details?.kind === kind ? [{ finding, details: finding.details as Of<K> }] : [],
  );
  const single = all.filter(({ finding }) => finding.groupBy.length === 1);
  return single.length > 0 ? single : all.slice(0, 1);
}

function DetailView({ table }: { readonly table: DetailTable }) {
  return (
    <Table caption={table.caption} head={table.head} text={table.text} rows={table.rows.slice(0, mostRows)} />
  );
}

interface Part {
  readonly finding: Finding;
  readonly picture: { readonly text: string; readonly image: unknown } | null;
  readonly tables: readonly DetailTable[];
  readonly folded: readonly DetailTable[];
}

function partBody(t: Telling, { finding, picture, tables, folded }: Part) {
  return (
    <>
      <h3>{t.say('page/by', { by: groupByText(t, finding.groupBy) })}</h3>
      {picture === null ? (
        ''
      ) : (
        <figure>
          {picture.image}
          <figcaption>{picture.text}</figcaption>
        </figure>
      )}
      {tables.map((table) => (
        <>
          {table.intro === '' ? '' : <p>{t.unbroken(table.intro)}</p>}
          <DetailView table={table} />
        </>
      ))}
      {folded.map((table) => (
        <Fold title={t.say('page/numbers', { title: table.caption })}>
          <DetailView table={table} />
        </Fold>
      ))}
    </>
  );
}

function section(t: Telling, id: string, audit: string, parts: readonly Part[]): Section | null {
  if (parts.length === 0) return null;
  return {
    id,
    title: auditTitle(t, audit),
    body: (
      <>
        <p>{auditAsks(t, audit) ?? ''}</p>
        {parts.map((part) => partBody(t, part))}
      </>
    ),
  };
}

/** The groups with the most people get a curve; all of them are in the table. */
function largest<Entry>(entries: readonly Entry[], people: (entry: Entry) => number): readonly Entry[] {
  const kept = [...entries].sort((a, b) => people(b) - people(a)).slice(0, mostCurves);
  return entries.filter((entry) => kept.includes(entry));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const ticksOf = (t: Telling, values: readonly number[]): Tick[] =>
  numberTicks(values).map((at) => ({ at, label: t.exact(at) }));

const rateTicks = (t: Telling, values: readonly number[]): Tick[] =>
  rateScale(values).ticks.map((at) => ({ at, label: t.share(at) }));

const heights = (curves: readonly Curve[]): number[] =>
  curves.flatMap(({ points }) => points.flatMap(({ y, high }) => [y, high ?? y]));

function needPicture(t: Telling, { bands, need }: Of<'need'>): Part['picture'] {
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
      picture: needPicture(t, details),
      tables: [needTable(t, finding, details)],
      folded: [needBandsTable(t, finding, details)],
    }),
  );
  return section(t, 'need', 'need-at-equal-score', parts);
}

function calibrationPicture(t: Telling, { groups, probability }: Of<'calibration'>): Part['picture'] {
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
      picture: calibrationPicture(t, details),
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
      picture: null,
      tables: [rankingTable(t, finding, details), sharePairsTable(t, finding, details.pairs)],
      folded: [],
    }),
  );
  return section(t, 'ranking', 'auc', parts);
}

function periodsPicture(t: Telling, finding: Finding, { groups }: Of<'periods'>): Part['picture'] {
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
      picture: periodsPicture(t, finding, details),
      tables: [periodsTable(t, finding, details)],
      folded: [],
    }),
  );
  return section(t, 'periods', 'over-time', parts);
}
