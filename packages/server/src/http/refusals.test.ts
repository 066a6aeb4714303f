/** What does not fit is a refusal with a sentence, never our fault; and a page of an error knows who reads it. */
import { expect, test } from 'vitest';
import { contestWorld } from '../../test/contest-world.ts';
import { askerOf, keyOf, loans, personOf, startServer } from '../../test/world.ts';

test('a declaration that names another system than its address is refused', async () => {
  const running = await startServer();
  const operator = await keyOf(running, 'operator');
  const answer = await operator('PUT', '/api/v1/systems/aaa', { ...loans, system: 'bbb' });
  expect([answer.status, await answer.json()]).toMatchObject([400, { reason: 'other-system' }]);
  expect((await operator('PUT', '/api/v1/systems/aaa', { ...loans, system: 'aaa' })).status).toBe(201);
});

test('an alias bomb is refused as a declaration, and the page of an error does not ask who is logged in to log in', async () => {
  const running = await startServer();
  const { cookie } = await personOf(running, 'operator');
  const ask = askerOf(running.url, { cookie });
  const html = await (await ask('GET', '/declare')).text();
  const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const names = 'abcdefghi';
  const bomb = [...names].map((name, i) =>
    i === 0
      ? `${name}: &${name} [x,x,x,x,x,x,x,x,x]`
      : `${name}: &${name} [${Array.from({ length: 9 }, () => `*${names[i - 1]}`).join(',')}]`,
  );
  const declared = await fetch(`${running.url}/declare`, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams({ token, declaration: `${bomb.join('\n')}\nsystem: bomb\n` }),
  });
  expect(declared.status).toBe(400);
  for (const path of ['/systems/nothing', '/nothing-here']) {
    const missing = await ask('GET', path, undefined, { accept: 'text/html' });
    expect(missing.status).toBe(404);
    const page = await missing.text();
    expect(page).toContain('/logout');
    expect(page).not.toContain('href="/login"');
  }
  const nobody = await askerOf(running.url)('GET', '/nothing-here', undefined, { accept: 'text/html' });
  expect(await nobody.text()).toContain('href="/login"');
});

test('a time zone that there is not is refused before anybody is told', async () => {
  const { operator, recorder } = await contestWorld();
  const made = await recorder('POST', '/api/v1/systems/payments/decisions', {
    subject: 'p',
    decision: 'debt',
    attributes: { sex: 'F' },
    inputs: { income: 1, averaged: 'no' },
  });
  const { index } = (await made.json()) as { index: number };
  const answer = await operator('POST', '/api/v1/systems/payments/notices', {
    notices: [{ decision: index, language: 'en', zone: 'Mars/X', calendar: 'AU' }],
  });
  expect([answer.status, await answer.json()]).toMatchObject([
    400,
    { reason: 'unfit', params: { path: 'body.notices.0.zone' } },
  ]);
});
