/** The office of the scheme: its books, its letters, and what it collects. */
import { instalments, partsDue, type SmallDebt, timing } from '@ombud/incidents/staged';
import { type Addressed, appealBy, eachOf } from './appeal-by.ts';
import { answer, moveOf, type Staff, sendLetters, takeIn } from './people.ts';
import type { Keyed, Message, Stage } from './stage.ts';

export const money = (minor: number) => ({ minor, currency: 'AUD' });
const dollars = (cents: number): string => (cents / 100).toFixed(2);

/** A person on the books of the deciding system. */
export interface Account {
  readonly debt: SmallDebt;
  readonly to: Addressed;
  readonly index: number;
  /** The day on which collection began, and the day on which it stopped. */
  begun: number | null;
  stopped: number | null;
  /** The debt was taken back: what was collected is refunded to what is owed. */
  lifted: boolean;
}

/** What was collected by a day, in cents: a debt in equal parts; the last takes what is left. */
export function collected({ debt: { claimed, issued }, begun, stopped }: Account, day: number): number {
  if (begun === null) return 0;
  const parts = partsDue(issued, Math.min(day, stopped ?? day));
  return parts === instalments ? claimed : parts * Math.floor(claimed / instalments);
}

/** The office: its books, and what it does on each day. */
export class Office {
  readonly accounts: Account[] = [];
  readonly byCase = new Map<string, Account>();
  late = 0;
  answers = 0;
  overturned = 0;
  today = 0;

  readonly stage: Stage;
  readonly staff: Staff;
  readonly recipient: Keyed;

  constructor(stage: Stage, staff: Staff, recipient: Keyed) {
    this.stage = stage;
    this.staff = staff;
    this.recipient = recipient;
  }

  /** What the server says to the deciding system. */
  readonly hear = ({ type, data }: Message): void => {
    const account = this.byCase.get(String(data.case));
    if (account === undefined) return;
    if (type === 'effect.suspend') account.stopped ??= this.today;
    if (type === 'effect.lift') account.stopped = null;
    if (type === 'effect.cancel') {
      account.stopped ??= this.today;
      account.lifted = true;
    }
  };

  /** The letters of a week, where the breaker lets the office decide. */
  async send(debts: readonly SmallDebt[]): Promise<void> {
    const outcomes = await this.stage.client.recordMany(
      debts.map(({ reference, year }) => ({
        subject: reference,
        decision: 'debt',
        inputs: { income: year.reduce((sum, { income }) => sum + income, 0) / 100, method: 'averaged' },
        key: reference,
        decided: `${this.stage.date(this.today)}T00:00:00Z`,
      })),
    );
    const to = await sendLetters(
      this.stage,
      this.staff.office,
      this.today,
      debts.map(({ reference, claimed }, i) => {
        const outcome = outcomes[i];
        if (outcome?.state !== 'recorded') throw new Error(JSON.stringify(outcome));
        return {
          reference,
          decision: outcome.index,
          decided: { kind: 'debt', amount: money(claimed), from: '2024-07-01', to: '2025-06-30' },
          reasons: ['Your pay of the year, spread evenly over its fortnights, is more than you told us.'],
          harm: Math.min(100, Math.round(claimed / 10_000)),
        };
      }),
    );
    for (const [i, debt] of debts.entries()) {
      const addressed = to[i];
      if (addressed === undefined) continue;
      const account = {
        debt,
        to: addressed,
        index: this.accounts.length,
        begun: null,
        stopped: null,
        lifted: false,
      };
      this.accounts.push(account);
      this.byCase.set(addressed.case, account);
    }
  }

  /** Collection begins for whom it is due; an appeal that stopped it before it began keeps it so. */
  async collect(): Promise<void> {
    const due = this.accounts.filter(
      ({ debt, stopped }) => debt.issued + timing.collection === this.today && stopped === null,
    );
    await eachOf(due, async (account) => {
      await moveOf(this.stage, account.to.case)(this.recipient, 'effect/begin');
      account.begun = this.today;
    });
  }

  /** Who appeals today brings pay slips. */
  async appeals(): Promise<number> {
    const today = this.accounts.filter(({ debt }) => debt.appealed === this.today);
    await eachOf(today, async ({ debt, to, index }) => {
      const slips = debt.year.map(({ income }, i) => `Fortnight ${i + 1}: ${dollars(income)}`).join('\n');
      await appealBy(this.stage.person(index), to, {
        facts: { income: 'As on my pay slips' },
        words: 'It was not the same every fortnight. Here are my pay slips.',
        file: { name: 'pay-slips.txt', text: `${slips}\n` },
        late: this.today - debt.issued > 40,
      });
      if ((await takeIn(this.stage, to.case, this.staff)).late) this.late++;
    });
    return today.length;
  }

  /** A reviewer answers those whose time has come, by the fortnights and not by the year. */
  async answer(which: (account: Account) => boolean): Promise<number> {
    const due = this.accounts.filter(which);
    await eachOf(due, async ({ debt, to }) => {
      await answer(this.stage, to.case, this.staff, {
        overturned: debt.wrong,
        reasons: debt.wrong
          ? 'Fortnight by fortnight nothing was paid beyond what the law gives.'
          : 'Fortnight by fortnight more was paid than the law gives.',
      });
      this.answers++;
      if (debt.wrong) this.overturned++;
    });
    return due.length;
  }
}
