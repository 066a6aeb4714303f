import type { ClaimCode, Details, Result } from '@ombud/contract';

/** Every kind that this version can tell; the compiler says when one is missing. */
const knownDetails: Readonly<Record<Details['kind'], true>> = {
  strata: true,
  identity: true,
  shares: true,
  costs: true,
  ll144: true,
  tribunal: true,
  adjusted: true,
  need: true,
  ranking: true,
  calibration: true,
  sweep: true,
  distributions: true,
  exposure: true,
  periods: true,
  drift: true,
  subgroups: true,
  classes: true,
  numbers: true,
};

const knownClaims: Readonly<Record<ClaimCode, true>> = {
  rates: true,
  differs: true,
  'may-be-chance': true,
  'may-be-one-of-many': true,
  'strata-reverse': true,
  'strata-explain': true,
  'strata-incomparable': true,
  'gap-inside-strata': true,
  'gap-adjusted': true,
  'wider-together': true,
  'mistakes-differ': true,
  'people-gap': true,
  'score-gap': true,
  'own-thresholds': true,
  'rate-changed': true,
  'rate-moved': true,
  'worst-subgroup': true,
  'in-tables': true,
  'nothing-measured': true,
  'not-measured': true,
};

const isKnown = (known: object, name: string): boolean => Object.hasOwn(known, name);

/**
 * A result that a later version wrote, without the kinds of details and claims that this one cannot tell. What was passed
 * over is named at the top of the report, so that nobody takes it for the whole.
 */
export function withoutLater(result: Result): Result {
  // A file that lacks them is broken, and is told so by who checks the whole of it.
  if (!Array.isArray(result.findings) || !Array.isArray(result.claims)) return result;
  const details = result.findings.flatMap(({ details: one }) =>
    one !== null && !isKnown(knownDetails, one.kind) ? [one.kind] : [],
  );
  const claims = result.claims.map(({ code }) => code).filter((code) => !isKnown(knownClaims, code));
  const passedOver: readonly string[] = [...new Set([...details, ...claims])];
  if (passedOver.length === 0) return result;
  return {
    ...result,
    findings: result.findings.map((finding) =>
      finding.details !== null && !isKnown(knownDetails, finding.details.kind)
        ? { ...finding, details: null }
        : finding,
    ),
    claims: result.claims.filter(({ code }) => isKnown(knownClaims, code)),
    notices: [
      { code: 'of-a-later-version', params: { version: result.run.version, kinds: passedOver } },
      ...(result.notices ?? []),
    ],
  };
}
