import type { LinearModel } from '@ombud/model';
import type { Explainer } from './attribution.ts';
import { attributionErrors } from './errors.ts';
import { checkOutput, type ExplainOptions, readRows } from './options.ts';
import { playersOf } from './players.ts';

/**
 * Exact interventional Shapley values of a linear model: weight times how far the person is from the background's mean.
 * Source: Štrumbelj and Kononenko 2014, section 3.
 * @param background at least one row
 * @throws OMBUD_E_ATTRIBUTION/no-background
 */
export function linear(
  model: LinearModel,
  background: readonly Float64Array[],
  options: ExplainOptions = {},
): Explainer {
  if (background.length === 0) throw attributionErrors.error('OMBUD_E_ATTRIBUTION', 'no-background');
  const output = checkOutput(model, options.output);
  const players = playersOf(model, options.groups);
  const size = model.features.length;
  const weights = model.weights.subarray(output * size, (output + 1) * size);
  const others = checkWhole(model, readRows(model, background));
  const mean = Float64Array.from({ length: size }, (_, j) => {
    return others.reduce((sum, row) => sum + (row[j] ?? 0), 0) / others.length;
  });
  const baseline = mean.reduce((sum, x, j) => sum + x * (weights[j] ?? 0), model.intercepts[output] ?? 0);

  const explain = (rows: readonly Float64Array[]) =>
    checkWhole(model, readRows(model, rows)).map((row) => {
      const contributions = new Float64Array(players.names.length);
      row.forEach((x, j) => {
        const player = players.of[j] ?? 0;
        contributions[player] = (contributions[player] ?? 0) + (weights[j] ?? 0) * (x - (mean[j] ?? 0));
      });
      return { baseline, contributions };
    });

  return { method: 'linear', players: players.names, explain };
}

/** A linear model cannot answer where a value is missing. */
function checkWhole(model: LinearModel, rows: readonly Float64Array[]): readonly Float64Array[] {
  for (const row of rows) {
    const at = row.findIndex(Number.isNaN);
    if (at >= 0) {
      throw attributionErrors.error('OMBUD_E_ATTRIBUTION', 'missing-value', {
        column: model.features[at]?.name ?? '',
      });
    }
  }
  return rows;
}
