import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AppealTerms,
  appealSteps,
  aroundStep,
  checkStep,
  firstOpen,
  noAnswers,
  readStep,
} from './steps.ts';

const all: AppealTerms = { late: true, mayAskToStop: true, hasFacts: true };
const few: AppealTerms = { late: false, mayAskToStop: false, hasFacts: false };

test('only what matters is asked, and the review comes last', () => {
  expect(appealSteps(few)).toEqual(['grounds', 'words', 'files', 'help', 'check']);
  expect(appealSteps(all)).toEqual(['grounds', 'facts', 'words', 'files', 'help', 'effect', 'late', 'check']);
  for (const terms of [all, few])
    for (const step of appealSteps(terms)) {
      const { before, after } = aroundStep(terms, step);
      if (after !== null) expect(aroundStep(terms, after).before).toBe(step);
      if (before !== null) expect(aroundStep(terms, before).after).toBe(step);
    }
});

test('own words, files and facts may be left empty; grounds and how to answer may not', () => {
  expect(['words', 'files', 'facts'].flatMap((step) => checkStep(step as 'words', noAnswers))).toEqual([]);
  expect(firstOpen(all, noAnswers)).toBe('grounds');
  const answers = { ...noAnswers, grounds: ['other'], answerBy: 'post' };
  expect(firstOpen(few, answers)).toBeNull();
  expect(firstOpen(all, answers)).toBe('effect');
  expect(firstOpen(all, { ...answers, suspend: 'yes', late: 'no-good-reason' })).toBeNull();
});

test('a text that is too long is told, and not cut', () => {
  const answers = readStep('words', { words: ['x'.repeat(5001)] }, noAnswers, []);
  expect(answers.words).toHaveLength(5001);
  expect(checkStep('words', answers)).toEqual([{ field: 'words', code: 'too-long' }]);
});

test('property: whatever a form sends, only what is offered gets in, and nothing else is changed', () => {
  const values = fc.dictionary(fc.string(), fc.array(fc.string()));
  const step = fc.constantFrom(...appealSteps(all));
  fc.assert(
    fc.property(step, values, (asked, form) => {
      const read = readStep(
        asked,
        { ...form, grounds: ['evil', 'other'], help: ['evil'], late: ['evil'] },
        noAnswers,
        ['pay'],
      );
      expect(['', 'other']).toContain(read.grounds.join());
      expect([read.answerBy, read.late]).toEqual([null, null]);
      expect(Object.keys(read.facts).filter((id) => id !== 'pay')).toEqual([]);
      expect(read.files).toEqual([]);
    }),
  );
});
