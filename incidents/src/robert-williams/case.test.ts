import { expect, test } from 'vitest';
import { resultOf } from '../read-result.ts';
import { runIncident } from '../run-incident.ts';
import { robertWilliams } from './case.ts';
import { gate, signedAlone, straightFromMatch } from './gate.ts';

test('an effect of a match begins with two people and corroboration, and without either it does not', () => {
  expect(gate({ second: true, corroborated: true })).toEqual({ begins: true });
  expect(gate({ second: true, corroborated: false })).toMatchObject({ because: 'corroborated-where-due' });
  expect(gate({ second: false, corroborated: true })).toMatchObject({ because: 'not-handler' });
  expect(gate({ second: false, corroborated: false }).begins).toBe(false);
});

test('nor straight from the match, nor on one signature', () => {
  expect(straightFromMatch()).toMatchObject({
    begins: false,
    by: 'effect',
    because: 'two-confirmed-where-due',
  });
  expect(signedAlone()).toMatchObject({ because: 'one-is-enough' });
});

test('the audit of the false matches fails', async () => {
  expect(resultOf(await runIncident(robertWilliams), 'matches').verdict.state).toBe('fail');
});
