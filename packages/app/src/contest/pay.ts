/** Payment orders of a remedy: signed by the log's key, in whole minor units, each given once; order and answer are entries. */
import {
  contestErrors,
  leftOf,
  type Payment,
  type PaymentState,
  refuseNote,
  refusePayment,
} from '@ombud/contest';
import { canonicalJson, type JsonObject, type JsonValue, type Money } from '@ombud/kernel';
import { type Draft, signEvidence } from '@ombud/ledger';
import type { Envelope } from '@ombud/tlog';
import { outbox, putInOutbox } from '../state/outbox/outbox.ts';
import type { Statements } from '../state/state.ts';
import { type Desk, nowOf } from './desk.ts';
import { loadCases } from './load.ts';
import { orderedBefore } from './ordered-before.ts';
import { hasOwnSums, peopleIn, remedyOf } from './remedy-people.ts';
import { contest } from './tables.ts';

/** A payment order as it was sent. */
export interface PaymentOrder {
  /** The same for the same person and step: whoever pays it twice sees it. */
  readonly id: string;
  readonly case: string;
  /** What is to be paid: what was asked for, less what was ordered before. */
  readonly amount: Money;
  readonly envelope: Envelope;
}

/** What came of payments that were asked for. */
export interface Ordered {
  readonly orders: readonly PaymentOrder[];
  /** Cases whose sum was ordered before, wholly: no order is given. */
  readonly covered: readonly string[];
}

interface Order extends PaymentOrder {
  readonly step: Payment['step'];
  /** How much was ordered before, in the same money. */
  readonly before: number;
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

function signed(
  desk: Desk,
  remedy: string,
  { case: id, amount: asked, step }: Payment,
  amount: Money,
): Order {
  const order = orderId(remedy, { case: id, step });
  const before = asked.minor - amount.minor;
  // The statement says nothing of when: the same order has the same bytes and the same signature.
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    predicateType: 'urn:ombud:payment-order:1',
    subject: [{ name: order }],
    predicate: {
      remedy,
      case: id,
      step,
      minor: amount.minor,
      currency: amount.currency,
      ...(before === 0 ? {} : { before }),
    },
  };
  const envelope = signEvidence(statement, desk.state.writer.signers);
  return { case: id, step, amount, before, id: order, envelope, message: { order, case: id, envelope } };
}

/** Where the entries of people's money hang: each about the decision, with the pseudonym that erases it. */
async function draftsOf(
  desk: Desk,
  { remedy, system, actor }: Of,
  lines: readonly { readonly case: string; readonly key: string; readonly content: JsonObject }[],
): Promise<readonly Draft[]> {
  const cases = await loadCases(
    desk.state,
    lines.map((one) => one.case),
  );
  const at = nowOf(desk);
  return lines.map(({ case: id, key, content }) => {
    const row = cases.get(id)?.row;
    if (row === undefined || row.system !== system)
      throw contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-case', { case: id });
    const payload = { subject: row.subject, case: id, remedy, actor, at, ...content };
    return { kind: 'remedy', system, about: row.decision, key, payload };
  });
}

/** The body of each order that was given before. */
async function givenOf({ state }: Desk, ids: readonly string[]): Promise<ReadonlyMap<string, Envelope>> {
  const rows = await state
    .of(outbox)
    .selectFrom('outbox')
    .select(['id', 'body'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, body }) => [id, (JSON.parse(body) as { envelope: Envelope }).envelope]));
}

/** An order as it was given, where it is the one that is asked for again. */
function givenAgain(id: string, envelope: Envelope, { case: person, amount }: Payment): PaymentOrder {
  const { predicate } = JSON.parse(Buffer.from(envelope.payload, 'base64').toString()) as {
    predicate: { minor: number; currency: string; before?: number };
  };
  const { minor, currency, before = 0 } = predicate;
  if (minor + before !== amount.minor || currency !== amount.currency)
    throw contestErrors.error('OMBUD_E_CONTEST_REMEDY', 'order-changed', { order: id });
  return { id, case: person, amount: { minor, currency }, envelope };
}

/**
 * Gives payment orders: signed statements in the outbox, with an id that makes each payment once, and an entry of the ledger
 * for each. An order that was given is not given again, and one with another amount under its id is refused. What was ordered
 * for the same decision before, also by another remedy, counts: only what is left is ordered.
 *
 * @throws OmbudError `OMBUD_E_CONTEST_REMEDY` with what stands against one of them; then none is given
 */
export async function orderPayments(desk: Desk, of: Of, payments: readonly Payment[]): Promise<Ordered> {
  requireOnce(payments.map((payment) => orderId(of.remedy, payment)));
  const given = await givenOf(
    desk,
    payments.map((payment) => orderId(of.remedy, payment)),
  );
  const again = payments.flatMap((payment) => {
    const id = orderId(of.remedy, payment);
    const envelope = given.get(id);
    return envelope === undefined ? [] : [givenAgain(id, envelope, payment)];
  });
  const fresh = payments.filter((payment) => !given.has(orderId(of.remedy, payment)));
  const left = await leftToOrder(desk.state, of, fresh);
  const orders = fresh.flatMap((payment, i) => {
    const amount = left[i];
    return amount == null ? [] : [signed(desk, of.remedy, payment, amount)];
  });
  const covered = fresh.filter((_, i) => left[i] === null);
  const news = await stillWaiting(desk.state, of, covered);
  if (orders.length + news.length > 0) await record(desk, of, { fresh, left, orders, covered: news });
  return {
    orders: [
      ...again,
      ...orders.map(({ id, case: person, amount, envelope }) => ({ id, case: person, amount, envelope })),
    ],
    covered: covered.map((one) => one.case),
  };
}

/** Of payments those whose people nothing is known of yet: to be noted once. */
async function stillWaiting(state: Statements, { remedy }: Of, payments: readonly Payment[]) {
  const people = await peopleIn(
    state,
    remedy,
    payments.map((one) => one.case),
  );
  return payments.filter((one) => people.get(one.case)?.payment === 'waiting');
}

function requireOnce(ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw contestErrors.error('OMBUD_E_CONTEST_REMEDY', 'ordered-twice', { order: id });
    seen.add(id);
  }
}

/**
 * What is left to order of each payment, as the remedy stands; null where nothing is.
 * @throws OmbudError `OMBUD_E_CONTEST_REMEDY` where one may not be ordered
 */
async function leftToOrder(
  state: Statements,
  { remedy }: Of,
  payments: readonly Payment[],
): Promise<readonly (Money | null)[]> {
  const matter = await remedyOf(state, remedy);
  const ownSums = await hasOwnSums(state, remedy);
  for (const payment of payments) {
    const refused = refusePayment(matter, payment, ownSums);
    if (refused !== null) throw refusalOf(refused, payment, matter.state);
  }
  const people = await peopleIn(
    state,
    remedy,
    payments.map((one) => one.case),
  );
  const casesOf = (step: Payment['step']) =>
    payments.filter((one) => one.step === step).map((one) => one.case);
  const before = {
    flat: await orderedBefore(state, remedy, 'flat', casesOf('flat')),
    refund: await orderedBefore(state, remedy, 'refund', casesOf('refund')),
  };
  // Whoever stands in one request by two decisions gets one flat sum by it.
  const flats = new Map<string, Money[]>();
  return payments.map((payment) => {
    const subject = people.get(payment.case)?.subject ?? null;
    const mine = payment.step === 'flat' && subject !== null ? (flats.get(subject) ?? []) : [];
    const left = leftOf(payment.amount, [...(before[payment.step].get(payment.case) ?? []), ...mine]);
    if (left === 'other-currency') throw refusalOf(left, payment, matter.state);
    if (left !== null && payment.step === 'flat' && subject !== null) flats.set(subject, [...mine, left]);
    return left;
  });
}

const refusalOf = (
  reason: NonNullable<ReturnType<typeof refusePayment>> | 'other-currency',
  { case: id, amount: { currency } }: Payment,
  state: string,
) => contestErrors.error('OMBUD_E_CONTEST_REMEDY', reason, { case: id, currency, state });

interface ToRecord {
  readonly fresh: readonly Payment[];
  readonly left: readonly (Money | null)[];
  readonly orders: readonly Order[];
  readonly covered: readonly Payment[];
}

async function record(desk: Desk, of: Of, { fresh, left, orders, covered }: ToRecord): Promise<void> {
  const lines = [
    ...orders.map(({ id, case: person, step, amount, before }) => ({
      case: person,
      key: id,
      content: { event: 'order-payment', order: id, step, ...amount, ...(before === 0 ? {} : { before }) },
    })),
    ...covered.map(({ case: person, step, amount }) => ({
      case: person,
      key: `covered.${orderId(of.remedy, { case: person, step })}`,
      content: {
        event: 'payment-nothing-due',
        order: 'none',
        step,
        before: amount.minor,
        currency: amount.currency,
      },
    })),
  ];
  const drafts = await draftsOf(desk, of, lines);
  await desk.state.record(drafts, async (tx) => {
    // Another remedy, or another request, may have ordered meanwhile, or this one may have been closed.
    if (
      canonicalJson((await leftToOrder(tx, of, fresh)) as JsonValue) !==
      canonicalJson(left as unknown as JsonValue)
    )
      throw contestErrors.error('OMBUD_E_CONTEST_MOVE', 'busy', { case: fresh[0]?.case ?? '' });
    for (const order of orders) await keepOrder(tx, of.remedy, order);
    for (const { case: person } of covered) await keepCovered(tx, of.remedy, person);
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
  { id, case: person, step, amount }: Order,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .of(contest)
    .updateTable('contest_remedy_people')
    .set({
      payment: 'ordered',
      ...(step === 'flat'
        ? { flat_order: id, flat_minor: amount.minor, flat_currency: amount.currency }
        : { order_id: id, ...amount }),
    })
    .where('remedy', '=', remedy)
    .where('case_id', '=', person)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-case', { case: person });
}

/** Nothing is due any more by this remedy, unless something was ordered by it. */
const keepCovered = (tx: Statements, remedy: string, person: string): Promise<unknown> =>
  tx
    .of(contest)
    .updateTable('contest_remedy_people')
    .set({ payment: 'nothing-due' })
    .where('remedy', '=', remedy)
    .where('case_id', '=', person)
    .where('payment', '=', 'waiting')
    .execute();

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
      content: { event: `payment-${payment}`, order: about },
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
