/** Money of a remedy moves as two people have approved it, once, and what is settled stays so; on both databases. */
import {
  emptyData,
  mattersOf,
  mayBeTold,
  namedSearch,
  type Payment,
  refusePayment,
  remedy as remedyMachine,
} from '@ombud/contest';
import { describe, expect, onTestFinished, test } from 'vitest';
import { testStores } from '../../../ledger/test/stores.ts';
import { decide, openDesk, type TestDesk, tell } from '../../test/contest-desk.ts';
import {
  carriedInto,
  caseOf,
  checkCases,
  contest,
  newest,
  notePayments,
  noteTold,
  orderPayments,
  outbox,
  proposeRemedy,
  queryDigest,
  remedyProgress,
  searchRemedy,
  stepRemedy,
  suspendAll,
} from '../index.ts';

const { stores } = testStores();
const flat = { minor: 100_000, currency: 'EUR' };
const query = {
  name: 'averaged income',
  version: 1,
  system: 'benefits',
  all: [{ field: 'averaged', is: 'equal' as const, value: true }],
};

/** A remedy that was searched: of seven people it is for the first, fourth and seventh. */
async function searched(location: string) {
  const desk = await openDesk(location);
  onTestFinished(() => desk.writer.close());
  const subjects = Array.from({ length: 7 }, (_, i) => `p${i}`);
  const told = await tell(desk, await decide(desk, subjects));
  const id = told[0]?.case ?? '';
  const remedy = await proposeRemedy(desk, id);
  await searchRemedy(desk, { case: id, actor: 'supervisor-1', query, flat });
  return {
    desk,
    id,
    remedy,
    people: [0, 3, 6].map((i) => told[i]?.case ?? ''),
    stranger: told[1]?.case ?? '',
    of: { remedy, system: 'benefits', actor: 'supervisor-1' },
  };
}

type World = Awaited<ReturnType<typeof searched>>;

const supervisor = ({ id }: Pick<World, 'id'>, actor: string) =>
  ({ case: id, by: 'supervisor', actor }) as const;

/** Somebody with what they read of the remedy. */
const opinion = async (world: Pick<World, 'desk' | 'id'>, actor: string) => ({
  ...supervisor(world, actor),
  facts: { names: namedSearch(newest(await caseOf(world.desk, world.id), 'remedy')) },
});

async function approve(world: World): Promise<void> {
  await stepRemedy(world.desk, 'support', await opinion(world, 'supervisor-1'));
  await stepRemedy(world.desk, 'approve', await opinion(world, 'supervisor-2'));
}

async function tellAll(world: World): Promise<void> {
  const { desk, remedy, id, people } = world;
  await stepRemedy(desk, 'reopen', supervisor(world, 'supervisor-2'));
  await suspendAll(desk, remedy, 'supervisor-2');
  await stepRemedy(desk, 'notify', { case: id, by: 'timer', actor: 'timer' });
  await noteTold(desk, remedy, people);
}

const ordersIn = async ({ state }: TestDesk): Promise<number> =>
  (await state.of(outbox).selectFrom('outbox').select('id').where('kind', '=', 'remedy.pay').execute())
    .length;

const flatTo = (id: string | undefined, change: Partial<Payment['amount']> = {}): Payment => ({
  case: id ?? '',
  amount: { ...flat, ...change },
  step: 'flat',
});

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)(
    'one administrator alone gets no payment order: two approve before any money',
    async () => {
      const world = await searched(place());
      const { desk, of, people, remedy } = world;
      for (const payment of [flatTo(people[0]), { ...flatTo(people[0]), step: 'refund' as const }])
        await expect(orderPayments(desk, of, [payment])).rejects.toMatchObject({ reason: 'not-approved' });
      await expect(noteTold(desk, remedy, people)).rejects.toMatchObject({ reason: 'too-early' });
      await expect(
        notePayments(desk, of, [{ case: people[0] ?? '', payment: 'nothing-due' }]),
      ).rejects.toMatchObject({ reason: 'not-approved' });
      expect(await ordersIn(desk)).toBe(0);
      expect(await remedyProgress(desk.state, remedy)).toMatchObject({
        notified: 0,
        ordered: 0,
        nothingDue: 0,
      });
    },
  );

  test.skipIf(skip)('whoever approved before a search has not approved what it names', async () => {
    const desk = await openDesk(place());
    onTestFinished(() => desk.writer.close());
    const [one] = await tell(desk, await decide(desk, ['p0']));
    const id = one?.case ?? '';
    await proposeRemedy(desk, id);
    await stepRemedy(desk, 'support', await opinion({ desk, id }, 'supervisor-2'));
    await searchRemedy(desk, {
      case: id,
      actor: 'supervisor-1',
      query,
      flat: { minor: 1e12, currency: 'EUR' },
    });
    await expect(
      stepRemedy(desk, 'approve', await opinion({ desk, id }, 'supervisor-1')),
    ).rejects.toMatchObject({
      params: { guard: 'two-approvers' },
    });
  });

  test.skipIf(skip)(
    'whoever supports, approves or rejects a remedy names the search that they read, and another that was made meanwhile is not theirs',
    async () => {
      const world = await searched(place());
      const { desk, id } = world;
      const [mine, theirs] = [await opinion(world, 'supervisor-1'), await opinion(world, 'supervisor-2')];
      const read = theirs.facts.names;
      expect(read).toMatchObject({ search: 1, digest: queryDigest(query), people: 3, flat });
      await stepRemedy(desk, 'support', mine);
      const nothing = supervisor(world, 'supervisor-2');
      const wrong: readonly object[] = [
        nothing,
        { ...nothing, facts: {} },
        ...[
          { flat: { ...flat, minor: 99_999_999 } },
          { flat: null },
          { flat: { ...flat, currency: 'USD' } },
          { people: 2 },
          { digest: null },
          { search: 0 },
          { remedy: 'another' },
        ].map((change) => ({ ...nothing, facts: { names: { ...read, ...change } } })),
      ];
      for (const one of wrong)
        await expect(
          stepRemedy(desk, 'approve', one as typeof theirs),
          JSON.stringify(one),
        ).rejects.toMatchObject({
          code: 'OMBUD_E_CONTEST_MOVE',
          reason: 'other-search',
        });
      // The same query, another sum; then all as it was: each is another search, which nobody has read.
      for (const sum of [{ ...flat, minor: 99_999_999 }, flat]) {
        await searchRemedy(desk, { case: id, actor: 'supervisor-1', query, flat: sum });
        await stepRemedy(desk, 'support', await opinion(world, 'supervisor-1'));
        for (const event of ['support', 'approve', 'reject'] as const)
          await expect(
            stepRemedy(desk, event, { ...theirs, words: { reasons: 'no' } }),
            event,
          ).rejects.toMatchObject({ reason: 'other-search' });
      }
      expect(newest(await caseOf(desk, id), 'remedy')).toMatchObject({
        state: 'searched',
        data: { approvers: ['supervisor-1'] },
      });
      await stepRemedy(desk, 'approve', await opinion(world, 'supervisor-2'));
      expect(newest(await caseOf(desk, id), 'remedy').state).toBe('approved');
    },
  );

  test.skipIf(skip)(
    'what two have approved is not searched again; one may close it, with reasons that are recorded, and another begins with no approval',
    async () => {
      const world = await searched(place());
      const { desk, id, remedy } = world;
      await expect(proposeRemedy(desk, id)).rejects.toMatchObject({ reason: 'no-such-move' });
      await approve(world);
      const again = { case: id, actor: 'supervisor-1', query: { ...query, version: 2 }, flat };
      await expect(searchRemedy(desk, again)).rejects.toMatchObject({
        code: 'OMBUD_E_CONTEST_MOVE',
        reason: 'no-such-move',
      });
      await expect(proposeRemedy(desk, id)).rejects.toMatchObject({ reason: 'no-such-move' });
      const closing = {
        ...supervisor(world, 'supervisor-1'),
        words: { reasons: 'The query leaves out May.' },
      };
      await expect(stepRemedy(desk, 'supersede', supervisor(world, 'supervisor-1'))).rejects.toMatchObject({
        params: { guard: 'reasons-given' },
      });
      await expect(stepRemedy(desk, 'supersede', { ...closing, actor: 'author' })).rejects.toMatchObject({
        params: { guard: 'not-rule-author' },
      });
      const { moves } = await stepRemedy(desk, 'supersede', closing);
      expect(moves).toMatchObject([
        { matter: remedy, from: 'approved', to: 'superseded', clock: null, deadline: null },
      ]);
      const payload = await desk.writer.ledger.store.readPayload(moves[0]?.entry ?? -1);
      expect(JSON.parse(payload?.body ?? '')).toMatchObject({
        event: 'supersede',
        actor: 'supervisor-1',
        words: { reasons: 'The query leaves out May.' },
        known: { approvers: ['supervisor-1', 'supervisor-2'] },
      });
      // Two who begin another at once begin one.
      const begun = await Promise.allSettled([proposeRemedy(desk, id), proposeRemedy(desk, id)]);
      expect(begun.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await searchRemedy(desk, again);
      const { view } = await caseOf(desk, id);
      expect(
        mattersOf(view, 'remedy').map(({ state, clock, data }) => [state, clock, data.approvers.length]),
      ).toEqual([
        ['superseded', null, 2],
        ['searched', 'approval', 0],
      ]);
      await expect(
        orderPayments(desk, { ...world.of, remedy }, [flatTo(world.people[0])]),
      ).rejects.toMatchObject({ reason: 'not-approved' });
      expect((await checkCases(desk)).problems).toEqual([]);
    },
  );

  test.skipIf(skip)(
    'a remedy finds also whom a person decided about by the wrong rule, and nobody of the shadow',
    async () => {
      const { desk, id } = await searched(place());
      const decided = (marks: readonly ('by-person' | 'shadow')[]) => ({
        kind: 'decision' as const,
        system: 'benefits',
        marks,
        payload: { subject: marks.join(), decision: 'debt', inputs: { averaged: true } },
      });
      const [byPerson] = await desk.writer.append([decided(['by-person']), decided(['shadow'])]);
      const { found, withoutCase } = await searchRemedy(desk, {
        case: id,
        actor: 'supervisor-1',
        query,
        flat,
      });
      expect([found, withoutCase]).toEqual([4, [byPerson?.index]]);
    },
  );

  test.skipIf(skip)('a sum that no number of the machine holds for everybody is not named', async () => {
    const { desk, id } = await searched(place());
    const most = { minor: Number.MAX_SAFE_INTEGER, currency: 'EUR' };
    await expect(
      searchRemedy(desk, { case: id, actor: 'supervisor-1', query, flat: most }),
    ).rejects.toMatchObject({ reason: 'money' });
  });

  test.skipIf(skip)(
    'an order is for a person of the remedy, of the declared sum, in money that there is',
    async () => {
      const world = await searched(place());
      const { desk, of, people, stranger } = world;
      await approve(world);
      const wrong: readonly (readonly [Payment, string])[] = [
        [flatTo(people[0], { minor: 999_999_999 }), 'not-declared'],
        [flatTo(people[0], { currency: 'XXX' }), 'currency'],
        [flatTo(people[0], { currency: 'eur' }), 'currency'],
        [flatTo(people[0], { currency: 'USD' }), 'not-declared'],
        [flatTo(people[0], { minor: 0.5 }), 'money'],
        [flatTo(stranger), 'no-case'],
        [flatTo('nobody'), 'no-case'],
        [{ ...flatTo(people[0]), step: 'refund' }, 'too-early'],
      ];
      for (const [payment, reason] of wrong)
        await expect(orderPayments(desk, of, [flatTo(people[1]), payment]), reason).rejects.toMatchObject({
          reason,
        });
      expect(await ordersIn(desk)).toBe(0);
      await expect(
        searchRemedy(desk, { case: world.id, actor: 'a', query, flat: { minor: 1, currency: 'XXX' } }),
      ).rejects.toMatchObject({ reason: 'currency' });
      await tellAll(world);
      await orderPayments(
        desk,
        of,
        people.map((one) => flatTo(one)),
      );
      await stepRemedy(desk, 'pay', { case: world.id, by: 'timer', actor: 'timer' });
      // Nobody has looked at each yet: an own sum now would end the remedy without it.
      await expect(orderPayments(desk, of, [{ ...flatTo(people[0]), step: 'refund' }])).rejects.toMatchObject(
        { reason: 'too-early' },
      );
    },
  );

  test.skipIf(skip)(
    'the same order is not signed twice with two sums, in one request or in two at once',
    async () => {
      const world = await searched(place());
      const { desk, of, people, id } = world;
      await approve(world);
      await expect(orderPayments(desk, of, [flatTo(people[0]), flatTo(people[0])])).rejects.toMatchObject({
        reason: 'ordered-twice',
      });
      await tellAll(world);
      await orderPayments(
        desk,
        of,
        people.map((one) => flatTo(one)),
      );
      await stepRemedy(desk, 'pay', { case: id, by: 'timer', actor: 'timer' });
      await notePayments(
        desk,
        of,
        people.map((one) => ({ case: one, payment: 'paid' })),
      );
      await stepRemedy(desk, 'payment-confirmed', { case: id, by: 'recipient', actor: 'bank' });
      const refund = (minor: number): Payment => ({ ...flatTo(people[0], { minor }), step: 'refund' });
      await expect(orderPayments(desk, of, [refund(100), refund(900_000)])).rejects.toMatchObject({
        reason: 'ordered-twice',
      });
      const raced = await Promise.allSettled(
        [100, 200, 300].map((minor) => orderPayments(desk, of, [refund(minor)])),
      );
      expect(raced.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await ordersIn(desk)).toBe(4);
      const row = await desk.state
        .of(contest)
        .selectFrom('contest_remedy_people')
        .select('minor')
        .where('case_id', '=', people[0] ?? '')
        .executeTakeFirstOrThrow();
      expect(Number(row.minor)).toBe(100 * (1 + raced.findIndex(({ status }) => status === 'fulfilled')));
    },
  );

  test.skipIf(skip)(
    'money that was ordered for a decision, or in one case for a person, is not ordered again: what is left is, once, also by two at once',
    async () => {
      const desk = await openDesk(place());
      onTestFinished(() => desk.writer.close());
      // Two of the decisions that the query finds, the first and the fourth, are about one person.
      const told = await tell(desk, await decide(desk, ['one', 'x', 'y', 'one', 'z', 'w', 'two']));
      const [a = '', b = '', c = ''] = [0, 3, 6].map((i) => told[i]?.case ?? '');
      const begun = async (id: string, version: number, sum: { minor: number; currency: string }) => {
        const remedy = await proposeRemedy(desk, id);
        await searchRemedy(desk, { case: id, actor: 's-1', query: { ...query, version }, flat: sum });
        await stepRemedy(desk, 'support', await opinion({ desk, id }, 's-1'));
        await stepRemedy(desk, 'approve', await opinion({ desk, id }, 's-2'));
        return { remedy, system: 'benefits', actor: 's-1' };
      };
      const pay = async (
        of: Awaited<ReturnType<typeof begun>>,
        cases: readonly string[],
        sum: Payment['amount'],
      ) => {
        const done = await orderPayments(
          desk,
          of,
          cases.map((one) => ({ case: one, amount: sum, step: 'flat' as const })),
        );
        return [done.orders.map((order) => [order.case, order.amount.minor]), done.covered];
      };
      const close = (id: string) =>
        stepRemedy(desk, 'supersede', { ...supervisor({ id }, 's-1'), words: { reasons: 'Too little.' } });
      const first = await begun(a, 1, flat);
      expect(await pay(first, [a, b], flat)).toEqual([[[a, flat.minor]], [b]]);
      // The same again is the same, in whatever order.
      expect(await pay(first, [b, a], flat)).toEqual([[[a, flat.minor]], [b]]);
      expect(await remedyProgress(desk.state, first.remedy)).toMatchObject({
        ordered: 1,
        nothingDue: 1,
        due: 2,
      });
      expect(await carriedInto(desk.state, first.remedy, flat)).toEqual({ people: 1, minor: flat.minor });
      await close(a);
      const more = { ...flat, minor: flat.minor + 500 };
      const next = await begun(a, 2, more);
      expect(await carriedInto(desk.state, next.remedy, more)).toEqual({ people: 2, minor: 2 * flat.minor });
      expect(await pay(next, [b, a], more)).toEqual([[[b, 500]], [a]]);
      await close(a);
      // Another currency cannot be taken off, and nobody of that request is paid.
      const dollars = await begun(a, 3, { ...flat, currency: 'USD' });
      await expect(pay(dollars, [c, a], { ...flat, currency: 'USD' })).rejects.toMatchObject({
        reason: 'other-currency',
      });
      await close(a);
      // Two remedies of two cases, at once, for one whom nobody paid: one sum.
      const here = await begun(a, 4, more);
      const there = await begun(c, 5, more);
      const raced = await Promise.allSettled([pay(here, [c], more), pay(there, [c], more)]);
      const sums = raced.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.reason));
      expect(sums).toHaveLength(2);
      expect(
        sums.filter((one) => JSON.stringify(one) === JSON.stringify([[[c, more.minor]], []])),
      ).toHaveLength(1);
      for (const of of [here, there]) await pay(of, [c], more);
      const sent = await desk.state
        .of(outbox)
        .selectFrom('outbox')
        .select('body')
        .where('kind', '=', 'remedy.pay')
        .execute();
      const paid = sent.map(({ body }) => {
        const { envelope } = JSON.parse(body);
        const { predicate } = JSON.parse(Buffer.from(envelope.payload, 'base64').toString());
        return [predicate.case, predicate.minor, predicate.before ?? 0];
      });
      expect(paid.sort()).toEqual(
        [
          [a, flat.minor, 0],
          [b, 500, flat.minor],
          [c, more.minor, 0],
        ].sort(),
      );
      expect((await checkCases(desk)).problems).toEqual([]);
    },
  );

  test.skipIf(skip)(
    'an order that an older version gave counts too: its sum is read from its remedy',
    async () => {
      const world = await searched(place());
      const { desk, of, people, remedy } = world;
      await approve(world);
      await orderPayments(desk, of, [flatTo(people[0])]);
      for (const to of ['0004-source-and-answer', '0005-flat-sums']) await desk.state.migrate(contest, to);
      const row = await desk.state
        .of(contest)
        .selectFrom('contest_remedy_people')
        .select(['case_id', 'flat_minor', 'flat_currency'])
        .where('remedy', '=', remedy)
        .orderBy('flat_minor')
        .execute();
      expect(
        row.map((one) => [
          one.case_id,
          one.flat_minor === null ? null : Number(one.flat_minor),
          one.flat_currency,
        ]),
      ).toEqual(
        expect.arrayContaining([
          [people[0], flat.minor, 'EUR'],
          [people[1], null, null],
          [people[2], null, null],
        ]),
      );
    },
  );

  test.skipIf(skip)('what was not ordered is not paid, and what is paid stays so', async () => {
    const world = await searched(place());
    const { desk, of, people } = world;
    await approve(world);
    const [one = '', two = ''] = people;
    const note = (id: string, payment: 'paid' | 'refused' | 'nothing-due') =>
      notePayments(desk, of, [{ case: id, payment }]);
    await expect(note(one, 'paid')).rejects.toMatchObject({ reason: 'no-order' });
    await expect(note(one, 'refused')).rejects.toMatchObject({ reason: 'no-order' });
    await orderPayments(desk, of, [flatTo(one), flatTo(two)]);
    await expect(note(one, 'nothing-due')).rejects.toMatchObject({ reason: 'settled' });
    await note(one, 'refused');
    await note(one, 'paid');
    const { size } = await desk.writer.ledger.store.readLog();
    await note(one, 'paid');
    for (const after of ['refused', 'nothing-due'] as const)
      await expect(note(one, after)).rejects.toMatchObject({ reason: 'settled' });
    // One that is refused takes the others of its request with it.
    await expect(
      notePayments(desk, of, [
        { case: two, payment: 'paid' },
        { case: one, payment: 'refused' },
      ]),
    ).rejects.toMatchObject({ reason: 'settled' });
    expect((await desk.writer.ledger.store.readLog()).size).toBe(size);
    expect(await remedyProgress(desk.state, of.remedy)).toMatchObject({ paid: 1, ordered: 1, refused: 0 });
  });
});

test('no state before the approval lets money move or counts anybody as told', () => {
  const data = { ...emptyData('remedy'), queryVersion: 1, found: 1, flat };
  const states = Object.keys(remedyMachine.states) as (keyof typeof remedyMachine.states)[];
  const open = states.filter((state) => refusePayment({ state, data }, flatTo('c'), false) === null);
  expect(open).toEqual(['approved', 'reopening', 'notifying', 'reviewing', 'paying', 'payment-failed']);
  expect(states.filter((state) => mayBeTold({ state }))).toEqual([
    'notifying',
    'reviewing',
    'paying',
    'payment-failed',
  ]);
});
