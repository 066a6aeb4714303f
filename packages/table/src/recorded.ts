import type { AuditSpec, LedgerSource } from '@ombud/contract';
import { parseInstant } from '@ombud/kernel';
import {
  type ColumnReading,
  type ColumnSource,
  closeLedger,
  type KnownRepeats,
  type Ledger,
  openLedger,
  readAgainIfRepeated,
  readCheckpoint,
  readColumns,
  SeenHashes,
} from '@ombud/ledger';
import { type AlikeRows, openRows } from './engines/duckdb/open.ts';
import type { Engine, Progress, TimeWindow, WindowCounts } from './engines/engine.ts';
import { tableErrors } from './errors.ts';
import { type LedgerLocation, parseLedgerLocation } from './sources/ledger-location.ts';
import { placeIn, requireInside, windowOf } from './window.ts';

/** Columns that every recorded decision has, by their own names. */
const fixed = ['subject', 'decision', 'outcome', 'score', 'model', 'time'] as const;

/** The place of a decision in its log, as a column: no recorded column can have this name by accident. */
export const recordedIndex = '#index';

/** Where the value of a column lies: the column that was recorded in a role is found by that role. */
function sourceOf(spec: AuditSpec, column: string): ColumnSource {
  const roles: readonly [string | undefined, ColumnSource][] = [
    [spec.decision?.column, { of: 'decision' }],
    [spec.outcome?.column, { of: 'outcome' }],
    [spec.score, { of: 'score' }],
    [spec.subject, { of: 'subject' }],
    [spec.time, { of: 'time' }],
  ];
  const role = roles.find(([name]) => name === column);
  if (role) return role[1];
  if (column === recordedIndex) return { of: 'index' };
  const own = fixed.find((name) => name === column);
  return own === undefined ? { of: 'field', name: column } : { of: own };
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

/** The rows of a reading; what else its decisions hold is noted in `seen`. */
async function* rowsOf(
  reading: ColumnReading,
  seen: Set<string>,
  people: SeenHashes,
): AsyncGenerator<readonly AlikeRows[]> {
  for await (const { rows, names } of reading.batches) {
    for (const name of names) seen.add(name);
    yield rows;
  }
  if (people.late().size > 0) throw new SomebodyAgain();
  people.forget();
}

/** Ends a reading that took everybody for somebody else. */
class SomebodyAgain extends Error {}

/** Sees that nobody comes twice, as far as a few bytes of each tell: of two who look the same some may be different people. */
const seeIn = (people: SeenHashes) => (which: number, where: number) => {
  if (people.addFingerprint(which, where)) throw new SomebodyAgain();
};

/** The column that says who a person is, where it says nothing else: it can be left out where nobody comes twice. */
function aloneSubject(spec: AuditSpec): string | null {
  const { subject, ...others } = spec;
  const mayLeaveOut = spec.count === undefined && spec.weight === undefined;
  return subject !== undefined && mayLeaveOut && !wantedColumns(others).includes(subject) ? subject : null;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function coverageOf(reading: ColumnReading, system: string): LedgerSource {
  const { checkpoint, counted, leftOut } = reading.coverage();
  const { origin, size, root } = checkpoint;
  return { origin, size, root: base64(root), system, counted, leftOut };
}

/** Counts where decisions lie, and wants those inside. What a ledger recorded has a time. */
function watch(window: TimeWindow, times: { -readonly [K in keyof WindowCounts]: number }) {
  return (time: string): boolean => {
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
  const read = (onceEach: string | null): Promise<Recorded> =>
    readAgainIfRepeated(async (repeats) => {
      const people = new SeenHashes(onceEach === null ? 0 : (await readSize(ledger)) + 1);
      try {
        return await readInto(ledger, place, spec, { onceEach, people, repeats, progress });
      } finally {
        people.forget();
      }
    });
  try {
    return await read(aloneSubject(spec));
  } catch (cause) {
    if (!(cause instanceof SomebodyAgain)) throw cause;
    // Somebody has several decisions, or looks as if: now it is written down who each is.
    return await read(null);
  } finally {
    await closeLedger(ledger);
  }
}

interface Reading {
  /** The column of people, where it is left out as long as nobody comes twice. */
  readonly onceEach: string | null;
  readonly people: SeenHashes;
  readonly repeats: KnownRepeats;
  readonly progress: Progress | undefined;
}

async function readInto(
  ledger: Ledger,
  place: LedgerLocation,
  spec: AuditSpec,
  { onceEach, people, repeats, progress }: Reading,
): Promise<Recorded> {
  const window = windowOf({ ...spec, time: spec.time ?? 'time' });
  const times = { before: 0, inside: 0, after: 0, undated: 0 };
  const wanted = wantedColumns(spec);
  const columns = wanted.filter((column) => column !== onceEach);
  const reading = await readColumns(ledger, {
    system: place.system,
    columns: columns.map((column) => sourceOf(spec, column)),
    ...(spec.atSize === undefined ? {} : { atSize: spec.atSize }),
    shadow: spec.shadow === true ? 'only' : 'without',
    people: spec.people === true ? 'only' : 'without',
    ...(window === null ? {} : { isTimeWanted: watch(window, times) }),
    ...(onceEach === null ? {} : { seePerson: seeIn(people) }),
    repeats,
  });
  const seen = new Set<string>();
  const engine = await openRows(spec.source, columns, rowsOf(reading, seen, people), { onceEach, progress });
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
