import { expect, test } from 'vitest';
import { stageRobertWilliams } from './robert-williams.ts';
import { stageIncident } from './stage-incident.ts';

test('an arrest begins with two people and evidence of another kind, over HTTP, and without either it does not', async () => {
  expect(await stageRobertWilliams()).toMatchObject({
    fromMatch: 'two-confirmed-where-due',
    withoutEvidence: 'corroborated',
    byOne: 'two-confirmed-where-due',
    byOneTwice: 'not-confirmed-by-them',
    byTwo: null,
  });
  expect(await stageIncident('berkeley-1973')).toEqual([]);
});
