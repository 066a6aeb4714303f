/**
 * The result as a schema, for those who read results that others wrote. Nothing here is loaded by an audit: the types in
 * `result.ts` are the contract, and this file does not compile unless it says the same.
 */
import { z } from 'zod';
import { claim } from './claim.ts';
import { comparisonInterval, group, interval, list, number, reason, reference } from './parts.ts';
import type { Result } from './result.ts';

const counts = z.strictObject({ events: z.number(), n: z.number() }).readonly();

const groupMeasure = z
  .strictObject({
    group,
    n: z.number(),
    events: z.number(),
    value: number,
    interval: interval.nullable(),
    effectiveN: z.number().exactOptional(),
    unknown: z.strictObject({ people: z.number(), low: counts, high: counts }).readonly().exactOptional(),
  })
  .readonly();

const comparison = z
  .strictObject({
    measure: z.enum(['ratio', 'difference', 'odds-ratio']),
    group,
    reference,
    value: number,
    interval: comparisonInterval.nullable(),
    test: z.string().nullable(),
    p: number,
    pAdjusted: number,
  })
  .readonly();

const testResult = z
  .strictObject({ test: z.string(), statistic: number, df: number, p: z.number() })
  .readonly();

const estimate = z.strictObject({ value: number, interval: interval.nullable() }).readonly();

const strata = z
  .strictObject({
    kind: z.literal('strata'),
    strata: list(z.strictObject({ stratum: group, groups: list(groupMeasure) }).readonly()),
    standardised: list(groupMeasure),
    pairs: list(
      z
        .strictObject({
          group,
          reference: group,
          crudeOddsRatio: number,
          crudeDifference: number,
          oddsRatio: estimate,
          riskRatio: estimate,
          riskDifference: estimate,
          standardisedDifference: estimate,
          cochranMantelHaenszel: testResult.nullable(),
          breslowDay: testResult.nullable(),
          reversed: z.boolean(),
        })
        .readonly(),
    ),
    reversal: z.strictObject({ pair: z.number(), clear: z.boolean() }).readonly().nullable(),
  })
  .readonly();

const identity = z
  .strictObject({
    kind: z.literal('identity'),
    groups: list(
      z
        .strictObject({
          group,
          n: z.number(),
          baseRate: number,
          positivePredictiveValue: number,
          falseNegativeRate: number,
          falsePositiveRate: number,
          impliedFalsePositiveRate: number,
          falsePositiveRateAtCommonValues: number,
        })
        .readonly(),
    ),
    common: z.strictObject({ positivePredictiveValue: number, falseNegativeRate: number }).readonly(),
    incompatible: z.boolean().nullable(),
  })
  .readonly();

const shares = z
  .strictObject({
    kind: z.literal('shares'),
    population: z.string(),
    groups: list(
      z
        .strictObject({
          group,
          n: z.number(),
          share: z.number(),
          interval,
          expected: number,
          ratio: number,
          p: number,
        })
        .readonly(),
    ),
  })
  .readonly();

const costs = z
  .strictObject({
    kind: z.literal('costs'),
    groups: list(
      z.strictObject({ group, n: z.number(), median: number, interval: interval.nullable() }).readonly(),
    ),
  })
  .readonly();

const ll144 = z
  .strictObject({
    kind: z.literal('ll144'),
    mode: z.enum(['selection', 'scoring']),
    sampleMedian: number,
    applicants: z.number(),
    unknown: z.number(),
    categories: list(
      z
        .strictObject({
          group,
          applicants: z.number(),
          selected: z.number(),
          share: z.number(),
          rate: number,
          impactRatio: number,
          highest: z.boolean(),
          leftOut: reason.nullable(),
        })
        .readonly(),
    ),
  })
  .readonly();

const finding = z
  .strictObject({
    audit: z.string(),
    measure: z.string(),
    groupBy: list(z.string()),
    state: z.enum(['measured', 'cannot-tell', 'not-applicable', 'error']),
    reason: reason.nullable(),
    groups: list(groupMeasure),
    comparisons: list(comparison),
    heterogeneity: testResult.nullable(),
    details: z.discriminatedUnion('kind', [strata, identity, shares, costs, ll144]).nullable(),
    unplaced: z.number(),
  })
  .readonly();

const binaryRole = z.union([
  z
    .strictObject({
      column: z.string(),
      positive: list(z.string()),
      negative: list(z.string()).exactOptional(),
    })
    .readonly(),
  z
    .strictObject({
      column: z.string(),
      condition: z
        .strictObject({ operator: z.enum(['>=', '>', '<=', '<']), value: z.number() })
        .readonly()
        .describe('What the number must satisfy to mean yes'),
    })
    .readonly(),
]);
const groupRole = z.strictObject({ column: z.string(), bins: list(z.number()).exactOptional() }).readonly();

const roles = z
  .strictObject({
    decision: binaryRole.nullable(),
    outcome: binaryRole.nullable(),
    score: z.strictObject({ column: z.string() }).readonly().nullable(),
    favourable: z.enum(['positive', 'negative']).nullable(),
    groups: list(groupRole),
    strata: list(groupRole),
    count: z.string().nullable(),
    weight: z.string().nullable(),
    subject: z.string().nullable(),
    time: z.string().nullable(),
  })
  .readonly();

const wording = z
  .strictObject({
    people: z.string().exactOptional(),
    decided: z.string().exactOptional(),
    happened: z.string().exactOptional(),
    groups: z.record(z.string(), group).readonly().exactOptional(),
  })
  .readonly();

const system = z
  .strictObject({
    id: z.string(),
    title: z.string().exactOptional(),
    purpose: z.string().exactOptional(),
    owner: z
      .strictObject({ name: z.string(), contact: z.string().exactOptional() })
      .readonly()
      .exactOptional(),
  })
  .readonly();

const coverage = z
  .strictObject({
    rows: z.number(),
    counted: z.number(),
    excluded: list(z.strictObject({ reason, rows: z.number() }).readonly()),
    missing: list(
      z
        .strictObject({
          column: z.string(),
          rows: z.number(),
          markers: list(z.strictObject({ value: z.string(), rows: z.number() }).readonly()).exactOptional(),
        })
        .readonly(),
    ),
  })
  .readonly();

const assertion = z
  .strictObject({
    audit: z.string(),
    measure: z.string(),
    rate: z.string(),
    groupBy: list(z.string()),
    group: group.nullable(),
    reference: reference.nullable(),
    operator: z.enum(['>=', '<=']),
    expected: z.number(),
    actual: number,
    interval: comparisonInterval.nullable(),
    level: z.enum(['error', 'warn']),
    state: z.enum(['pass', 'fail', 'cannot-tell']),
    rates: z.strictObject({ group: z.number(), reference: z.number() }).readonly().nullable(),
    reason: reason.nullable(),
    peopleNeeded: number,
    judge: z.enum(['interval', 'point']),
    source: z.string(),
    pairs: z.strictObject({ judged: z.number(), failing: z.number() }).readonly().nullable(),
    failing: list(
      z.strictObject({ group, reference: reference.nullable(), actual: number, p: number }).readonly(),
    ),
    covers: z
      .strictObject({
        people: z.number(),
        of: z.number(),
        smallGroups: z.number(),
        notJudged: list(z.strictObject({ group, n: z.number() }).readonly()),
      })
      .readonly(),
    notes: list(reason),
  })
  .readonly();

const indexRange = z.tuple([z.number(), z.number()]).readonly();
const ledger = z
  .strictObject({
    origin: z.string(),
    size: z.number(),
    root: z.string(),
    system: z.string(),
    counted: list(indexRange),
    leftOut: list(z.strictObject({ reason: z.string(), ranges: list(indexRange) }).readonly()),
  })
  .readonly();

/** `ombud/result@2`. Published as JSON Schema in `schema/result.json`. */
export const resultSchema = z
  .strictObject({
    schema: z.literal('ombud/result@2'),
    system: system.nullable(),
    wording,
    source: z
      .strictObject({
        location: z.string(),
        rows: z.number(),
        fingerprint: z.string(),
        ledger: ledger.exactOptional(),
      })
      .readonly(),
    roles,
    coverage,
    findings: list(finding),
    claims: list(claim),
    verdict: z
      .strictObject({
        state: z.enum(['pass', 'fail', 'cannot-tell']),
        assertions: list(assertion),
        whenCannotTell: z.enum(['warn', 'error']),
        missing: z.enum(['differential', 'worst-case', 'ignore']),
      })
      .readonly(),
    run: z
      .strictObject({
        version: z.string(),
        seed: z.number(),
        started: z.string(),
        elapsedMs: z.number(),
      })
      .readonly(),
  })
  .readonly();

type Output = z.output<typeof resultSchema>;
/** Compiles only while schema and types say the same, both ways. */
export const sameAsTypes: [Output extends Result ? true : never, Result extends Output ? true : never] = [
  true,
  true,
];
