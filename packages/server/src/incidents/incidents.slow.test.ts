import { english, say } from '@ombud/words';
import { expect, test } from 'vitest';
import { stageOfqual } from './ofqual.ts';
import { stageRobodebt } from './robodebt.ts';
import { stageIncident } from './stage-incident.ts';

test('Robodebt: the breaker opens on the answers, and the remedy pays back to the cent what was wrongly taken', async () => {
  const figures = await stageRobodebt();
  process.stderr.write(`${JSON.stringify(figures)}\n`);
  // $2,000 for half the year, and $1,200 by turns: $6,793.80 and $360.10, with a tenth.
  expect(figures.known).toEqual([747_318, 39_611]);
  expect(figures.refunded).toBe(figures.wronglyCollected);
  expect(figures.refunded).toBeGreaterThan(0);
  // The same draws through the pure detector open it after as many answers, give or take those of the same day.
  expect([figures.day, figures.letters]).toEqual([214, 596]);
  expect(Math.abs(figures.answers - 67)).toBeLessThanOrEqual(3);
  expect(figures.refundedTo).toBeGreaterThan(figures.appealed);
  expect([figures.suspended, figures.cancelled]).toEqual([figures.letters, figures.letters]);
  expect(figures.refused).toBeGreaterThan(0);
  expect(figures.late).toBeGreaterThan(0);
  expect(figures.checked).toMatch(/^Everything holds: .* runs of cases are as their entries say/);
});

test('Ofqual: the audit fails before results day, and one remedy finds everybody who was lowered by two', async () => {
  const figures = await stageOfqual();
  process.stderr.write(`${JSON.stringify(figures)}\n`);
  expect(figures.verdict).toBe('fail');
  expect(figures.found).toBe(figures.twoBelow);
  expect([figures.appealed, figures.cancelled, figures.withoutCase]).toEqual([
    10,
    figures.told,
    figures.twoBelow - figures.told,
  ]);
});

test.each(['robert-williams'])('%s: each line of a run has its sentence', async (id) => {
  for (const { code, params } of await stageIncident(id)) {
    const text = say(english, `staged/${code}`, params);
    expect(text).not.toContain('{');
    expect(text).not.toContain('staged/');
  }
});
