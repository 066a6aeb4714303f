/** A key is of one system: the number of an application, which two systems share, loses no decision. */
import { expect, test } from 'vitest';
import { keyOf, loans, startServer } from '../../test/world.ts';

const decision = {
  subject: 'same',
  decision: 'yes',
  attributes: { sex: 'F' },
  inputs: { income: 1, purpose: 'car' },
};
const systems = ['loans', 'cards'] as const;

interface Answer {
  readonly index: number;
  readonly repeated?: true;
}

test('a decision of another system with the same key is recorded, by body, header and batch', async () => {
  const running = await startServer();
  const [operator, recorder] = [await keyOf(running, 'operator'), await keyOf(running, 'recorder')];
  for (const system of systems) await operator('PUT', `/api/v1/systems/${system}`, { ...loans, system });
  const { store } = running.services.ledger;
  const systemOf = async ({ index }: Answer) => JSON.parse(await store.readEntry(index)).system as string;
  const header = { 'idempotency-key': 'H1' };
  const ways = [
    async (at: string) => (await recorder('POST', `${at}/decisions`, { ...decision, key: 'A1' })).json(),
    async (at: string) => (await recorder('POST', `${at}/decisions`, decision, header)).json(),
    async (at: string) => {
      const body = { decisions: [{ ...decision, key: 'B1' }] };
      const answer = (await (await recorder('POST', `${at}/decisions/batch`, body)).json()) as {
        decisions: Answer[];
      };
      return answer.decisions[0];
    },
  ] as ((at: string) => Promise<Answer>)[];
  let known = -1;
  for (const record of ways)
    for (const system of systems) {
      const first = await record(`/api/v1/systems/${system}`);
      expect(first.repeated).toBeUndefined();
      expect(await systemOf(first)).toBe(system);
      if (system === 'loans') known = first.index;
      expect(await record(`/api/v1/systems/${system}`)).toMatchObject({ index: first.index, repeated: true });
    }
  const outcomes = { outcomes: [{ index: known, outcome: 'no', key: 'A1' }] };
  const told = await recorder('POST', '/api/v1/systems/loans/outcomes/batch', outcomes);
  expect(await told.json()).toMatchObject({ accepted: 1, refused: 0 });
});

test('a system that is declared with the key of another is declared', async () => {
  const operator = await keyOf(await startServer(), 'operator');
  const header = { 'idempotency-key': 'D1' };
  for (const system of [...systems, ...systems]) {
    const answer = await operator('PUT', `/api/v1/systems/${system}`, { ...loans, system }, header);
    expect(await answer.json()).toMatchObject({ system, version: 1 });
  }
});
