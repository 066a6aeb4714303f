import { readFile } from 'node:fs/promises';
import type { AuditSpec, Config } from '@ombud/contract';
import { predict, recourseFinder } from '@ombud/explain';
import { loadModel } from '@ombud/model';
import {
  type Cells,
  databaseTable,
  gather,
  type MemoryRow,
  memoryEngine,
  parseLedgerLocation,
} from '@ombud/table';
import type { Context } from '../context.ts';
import { appErrors } from '../errors.ts';
import { encoderOf, readPeople } from './people.ts';
import { settingsOf } from './settings.ts';

/** The model whose refusals an audit asks recourse for, and the declaration of what people can change. */
export interface AuditedModel {
  readonly file: string;
  readonly declaration: { readonly config: Config; readonly file: string };
}

const mostBackground = 2000;

/**
 * For everybody whom the model refuses: is there a change of at most three columns that flips the decision, and what does the
 * cheapest cost (to a hundredth)? In cells, as the audit `recourse` takes them.
 *
 * @throws OMBUD_E_EXPLAIN_USAGE where the source is no table, or nothing is declared that people can change
 */
export async function groupRecourse(
  spec: AuditSpec,
  { file, declaration }: AuditedModel,
  { progress, signal }: Context,
): Promise<Cells | null> {
  if (parseLedgerLocation(spec.source) !== null || databaseTable(spec.source) !== null)
    throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'group-needs-table', { source: spec.source });
  const model = loadModel(await readFile(file));
  const settings = settingsOf(declaration.config, declaration.file, model, spec.favourable, 'en');
  const { decision, rules } = settings;
  if (rules === null)
    throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'no-recourse-rules', { file: declaration.file });
  const people = await readPeople(spec.source);
  const encode = encoderOf(model, people.columns, settings.missing);
  const rows = people.rows.map(encode);
  const step = Math.max(1, Math.ceil(rows.length / mostBackground));
  const background = rows.filter((_, place) => place % step === 0);
  const find = recourseFinder({ model, decision, rules, background, solver: null });
  const groups = [...new Set(spec.groups.map(({ column }) => column))];
  const found: MemoryRow[] = [];
  for (const [place, row] of rows.entries()) {
    if (predict(model, decision, row).favourable) continue;
    signal?.throwIfAborted();
    const { state, plans } = await find(row, { plans: 1, changes: 3, ranges: false });
    const values = people.rows[place] ?? {};
    found.push([
      ...groups.map((column) => textOf(values[column])),
      state,
      plans[0] === undefined ? null : plans[0].cost.toFixed(2),
    ]);
    progress({ task: 'recourse', done: place + 1, total: rows.length });
  }
  if (found.length === 0) return null;
  const engine = memoryEngine([...groups, answer, cost], found);
  const asked: AuditSpec = {
    source: spec.source,
    groups: spec.groups,
    strata: [{ column: cost }],
    decision: { column: answer, positive: ['found'], negative: ['none-exists'], declared: true },
    ...(spec.missing === undefined ? {} : { missing: spec.missing }),
  };
  return (await gather(engine, asked)).cells;
}

/** Names that no column of the data has. */
const answer = '\u0000recourse';
const cost = '\u0000cost';

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);
