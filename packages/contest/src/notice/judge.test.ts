import { english } from '@ombud/words';
import { describe, expect, test } from 'vitest';
import { factsOf, kinds, languageOf, signedBy, tags, templateOf } from '../../test/notice-sample.ts';
import { type NoticePart, noticePacks } from '../packs/notice-content.ts';
import { composeNotice } from './compose.ts';
import type { NoticeFacts } from './facts.ts';
import { highestGrade, judgeNotice } from './judge.ts';
import { templateDigest } from './template.ts';

const day = '2028-01-01';
const rules = (signatures: Parameters<typeof judgeNotice>[2]['signatures'], packs = noticePacks) => ({
  packs,
  signatures,
  day,
  decidedOn: day,
});
const reasonsOf = (refused: readonly { readonly reason: string }[]) => refused.map(({ reason }) => reason);

const all = kinds.flatMap((kind) => tags.map((tag) => [kind, tag] as const));

describe.each(all)('%s in %s', (kind, tag) => {
  const template = templateOf(kind);
  const language = languageOf(tag);
  const notice = composeNotice(template, factsOf(kind, tag), language);

  test('signed, it may be sent under every law that is known here; unsigned under none', () => {
    expect(judgeNotice(template, notice, rules([signedBy(template, language)])).refused).toEqual([]);
    expect(reasonsOf(judgeNotice(template, notice, rules([])).refused)).toEqual(['unsigned']);
  });

  test('says every fact that it was given', () => {
    const text = JSON.stringify(notice);
    for (const part of ['NC-2026-0048211', '1800 000 000', 'PO Box 12', 'Information Commissioner', 'K7QD'])
      expect(text).toContain(part);
  });
});

test.each(kinds)(
  `the English of %s is read at a grade of at most ${highestGrade}, headings and tables not counted`,
  (kind) => {
    const { grade } = judgeNotice(
      templateOf(kind),
      composeNotice(templateOf(kind), factsOf(kind, 'en'), english),
      rules([]),
    );
    expect(grade).toBeLessThanOrEqual(highestGrade);
    expect(grade).toBeGreaterThan(0);
  },
);

const debt = templateOf('debt');
const facts = factsOf('debt', 'en');
const signed = [signedBy(debt, english)];
const judged = (change: Partial<NoticeFacts>, packs = noticePacks) =>
  judgeNotice(debt, composeNotice(debt, { ...facts, ...change }, english), rules(signed, packs));

/** What leaves a part out of a notice. */
const without: Readonly<Record<NoticePart, Partial<NoticeFacts>>> = {
  'machine-used': { machine: null },
  'machine-role': { machine: { system: 'Pay check', role: null } },
  'decision-and-dates': { starts: null },
  'specific-reasons': { reasons: [] },
  ground: { ground: null },
  'data-and-sources': { data: [] },
  correction: { correction: false },
  'human-review': { review: null },
  'effect-while-appealing': { effect: null },
  regulator: { regulator: null },
  'who-may-represent': { representation: false },
};

const demands = noticePacks.flatMap((pack) =>
  pack.demands.filter(({ owed }) => owed === 'in-notice').map(({ part }) => [pack.id, part, pack] as const),
);

test.each(demands)('%s: without "%s" the notice is not sent, and says so', (id, part, pack) => {
  const { refused } = judged(without[part], [pack]);
  expect(refused.map(({ reason, params }) => [reason, params.pack])).toEqual([['lacks', id]]);
  expect(refused[0]?.params.parts).toContain(part);
});

test('what is known from memory alone is "unverified", never "complies"', () => {
  const states = Object.fromEntries(judged({}).packs.map(({ pack, state }) => [pack, state]));
  expect(states['eu-gdpr-22']).toBe('unverified');
  expect(states['us-reg-b-1002-9']).toBe('complies');
});

test('a template that changed after it was signed is not sent, until it is read again', () => {
  const changed = {
    ...debt,
    messages: { en: { 'notice-letter/effect-suspended-debt': 'You must pay at once, whatever you ask.' } },
  };
  const notice = composeNotice(changed, facts, english);
  expect(judgeNotice(changed, notice, rules(signed)).refused).toMatchObject([
    { reason: 'changed', params: { reviewer: 'A. Reader' } },
  ]);
  expect(templateDigest(changed, english)).not.toBe(templateDigest(debt, english));
  expect(judgeNotice(changed, notice, rules([...signed, signedBy(changed, english)])).refused).toEqual([]);
});

test('a signature without a name, of another language or of another system is none', () => {
  const [own] = signed;
  if (own === undefined) throw new Error('no signature');
  for (const other of [{ reviewer: ' ' }, { language: 'fr' }, { system: 'another' }])
    expect(
      judgeNotice(debt, composeNotice(debt, facts, english), rules([{ ...own, ...other }])).refused.length,
    ).toBe(1);
});

test('a language without every sentence cannot send, nor one without a list of words that blame', () => {
  const half = {
    ...english,
    tag: 'ti',
    catalogue: { 'notice-letter/decision': 'ውሳኔ' },
  };
  const notice = composeNotice(debt, facts, half);
  expect(reasonsOf(judgeNotice(debt, notice, rules([signedBy(debt, half)])).refused)).toEqual([
    'untranslated',
    'words-unchecked',
  ]);
});

test("words that blame are refused in what the system says, and not in the law's own text", () => {
  expect(judged({ reasons: ['We suspect fraud.'] }).refused).toMatchObject([
    { reason: 'blaming-words', params: { words: ['fraud', 'suspect'] } },
  ]);
  expect(judged({ ground: 'Social Security Fraud Act 2001, section 6.' }).refused).toEqual([]);
});

test("reasons in the office's own jargon are refused, and the same in the law's own text are not", () => {
  const jargon =
    'The determination was effectuated pursuant to the applicable provisions of the administrative legislation, notwithstanding irregularities subsequently identified in the reconciliation of remuneration, and the resultant overpayment is accordingly recoverable.';
  expect(reasonsOf(judged({ reasons: [jargon, jargon, jargon] }).refused)).toEqual(['hard-to-read']);
  expect(judged({ ground: jargon }).refused).toEqual([]);
});

test('what would run to a second page is refused', () => {
  const long = 'We saw that you had some pay in that week. '.repeat(20);
  expect(reasonsOf(judged({ reasons: [long, long, long, long] }).refused)).toContain('too-long');
});

test('a notice that is late is told to be late, and is sent all the same', () => {
  const late = { packs: noticePacks, signatures: signed, day: '2026-12-31', decidedOn: '2026-11-24' };
  const judgement = judgeNotice(debt, composeNotice(debt, facts, english), late);
  expect(judgement.overdue).toEqual(['us-reg-b-1002-9', 'us-co-sb26-189']);
  expect(judgement.refused).toEqual([]);
});

test('a decision whose length is not said is not wholly told', () => {
  expect(composeNotice(debt, { ...facts, ends: null }, english).parts.has('decision-and-dates')).toBe(false);
});

test('a name that tries to turn the text around is shown, not obeyed', () => {
  const notice = composeNotice(debt, { ...facts, recipient: ['Kim \u202e Example'] }, english);
  expect(notice.recipient).toEqual(['Kim ⟨U+202E⟩ Example']);
});
