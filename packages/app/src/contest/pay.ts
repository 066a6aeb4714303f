/** Payment orders of a remedy: signed by the log's key, in whole minor units, each given once. */
import { contestErrors } from '@ombud/contest';
import type { Money } from '@ombud/kernel';
import { signEvidence } from '@ombud/ledger';
import type { Envelope } from '@ombud/tlog';
import { outbox, putInOutbox } from '../state/outbox/outbox.ts';
import { type Desk, nowOf } from './desk.ts';
import { requireMoney } from './remedy.ts';
import { contest } from './tables.ts';

/** One person's money. */
export interface Payment {
  readonly case: string;
  readonly amount: Money;
  /** `flat` comes first, to everybody alike; `refund` is what is owed to this person. */
  readonly step: 'flat' | 'refund';
}

/** A payment order as it was sent. */
export interface PaymentOrder {
  /** The same for the same person and step: whoever pays it twice sees it. */
  readonly id: string;
  readonly envelope: Envelope;
}

const orderId = (remedy: string, { case: id, step }: Payment): string => `pay.${remedy}.${id}.${step}`;

/**
 * Gives payment orders: signed statements in the outbox, with an id that makes each payment once. An order that was given
 * is not given again, and one with another amount under its id is refused.
 *
 * @throws OmbudError `OMBUD_E_CONTEST_REMEDY`
 */
export async function orderPayments(
  desk: Desk,
  { remedy, system }: { readonly remedy: string; readonly system: string },
  payments: readonly Payment[],
): Promise<readonly PaymentOrder[]> {
  for (const { amount } of payments) requireMoney(amount);
  const { signers } = desk.state.writer;
  const at = nowOf(desk);
  const orders = payments.map((payment) => {
    const { case: id, amount, step } = payment;
    const order = orderId(remedy, payment);
    // The statement says nothing of when: the same order has the same bytes and the same signature.
    const statement = {
      _type: 'https://in-toto.io/Statement/v1',
      predicateType: 'urn:ombud:payment-order:1',
      subject: [{ name: order }],
      predicate: { remedy, case: id, step, minor: amount.minor, currency: amount.currency },
    };
    const envelope = signEvidence(statement, signers);
    const body = { order, case: id, envelope };
    return { payment, id: order, envelope, message: body, body: JSON.stringify(body) };
  });
  await desk.state.change(async (tx) => {
    const db = tx.of(contest);
    for (const { payment, id, body } of orders) {
      const given = await tx
        .of(outbox)
        .selectFrom('outbox')
        .select('body')
        .where('id', '=', id)
        .executeTakeFirst();
      if (given !== undefined && given.body !== body)
        throw contestErrors.error('OMBUD_E_CONTEST_REMEDY', 'order-changed', { order: id });
      if (given !== undefined) continue;
      const { numUpdatedRows } = await db
        .updateTable('contest_remedy_people')
        .set({
          [payment.step === 'flat' ? 'flat_order' : 'order_id']: id,
          payment: 'ordered',
          ...(payment.step === 'refund'
            ? { minor: payment.amount.minor, currency: payment.amount.currency }
            : {}),
        })
        .where('remedy', '=', remedy)
        .where('case_id', '=', payment.case)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n)
        throw contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-case', { case: payment.case });
    }
    await putInOutbox(
      tx,
      orders.map(({ id, message }) => ({ id, kind: 'remedy.pay', system, body: message })),
      at,
    );
  });
  return orders.map(({ id, envelope }) => ({ id, envelope }));
}

/** Notes what became of the orders of a person: paid, refused by the bank, or that nothing is due. */
export async function notePayment(
  desk: Desk,
  remedy: string,
  caseId: string,
  payment: 'paid' | 'refused' | 'nothing-due',
): Promise<void> {
  await desk.state.change((tx) =>
    tx
      .of(contest)
      .updateTable('contest_remedy_people')
      .set({ payment })
      .where('remedy', '=', remedy)
      .where('case_id', '=', caseId)
      .execute(),
  );
}
