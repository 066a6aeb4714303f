/** What is recorded is what was sent, or it is refused: nothing is lost or changed without a word. */
import { expect, test } from 'vitest';
import { decisions, keyOf, keyTextOf, startServer } from '../../test/world.ts';

const open = {
  system: 'open',
  data: { decision: { column: 'approved', positive: ['yes'] }, favourable: 'positive', groups: ['sex'] },
};
const path = '/api/v1/systems/open';

async function world() {
  const running = await startServer();
  const [operator, clerk] = [await keyOf(running, 'operator'), await keyOf(running, 'clerk')];
  await operator('PUT', path, open);
  const key = await keyTextOf(running, 'recorder');
  const send = async (at: string, body: string | Uint8Array<ArrayBuffer>) => {
    const response = await fetch(`${running.url}${path}/${at}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const look = async (index: unknown) =>
    (await clerk('POST', `${path}/decisions/${index}/look`, { why: 'to see it' })).json();
  return { operator, send, look };
}

test('a key twice, a name that would be dropped and bytes that are no UTF-8 are refused; digits are kept', async () => {
  const { send, look } = await world();
  for (const [text, reason] of [
    ['{"subject":"A","subject":"B","decision":"no"}', 'key-twice'],
    ['{"subject":"A","decision":"no","inputs":{"a":1,"a":2}}', 'key-twice'],
    ['{"subject":"A","decision":"no","attributes":{"__proto__":"F"}}', 'unsafe-name'],
    ['{"subject":"A","decision":"no","attributes":{"\\u005f_proto__":"F"}}', 'unsafe-name'],
  ] as const)
    expect(await send('decisions', text)).toMatchObject({
      status: 400,
      body: { code: 'OMBUD_E_HTTP_INPUT', reason },
    });
  const latin = Buffer.from('{"subject":"Jos\xe9","decision":"no"}', 'latin1');
  expect(await send('decisions', new Uint8Array(latin))).toMatchObject({
    status: 400,
    body: { reason: 'not-utf-8' },
  });
  const remaining = await send(
    'decisions',
    '{"subject":"A","decision":"no","inputs":{"account":12345678901234567890,"rate":0.1,"n":9007199254740993}}',
  );
  expect(remaining.status).toBe(201);
  expect(await look(remaining.body['index'])).toMatchObject({
    inputs: { account: '12345678901234567890', rate: 0.1, n: '9007199254740993' },
  });
});

test('thousands of nested lists are one refused row, and the good rows of a batch are kept', async () => {
  const { send } = await world();
  for (const levels of [101, 3000, 100_000]) {
    const deep = `${'['.repeat(levels)}${']'.repeat(levels)}`;
    const row = `{"subject":"deep","decision":"no","inputs":{"a":${deep}}}`;
    const good = JSON.stringify({ ...decisions(1, levels)[0], inputs: {} });
    const batch = await send('decisions/batch', `{"decisions":[${good},${row}]}`);
    expect(batch).toMatchObject({
      status: 200,
      body: { accepted: 1, refused: 1, decisions: [{}, { reason: 'too-deep' }] },
    });
    expect((await send('decisions', row)).status).toBe(400);
  }
  const ok = `{"subject":"fine","decision":"no","inputs":{"a":${'['.repeat(50)}${']'.repeat(50)}}}`;
  expect((await send('decisions', ok)).status).toBe(201);
});

test('an outcome that names a decision and somebody else is refused', async () => {
  const { send } = await world();
  const index: unknown[] = [];
  for (const subject of ['a7', 'b7'])
    index.push((await send('decisions', JSON.stringify({ subject, decision: 'no' }))).body['index']);
  const outcomes = [
    { index: index[0], subject: 'b7', outcome: 'no' },
    { index: index[0], subject: 'a7', outcome: 'no' },
  ];
  expect((await send('outcomes/batch', JSON.stringify({ outcomes }))).body).toMatchObject({
    accepted: 1,
    decisions: [{ reason: 'other-person' }, {}],
  });
});
