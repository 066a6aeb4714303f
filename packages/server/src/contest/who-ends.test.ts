/** Who answers an appeal, and who ends it: nobody in their own matter, and the person reads who it was, and why. */
import { faults } from '@ombud/contest';
import { expect, test } from 'vitest';
import { appealAs, contestWorld, entered, must } from '../../test/contest-world.ts';
import { officer, statesOf } from '../../test/office.ts';
import { personOf } from '../../test/world.ts';
import { deskOf } from './desk.ts';

test('nobody answers for a rule that they made, nor for a decision that they took part in', async () => {
  const world = await contestWorld();
  const { running, tell } = world;
  const [one] = await tell(1);
  if (one === undefined) throw new Error('nobody');
  await appealAs(await entered(running, one));
  // One who is of the office and a reviewer: their answer for the office bars them.
  const both = await officer(world.running, 'operator');
  const { changeAccount } = await import('../access/accounts.ts');
  const by = { kind: 'key', id: 'test', name: 'test', grants: [] } as const;
  const grants = (['operator', 'reviewer', 'clerk', 'administrator'] as const).map((role) => ({
    role,
    system: null,
  }));
  await changeAccount(running.services, by, both.account.slice(8), { grants, disabled: false });
  const at = `/systems/payments/cases/${one.case}`;
  await both.ask.get(at);
  await both.ask.post(`${at}/appeal/accept`, {});
  await both.ask.post(`${at}/appeal/respond`, { text: 'So it was.' });
  running.services.kick('contest-clocks');
  const refused = await both.ask.post(`${at}/review/assign`, { reviewer: both.account });
  expect([refused.status, await statesOf(world, one.case)]).toMatchObject([409, { review: 'unassigned' }]);
  // Who declared the system is its author: the key of the operator made this one.
  const { authors } = (await deskOf(running.services)).rulesOf('payments');
  expect(authors.some((account) => account.startsWith('key:'))).toBe(true);
});

test('only whoever handles an appeal ends it, and its person reads why; a review is given to somebody who reviews', async () => {
  const world = await contestWorld();
  const { running, tell } = world;
  const [one] = await tell(1);
  if (one === undefined) throw new Error('nobody');
  const person = await entered(running, one);
  await appealAs(person);
  const [clerk, boss, mine, other, viewer] = await Promise.all(
    (['clerk', 'administrator', 'reviewer', 'reviewer', 'viewer'] as const).map((role) =>
      officer(world.running, role),
    ),
  );
  if (!clerk || !boss || !mine || !other || !viewer) throw new Error('no office');
  const elsewhere = await personOf(running, 'reviewer', 'loans');
  const gone = await officer(world.running, 'reviewer');
  const { changeAccount } = await import('../access/accounts.ts');
  const by = { kind: 'key', id: 'test', name: 'test', grants: [] } as const;
  const grants = [{ role: 'reviewer', system: null }] as const;
  await changeAccount(running.services, by, gone.account.slice(8), { grants, disabled: true });
  const at = `/systems/payments/cases/${one.case}`;
  const because = { reasons: 'It is no appeal.' };
  for (const who of [clerk, boss, mine, other]) await who.ask.get(at);
  // A clerk ends nothing in silence: what the person said is written down.
  for (const event of ['withdraw', 'report-death'])
    expect([event, (await clerk.ask.post(`${at}/appeal/${event}`, {})).status]).toEqual([event, 409]);
  await clerk.ask.post(`${at}/appeal/accept`, {});
  await must(world.operator('POST', `/api/v1/systems/payments/cases/${one.case}/moves/appeal/respond`, {}));
  const ends = (who: typeof mine) =>
    Promise.all(
      ['appeal/declare-void', 'appeal/strike-out', 'effect/cancel', 'effect/lift'].map(
        async (move) => (await who.ask.post(`${at}/${move}`, because)).status,
      ),
    );
  expect(await ends(other)).toEqual([409, 409, 409, 409]);
  const assign = async (reviewer: string) =>
    (await boss.ask.post(`${at}/review/assign`, { reviewer })).status;
  for (const nobody of [
    'account:nobody',
    'key:x',
    '',
    viewer.account,
    clerk.account,
    `account:${elsewhere.id}`,
    gone.account,
  ])
    expect([nobody, await assign(nobody)]).toEqual([nobody, 409]);
  expect(await assign(mine.account)).toBe(200);
  expect(await ends(other)).toEqual([409, 409, 409, 409]);
  expect((await boss.ask.post(`${at}/review/cancel`, {})).status).toBe(409);
  expect((await mine.ask.post(`${at}/appeal/declare-void`, { reasons: ' ' })).status).toBe(409);
  expect((await mine.ask.post(`${at}/appeal/declare-void`, because)).status).toBe(200);
  expect(await statesOf(world, one.case)).toMatchObject({ appeal: 'void', review: 'cancelled' });
  const read = (await person.get('/en/case')).html;
  for (const part of ['It cannot be looked at.', because.reasons, 'It was ended without an answer'])
    expect(read).toContain(part);
  expect(read).not.toContain('A person answered');
});

test('what a clerk wrote down as taken back is told as that, and not as the doing of the person', async () => {
  const { running, tell } = await contestWorld();
  const [one, two] = await tell(2);
  if (one === undefined || two === undefined) throw new Error('nobody');
  const clerk = await officer(running, 'clerk');
  const [person, other] = [await entered(running, one), await entered(running, two)];
  for (const who of [person, other]) await appealAs(who);
  const at = `/systems/payments/cases/${one.case}`;
  await clerk.ask.get(at);
  expect((await clerk.ask.post(`${at}/appeal/withdraw`, { reasons: 'They rang us.' })).status).toBe(200);
  const read = (await person.get('/en/case')).html;
  for (const part of [
    'A clerk wrote down that you took it back.',
    'A clerk wrote down that you took back',
    'They rang us.',
  ])
    expect(read).toContain(part);
  expect(read).not.toMatch(/You took (it )?back/);
  const own = (await other.post('/en/case/withdraw', {})).html;
  expect(own).toContain('You took it back.');
  expect(own).not.toContain('A clerk wrote down');
});

test('an answer that was not signed is told to nobody: not when the appeal is taken back, nor as the reasons of whoever ends it', async () => {
  const world = await contestWorld();
  const { running, tell } = world;
  const [one, two] = await tell(2);
  if (one === undefined || two === undefined) throw new Error('nobody');
  const [clerk, boss, reviewer] = await Promise.all(
    (['clerk', 'administrator', 'reviewer'] as const).map((role) => officer(running, role)),
  );
  if (!clerk || !boss || !reviewer) throw new Error('no office');
  const draft = 'A draft of the answer.';
  const proposed = async ({ case: id }: typeof one) => {
    const at = `/systems/payments/cases/${id}`;
    for (const { ask } of [clerk, boss, reviewer]) await ask.get(at);
    await clerk.ask.post(`${at}/appeal/accept`, {});
    await must(world.operator('POST', `/api/v1${at}/moves/appeal/respond`, {}));
    await boss.ask.post(`${at}/review/assign`, { reviewer: reviewer.account });
    const rated = Object.fromEntries(Object.keys(faults).map((code) => [`fault-${code}`, 'no']));
    await reviewer.ask.post(`${at}/review/rate`, rated);
    const proposal = { outcome: 'upheld', reasons: draft };
    expect((await reviewer.ask.post(`${at}/review/propose`, proposal)).status).toBe(200);
    return at;
  };
  const people = [await entered(running, one), await entered(running, two)] as const;
  for (const who of people) await appealAs(who);
  await proposed(one);
  const own = (await people[0].post('/en/case/withdraw', {})).html;
  expect(own).toContain('You took it back.');
  expect(own).not.toContain(draft);
  const at = await proposed(two);
  for (const [who, event] of [
    [clerk, 'withdraw'],
    [clerk, 'report-death'],
    [reviewer, 'declare-void'],
  ] as const)
    expect([event, (await who.ask.post(`${at}/appeal/${event}`, {})).status]).toEqual([event, 409]);
  const because = { reasons: 'It is no appeal.' };
  expect((await reviewer.ask.post(`${at}/appeal/declare-void`, because)).status).toBe(200);
  const ended = (await people[1].get('/en/case')).html;
  expect(ended).toContain(because.reasons);
  expect(ended).not.toContain(draft);
});
