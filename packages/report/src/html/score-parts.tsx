import type { Details, Finding } from '@ombud/contract';
import {
  type Curve,
  Fold,
  mostCurves,
  numberTicks,
  printedOneIn,
  rateScale,
  type Section,
  Table,
  type Tick,
} from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { auditAsks, auditTitle } from '../words/audits.ts';
import type { DetailTable } from '../words/detail-table.ts';

type Kind = Details['kind'];
/** Details of one kind. */
export type Of<K extends Kind> = Extract<Details, { readonly kind: K }>;

/** Rows of one table: a longer one goes on in the result. */
const mostRows = 60;
/** The numbers of a picture that are printed whole; of more rows paper has a few, since the picture shows them all. */
const wholeOnPaper = 12;
/** The findings whose details are of one kind, single attributes first and alone where there are any. */
export function found<K extends Kind>(t: Telling, kind: K): { finding: Finding; details: Of<K> }[] {
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

/** A picture and the sentence that says what it shows; null for a picture that has its own. */
export interface Picture {
  readonly text: string | null;
  readonly image: unknown;
}

/** What one finding shows: pictures, tables, and tables that are folded away. */
export interface Part {
  readonly finding: Finding;
  readonly pictures: readonly Picture[];
  readonly tables: readonly DetailTable[];
  readonly folded: readonly DetailTable[];
}

function partBody(t: Telling, { finding, pictures, tables, folded }: Part) {
  return (
    <>
      {finding.groupBy.length === 0 ? (
        ''
      ) : (
        <h3>{t.say('page/by', { by: groupByText(t, finding.groupBy) })}</h3>
      )}
      <div class={pictures.every(({ text }) => text !== null) ? 'pictures' : undefined}>
        {pictures.map(({ text, image }) =>
          text === null ? (
            image
          ) : (
            <figure>
              {image}
              <figcaption>{text}</figcaption>
            </figure>
          ),
        )}
      </div>
      {tables.map((table) => (
        <>
          {table.intro === '' ? '' : <p>{t.unbroken(table.intro)}</p>}
          <DetailView table={table} />
        </>
      ))}
      {folded.map((table) => (
        <Fold
          title={t.say('page/numbers', { title: table.caption })}
          printed={table.rows.length > wholeOnPaper ? 'few' : 'all'}
        >
          {table.rows.length > wholeOnPaper ? (
            <p class="on-paper">{t.say('page/printed-few', { n: t.count(printedOneIn) })}</p>
          ) : (
            ''
          )}
          <DetailView table={table} />
        </Fold>
      ))}
    </>
  );
}

/** The section of an audit with a part for each of its findings; null where it has none. */
export function section(t: Telling, id: string, audit: string, parts: readonly Part[]): Section | null {
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
export function largest<Entry>(
  entries: readonly Entry[],
  people: (entry: Entry) => number,
): readonly Entry[] {
  const chosen = [...entries].sort((a, b) => people(b) - people(a)).slice(0, mostCurves);
  return entries.filter((entry) => chosen.includes(entry));
}

/** The marks of an axis of numbers. */
export const ticksOf = (t: Telling, values: readonly number[]): Tick[] =>
  numberTicks(values).map((at) => ({ at, label: t.exact(at) }));

/** The marks of an axis of shares. */
export const rateTicks = (t: Telling, values: readonly number[]): Tick[] =>
  rateScale(values).ticks.map((at) => ({ at, label: t.share(at) }));

/** How far curves reach upwards and downwards. */
export const heights = (curves: readonly Curve[]): number[] =>
  curves.flatMap(({ points }) => points.flatMap(({ y, high }) => [y, high ?? y]));
