import { audits } from '@ombud/audit';
import { chooseLanguage, hasWords } from '@ombud/words';
import { expect, test } from 'vitest';
import { smallResult } from '../../test/results.ts';
import { tell } from '../telling.ts';
import { auditAsks, auditTitle } from './audits.ts';
import { reasonText } from './reasons.ts';

const t = tell(smallResult());

// A role without words ended an audit as our fault.
test.each(audits.map(({ id, needs, needsOneOf = [] }) => [id, [...needs, ...needsOneOf]] as const))(
  '%s: what it needs can be said in each language that reports are written in',
  (id, roles) => {
    for (const tag of ['en', 'es']) {
      const speaking = tell(smallResult(), chooseLanguage(tag) ?? undefined);
      const reason = { code: `no-${roles[0]}`, params: { audit: id, roles } };
      expect(() => reasonText(speaking, reason)).not.toThrow();
      for (const role of roles) expect([tag, role, hasWords(`role/${role}`)]).toEqual([tag, role, true]);
      if (tag === 'es' && roles.includes('model')) expect(reasonText(speaking, reason)).toContain('modelo');
    }
  },
);

test.each(audits.map(({ id }) => id))('%s has a title and a question in plain words', (id) => {
  expect(auditTitle(t, id)).toMatch(/^[A-Z]/);
  expect(auditTitle(t, id)).not.toBe(id);
  expect(auditAsks(t, id)).toMatch(/^[A-Z].*[.?]$/);
});
