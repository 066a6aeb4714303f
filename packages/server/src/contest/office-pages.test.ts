/** Pages of the office beside the case itself: requests, files, and the reviewers. */
import { expect, test } from 'vitest';
import { appealAs, contestWorld, entered, keyOf, must, personOf } from '../../test/contest-world.ts';
import { officer } from '../../test/office.ts';
import { looksAt } from '../access/looks.ts';

test('a clerk reads what a person asked, which is recorded, and answers with reasons that the person reads', async () => {
  const { running, tell } = await contestWorld();
  const [one] = await tell(1);
  if (one === undefined) throw new Error('nobody');
  const person = await entered(running, one);
  await person.get('/en/case/correct?fact=income');
  await person.post('/en/case/correct', { fact: 'income', right: 'It was 13,000 <b>in all</b>' });
  const [clerk, reviewer] = [await officer(running, 'clerk'), await officer(running, 'reviewer')];
  expect((await reviewer.ask.get('/systems/payments/requests')).status).toBe(403);
  const list = await clerk.ask.get('/systems/payments/requests');
  expect(list.html).toContain('It was 13,000 &lt;b&gt;in all&lt;/b&gt;');
  const looks = await looksAt(running.services, [one.decision]);
  expect(looks.filter(({ why }) => why === 'request')).toMatchObject([
    { by: clerk.account, parts: ['payload'] },
  ]);
  const [, id = ''] = /\/requests\/([\w-]+)"/.exec(list.html) ?? [];
  const form = { case: one.case, state: 'done', reasons: ' ' };
  expect((await clerk.ask.post(`/systems/payments/requests/${id}`, form)).status).toBe(409);
  const answered = { ...form, reasons: 'We have put it right: 13,000.' };
  const after = await clerk.ask.post(`/systems/payments/requests/${id}`, answered);
  expect(after.html).toContain('No request waits for an answer.');
  expect((await clerk.ask.post(`/systems/payments/requests/${id}`, answered)).status).toBe(404);
  expect((await person.get('/en/case/request')).html).toContain('We have put it right: 13,000.');
});

test('who sees the papers of an appeal may have its files once they are clean, and the person reads who did', async () => {
  const { running, tell, operator, recorder } = await contestWorld();
  const [one] = await tell(1);
  if (one === undefined) throw new Error('nobody');
  const person = await entered(running, one);
  await person.get('/en/case/appeal');
  const files = new FormData();
  files.set('do', 'go');
  files.append('files', new File(['Fortnight 1: 2000.00\n'], 'pay "slips"/1.txt', { type: 'text/plain' }));
  await person.send('/en/case/appeal/files', files);
  await appealAs(person);
  const at = `/systems/payments/cases/${one.case}`;
  const [clerk, reviewer] = [await officer(running, 'clerk'), await officer(running, 'reviewer')];
  const waiting = await clerk.ask.get(at);
  expect(waiting.html).toContain('waits for the scanner');
  expect(waiting.html).not.toContain('/files/');
  const { contest } = await import('@ombud/app');
  const [file] = await running.services.state.of(contest).selectFrom('contest_files').select('id').execute();
  const path = `${at}/files/${file?.id}`;
  expect((await clerk.ask.get(path)).status).toBe(404);
  await must(recorder('POST', `/api/v1/files/${file?.id}/scan`, { scan: 'clean' }));
  // Nobody reviews it yet: a reviewer has no papers.
  expect((await reviewer.ask.get(path)).status).toBe(404);
  const api = `/api/v1${at}/moves`;
  const boss = await keyOf(running, 'administrator');
  await clerk.ask.post(`${at}/appeal/accept`, {});
  await must(operator('POST', `${api}/appeal/respond`, { words: { text: 'So it was.' } }));
  await must(boss('POST', `${api}/review/assign`, { facts: { reviewer: reviewer.account } }));
  expect((await reviewer.ask.get(at)).html).toContain(`href="${path}"`);
  const { cookie, id } = await personOf(running, 'clerk');
  const response = await fetch(`${running.url}${path}`, { headers: { cookie } });
  expect([response.status, await response.text()]).toEqual([200, 'Fortnight 1: 2000.00\n']);
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="pay_slips_1.txt"');
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
  expect((await reviewer.ask.get(path)).html).toBe('Fortnight 1: 2000.00\n');
  const looks = await looksAt(running.services, [one.decision]);
  expect(looks.filter(({ parts }) => parts.includes('files')).map(({ by }) => by)).toEqual([
    reviewer.account,
    `account:${id}`,
  ]);
  // The same file under another case is nobody's.
  const [two] = await tell(1);
  expect((await clerk.ask.get(`/systems/payments/cases/${two?.case}/files/${file?.id}`)).status).toBe(404);
});

test('reviewers have a page: agreement and overturns with intervals, and of a few reviews none is told', async () => {
  const { running, tell, operator } = await contestWorld({}, { rereadShare: 1, minimumCell: 3 });
  const told = await tell(4);
  const keys = await Promise.all(
    (['clerk', 'reviewer', 'reviewer', 'administrator'] as const).map((role) => keyOf(running, role)),
  );
  const [clerk, reviewer, second, boss] = keys;
  if (clerk === undefined || reviewer === undefined || second === undefined || boss === undefined)
    throw new Error();
  const me = async (ask: typeof boss) =>
    `key:${((await (await must(ask('GET', '/api/v1/me'))).json()) as { id: string }).id}`;
  const ids = { first: await me(reviewer), second: await me(second) };
  const codes = ['wrong-facts', 'wrong-person', 'wrong-data-source', 'wrong-rule', 'rule-misapplied'];
  const more = ['no-individual-reasons', 'unclear-language', 'person-not-heard', 'not-notified'];
  const faults = Object.fromEntries([...codes, ...more].map((code) => [code, code === 'wrong-rule']));
  for (const [i, one] of told.entries()) {
    await appealAs(await entered(running, one));
    const api = `/api/v1/systems/payments/cases/${one.case}/moves`;
    const own = i === 3 ? second : reviewer;
    await must(clerk('POST', `${api}/appeal/accept`, {}));
    await must(operator('POST', `${api}/appeal/respond`, { words: { text: 'So it was.' } }));
    await must(
      boss('POST', `${api}/review/assign`, { facts: { reviewer: i === 3 ? ids.second : ids.first } }),
    );
    await must(own('POST', `${api}/review/rate`, { facts: { faults } }));
    const outcome = i === 0 ? 'upheld' : 'changed';
    await must(own('POST', `${api}/review/propose`, { facts: { outcome }, words: { reasons: 'As it is.' } }));
    await must(own('POST', `${api}/review/sign`, {}));
  }
  await running.services.kick('contest-clocks');
  for (const [i, event] of (['agree', 'agree', 'disagree'] as const).entries())
    await must(
      second('POST', `/api/v1/systems/payments/cases/${told[i]?.case}/moves/review/${event}`, {
        words: { reasons: 'I read it again.' },
      }),
    );
  const auditor = await officer(running, 'auditor');
  const { html } = await auditor.ask.get('/systems/payments/reviewers');
  // 2 of 3 agreed; drawn were 4 of 4; the first reviewer overturned 2 of 3, the second has one review alone.
  const wilson = '66.7 %, between 20.8 % and 93.9 %';
  expect(html.split(`2 of 3: ${wilson}`)).toHaveLength(3);
  expect(html).toContain('4 of 4: 100.0 %, between 51.0 % and 100.0 %');
  expect(html).toContain('too few reviews to tell');
  const other = await officer(running, 'reviewer');
  expect((await other.ask.get('/systems/payments/reviewers')).status).toBe(403);
});
