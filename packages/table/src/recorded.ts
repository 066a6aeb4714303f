import { hash } from 'node:crypto';
import type { AuditSpec, LedgerSource } from '@ombud/contract';
import { parseInstant } from '@ombud/kernel';
import {
  closeLedger,
  type Decision,
  type DecisionReading,
  type Ledger,
  openLedger,
  readCheckpoint,
  readDecisions,
  SeenHashes,
} from '@ombud/ledger';
import { openRows } from './engines/duckdb/open.ts';
import type { Engine, Progress, TimeWindow, WindowCounts } from './engines/engine.ts';
import { tableErrors } from './errors.ts';
import { type LedgerLocation, parseLedgerLocation } from './sources/ledger-location.ts';
import { placeIn, requireInside, windowOf } from './window.ts';

const toText = (value: unknown): string | null =>
  value === null || value === undefined
    ? null
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

/** Columns that every recorded decision has, by their own names. */
const fixed = ['subject', 'decision', 'outcome', 'score', 'model', 'time'] as const;

/** The place of a decision in its log, as a column: no recorded column can have this name by accident. */
export const recordedIndex = '#index';

/** Where the value of a column lies: the column that was recorded in a role is found by that role. */
function valueOfColumn(spec: AuditSpec, column: string): (decision: Decision) => unknown {
  const roles: readonly [string | undefined, (decision: Decision) => unknown][] = [
    [spec.decision?.column, ({ decision }) => decision],
    [spec.outcome?.column, ({ outcome }) => outcome],
    [spec.score, ({ score }) => score],
    [spec.subject, ({ subject }) => subject],
    [spec.time, ({ time }) => time],
  ];
  const role = roles.find(([name]) => name === column);
  if (role) return role[1];
  if (column === recordedIndex) return ({ index }) => index;
  const own = fixed.find((name) => name === column);
  if (own) return (decision) => decision[own];
  return ({ attributes, inputs }) => attributes[column] ?? inputs[column];
}

function wantedColumns(spec: AuditSpec): string[] {
  const optional = [
    spec.decision?.column,
    spec.outcome?.column,
    spec.score,
    spec.need,
    spec.count,
    spec.weight,
    spec.subject,
    spec.time,
  ];
  const named = [
    ...optional,
    ...spec.groups.map(({ column }) => column),
    ...(spec.strata ?? []).map(({ column }) => column),
  ];
  return [...new Set(named.filter((name) => name !== undefined))];
}

async function* rowsOf(
  reading: DecisionReading,
  columns: readonly ((decision: Decision) => unknown)[],
  seen: Set<string>,
  people: MetPeople | null,
) {
  for await (const page of reading.batches) {
    for (const decision of page) {
      for (const name in decision.attributes) seen.add(name);
      for (const name in decision.inputs) seen.add(name);
      if (people?.isMetAgain(decision) === true) throw new SomebodyAgain();
    }
    yield page.map((decision) => columns.map((of) => toText(of(decision))));
  }
}

/** Ends a reading that took everybody for somebody else. */
class SomebodyAgain extends Error {}

/** Who was met already, as far as a few bytes of each tell: of two who look the same some may be different people. */
class MetPeople {
  readonly #seen: SeenHashes;
  readonly #nameOf: (decision: Decision) => unknown;

  constructor(most: number, nameOf: (decision: Decision) => unknown) {
    this.#seen = new SeenHashes(most);
    this.#nameOf = nameOf;
  }

  /** A name with blanks around it may be the same name; one that is missing is like another that is. */
  isMetAgain(decision: Decision): boolean {
    const name = toText(this.#nameOf(decision)) ?? '';
    return this.#seen.add(hash('sha256', name.trim(), 'base64'));
  }
}

/** The column that says who a person is, where it says nothing else: it can be left out where nobody comes twice. */
function aloneSubject(spec: AuditSpec): string | null {
  const { subject, ...others } = spec;
  const mayLeaveOut = spec.count === undefined && spec.weight === undefined;
  return subject !== undefined && mayLeaveOut && !wantedColumns(others).includes(subject) ? subject : null;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function coverageOf(reading: DecisionReading, system: string): LedgerSource {
  const { checkpoint, counted, leftOut } = reading.coverage();
  const { origin, size, root } = checkpoint;
  return { origin, size, root: base64(root), system, counted, leftOut };
}

/** Counts where decisions lie, and wants those inside. What a ledger recorded has a time. */
function watch(window: TimeWindow, times: { -readonly [K in keyof WindowCounts]: number }) {
  return ({ time }: Decision): boolean => {
    const place = placeIn(window, parseInstant(time));
    times[place] += 1;
    return place === 'inside';
  };
}

/** A sort of decisions that was left out, and what it says where there are no others. */
const sorts = [
  ['by-person', 'only-people'],
  ['by-system', 'no-people'],
  ['shadow', 'only-shadow'],
  ['not-shadow', 'no-shadow'],
] as const;

/** Where nothing is counted, decisions of the other sort may be what was meant. */
function nothingCounted({ leftOut }: LedgerSource, { location, system }: LedgerLocation): Error {
  const has = (sort: string): boolean => leftOut.some(({ reason }) => reason === sort);
  const [, reason = 'no-decision'] = sorts.find(([sort]) => has(sort)) ?? [];
  return tableErrors.error('OMBUD_E_NO_ROWS', reason, { location, system });
}

/** An engine over recorded decisions, and what of the ledger it covers. */
export interface Recorded {
  readonly engine: Engine;
  readonly ledger: LedgerSource;
  /** Where a time was asked for. */
  readonly times: WindowCounts | null;
}

/**
 * Reads the decisions that a system recorded, at a checkpoint, and hashes every entry on the way, so that what is
 * counted is what the checkpoint signs.
 * @throws LedgerError when the ledger cannot be opened or does not match its checkpoint
 */
export async function openRecorded(spec: AuditSpec, progress?: Progress): Promise<Recorded> {
  const place = parseLedgerLocation(spec.source);
  if (place === null) throw new RangeError(`no ledger: ${spec.source}`);
  const ledger = await openLedger(place.location);
  const onceEach = aloneSubject(spec);
  try {
    return await readInto(ledger, place, spec, onceEach, progress);
  } catch (cause) {
    if (!(cause instanceof SomebodyAgain)) throw cause;
    // Somebody has several decisions, or looks as if: now it is written down who each is.
    return await readInto(ledger, place, spec, null, progress);
  } finally {
    await closeLedger(ledger);
  }
}

/** @param onceEach the column of people, where it is left out as long as nobody comes twice */
async function readInto(
  ledger: Ledger,
  place: LedgerLocation,
  spec: AuditSpec,
  onceEach: string | null,
  progress: Progress | undefined,
): Promise<Recorded> {
  const window = windowOf({ ...spec, time: spec.time ?? 'time' });
  const times = { before: 0, inside: 0, after: 0, undated: 0 };
  const reading = await readDecisions(ledger, {
    system: place.system,
    ...(spec.atSize === undefined ? {} : { atSize: spec.atSize }),
    shadow: spec.shadow === true ? 'only' : 'without',
    people: spec.people === true ? 'only' : 'without',
    ...(window === null ? {} : { isWanted: watch(window, times) }),
  });
  const wanted = wantedColumns(spec);
  const columns = wanted.filter((column) => column !== onceEach);
  const seen = new Set<string>();
  const values = columns.map((column) => valueOfColumn(spec, column));
  const people =
    onceEach === null ? null : new MetPeople((await readSize(ledger)) + 1, valueOfColumn(spec, onceEach));
  const rows = rowsOf(reading, values, seen, people);
  const engine = await openRows(spec.source, columns, rows, { onceEach, progress });
  const coverage = coverageOf(reading, place.system);
  if (window !== null && times.before + times.after > 0) requireInside(window, times);
  if (coverage.counted.length === 0) throw nothingCounted(coverage, place);
  const known = new Set<string>([...fixed, recordedIndex, ...seen]);
  // A role's own column may have any name; a group or stratum that nobody ever had is a typing error.
  const roles = new Set([spec.decision?.column, spec.outcome?.column, spec.score, spec.subject, spec.time]);
  const real = [
    ...wanted.filter((name) => roles.has(name) || known.has(name)),
    ...[...known].filter((name) => !wanted.includes(name)),
  ];
  return {
    engine: { ...engine, columns: real.map((name) => ({ name, type: 'VARCHAR', numeric: false })) },
    ledger: coverage,
    times: window === null ? null : times,
  };
}

const readSize = async (ledger: Ledger): Promise<number> => (await readCheckpoint(ledger)).checkpoint.size;
