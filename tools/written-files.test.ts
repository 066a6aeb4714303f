import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkerScript } from '../packages/server/src/portal/check-proof.generated.ts';
import { root, writtenFiles } from './written-files.ts';

const files = Object.entries(await writtenFiles());

test.each(files)('%s is as it is written now; else npm run write', (file, text) => {
  expect(readFileSync(join(root, file), 'utf8')).toBe(text);
});

test('the script that checks a proof is small', () => {
  expect(checkerScript.length).toBeLessThan(100_000);
});
