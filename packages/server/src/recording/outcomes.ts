/** Outcomes of decisions that were recorded before: each is an entry of its own, and an audit counts the latest. */
import { BadRow, type Refusal, refusalOf } from '@ombud/app';
import { isShadow, parseEntry, type Sealed, seal } from '@ombud/ledger';
import { z } from 'zod';
import type { Call } from '../http/call.ts';
import type { Services } from '../services.ts';
import { appendRows, keyOf, type Outcome, requireShallow } from './record.ts';
import { mostTogether } from './schemas.ts';

const rowSchema = z.strictObject({
  index: z.int().min(0).optional().describe('The entry of the decision'),
  subject: z.string().min(1).max(1000).optional().describe('The person, who must have one decision only'),
  outcome: z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]).describe('What happened'),
  note: z.string().min(1).max(2000).optional().describe('A remark that is kept with it'),
  key: z.string().min(1).max(255).optional().describe('A retry with the same key is not recorded again'),
});

/** Many outcomes; each is checked for itself. */
export const outcomesSchema = z.strictObject({
  outcomes: z
    .array(z.unknown())
    .min(1)
    .max(mostTogether)
    .describe('Each with index or subject, outcome, and note and key where there are any'),
});

type Row = z.output<typeof rowSchema>;

function parse(row: unknown): Row {
  requireShallow(row);
  const { data, error } = rowSchema.safeParse(row);
  if (data !== undefined) return data;
  const member = error.issues[0]?.path.map(String).join('.') ?? '';
  throw new BadRow('unfit-member', { member: member === '' ? 'outcome' : member });
}

/** Where a row names the person too, the decision must be theirs. */
async function requirePerson(
  { ledger: { store }, writer }: Services,
  { subject }: Row,
  index: number,
): Promise<void> {
  if (subject === undefined) return;
  if (!(await store.findSubject(writer.tokens.subject(subject))).includes(index))
    throw new BadRow('other-person', { index, value: subject });
}

async function decisionOf({ services }: Call, system: string, row: Row, size: number): Promise<number> {
  const { store } = services.ledger;
  const decisionAt = async (index: number) => {
    const entry = index < size ? parseEntry(await store.readEntry(index)) : null;
    return entry?.kind === 'decision' && entry.system === system ? entry : null;
  };
  if (row.index !== undefined) {
    if ((await decisionAt(row.index)) !== null) {
      await requirePerson(services, row, row.index);
      return row.index;
    }
    throw new BadRow('no-such-decision', { column: 'index', value: String(row.index) });
  }
  const value = row.subject ?? '';
  const found: number[] = [];
  for (const index of await store.findSubject(services.writer.tokens.subject(value))) {
    const entry = await decisionAt(index);
    // What a person came to have follows from the decision that had an effect, not from one made beside it.
    if (entry !== null && !isShadow(entry)) found.push(index);
  }
  const [only] = found;
  if (only === undefined) throw new BadRow('no-such-decision', { column: 'subject', value });
  if (found.length > 1)
    throw new BadRow('several-decisions', { column: 'subject', value, decisions: found.length });
  return only;
}

/** Records outcomes: good ones are kept, bad ones are named. */
export async function recordOutcomes(
  call: Call,
  system: string,
  rows: readonly unknown[],
): Promise<readonly Outcome[]> {
  const { size } = await call.services.ledger.store.readLog();
  const sealed: (Sealed | Refusal)[] = [];
  for (const [i, given] of rows.entries())
    try {
      const row = parse(given);
      const about = await decisionOf(call, system, row, size);
      const key = keyOf(call, row.key, i);
      const payload = { outcome: row.outcome, ...(row.note === undefined ? {} : { note: row.note }) };
      sealed.push(seal({ kind: 'correction', system, about, payload, ...(key === null ? {} : { key }) }));
    } catch (error) {
      sealed.push(refusalOf(error));
    }
  return appendRows(call, sealed);
}
