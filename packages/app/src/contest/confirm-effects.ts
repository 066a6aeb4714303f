import type { MatterOf } from '@ombud/contest';
import { isOmbudError } from '@ombud/kernel';
import { outbox } from '../state/outbox/outbox.ts';
import type { Desk } from './desk.ts';
import { type Moved, moveMany } from './move.ts';
import { contest } from './tables.ts';

/** States in which the deciding system was asked for something. */
const waitingStates: readonly MatterOf<'effect'>['state'][] = ['suspending', 'lifting', 'cancelling'];
/** The answer that says that it is done; any other yes only says that the message has come. */
const doneStatus = 200;
const together = 200;

/**
 * Takes the answers of the deciding systems: one that answered a message with 200 has done what it was asked. One that
 * answered 202 confirms by a call of its own, and until then its effect stays not confirmed. Nothing is lost where this
 * is interrupted: it looks at what is stored.
 *
 * @example await sendDue(state, sending); await confirmEffects(desk);
 */
export async function confirmEffects(desk: Desk): Promise<readonly Moved[]> {
  const rows = await desk.state
    .of(contest)
    .selectFrom('contest_matters')
    .select(['id', 'case_id', 'data'])
    .where('machine', '=', 'effect')
    .where('state', 'in', waitingStates)
    .execute();
  const done: Moved[] = [];
  for (let at = 0; at < rows.length; at += together) {
    const some = rows.slice(at, at + together).map(({ data, ...row }) => ({
      ...row,
      message: (JSON.parse(data) as MatterOf<'effect'>['data']).message ?? '',
    }));
    const answered = await answeredOf(
      desk,
      some.map(({ message }) => message),
    );
    const moves = await moveMany(
      desk,
      some
        .filter(({ message }) => answered.has(message))
        .map(({ id, case_id }) => ({
          case: case_id,
          matter: id,
          event: 'confirm',
          by: 'recipient',
          actor: 'answer',
        })),
    );
    done.push(...moves.filter((one): one is Moved => !isOmbudError(one)));
  }
  return done;
}

async function answeredOf({ state }: Desk, messages: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await state
    .of(outbox)
    .selectFrom('outbox')
    .select('id')
    .where('id', 'in', messages)
    .where('state', '=', 'sent')
    .where('status', '=', doneStatus)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
