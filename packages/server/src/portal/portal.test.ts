/** A person's own case over HTTP: entered, read, appealed; and nobody else's. */
import { checkReceipt } from '@ombud/app';
import { formatVerifierKey } from '@ombud/tlog';
import { expect, test } from 'vitest';
import { appealAs, birthday, contestWorld, entered, visitor } from '../../test/contest-world.ts';
import { askerOf } from '../../test/world.ts';

test('entered by the code and the day of birth, in any way of writing it, and left again', async () => {
  const { running, tell } = await contestWorld();
  const [one] = await tell(1);
  const who = visitor(running, { 'accept-language': 'ar, en;q=0.5' });
  const door = await who.get('/case');
  expect(door.path).toBe('/ar/case');
  expect(door.html).toContain('dir="rtl"');
  const arabic = { code: one?.code.toLowerCase() ?? '', second: '٢٧/٣/١٩٨٧' };
  expect((await who.post('/ar/case/enter', arabic)).html).toContain('6,793.80');
  expect((await who.get('/ar/case/leave')).html).toContain('name="second"');
  for (const second of ['1 1 1987', '', '27 3 1986']) {
    const shown = await who.post('/ar/case/enter', { code: one?.code ?? '', second });
    expect([second, shown.status]).toEqual([second, 403]);
    expect(shown.html).not.toContain(birthday);
  }
  // Three tries were free; the fourth waits, and only here.
  expect((await who.post('/ar/case/enter', arabic)).status).toBe(429);
});

test('the page of a case: decision, reasons, data, window, proof, looks', async () => {
  const { running, tell } = await contestWorld();
  const [one, two] = await tell(2);
  const who = visitor(running);
  await who.get('/en/case');
  const page = await who.post('/en/case/enter', { code: one?.code ?? '', second: '27/03/1987' });
  expect(page.path).toBe('/en/case');
  for (const part of [
    'A$6,793.80',
    'You told us that you earned nothing from March to June.',
    'Pay in the year',
    '26000',
    'From: Tax office',
    'href="/en/case/correct?fact=income"',
    'Ask a person to look again',
    'Nobody has looked at your case',
    'Nobody has checked this program yet',
  ])
    expect(page.html).toContain(part);
  expect(page.html).not.toMatch(/<script|26001|NC-1\b/);
  // One number for an entry, wherever it is told.
  const named = `Your decision is entry ${one?.decision} `;
  expect(page.html).toContain(named);
  expect((await who.get('/en/case/check')).html).toContain(named);
  const receipt = await who.get('/en/case/receipt');
  const keys = running.services.ledger.trust.all.map(formatVerifierKey);
  expect(await checkReceipt({ receipt: receipt.html, keys })).toMatchObject({ index: one?.decision });
  const stored = JSON.parse((await who.get('/en/case/data')).html) as {
    entries: { payload: { subject: string } }[];
  };
  expect(new Set(stored.entries.map(({ payload }) => payload.subject))).toEqual(new Set(['p-0']));
  const left = await who.get('/en/case/leave');
  expect(left.html).toContain('name="second"');
  expect((await who.get('/en/case/receipt')).path).toBe('/en/case');
  expect(two?.code).not.toBe(one?.code);
});

test('an appeal: a question a page, saved, taken up again by the code, files by content, sent once', async () => {
  const { running, tell, operator } = await contestWorld();
  const [one] = await tell(1);
  if (one === undefined) throw new Error('nobody');
  const who = await entered(running, one);
  const at = '/en/case/appeal';
  expect((await who.get(at)).path).toBe(`${at}/grounds`);
  const empty = await who.post(`${at}/grounds`, { do: 'go' });
  expect(empty.status).toBe(400);
  expect(empty.html).toContain('href="#grounds"');
  expect((await who.post(`${at}/grounds`, { grounds: 'wrong-facts', do: 'go' })).path).toBe(`${at}/facts`);
  expect(
    (await who.post(`${at}/facts`, { 'fact-income': '13000', 'fact-secret': 'x', do: 'save' })).path,
  ).toBe(`${at}/saved`);
  const again = await entered(running, one);
  expect((await again.get('/en/case')).html).toContain('Go on where you left off');
  expect((await again.get(`${at}/facts`)).html).toContain('value="13000"');
  await again.post(`${at}/words`, { words: '<b>no</b>', do: 'go' });
  const form = new FormData();
  form.set('do', 'go');
  form.append('files', new File(['<script>alert(1)</script>'], 'slip.png', { type: 'image/png' }));
  const refused = await again.send(`${at}/files`, form);
  expect([refused.status, refused.path]).toEqual([400, `${at}/files`]);
  form.delete('files');
  form.append('files', new File(['my pay: 120'], 'pay.txt', { type: 'text/plain' }));
  expect((await again.send(`${at}/files`, form)).path).toBe(`${at}/help`);
  const unfinished = await again.post(`${at}/check`, { do: 'go' });
  expect(unfinished.path).toBe(`${at}/help`);
  const check = await again.post(`${at}/help`, { help: 'post', do: 'go' });
  expect(check.path).toBe(`${at}/check`);
  for (const part of ['13000', '&lt;b&gt;no&lt;/b&gt;', 'pay.txt', 'By letter'])
    expect(check.html).toContain(part);
  expect((await again.post(`${at}/check`, { do: 'go' })).path).toBe(`${at}/sent`);
  const receipt = await again.get('/en/case/receipt/appeal');
  const keys = running.services.ledger.trust.all.map(formatVerifierKey);
  expect(await checkReceipt({ receipt: receipt.html, keys })).toMatchObject({ entry: { kind: 'appeal' } });
  // Sent once: the form of before, sent again, comes to the page of what was sent.
  expect((await again.post(`${at}/check`, { do: 'go' })).path).toBe(`${at}/sent`);
  const read = (await (await operator('GET', `/api/v1/systems/payments/cases/${one.case}`)).json()) as {
    matters: { machine: string; state: string }[];
  };
  expect(read.matters.map(({ machine, state }) => `${machine} ${state}`)).toEqual([
    'notice read',
    'effect suspending',
    'appeal lodged',
  ]);
  await again.get('/en/case/more');
  const ended = (await again.post('/en/case/withdraw', {})).html;
  expect(ended).toContain('It has ended');
  expect(ended).toContain('You took back what you asked');
  // Nobody had read it: nobody answered.
  expect(ended).not.toContain('A person answered');
});

test('files of one request are kept together or not at all, an empty one is said, and none stands twice', async () => {
  const { running, tell } = await contestWorld();
  const [one] = await tell(1);
  if (one === undefined) throw new Error('nobody');
  const who = await entered(running, one);
  const at = '/en/case/appeal';
  await who.get(at);
  const send = (files: readonly File[]) => {
    const form = new FormData();
    form.set('do', 'go');
    for (const file of files) form.append('files', file);
    return who.send(`${at}/files`, form);
  };
  const text = (i: number) => new File([`hello ${i}`], `m${i}.txt`, { type: 'text/plain' });
  const nothing = new File([], 'slip.txt', { type: 'text/plain' });
  for (const [files, spoken] of [
    [[nothing], 'One of the files is empty. None of these files was kept.'],
    [[text(0), nothing], 'One of the files is empty. None of these files was kept.'],
    [
      Array.from({ length: 60 }, (_, i) => text(i)),
      'You can send up to 20 files. None of these files was kept.',
    ],
    [[text(0), new File(['x'.repeat(10_000_001)], 'x.txt', { type: 'text/plain' })], 'Send a smaller file'],
  ] as const) {
    const refused = await send(files);
    expect([refused.status, refused.html]).toEqual([400, expect.stringContaining(spoken)]);
    expect(refused.html).not.toContain('m0.txt');
  }
  expect((await send([text(1), text(1)])).path).toBe(`${at}/help`);
  expect((await send([text(1)])).path).toBe(`${at}/help`);
  // No file was chosen: a browser sends one without a name.
  expect((await send([new File([], '')])).path).toBe(`${at}/help`);
  expect((await who.get(`${at}/files`)).html.match(/m1\.txt/g)).toHaveLength(1);
});

test('a correction, an access request and a representative, and the person can end it', async () => {
  const { running, tell } = await contestWorld();
  const [one] = await tell(1);
  if (one === undefined) throw new Error('nobody');
  const who = await entered(running, one);
  await who.get('/en/case/correct?fact=income');
  expect((await who.post('/en/case/correct', { fact: 'income', right: ' ' })).status).toBe(400);
  const asked = await who.post('/en/case/correct', { fact: 'income', right: '13000' });
  expect(asked.html).toContain('To put right: ⁨Pay in the year⁩');
  expect((await who.get('/en/case')).html).toContain('You told us that this is wrong');
  expect((await who.post('/en/case/correct', { fact: 'nothing', right: 'x' })).path).toBe('/en/case');
  await who.get('/en/case/request');
  expect((await who.post('/en/case/request', {})).html).toContain('All that we have about you');
  const made = await who.post('/en/case/helper', { name: 'Citizens advice' });
  const code = /<bdi>([0-9A-Z-]{19})<\/bdi>/.exec(made.html)?.[1] ?? '';
  const helper = await entered(running, { ...one, code });
  const theirs = await helper.get('/en/case/request');
  expect(theirs.html).not.toContain('Somebody who speaks for you');
  await helper.post('/en/case/helper', { name: 'Another' });
  const list = await who.get('/en/case/request');
  const ids = [...list.html.matchAll(/name="helper" value="([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(ids).toHaveLength(1);
  expect((await appealAs(helper)).path).toBe('/en/case/appeal/sent');
  await who.get('/en/case/request');
  expect((await helper.get('/en/case/data')).status).toBe(200);
  const before = (await running.services.ledger.store.readLog()).size;
  await who.post('/en/case/helper/end', { helper: ids[0] ?? '' });
  // What was open in the browser of the representative is closed by it: each request asks for the consent.
  for (const path of ['', '/data', '/receipt', '/request', '/more'])
    expect((await helper.get(`/en/case${path}`)).html).toContain('name="second"');
  expect((await helper.post('/en/case/request', {})).html).toContain('name="second"');
  const more = new FormData();
  more.set('words', 'more');
  expect((await helper.send('/en/case/more', more)).path).toBe('/en/case');
  expect((await running.services.ledger.store.readLog()).size).toBe(before + 1);
  expect((await who.get('/en/case/data')).html).toContain('p-0');
  await expect(entered(running, { ...one, code })).rejects.toThrow('403');
});

test('a person sees only their own: no address names a case, and no cookie of one opens another', async () => {
  const { running, tell } = await contestWorld();
  const [one, two] = await tell(2);
  if (one === undefined || two === undefined) throw new Error('nobody');
  const who = await entered(running, one);
  await entered(running, two);
  const own = await who.get('/en/case');
  expect(own.html).toContain('NC-0');
  const tries = [
    `/en/case?case=${two.case}`,
    `/en/case/receipt?case=${two.case}`,
    `/en/case/data?case=${two.case}&index=${two.decision}`,
    `/en/case/${two.case}`,
    `/case/${two.case}`,
    `/en/case/correct?fact=income&case=${two.case}`,
  ];
  for (const path of tries) {
    const { html } = await who.get(path);
    expect([path, /NC-1\b|p-1\b|26,?001/.test(html)]).toEqual([path, false]);
  }
  const form = await who.post('/en/case/correct', { fact: 'income', right: '1', case: two.case });
  expect(form.status).toBe(400);
  // A person's cookie is no account: the desks of the office do not know it.
  const nobody = askerOf(running.url);
  for (const path of [`/api/v1/systems/payments/cases/${two.case}`, '/api/v1/systems/payments/contest'])
    expect((await nobody('GET', path)).status).toBe(401);
  const stranger = visitor(running);
  for (const path of ['', '/receipt', '/data', '/check', '/audit', '/request', '/appeal', '/appeal/check'])
    expect((await stranger.get(`/en/case${path}`)).path).toBe('/en/case');
});

test('a form that another page sends moves nothing', async () => {
  const { running, tell } = await contestWorld();
  const [one] = await tell(1);
  if (one === undefined) throw new Error('nobody');
  const response = await fetch(`${running.url}/en/case/enter`, {
    method: 'POST',
    body: new URLSearchParams({ code: one.code, second: birthday }),
  });
  expect(response.status).toBe(403);
  expect(response.headers.getSetCookie().some((line) => line.startsWith('ombud-case'))).toBe(false);
});
