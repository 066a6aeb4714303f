import type { Finding, IdentityDetails } from '@ombud/contract';
import { type Cells, type Rate, type Tally, tabulate } from '@ombud/table';
import { type AuditContext, defineAudit, finding } from './audit.ts';
import { heterogeneityOf, measuresOf, reasonOf, unlabelled } from './rate-finding.ts';
import { rateOf, rates } from './rates.ts';

const id = 'calibration-against-error-rates';

/** The base rate of the people with both a decision and an outcome: the one that the identity is about. */
const judgedBaseRate: Rate = {
  denominator: (cell) => cell.decision !== null && cell.outcome !== null,
  numerator: (cell) => cell.outcome === true,
};

/**
 * The false-positive rate that follows from base rate p, PPV and FNR: p/(1-p) * (1-PPV)/PPV * (1-FNR)
 * (Chouldechova 2017, eq. 2.6).
 * @returns null where one of them is unknown, PPV is 0 or p is 1
 */
export function impliedFalsePositiveRate(
  p: number | null,
  ppv: number | null,
  fnr: number | null,
): number | null {
  if (p === null || ppv === null || fnr === null || ppv === 0 || p === 1) return null;
  return (p / (1 - p)) * ((1 - ppv) / ppv) * (1 - fnr);
}

/** The rate of each group, by its key. */
const byKey = (tallies: readonly Tally[]): ReadonlyMap<string, number | null> =>
  new Map(tallies.map((tally) => [tally.key, rateOf(tally)]));

function pooled(tallies: readonly Tally[]): number | null {
  const n = tallies.reduce((sum, tally) => sum + tally.n, 0);
  return n > 0 ? tallies.reduce((sum, tally) => sum + tally.events, 0) / n : null;
}

function identityFinding(cells: Cells, groupBy: readonly string[], context: AuditContext): Finding {
  const table = (rate: Rate) => tabulate(cells, groupBy, rate);
  const base = table(judgedBaseRate);
  const reason = unlabelled(cells, rates['false-negative-rate']) ?? reasonOf(base, groupBy);
  if (reason) return finding(id, groupBy, { measure: 'base-rate', state: 'cannot-tell', reason });
  const [ppv, fnr, fpr] = [
    table(rates['positive-predictive-value']),
    table(rates['false-negative-rate']),
    table(rates['false-positive-rate']),
  ];
  const common = { positivePredictiveValue: pooled(ppv.tallies), falseNegativeRate: pooled(fnr.tallies) };
  const [ofPpv, ofFnr, ofFpr] = [byKey(ppv.tallies), byKey(fnr.tallies), byKey(fpr.tallies)];
  const groups = base.tallies.map((tally) => {
    const values = {
      p: rateOf(tally),
      ppv: ofPpv.get(tally.key) ?? null,
      fnr: ofFnr.get(tally.key) ?? null,
    };
    return {
      group: tally.group,
      n: tally.n,
      baseRate: values.p,
      positivePredictiveValue: values.ppv,
      falseNegativeRate: values.fnr,
      falsePositiveRate: ofFpr.get(tally.key) ?? null,
      impliedFalsePositiveRate: impliedFalsePositiveRate(values.p, values.ppv, values.fnr),
      falsePositiveRateAtCommonValues: impliedFalsePositiveRate(
        values.p,
        common.positivePredictiveValue,
        common.falseNegativeRate,
      ),
    };
  });
  const heterogeneity = heterogeneityOf(cells, base, context.seed);
  const details: IdentityDetails = {
    kind: 'identity',
    groups,
    common,
    incompatible: heterogeneity ? heterogeneity.p < 1 - context.level : null,
  };
  return finding(id, groupBy, {
    measure: 'base-rate',
    groups: measuresOf(base, context.level),
    heterogeneity,
    details,
  });
}

/** Equal PPV and equal error rates cannot be had at once where base rates differ (Chouldechova 2017; Kleinberg et al. 2016). */
export const calibrationAgainstErrorRates = defineAudit({
  id,
  title: 'Calibration against error rates',
  description:
    'Shows the predictive value beside the error rates, and what cannot be had at once because base rates differ.',
  needs: ['decision', 'outcome', 'groups'],
  measures: ['value'],
  tags: ['eu-ai-act-15'],
  run: (cells, context) => context.groupings.map((groupBy) => identityFinding(cells, groupBy, context)),
});
