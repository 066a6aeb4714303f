import type { PairedPeople } from '@ombud/audit';
import type { AuditSpec, BinaryRole, Reason, Result } from '@ombud/contract';
import { holds } from '@ombud/contract/roles';
import { binaryReader, gather, type MemoryRow, memoryEngine, missingReader, readRows } from '@ombud/table';
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
      const value = text(raw);
      if (value === null || Number.isNaN(Number(value))) return null;
      return known(holds(condition, Number(value)));
    };
  }
  const read = binaryReader(role);
  return (raw) => known(read(text(raw)));
}

/** Everybody of a file by pseudonym; null where one has several rows. */
async function peopleOf(spec: AuditSpec, { roles }: Result): Promise<Map<string, Person> | null> {
  const marked = missingReader(spec.missing);
  const text: ReadText = (raw) => marked(textOf(raw));
  const [decision, outcome] = [answerReader(roles.decision, text), answerReader(roles.outcome, text)];
  const found = new Map<string, Person>();
  const source = { file: spec.source, ...(spec.read === undefined ? {} : { read: spec.read }) };
  for await (const batch of readRows(source))
    for (const row of batch) {
      if ('refused' in row) continue;
      const subject = text(row.values[spec.subject ?? '']);
      if (subject === null) continue;
      if (found.has(subject)) return null;
      found.set(subject, {
        decision: decision(row.values[roles.decision?.column ?? '']),
        outcome: outcome(row.values[roles.outcome?.column ?? '']),
        groups: spec.groups.map(({ column }) => text(row.values[column])),
      });
    }
  return found;
}

const answers = { positive: ['yes'], negative: ['no'] };

/** Counts the people of both by the groups of after, through the same reader of bins as every audit. */
async function countPairs(spec: AuditSpec, { roles }: Result, rows: readonly MemoryRow[]) {
  const groups = spec.groups.map((role, i) => ({ ...role, column: `group ${i}` }));
  const columns = ['decision', 'outcome', 'decision before', 'outcome before'];
  const { cells } = await gather(memoryEngine([...columns, ...groups.map(({ column }) => column)], rows), {
    source: spec.source,
    ...(roles.decision === null ? {} : { decision: { column: 'decision', ...answers } }),
    ...(roles.outcome === null ? {} : { outcome: { column: 'outcome', ...answers } }),
    groups,
    strata: [{ column: 'decision before' }, { column: 'outcome before' }],
  });
  return { ...cells, groupNames: spec.groups.map(({ column }) => column) };
}

/** One side of what is compared: what was asked, and what came out. */
export interface Audited {
  readonly spec: AuditSpec;
  readonly result: Result;
}

const isPlain = async ({ spec }: Audited): Promise<boolean> =>
  spec.count === undefined && spec.weight === undefined && (await kindOf(spec.source)) === 'file';

/**
 * Matches the people of two files by their pseudonym.
 * @returns the people of both, or why they cannot be matched
 */
export async function matchPeople(
  before: Audited,
  after: Audited,
  { signal }: Context,
): Promise<{ readonly people: PairedPeople | null; readonly notes: readonly Reason[] }> {
  const not = (code: string) => ({ people: null, notes: [{ code, params: {} }] });
  if (!(await isPlain(before)) || !(await isPlain(after))) return not('not-files');
  const was = await peopleOf(before.spec, before.result);
  signal?.throwIfAborted();
  const is = await peopleOf(after.spec, after.result);
  if (was === null || is === null) return not('repeated');
  const rows = [...is].flatMap(([subject, now]): MemoryRow[] => {
    const then = was.get(subject);
    return then === undefined
      ? []
      : [[now.decision, now.outcome, then.decision, then.outcome, ...now.groups]];
  });
  if (rows.length === 0) return not('no-match');
  const cells = await countPairs(after.spec, after.result, rows);
  return {
    people: { cells, onlyBefore: was.size - rows.length, onlyAfter: is.size - rows.length },
    notes: [],
  };
}
