/** Payment orders of a remedy: signed by the log's key, in whole minor units, each given once; order and answer are entries. */
import { contestErrors, type Payment, type PaymentState, refuseNote, refusePayment } from '@ombud/contest';
import type { JsonObject } from '@ombud/kernel';
import { type Draft, signEvidence } from '@ombud/ledger';
import type { Envelope } from '@ombud/tlog';
import { outbox, putInOutbox } from '../state/outbox/outbox.ts';
import type { Statements } from '../state/state.ts';
import { type Desk, nowOf } from './desk.ts';
import { loadCases } from './load.ts';
import { hasOwnSums, peopleIn, remedyOf } from './remedy-people.ts';
import { contest } from './tables.ts';

/** A payment order as it was sent. */
export interface PaymentOrder {
  /** The same for the same person and step: whoever pays it twice sees it. */
  readonly id: string;
  readonly envelope: Envelope;
}

interface Order extends PaymentOrder {
  readonly payment: Payment;
  readonly message: object;
}

/** A remedy, its system, and who acts. */
interface Of {
  readonly remedy: string;
  readonly system: string;
  readonly actor: string;
}

const orderId = (remedy: string, { case: id, step }: Pick<Payment, 'case' | 'step'>): string =>
  `pay.${remedy}.${id}.${step}`;

function signed(desk: Desk, remedy: string, payment: Payment): Order {
  const { case: id, amount, step } = payment;
  const order = orderId(remedy, payment);
  // The statement says nothing of when: the same order has the same bytes and the same signature.
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    predicateType: 'urn:ombud:payment-order:1',
    subject: [{ name: order }],
    predicate: { remedy, case: id, step, minor: amount.minor, currency: amount.currency },
  };
  const envelope = signEvidence(statement, desk.state.writer.signers);
  return { payment, id: order, envelope, message: { order, case: id, envelope } };
}

/** Where the entries of people's money hang: each about the decision, with the pseudonym that erases it. */
async function draftsOf(
  desk: Desk,
  { remedy, system, actor }: Of,
  lines: readonly { readonly case: string; readonly key: string; readonly said: JsonObject }[],
): Promise<readonly Draft[]> {
  const cases = await loadCases(
    desk.state,
    lines.map((one) => one.case),
  );
  const at = nowOf(desk);
  return lines.map(({ case: id, key, said }) => {
    const row = cases.get(id)?.row;
    if (row === undefined || row.system !== system)
      throw contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-case', { case: id });
    const payload = { subject: row.subject, case: id, remedy, actor, at, ...said };
    return { kind: 'remedy', system, about: row.decision, key, payload };
  });
}

/** The body of each order that was given before. */
async function givenOf({ state }: Desk, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await state
    .of(outbox)
    .selectFrom('outbox')
    .select(['id', 'body'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/**
 * Gives payment orders: signed statements in the outbox, with an id that makes each payment once, and an entry of the ledger
 * for each. An order that was given is not given again, and one with another amount under its id is refused.
 *
 * @throws OmbudError `OMBUD_E_CONTEST_REMEDY` with what stands against one of them; then none is given
 */
export async function orderPayments(
  desk: Desk,
  of: Of,
  payments: readonly Payment[],
): Promise<readonly PaymentOrder[]> {
  const orders = payments.map((payment) => signed(desk, of.remedy, payment));
  requireOnce(orders);
  const given = await givenOf(
    desk,
    orders.map(({ id }) => id),
  );
  for (const { id, message } of orders)
    if (given.has(id) && given.get(id) !== JSON.stringify(message))
      throw contestErrors.error('OMBUD_E_CONTEST_REMEDY', 'order-changed', { order: id });
  const fresh = orders.filter(({ id }) => !given.has(id));
  await requireOrderable(
    desk,
    of,
    fresh.map(({ payment }) => payment),
  );
  if (fresh.length > 0) await record(desk, of, fresh);
  return orders.map(({ id, envelope }) => ({ id, envelope }));
}

function requireOnce(orders: readonly Order[]): void {
  const seen = new Set<string>();
  for (const { id } of orders) {
    if (seen.has(id)) throw contestErrors.error('OMBUD_E_CONTEST_REMEDY', 'ordered-twice', { order: id });
    seen.add(id);
  }
}

async function requireOrderable(desk: Desk, { remedy }: Of, payments: readonly Payment[]): Promise<void> {
  const matter = await remedyOf(desk.state, remedy);
  const ownSums = await hasOwnSums(desk.state, remedy);
  for (const payment of payments) {
    const refused = refusePayment(matter, payment, ownSums);
    const { currency } = payment.amount;
    if (refused !== null)
      throw contestErrors.error('OMBUD_E_CONTEST_REMEDY', refused, {
        case: payment.case,
        currency,
        state: matter.state,
      });
  }
  await peopleIn(
    desk.state,
    remedy,
    payments.map((one) => one.case),
  );
}

async function record(desk: Desk, of: Of, orders: readonly Order[]): Promise<void> {
  const lines = orders.map(({ id, payment: { case: person, step, amount } }) => ({
    case: person,
    key: id,
    said: { event: 'order-payment', order: id, step, minor: amount.minor, currency: amount.currency },
  }));
  const drafts = await draftsOf(desk, of, lines);
  await desk.state.record(drafts, async (tx) => {
    for (const order of orders) await keepOrder(tx, of.remedy, order);
    const messages = orders.map(({ id, message }) => ({
      id,
      kind: 'remedy.pay',
      system: of.system,
      body: message,
    }));
    await putInOutbox(tx, messages, nowOf(desk));
  });
}

async function keepOrder(
  tx: Statements,
  remedy: string,
  { id, payment: { case: person, step, amount } }: Order,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .of(contest)
    .updateTable('contest_remedy_people')
    .set({
      payment: 'ordered',
      ...(step === 'flat' ? { flat_order: id } : { order_id: id, ...amount }),
    })
    .where('remedy', '=', remedy)
    .where('case_id', '=', person)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-case', { case: person });
}

/** What became of a person's money. */
export interface PaymentNote {
  readonly case: string;
  /** Carried out, refused by the bank, or that nothing is due to them. */
  readonly payment: 'paid' | 'refused' | 'nothing-due';
}

/**
 * Notes what became of the orders of people: each note is an entry; the same again changes nothing.
 * @throws OmbudError `OMBUD_E_CONTEST_CASE` where the remedy is not for one of them: a bank that errs must hear of it;
 *   `OMBUD_E_CONTEST_REMEDY` where there is no order, or its money is settled
 * @example await notePayments(desk, { remedy, system, actor: 'key:bank' }, [{ case: id, payment: 'paid' }]);
 */
export async function notePayments(desk: Desk, of: Of, notes: readonly PaymentNote[]): Promise<void> {
  const matter = await remedyOf(desk.state, of.remedy);
  const known = await peopleIn(
    desk.state,
    of.remedy,
    notes.map((one) => one.case),
  );
  const now = new Map([...known].map(([id, { payment }]) => [id, payment]));
  const news: (PaymentNote & { readonly before: PaymentState })[] = [];
  for (const { case: id, payment: after } of notes) {
    const before = now.get(id) ?? 'waiting';
    const refused = refuseNote(matter, before, after);
    if (refused !== null)
      throw contestErrors.error('OMBUD_E_CONTEST_REMEDY', refused, {
        case: id,
        state: matter.state,
        before,
        after,
      });
    if (before !== after) news.push({ case: id, payment: after, before });
    now.set(id, after);
  }
  if (news.length === 0) return;
  const lines = news.map(({ case: id, payment }) => {
    const { order = null, flatOrder = null } = known.get(id) ?? {};
    const about = order ?? flatOrder ?? 'none';
    return {
      case: id,
      key: `${payment}.${of.remedy}.${id}.${about}`,
      said: { event: `payment-${payment}`, order: about },
    };
  });
  await desk.state.record(await draftsOf(desk, of, lines), async (tx) => {
    for (const { case: id, payment, before } of news) {
      const { numUpdatedRows } = await tx
        .of(contest)
        .updateTable('contest_remedy_people')
        .set({ payment })
        .where('remedy', '=', of.remedy)
        .where('case_id', '=', id)
        .where('payment', '=', before)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) throw contestErrors.error('OMBUD_E_CONTEST_MOVE', 'busy', { case: id });
    }
  });
}
