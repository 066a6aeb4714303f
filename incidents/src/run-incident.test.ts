import { expect, test } from 'vitest';
import { compas } from './compas/case.ts';
import type { Incident } from './incident.ts';
import { resultOf } from './read-result.ts';
import { runIncident } from './run-incident.ts';

test('the same incident gives the same result but for the run', async () => {
  const [once, again] = await Promise.all([runIncident(compas), runIncident(compas)]);
  const { run: _once, ...first } = resultOf(once, 'scores');
  const { run: _again, ...second } = resultOf(again, 'scores');
  expect(JSON.stringify(first)).toBe(JSON.stringify(second));
});

test('counts that are typed in wrongly are refused, not audited', async () => {
  const [asked] = compas.audits;
  const rows = [...asked.counts.rows, ['Black', 'Low', 'no', -1]];
  const wrong: Incident = { ...compas, audits: [{ ...asked, counts: { ...asked.counts, rows } }] };
  await expect(runIncident(wrong)).rejects.toMatchObject({ code: 'OMBUD_E_BAD_COUNT' });
});

test('a case that asks for what its result does not have is told so', async () => {
  const results = await runIncident(compas);
  expect(() => resultOf(results, 'nothing')).toThrow('The incident\'s result has no audit "nothing".');
});
