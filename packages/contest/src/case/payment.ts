/** Money of a remedy: what may be ordered, and what may be said of an order, as the remedy stands. */
import { isCurrency, type Money } from '@ombud/kernel';
import type { RemedyState } from '../machines/remedy.ts';
import type { MatterOf } from './parts.ts';

/** One person's money. */
export interface Payment {
  readonly case: string;
  readonly amount: Money;
  /** `flat` comes first, to everybody alike; `refund` is what is owed to this person. */
  readonly step: 'flat' | 'refund';
}

/** What became of a person's money: ordered, carried out, refused by the bank; or nothing is due. */
export type PaymentState = 'waiting' | 'ordered' | 'paid' | 'refused' | 'nothing-due';

/** Why no money moves. */
export type MoneyRefusal =
  | 'money'
  | 'currency'
  | 'not-approved'
  | 'not-declared'
  | 'too-early'
  | 'no-order'
  | 'settled';

/** Two people have approved it, and it goes on. */
const approved: ReadonlySet<RemedyState> = new Set([
  'approved',
  'reopening',
  'notifying',
  'reviewing',
  'paying',
  'payment-failed',
]);

/** What is owed to each is known once somebody looks at each. */
const looking: ReadonlySet<RemedyState> = new Set(['reviewing', 'paying', 'payment-failed']);

/** Why an amount cannot be paid at all, or null: whole units above nothing, in money that there is. */
export function refuseMoney({ minor, currency }: Money): 'money' | 'currency' | null {
  if (!isCurrency(currency)) return 'currency';
  return Number.isSafeInteger(minor) && minor > 0 ? null : 'money';
}

/**
 * Why a payment may not be ordered, or null. Nothing is ordered before two have approved; a flat sum is the one that they
 * approved; an own sum is in the same money, and comes after the flat one.
 *
 * @param ownSums an own sum of this remedy was ordered before
 */
export function refusePayment(
  { state, data: { flat } }: Pick<MatterOf<'remedy'>, 'state' | 'data'>,
  { amount, step }: Payment,
  ownSums: boolean,
): MoneyRefusal | null {
  const wrong = refuseMoney(amount);
  if (wrong !== null) return wrong;
  if (!approved.has(state)) return 'not-approved';
  if (step === 'flat')
    return flat?.minor === amount.minor && flat.currency === amount.currency ? null : 'not-declared';
  if (flat !== null && flat.currency !== amount.currency) return 'not-declared';
  const after = looking.has(state) && (flat === null || state === 'reviewing' || ownSums);
  return after ? null : 'too-early';
}

/**
 * What of a sum is still to be ordered: what was ordered before counts. Null where nothing is left; `other-currency` where one
 * cannot be taken from the other.
 */
export function leftOf(
  { minor, currency }: Money,
  before: readonly Money[],
): Money | null | 'other-currency' {
  if (before.some((one) => one.currency !== currency)) return 'other-currency';
  const left = minor - before.reduce((sum, one) => sum + one.minor, 0);
  return left > 0 ? { minor: left, currency } : null;
}

/** What may follow what is known of somebody's money; the same again is no news. */
const follows: Readonly<Record<PaymentState, readonly PaymentState[]>> = {
  waiting: ['nothing-due'],
  ordered: ['paid', 'refused'],
  refused: ['paid'],
  paid: [],
  'nothing-due': [],
};

/** Why a note on somebody's money is refused, or null: what has no order is not paid, and what is paid stays so. */
export function refuseNote(
  { state }: Pick<MatterOf<'remedy'>, 'state'>,
  before: PaymentState,
  after: PaymentState,
): MoneyRefusal | null {
  if (!approved.has(state) && before === 'waiting') return 'not-approved';
  if (before === after || follows[before].includes(after)) return null;
  return before === 'waiting' || before === 'nothing-due' ? 'no-order' : 'settled';
}

/** Everybody stands still, and it is their turn to be told; later it may be said again. */
const telling: ReadonlySet<RemedyState> = new Set(['notifying', ...looking]);

/** Whether people of a remedy may count as told by now. */
export const mayBeTold = ({ state }: Pick<MatterOf<'remedy'>, 'state'>): boolean => telling.has(state);
