import type { PairedPeople } from '@ombud/audit';
import type { AuditSpec, BinaryRole, Reason, Result } from '@ombud/contract';
import { holds } from '@ombud/contract/roles';
import { readInstant } from '@ombud/kernel';
import {
  binaryReader,
  countCells,
  type MemoryRow,
  memoryEngine,
  missingReader,
  placeIn,
  readRows,
  toNumber,
  windowOf,
} from '@ombud/table';
import type { Context } from '../context.ts';
import { kindOf } from '../files.ts';

type Answer = 'yes' | 'no' | null;

/** What is known of one person on one side. */
interface Person {
  readonly decision: Answer;
  readonly outcome: Answer;
  readonly groups: readonly (string | null)[];
}

type ReadText = (raw: unknown) => string | null;

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

/** Reads yes or no as the audit of that side did. */
function answerReader(role: BinaryRole | null, text: ReadText): (raw: unknown) => Answer {
  const known = (value: boolean | null): Answer => (value === null ? null : value ? 'yes' : 'no');
  if (role === null) return () => null;
  if ('condition' in role) {
    const { condition } = role;
    return (raw) => {
      const value = toNumber(text(raw));
      return known(value === null ? null : holds(condition, value));
    };
  }
  const read = binaryReader(role);
  return (raw) => known(read(text(raw)));
}

/** Why the people of a file cannot be matched: a code of the catalogue, under `reason/`. */
type Unmatched = 'other-rows' | 'repeated';

type Place = 'after' | 'before' | 'inside' | 'undated';

/** Where a row lies in the time that was asked for. */
function placer(spec: AuditSpec): (values: Readonly<Record<string, unknown>>) => Place {
  const window = windowOf(spec);
  if (window === null) return () => 'inside';
  return (values) => {
    const instant = readInstant((textOf(values[window.column]) ?? '').trim());
    return instant === null ? 'undated' : placeIn(window, instant);
  };
}

/** Whether the rows that were read are those that the audit counted: an engine may read a time that is written otherwise. */
const sameRows = ({ coverage }: Result, seen: Readonly<Record<Place, number>>): boolean =>
  coverage.window === undefined ||
  (seen.before === coverage.window.before &&
    seen.after === coverage.window.after &&
    seen.inside + seen.undated === coverage.rows);

/** Everybody whom the audit of a file counted, and how many of its rows name nobody. */
interface People {
  readonly bySubject: ReadonlyMap<string, Person>;
  readonly unnamed: number;
}

/** Everybody whom the audit of a file counted, by pseudonym, or by their row where there is none; or why that cannot be said. */
async function peopleOf({ spec, result }: Audited): Promise<People | Unmatched> {
  const { roles } = result;
  const placeOf = placer(spec);
  const seen = { before: 0, inside: 0, after: 0, undated: 0 };
  const marked = missingReader(spec.missing);
  const text: ReadText = (raw) => marked(textOf(raw));
  const [decision, outcome] = [answerReader(roles.decision, text), answerReader(roles.outcome, text)];
  const found = new Map<string, Person>();
  let [rows, unnamed] = [0, 0];
  const source = { file: spec.source, ...(spec.read === undefined ? {} : { read: spec.read }) };
  for await (const batch of readRows(source))
    for (const row of batch) {
      rows += 1;
      if ('refused' in row) continue;
      const place = placeOf(row.values);
      seen[place] += 1;
      if (place !== 'inside') continue;
      const subject = spec.subject === undefined ? `${rows}` : text(row.values[spec.subject]);
      if (subject === null) {
        unnamed += 1;
        continue;
      }
      if (found.has(subject)) return 'repeated';
      found.set(subject, {
        decision: decision(row.values[roles.decision?.column ?? '']),
        outcome: outcome(row.values[roles.outcome?.column ?? '']),
        groups: spec.groups.map(({ column }) => text(row.values[column])),
      });
    }
  return sameRows(result, seen) ? { bySubject: found, unnamed } : 'other-rows';
}

const answers = { positive: ['yes'], negative: ['no'] } as const;

/** Counts the people of both by their groups on each side, through the same reader of bins as every audit. */
async function countPairs(spec: AuditSpec, { roles }: Result, rows: readonly MemoryRow[]) {
  const groupsOf = (side: string) => spec.groups.map((role, i) => ({ ...role, column: `group ${i}${side}` }));
  const [groups, groupsBefore] = [groupsOf(''), groupsOf(' before')];
  const columns = ['decision', 'outcome', 'decision before', 'outcome before'];
  const names = [...columns, ...[...groups, ...groupsBefore].map(({ column }) => column)];
  const read = {
    decision: roles.decision && { column: 'decision', ...answers },
    outcome: roles.outcome && { column: 'outcome', ...answers },
  };
  const asked: AuditSpec = {
    source: spec.source,
    ...(read.decision === null ? {} : { decision: read.decision }),
    ...(read.outcome === null ? {} : { outcome: read.outcome }),
    groups,
    strata: [{ column: 'decision before' }, { column: 'outcome before' }, ...groupsBefore],
  };
  // Those who are in both may be of one group alone, which is no fault here.
  const cells = await countCells(memoryEngine(names, rows), asked, read);
  return { ...cells, groupNames: spec.groups.map(({ column }) => column) };
}

/** One side of what is compared: what was asked, and what came out. */
export interface Audited {
  readonly spec: AuditSpec;
  readonly result: Result;
}

/** Why a side has no single people to match; null where it has. */
async function obstacle({ spec }: Audited): Promise<'not-files' | 'weighted' | null> {
  if (spec.count !== undefined || spec.weight !== undefined) return 'weighted';
  return (await kindOf(spec.source)) === 'file' ? null : 'not-files';
}

/**
 * Matches the people whom two audits of files counted: by their pseudonym, or row by row where both are one file.
 * @returns the people of both, or why they cannot be matched
 */
export async function matchPeople(
  before: Audited,
  after: Audited,
  { signal }: Context,
): Promise<{ readonly people: PairedPeople | null; readonly notes: readonly Reason[] }> {
  const not = (code: string) => ({ people: null, notes: [{ code, params: {} }] });
  const hindered = (await obstacle(before)) ?? (await obstacle(after));
  if (hindered !== null) return not(hindered);
  const was = await peopleOf(before);
  signal?.throwIfAborted();
  const is = await peopleOf(after);
  if (typeof was === 'string') return not(was);
  if (typeof is === 'string') return not(is);
  const rows = [...is.bySubject].flatMap(([subject, now]): MemoryRow[] => {
    const then = was.bySubject.get(subject);
    return then === undefined
      ? []
      : [[now.decision, now.outcome, then.decision, then.outcome, ...now.groups, ...then.groups]];
  });
  if (rows.length === 0) return not('no-match');
  const cells = await countPairs(after.spec, after.result, rows);
  return {
    people: {
      cells,
      onlyBefore: was.bySubject.size - rows.length,
      onlyAfter: is.bySubject.size - rows.length,
      unnamed: { before: was.unnamed, after: is.unnamed },
    },
    notes: [],
  };
}
