import { expect, test } from 'vitest';
import { checkerScript } from '../packages/server/src/portal/checker-script.ts';
import { checkerCode } from './write-checker.ts';

test('the script that checks a proof in a browser is the verifier as it is now', async () => {
  expect(checkerScript === (await checkerCode())).toBe(true);
  expect(checkerScript.length).toBeLessThan(100_000);
});
