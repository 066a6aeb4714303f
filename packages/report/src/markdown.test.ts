import { expect, test } from 'vitest';
import { finding, result, written } from '../test/build-result.ts';
import { berkeleyResult } from '../test/results.ts';
import { renderMarkdown } from './markdown.ts';

test('a reason for which audits were not measured is told once, with all of them', () => {
  const why = 'No outcome was named, so nothing can be said of it.';
  const open = ['true-positive-rate', 'false-positive-rate', 'accuracy'].flatMap((audit) =>
    [['sex'], ['age']].map((by) => finding(audit, by, [], { state: 'not-applicable', reason: written(why) })),
  );
  const [, text = ''] = renderMarkdown(result(open)).split('## What was not measured');
  expect(text.split(why)).toHaveLength(2);
  expect(text).toMatch(
    /- True positive rate, false positive rate and accuracy by sex and age: [^\n]*No outcome was named/i,
  );
});

test('a group has the name that the declaration gives it, as on the page', () => {
  expect(renderMarkdown(berkeleyResult())).toContain('| women | 1,835 | 557 |');
});
