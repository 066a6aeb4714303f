import { expect, test } from 'vitest';
import { contestWorld, entered, must, noticeOf } from '../../test/contest-world.ts';
import { looksAt } from '../access/looks.ts';
import { lettersOf } from './letters.ts';

const person = {
  name: 'Noor Example',
  language: 'ar-EG',
  addresses: ['9 North Road\nEast Town 4100'],
  ways: [
    { kind: 'phone', to: '000' },
    { kind: 'email', to: 'noor@example.org' },
  ],
  second: '1987-03-27',
};

test('what a notice leaves out is read from the vault: name, address, language, way and second thing; each look is recorded', async () => {
  const { running, operator, recorder } = await contestWorld();
  const decisions = ['p-1', 'p-2'].map((subject) => ({
    subject,
    decision: 'debt',
    attributes: { sex: 'F' },
    inputs: { income: 1, averaged: 'no' },
  }));
  const batch = await must(recorder('POST', '/api/v1/systems/payments/decisions/batch', { decisions }));
  const [one = -1, two = -1] = ((await batch.json()) as { decisions: { index: number }[] }).decisions.map(
    ({ index }) => index,
  );
  await must(recorder('PUT', '/api/v1/vault/people', { subject: 'p-1', person }));
  const notices = [one, two].map((decision, i) => {
    const { recipient: _, language: __, second: ___, ...rest } = noticeOf(decision, i);
    return rest;
  });
  const answer = await must(operator('POST', '/api/v1/systems/payments/notices', { notices }));
  const { items } = (await answer.json()) as {
    items: { case: string; state: string; refused: { reason: string }[] }[];
  };
  expect(items.map(({ state, refused }) => [state, refused.map(({ reason }) => reason)])).toEqual([
    ['queued', []],
    // Nobody keeps where the second lives, so that they are not told: that is said, and no case is opened.
    ['refused', ['nobody']],
  ]);
  const id = items[0]?.case ?? '';
  const letter = (await lettersOf(running.services, [id])).get(id);
  expect([letter?.language.tag, letter?.facts.recipient]).toEqual([
    'ar',
    ['Noor Example', '9 North Road', 'East Town 4100'],
  ]);
  const looks = await looksAt(running.services, [one]);
  expect(looks.filter(({ why }) => why === 'notice')).toMatchObject([
    { parts: ['name', 'language', 'addresses', 'ways'] },
  ]);
  const { contest } = await import('@ombud/app');
  const { data } = await running.services.state
    .of(contest)
    .selectFrom('contest_matters')
    .select('data')
    .where('case_id', '=', id)
    .where('machine', '=', 'notice')
    .executeTakeFirstOrThrow();
  // No mail server is declared here: the letter goes on paper.
  expect(JSON.parse(data)).toMatchObject({ ways: ['print'], tried: ['print'] });
  await must(operator('POST', `/api/v1/systems/payments/cases/${id}/moves/notice/send`, {}));
  const who = await entered(running, { case: id, decision: one, code: letter?.facts.access.code ?? '' });
  expect((await who.get('/en/case')).status).toBe(200);
});
