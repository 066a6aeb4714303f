/** Outcomes by the API, in bulk: each answered, none recorded twice, and counted by the next audit. */
import { readDecisions } from '@ombud/ledger';
import { expect, test } from 'vitest';
import { decisions, keyOf, loans, startServer } from '../../test/world.ts';

test('outcomes name their decision by entry or by person; bad ones are named, good ones kept', async () => {
  const running = await startServer();
  const [operator, recorder] = [await keyOf(running, 'operator'), await keyOf(running, 'recorder', 'loans')];
  await operator('PUT', '/api/v1/systems/loans', loans);
  const path = '/api/v1/systems/loans';
  const recorded = await recorder('POST', `${path}/decisions/batch`, {
    decisions: [...decisions(4), ...decisions(1)],
  });
  const { decisions: places } = (await recorded.json()) as {
    readonly decisions: { readonly index: number }[];
  };
  const outcomes = [
    { index: places[1]?.index, outcome: 'yes' },
    { subject: 's-2', outcome: 'no', note: 'late', key: 'k' },
    { subject: 's-0', outcome: 'no' },
    { subject: 'nobody', outcome: 'no' },
    { index: 0, outcome: 'no' },
    { index: 999_999, outcome: 'no' },
    { subject: 's-3', outcome: { a: 1 } },
  ];
  const send = async () =>
    (
      await recorder('POST', `${path}/outcomes/batch`, { outcomes }, { 'idempotency-key': 'once' })
    ).json() as Promise<{ readonly decisions: { readonly reason?: string }[] }>;
  const answer = await send();
  expect(answer).toMatchObject({ accepted: 2, repeated: 0, refused: 5 });
  expect(answer.decisions.map(({ reason }) => reason)).toEqual([
    undefined,
    undefined,
    'several-decisions',
    'no-such-decision',
    'no-such-decision',
    'no-such-decision',
    'unfit-member',
  ]);
  expect(await send()).toMatchObject({ accepted: 2, repeated: 2, refused: 5 });
  const known: unknown[] = [];
  const reading = await readDecisions(running.services.ledger, { system: 'loans' });
  for await (const { outcome } of reading.decisions) known.push(outcome);
  expect(known).toEqual([null, 'yes', 'no', null, null]);
});
