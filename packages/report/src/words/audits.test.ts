import { audits } from '@ombud/audit';
import { expect, test } from 'vitest';
import { smallResult } from '../../test/results.ts';
import { tell } from '../telling.ts';
import { auditAsks, auditTitle } from './audits.ts';

const t = tell(smallResult());

test.each(audits.map(({ id }) => id))('%s has a title and a question in plain words', (id) => {
  expect(auditTitle(t, id)).toMatch(/^[A-Z]/);
  expect(auditTitle(t, id)).not.toBe(id);
  expect(auditAsks(t, id)).toMatch(/^[A-Z].*[.?]$/);
});
