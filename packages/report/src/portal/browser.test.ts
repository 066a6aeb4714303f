import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readingGrade } from '@ombud/contest';
import { emptyBoxes, violations } from '@ombud/testing';
import { languages } from '@ombud/words';
import { afterAll, expect, test } from 'vitest';
import { browserPages } from '../../test/browser-pages.ts';
import { caseSample, frameOf } from '../../test/portal-sample.ts';
import { renderAppealPage, renderLodgedPage, renderSavedPage } from './appeal-pages.tsx';
import { renderCasePage } from './case-page.tsx';
import { renderEnterPage } from './enter-page.tsx';
import {
  type AppealAnswers,
  type AppealStep,
  type AppealTerms,
  appealSteps,
  aroundStep,
  checkStep,
  noAnswers,
  readStep,
} from './steps.ts';

const terms: AppealTerms = { late: true, mayAskToStop: true, hasFacts: true };
const tags = languages.map(({ tag }) => tag);
const facts = caseSample.data.map(({ id }) => id);

const pagesOf = (tag: string): Record<string, string> => {
  const frame = frameOf(tag);
  const form = (step: AppealStep) => ({
    terms,
    step,
    answers: { ...noAnswers, grounds: ['wrong-facts'], files: ['pay-slip.pdf'] },
    data: caseSample.data,
    problems: checkStep(step, noAnswers),
  });
  return {
    [`${tag}-enter`]: renderEnterPage(frame, {
      code: 'K7QD',
      problem: 'enter',
      asked: ['date-of-birth', 'reference'],
    }),
    [`${tag}-case`]: renderCasePage(frame, caseSample),
    [`${tag}-lodged`]: renderLodgedPage(frame, {
      number: 'A-12',
      answerUntil: '2027-02-01',
      receiptHref: '/r',
    }),
    [`${tag}-saved`]: renderSavedPage(frame, '2027-01-24'),
    ...Object.fromEntries(
      appealSteps(terms).map((step) => [`${tag}-${step}`, renderAppealPage(frame, form(step))]),
    ),
  };
};

const pages = Object.assign({}, ...tags.map(pagesOf)) as Record<string, string>;
const { browserTest, open, newPage, why } = await browserPages(pages);

browserTest.each(Object.keys(pages).filter((name) => /^(?:en|ar)-/.test(name)))(
  `axe finds nothing at WCAG 2.2 AA: %s${why}`,
  async (name) => {
    const page = await open(name, { viewport: { width: 360, height: 740 } });
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  },
);

browserTest.each(tags)(
  `nothing is wider than 360 px without script, and each character has ink: %s${why}`,
  async (tag) => {
    const page = await newPage({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    for (const [name, html] of Object.entries(pages).filter(([name]) => name.startsWith(`${tag}-`))) {
      await page.setContent(html);
      expect([name, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([name, 360]);
    }
    await page.setContent(pages[`${tag}-case`] ?? '');
    expect(await emptyBoxes(page)).toEqual([]);
    await page.context().close();
  },
);

const textOf = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>|<head>.*?<\/head>/gs, '')
    .replace(/<\/(?:p|h\d|li|dt|dd|legend|label|th|td|a|button)>/g, '.\n')
    .replace(/<[^>]*>/g, ' ');

test('the English of the portal is read at a grade of at most 7', () => {
  for (const [name, html] of Object.entries(pages).filter(([name]) => name.startsWith('en-')))
    expect([name, (readingGrade(textOf(html)) ?? 99) <= 7]).toEqual([name, true]);
});

test('no page has a script or asks another host; what a person wrote is text', () => {
  const hostile = renderCasePage(frameOf('en'), {
    ...caseSample,
    reasons: ['<script>alert(1)</script>'],
    data: [{ id: '"><b>', label: '<img src=x>', value: '\u202e', source: '<i>', reported: false }],
  });
  for (const html of [...Object.values(pages), hostile])
    expect(html).not.toMatch(/<script|<img|<i>|<b>|(?:src|href|action)="https?:/i);
  expect(hostile).toContain('⟨U+202E⟩');
});

test('the case says where it stands: not told runs no window, a suspension that is not confirmed is none', () => {
  const page = (change: object) => renderCasePage(frameOf('en'), { ...caseSample, ...change });
  expect(page({})).toContain('until 24 January 2027');
  expect(page({})).toContain('This is not confirmed yet');
  expect(page({ effect: 'suspended' })).toContain('The decision is stopped');
  // What was only ordered is not told as done, and what was refused not as under way.
  expect(page({ effect: 'lifting' })).not.toContain('is being carried out');
  expect(page({ effect: 'cancelling' })).toContain('to be taken back. This is not confirmed yet');
  for (const effect of ['suspending', 'cancelling'])
    expect(page({ effect, effectRefused: true })).toContain('said no');
  expect(page({ appeal: 'under-review', answerUntil: { day: '2026-12-01', over: true } })).toContain(
    'You should have had an answer by 1 December 2026',
  );
  expect(page({ appeal: 'on-hold' })).not.toContain('A person is looking at it');
  expect(page({ appeal: 'awaiting-review', reopened: true })).not.toContain('what you sent');
  expect(page({ window: null })).not.toContain('2027');
  expect(page({ window: { until: '2026-01-24', over: true } })).toContain('You can still ask');
  expect(page({ appeal: 'under-review' })).not.toContain('href="/case/appeal"');
  expect(page({})).toContain('number 48,211 of the 1,203,884');
});

/** As little of a server as shows that the pages and the pure functions are enough; it keeps one person's answers. */
function officeOf(tag: string) {
  const frame = frameOf(tag);
  const state: { answers: AppealAnswers; sent: boolean } = { answers: noAnswers, sent: false };
  const body = async (request: IncomingMessage): Promise<string> => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    return text;
  };
  const show = (step: AppealStep, problems: ReturnType<typeof checkStep> = []) =>
    renderAppealPage(frame, { terms, step, answers: state.answers, data: caseSample.data, problems });
  const server = createServer(async (request, response) => {
    const html = (text: string) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text);
    const to = (location: string) => response.writeHead(303, { location }).end();
    const step = appealSteps(terms).find((one) => request.url?.split('?')[0] === `/case/appeal/${one}`);
    if (step === undefined) {
      if (request.url === '/case/appeal') return to('/case/appeal/grounds');
      if (request.url === '/saved') return html(renderSavedPage(frame, '2027-01-24'));
      if (request.url === '/sent')
        return html(renderLodgedPage(frame, { number: 'A-12', answerUntil: null, receiptHref: '/r' }));
      return html(renderCasePage(frame, caseSample));
    }
    if (request.method !== 'POST') return html(show(step));
    const text = await body(request);
    const form = new URLSearchParams(text);
    const saves = form.get('do') === 'save' || /name="do"\r\n\r\nsave/.test(text);
    const values = Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name)]));
    state.answers = readStep(step, values, state.answers, facts);
    if (saves) return to('/saved');
    const problems = checkStep(step, state.answers);
    if (problems.length > 0) return html(show(step, problems));
    const { after } = aroundStep(terms, step);
    if (after === null) state.sent = true;
    return to(after === null ? '/sent' : `/case/appeal/${after}`);
  });
  return { server, state };
}

const offices = ['en', 'ar'].map((tag) => [tag, officeOf(tag)] as const);
afterAll(() => {
  for (const [, { server }] of offices) server.close();
});

browserTest.each(offices)(
  `an appeal from the case to the confirmation in %s, without script, at 360 px, saved and taken up again${why}`,
  async (tag, { server, state }) => {
    await new Promise<void>((ready) => {
      server.listen(0, '127.0.0.1', ready);
    });
    const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const page = await newPage({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    const go = () => page.locator('button[value=go]').click();
    await page.goto(home);
    await page.locator('a.go').click();
    await go();
    // Nothing was chosen: the problem leads to its field.
    expect(await page.locator('.problems a').getAttribute('href')).toBe('#grounds');
    await page.locator('input[value=wrong-facts]').check();
    await go();
    await page.locator('#fact-pay').fill('$13,000');
    await go();
    await page.locator('#words').fill('I worked half the year. عملت نصف السنة.');
    await page.locator('button[value=save]').click();
    expect(page.url()).toBe(`${home}/saved`);
    await page.goto(`${home}/case/appeal/words`);
    expect(await page.locator('#words').inputValue()).toBe('I worked half the year. عملت نصف السنة.');
    await go();
    await go();
    await page.locator('input[value=post]').check();
    await go();
    await page.locator('input[value=yes]').check();
    await go();
    await page.locator('input[value=ill]').check();
    await go();
    const review = await page.locator('.answers').innerText();
    for (const part of ['$13,000', 'عملت نصف السنة']) expect(review).toContain(part);
    // An answer is changed from the review.
    await page.locator('.answers a').first().click();
    expect(await page.locator('input[value=wrong-facts]').isChecked()).toBe(true);
    await page.goto(`${home}/case/appeal/check`);
    expect(state.sent).toBe(false);
    await go();
    expect(page.url()).toBe(`${home}/sent`);
    expect(await page.locator('html').getAttribute('dir')).toBe(tag === 'ar' ? 'rtl' : null);
    expect(state).toMatchObject({
      sent: true,
      answers: {
        grounds: ['wrong-facts'],
        facts: { pay: '$13,000' },
        answerBy: 'post',
        suspend: 'yes',
        late: 'ill',
      },
    });
    await page.context().close();
  },
);
