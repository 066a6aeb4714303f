/** How a person enters their case: by the code on the notice and a second thing that they know. */
import { timingSafeEqual } from 'node:crypto';
import {
  type Attempts,
  caseSlowing,
  contestErrors,
  failed,
  type KnownKind,
  knownKinds,
  knownThing,
  noAttempts,
  readCode,
  type Slowing,
  sourceSlowing,
  waitOf,
} from '@ombud/contest';
import type { Statements } from '../state/state.ts';
import type { Desk } from './desk.ts';
import { hashOfCode, hashOfSecond } from './issue-notices.ts';
import { contest } from './tables.ts';

/** Somebody who wants to enter. */
export interface Entering {
  readonly code: string;
  readonly second: string;
  /** Where they come from, for example an address: kept as a keyed hash. */
  readonly source: string;
}

/** Who entered. */
export interface Entered {
  readonly case: string;
  readonly as: 'person' | 'representative';
  /** The consent by which a representative enters; null for the person. */
  readonly consent: string | null;
}

const attemptsOf = async (state: Statements, id: string): Promise<Attempts> => {
  const row = await state
    .of(contest)
    .selectFrom('contest_attempts')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? noAttempts : { failures: row.failures, lastAt: Number(row.last_at) };
};

/** Where an attempt is counted. */
interface Counted {
  readonly id: string;
  readonly before: Attempts;
}

const keepAttempts = (tx: Statements, id: string, { failures, lastAt }: Attempts) =>
  tx
    .of(contest)
    .insertInto('contest_attempts')
    .values({ id, failures, last_at: lastAt })
    .onConflict((c) => c.column('id').doUpdateSet({ failures, last_at: lastAt }))
    .execute();

/**
 * Counts an attempt as failed before it is looked at, so that many at once are counted one after the other.
 * @throws OmbudError `OMBUD_E_CONTEST_ENTER/wait`; then nothing was counted
 */
async function countFailure(desk: Desk, id: string, slowing: Slowing): Promise<Counted> {
  const now = desk.now();
  return desk.state.change(async (tx) => {
    const before = await attemptsOf(tx, id);
    const wait = waitOf(before, now, slowing);
    if (wait > 0)
      throw contestErrors.error('OMBUD_E_CONTEST_ENTER', 'wait', { seconds: Math.ceil(wait / 1000) });
    await keepAttempts(tx, id, failed(before, now, slowing));
    return { id, before };
  });
}

/** Takes back that an attempt failed: it was right. */
const takeBack = (desk: Desk, { id, before }: Counted): Promise<unknown> =>
  desk.state.change((tx) => keepAttempts(tx, id, before));

const equal = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/**
 * Lets somebody into a case.
 *
 * Codes that are none, also those with a mistake in them, slow down their source alone, and a code that is one is looked at whatever its source did before:
 * so nobody who holds a letter is kept out by somebody who guesses, even from the same address. Somebody who holds the
 * letter and guesses what the person knows is slowed at that case, and delays no other source.
 *
 * @throws OmbudError `OMBUD_E_CONTEST_ENTER`: `not-known` does not tell which of the two was wrong
 */
export async function enter(desk: Desk, { code, second, source }: Entering): Promise<Entered> {
  const read = readCode(code);
  const found = 'wrong' in read ? null : await findByCode(desk, read.code);
  if (found === null) {
    await countFailure(desk, desk.keyed(`source\n${source}`), sourceSlowing);
    throw 'wrong' in read
      ? contestErrors.error('OMBUD_E_CONTEST_ENTER', 'mistyped', { wrong: read.wrong })
      : contestErrors.error('OMBUD_E_CONTEST_ENTER', 'not-known');
  }
  const counted = await countFailure(desk, desk.keyed(`case\n${found.case}\n${source}`), caseSlowing);
  const { second: known, kind, ...entered } = found;
  if (!equal(known, hashOfSecond(desk, found.case, knownThing(kind, second))))
    throw contestErrors.error('OMBUD_E_CONTEST_ENTER', 'not-known');
  await takeBack(desk, counted);
  return entered;
}

interface Found extends Entered {
  readonly second: string;
  readonly kind: KnownKind;
}

async function findByCode(desk: Desk, code: string): Promise<Found | null> {
  const hash = hashOfCode(desk, code);
  const db = desk.state.of(contest);
  const own = await db
    .selectFrom('contest_cases')
    .select(['id', 'second', 'second_kind'])
    .where('code', '=', hash)
    .executeTakeFirst();
  if (own !== undefined)
    return {
      case: own.id,
      as: 'person',
      consent: null,
      second: own.second ?? '',
      kind: own.second_kind,
    };
  const theirs = await db
    .selectFrom('contest_representatives')
    .innerJoin('contest_cases', 'contest_cases.id', 'contest_representatives.case_id')
    .select([
      'contest_cases.id',
      'contest_cases.second',
      'contest_cases.second_kind',
      'contest_representatives.id as consent',
    ])
    .where('contest_representatives.code', '=', hash)
    .where('contest_representatives.until', 'is', null)
    .executeTakeFirst();
  if (theirs === undefined) return null;
  return {
    case: theirs.id,
    as: 'representative',
    consent: theirs.consent,
    second: theirs.second ?? '',
    kind: theirs.second_kind,
  };
}

/** What the people of any case are asked for beside the code: the door asks for no other, and says of no code which is its. */
export async function askedAtTheDoor({ state }: Pick<Desk, 'state'>): Promise<readonly KnownKind[]> {
  const found = await Promise.all(
    knownKinds.map((kind) =>
      state
        .of(contest)
        .selectFrom('contest_cases')
        .select('second_kind')
        .where('second_kind', '=', kind)
        .where('code', 'is not', null)
        .limit(1)
        .executeTakeFirst(),
    ),
  );
  const kinds = found.flatMap((row) => row?.second_kind ?? []);
  return kinds.length === 0 ? ['date-of-birth'] : kinds;
}

/**
 * The case of a system by a code as somebody of the office types it, or by a decision's number of its entry; null where that
 * system has none: whose else it is, is not told.
 */
export async function findCase(desk: Desk, system: string, text: string): Promise<string | null> {
  const all = desk.state.of(contest).selectFrom('contest_cases').select('id').where('system', '=', system);
  const read = readCode(text);
  const number = /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;
  if ('wrong' in read && number === null) return null;
  const row = await ('wrong' in read
    ? all.where('decision', '=', number ?? -1)
    : all.where('code', '=', hashOfCode(desk, read.code))
  ).executeTakeFirst();
  return row?.id ?? null;
}
