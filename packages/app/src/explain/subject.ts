import { readDecisions } from '@ombud/ledger';
import { parseLedgerLocation, type Values } from '@ombud/table';
import { appErrors } from '../errors.ts';
import { withLedger } from '../ledger/open.ts';
import { type People, readPeople } from './people.ts';

/** Which decision is to be explained. */
export type Pick =
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'where'; readonly column: string; readonly value: string }
  | { readonly kind: 'entry'; readonly index: number }
  | { readonly kind: 'only' };

/** The person, and everybody in the same source. */
export interface Subject {
  readonly values: Values;
  readonly people: People;
  readonly row: number | null;
  readonly entry: { readonly origin: string; readonly index: number } | null;
  readonly decided: string | null;
  readonly modelVersion: string | null;
  /** The digest of the model file that decided, where the ledger names it. */
  readonly modelDigest: string | null;
}

/**
 * Finds the person in a file or a ledger.
 * @throws OMBUD_E_EXPLAIN_USAGE where there is no such row, or it is not said which of many
 */
export async function findSubject(source: string, pick: Pick): Promise<Subject> {
  const ledger = parseLedgerLocation(source);
  if (ledger !== null) return fromLedger(source, ledger.location, ledger.system, pick);
  if (pick.kind === 'entry') throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'entry-needs-ledger', { source });
  const people = await readPeople(source);
  const place = placeIn(source, people, pick);
  return {
    values: people.rows[place] ?? {},
    people,
    row: place + 1,
    entry: null,
    decided: null,
    modelVersion: null,
    modelDigest: null,
  };
}

function placeIn(source: string, { rows, columns }: People, pick: Exclude<Pick, { kind: 'entry' }>): number {
  switch (pick.kind) {
    case 'row':
      if (pick.row >= 1 && pick.row <= rows.length) return pick.row - 1;
      throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'no-such-row', {
        source,
        row: pick.row,
        rows: rows.length,
      });
    case 'where': {
      if (!columns.includes(pick.column))
        throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'no-such-column', { source, column: pick.column });
      const found = rows.flatMap((row, place) =>
        String(row[pick.column] ?? '') === pick.value ? [place] : [],
      );
      if (found.length === 1) return found[0] ?? 0;
      throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'not-one-row', {
        column: pick.column,
        value: pick.value,
        rows: found.length,
      });
    }
    case 'only':
      if (rows.length === 1) return 0;
      throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'which-row', { source, rows: rows.length });
  }
}

async function fromLedger(source: string, location: string, system: string, pick: Pick): Promise<Subject> {
  if (pick.kind !== 'entry') throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'ledger-needs-entry', { source });
  return withLedger(location, async (ledger) => {
    const reading = await readDecisions(ledger, {
      system,
      withoutAttributes: true,
      shadow: 'with',
      people: 'with',
    });
    const rows: Values[] = [];
    let found: Omit<Subject, 'people'> | null = null;
    for await (const { index, inputs, time, model, modelDigest } of reading.decisions) {
      rows.push(inputs);
      if (index !== pick.index) continue;
      found = {
        values: inputs,
        row: null,
        entry: { origin: ledger.origin, index },
        decided: time,
        modelVersion: model,
        modelDigest,
      };
    }
    if (found === null)
      throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'no-such-decision', { source, index: pick.index });
    return { ...found, people: { columns: Object.keys(found.values), rows } };
  });
}
