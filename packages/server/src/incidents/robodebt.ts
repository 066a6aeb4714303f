/** Robodebt against a server: letters week by week, appeals, answers, the breaker, and one remedy for everybody. */
import { limit, robodebtPublished, robodebtSettings, smallScheme } from '@ombud/incidents/staged';
import { eachOf } from './appeal-by.ts';
import { asRead, moveOf } from './people.ts';
import { collected, money, Office } from './robodebt-office.ts';
import { type Keyed, lettersOf, must, openStage } from './stage.ts';

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
  readonly refused: number;
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
  let refused = 0;
  await eachOf(
    accounts.filter(({ begun, stopped }) => begun === null && stopped === null),
    async ({ to }) => {
      const { status, body } = await recipient.ask('POST', `${at}/cases/${to.case}/moves/effect/begin`, {});
      const { params } = body as { readonly params?: { readonly guard?: string } };
      if (status === 409 && ['breaker-closed', 'notified'].includes(params?.guard ?? '')) refused++;
    },
  );
  return refused;
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
    const refused = await tryToBegin(books);
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
      refused,
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
