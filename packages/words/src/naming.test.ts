/** A number that names something is written as it is: a port has no thousands. */
import { expect, test } from 'vitest';
import { english, say } from './index.ts';

test('a port, an entry and a version are written without grouping; a count with it', () => {
  expect(say(english, 'OMBUD_E_SERVE_LISTEN/cannot-listen', { host: '127.0.0.1', port: 8571 })).toContain(
    '127.0.0.1:8571',
  );
  expect(say(english, 'OMBUD_E_SYSTEM/no-version', { system: 's', version: 1234 })).toContain('version 1234');
  expect(say(english, 'OMBUD_E_CONTEST_CASE/no-decision', { system: 's', entry: 41_067 })).toContain('41067');
  expect(say(english, 'coverage/shadow', { n: 1234 })).toContain('1,234');
});
