import { audits } from '@ombud/audit';
import { expect, test } from 'vitest';
import { auditWords } from './audits.ts';

test.each(audits.map(({ id }) => id))('%s has a title and a question in plain words', (id) => {
  expect(auditWords(id)?.title).toMatch(/^[A-Z]/);
  expect(auditWords(id)?.asks).toMatch(/^[A-Z].*\.$/);
});
