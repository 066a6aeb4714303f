/** What became of notices that left by themselves: what the outbox was answered, and what a carrier says later. */
import { contestErrors, type MatterOf, messageId } from '@ombud/contest';
import { isOmbudError, type OmbudError } from '@ombud/kernel';
import { outbox } from '../state/outbox/outbox.ts';
import type { Statements } from '../state/state.ts';
import type { Desk } from './desk.ts';
import { type Moved, type MoveRequest, moveMany } from './move.ts';
import { contest } from './tables.ts';

/** The answer of a mailbox that has it; any other yes only says that the message was taken. */
const thereStatus = 200;
const together = 200;

interface Waiting {
  readonly id: string;
  readonly case_id: string;
  readonly message: string;
}

interface Told {
  readonly state: string;
  readonly status: number | null;
  readonly receiver: string;
}

const asCarrier = (
  { id, case_id }: Pick<Waiting, 'id' | 'case_id'>,
  event: string,
  actor = 'answer',
): MoveRequest => ({ case: case_id, matter: id, event, by: 'carrier', actor });

const well = (done: readonly (Moved | OmbudError)[]): Moved[] =>
  done.filter((one): one is Moved => !isOmbudError(one));

/**
 * Takes the answers to notices that left by the outbox: taken is sent, refused for good or given up has failed, and a person's
 * mailbox that answers 200 has it, so that it is delivered. It looks at what is stored, so nothing is lost where it is interrupted.
 *
 * @example await sendDue(state, sending); await takeDeliveries(desk);
 */
export async function takeDeliveries(desk: Desk): Promise<readonly Moved[]> {
  const rows = await desk.state
    .of(contest)
    .selectFrom('contest_matters')
    .select(['id', 'case_id', 'version'])
    .where('machine', '=', 'notice')
    .where('state', '=', 'queued')
    .execute();
  const done: Moved[] = [];
  for (let at = 0; at < rows.length; at += together) {
    const some = rows
      .slice(at, at + together)
      .map(({ version, ...row }) => ({ ...row, message: messageId(row.id, version) }));
    const told = await toldOf(
      desk.state,
      some.map(({ message }) => message),
    );
    const answered = some.filter(({ message }) => told.has(message));
    const isSent = ({ message }: Waiting) => told.get(message)?.state === 'sent';
    done.push(
      ...well(
        await moveMany(
          desk,
          answered.map((one) => asCarrier(one, isSent(one) ? 'send' : 'fail')),
        ),
      ),
    );
    const there = answered.filter(({ message }) => {
      const answer = told.get(message);
      return answer?.state === 'sent' && answer.receiver === 'webhook' && answer.status === thereStatus;
    });
    done.push(
      ...well(
        await moveMany(
          desk,
          there.map((one) => asCarrier(one, 'deliver')),
        ),
      ),
    );
  }
  return done;
}

async function toldOf(state: Statements, messages: readonly string[]): Promise<ReadonlyMap<string, Told>> {
  const rows = await state
    .of(outbox)
    .selectFrom('outbox')
    .select(['id', 'state', 'status', 'receiver'])
    .where('id', 'in', messages)
    .where('state', 'in', ['sent', 'refused', 'given-up'])
    .execute();
  return new Map(rows.map(({ id, ...told }) => [id, told]));
}

/** What a carrier says of a message some time after it took it: by its id, so that it is about that one sending. */
export interface CarrierReport {
  readonly message: string;
  readonly event: 'deliver' | 'return' | 'fail';
  /** The account that says so. */
  readonly actor: string;
}

/**
 * Records what a carrier says of a notice. Said twice, it is one move; said of a sending that another has followed, it is
 * refused, so that a letter that comes back late does not undo the one that came after it.
 *
 * @throws OmbudError `OMBUD_E_CONTEST_CASE/no-message` where the system has sent no such message
 */
export async function reportDelivery(
  desk: Desk,
  system: string,
  { message, event, actor }: CarrierReport,
): Promise<Moved | null> {
  const matter = message.slice(0, Math.max(0, message.lastIndexOf('.')));
  const row = await desk.state
    .of(contest)
    .selectFrom('contest_matters')
    .innerJoin('contest_cases', 'contest_cases.id', 'contest_matters.case_id')
    .select([
      'contest_matters.id',
      'contest_matters.case_id',
      'contest_matters.state',
      'contest_matters.data',
    ])
    .where('contest_matters.id', '=', matter)
    .where('contest_matters.machine', '=', 'notice')
    .where('contest_cases.system', '=', system)
    .executeTakeFirst();
  const newest = row === undefined ? null : (JSON.parse(row.data) as MatterOf<'notice'>['data']).message;
  if (row === undefined || newest !== message)
    throw contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-message', { message, system });
  if (row.state === stateAfter[event]) return null;
  // A carrier that speaks of it has taken it, whether or not its answer was read here yet.
  if (row.state === 'queued' && event !== 'fail') await moveMany(desk, [asCarrier(row, 'send', actor)]);
  const [done] = await moveMany(desk, [asCarrier(row, event, actor)]);
  if (done === undefined || isOmbudError(done)) throw done;
  return done;
}

const stateAfter = { deliver: 'delivered', return: 'returned', fail: 'failed' } as const;
