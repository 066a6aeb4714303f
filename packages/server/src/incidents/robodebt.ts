/** Robodebt against a server: letters week by week, appeals, answers, the breaker, and one remedy for everybody. */
import {
  instalments,
  limit,
  partsDue,
  robodebtPublished,
  robodebtSettings,
  type SmallDebt,
  smallScheme,
  timing,
} from '@ombud/incidents/staged';
import { type Addressed, appealBy, eachOf } from './appeal-by.ts';
import { answer, asRead, moveOf, type Staff, sendLetters, takeIn } from './people.ts';
import { type Keyed, lettersOf, type Message, must, openStage, type Stage } from './stage.ts';

const system = 'income-averaging';
const at = `/api/v1/systems/${system}`;
/** One in so many of the people whom the scheme reached, of whom more appeal: as many answers from fewer letters. */
const share = 100;
const people = Math.round(robodebtPublished.people / share);
const settings = { ...robodebtSettings, appeals: 0.2 };
const seed = 1;

const declared = {
  system,
  title: 'Averaging of incomes',
  data: { decision: { column: 'decision', positive: ['debt'] }, favourable: 'negative' },
  inputs: [
    { name: 'income', type: 'number' },
    { name: 'method', type: 'category' },
  ],
  // As many answers between two false alarms as this scheme would have in all.
  breaker: { overturned: { limit, blocks: Math.round(people * settings.appeals) } },
};

const money = (minor: number) => ({ minor, currency: 'AUD' });
const dollars = (cents: number): string => (cents / 100).toFixed(2);

/** A person on the books of the deciding system. */
interface Account {
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
function collected({ debt: { claimed, issued }, begun, stopped }: Account, day: number): number {
  if (begun === null) return 0;
  const parts = partsDue(issued, Math.min(day, stopped ?? day));
  return parts === instalments ? claimed : parts * Math.floor(claimed / instalments);
}

/** What came of it. */
export interface RobodebtFigures {
  readonly share: number;
  readonly letters: number;
  readonly appealed: number;
  readonly late: number;
  /** The day on which the breaker opened, and after how many answers. */
  readonly day: number;
  readonly answers: number;
  readonly overturned: number;
  /** Effects that wanted to begin after it and were refused. */
  readonly held: number;
  readonly suspended: number;
  readonly cancelled: number;
  /** In cents: what was taken beyond what was owed, and what the bank was told to pay. */
  readonly wronglyCollected: number;
  readonly refunded: number;
  readonly refundedTo: number;
  readonly known: readonly number[];
  readonly entries: number;
  readonly checked: string;
}

/** The office: its books, and what it does on each day. */
class Office {
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

async function isOpen({ ask }: Keyed): Promise<boolean> {
  return (await must<{ position: string }>(ask('GET', `${at}/breaker`))).position !== 'closed';
}

/** Runs the days until the breaker opens. */
async function untilOpen(office: Office): Promise<void> {
  const { stage, staff } = office;
  const weeks = smallScheme(settings, seed, people);
  for (office.today = 0; ; office.today++) {
    stage.day(office.today);
    if (office.today % 7 === 0) {
      await stage.look('contest-clocks');
      const week = weeks.next().value;
      if (week === undefined) throw new Error('the breaker stayed closed');
      if (await stage.client.mayDecide()) await office.send(week);
    }
    await office.collect();
    const moved =
      (await office.appeals()) + (await office.answer(({ debt }) => debt.answered === office.today));
    if (moved === 0) continue;
    await stage.look('contest-outbox', 'contest-answers', 'watch');
    if (await isOpen(staff.supervisor)) return;
  }
}

/** After it opened: no effect begins any more; the deciding system asks for each and is refused. */
async function tryToBegin({ accounts, recipient }: Office): Promise<number> {
  let held = 0;
  await eachOf(
    accounts.filter(({ begun, stopped }) => begun === null && stopped === null),
    async ({ to }) => {
      const { status, body } = await recipient.ask('POST', `${at}/cases/${to.case}/moves/effect/begin`, {});
      const { params } = body as { readonly params?: { readonly guard?: string } };
      if (status === 409 && ['breaker-closed', 'notified'].includes(params?.guard ?? '')) held++;
    },
  );
  return held;
}

/** One remedy for everybody whom the method hit. Gives what the bank was told to pay, by order. */
async function putRight(
  office: Office,
  second: Keyed,
  paid: ReadonlyMap<string, number>,
): Promise<{ readonly suspended: number; readonly cancelled: number }> {
  const { stage, staff, accounts, recipient } = office;
  const id = accounts[0]?.to.case ?? '';
  const remedy = `${at}/cases/${id}/remedy`;
  const move = moveOf(stage, id);
  const query = {
    name: 'averaged over the year',
    version: 1,
    all: [{ field: 'method', is: 'equal', value: 'averaged' }],
  };
  await must(staff.supervisor.ask('POST', remedy, query));
  for (const [one, event] of [
    [staff.supervisor, 'support'],
    [second, 'approve'],
  ] as const)
    await move(one, `remedy/${event}`, await asRead(one, remedy));
  await move(second, 'remedy/reopen');
  await stage.look('contest-clocks', 'contest-outbox', 'contest-answers');
  const progress = async () =>
    (
      await must<{ progress: { suspended: number; standing: number; cancelled: number } }>(
        staff.office.ask('GET', remedy),
      )
    ).progress;
  const { suspended } = await progress();
  await must(staff.office.ask('POST', `${remedy}/told`, { cases: accounts.map(({ to }) => to.case) }));
  await stage.look('contest-clocks', 'contest-outbox', 'contest-answers');
  const refunds = accounts.flatMap((account) => {
    const over = collected(account, office.today) - account.debt.owed;
    return over > 0 ? [{ case: account.to.case, amount: money(over), step: 'refund' }] : [];
  });
  if (refunds.length > 0) {
    await must(staff.supervisor.ask('POST', `${remedy}/payments`, { payments: refunds }));
    await must(staff.supervisor.ask('POST', `${remedy}/payments`, { payments: refunds }));
    await stage.look('contest-outbox');
    await move(staff.reviewer, 'remedy/pay');
  }
  const notes = accounts.map(({ to }) => ({
    case: to.case,
    payment: paid.has(to.case) ? 'paid' : 'nothing-due',
  }));
  for (let from = 0; from < notes.length; from += 1000)
    await must(recipient.ask('POST', `${remedy}/paid`, { payments: notes.slice(from, from + 1000) }));
  await move(recipient, refunds.length > 0 ? 'remedy/payment-confirmed' : 'remedy/confirm-correction');
  const { cancelled } = await progress();
  return { suspended, cancelled };
}

/** Runs it. */
export async function stageRobodebt(): Promise<RobodebtFigures> {
  const stage = await openStage(system);
  try {
    const [office, clerk, reviewer, supervisor, second, auditor, recipient] = (await Promise.all(
      (
        ['operator', 'clerk', 'reviewer', 'administrator', 'administrator', 'auditor', 'recorder'] as const
      ).map((role) => stage.as(role)),
    )) as [Keyed, Keyed, Keyed, Keyed, Keyed, Keyed, Keyed];
    const books = new Office(stage, { office, clerk, reviewer, supervisor }, recipient);
    const paid = new Map<string, number>();
    const effects = await stage.receiver(books.hear);
    const payments = await stage.receiver(({ data }) => {
      const { payload } = data.envelope as { readonly payload: string };
      const { predicate } = JSON.parse(Buffer.from(payload, 'base64').toString('utf8')) as {
        readonly predicate: { readonly minor: number };
      };
      const to = String(data.case);
      paid.set(to, (paid.get(to) ?? 0) + predicate.minor);
    });
    await must(office.ask('PUT', at, declared));
    await must(
      office.ask('PUT', `${at}/contest`, {
        ...lettersOf(system, 'debt', 'Office of Payments'),
        remedy: 'cancel',
        receivers: { effects, payments },
      }),
    );
    await untilOpen(books);
    const { answers, overturned, today: day, late } = books;
    const held = await tryToBegin(books);
    // Whoever waits for an answer gets it before the remedy ends.
    await books.answer(
      ({ debt }) => debt.appealed !== null && debt.appealed <= day && (debt.answered ?? 0) > day,
    );
    await stage.look('contest-outbox', 'contest-answers');
    const put = await putRight(books, second, paid);
    const over = books.accounts.map((one) => Math.max(0, collected(one, day) - one.debt.owed));
    const page = await auditor.visit.get('/ledger');
    const checked = await auditor.visit.post('/ledger/check', {});
    const { size } = await must<{ size: number }>(auditor.ask('GET', '/api/v1/log'));
    if (page.status !== 200) throw new Error(page.html);
    return {
      share,
      letters: books.accounts.length,
      appealed: books.accounts.filter(({ debt }) => debt.appealed !== null && debt.appealed <= day).length,
      late,
      day,
      answers,
      overturned,
      held,
      ...put,
      wronglyCollected: over.reduce((sum, one) => sum + one, 0),
      refunded: [...paid.values()].reduce((sum, one) => sum + one, 0),
      refundedTo: paid.size,
      known: books.accounts
        .filter(({ debt }) => debt.reference.startsWith('K'))
        .map(({ debt }) => debt.claimed),
      entries: size,
      checked: /role="status">([^<]*)</.exec(checked.html)?.[1]?.trim() ?? '',
    };
  } finally {
    await stage.client.close();
    await stage.close();
  }
}
