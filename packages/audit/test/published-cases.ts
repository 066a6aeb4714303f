/** Published data and the roles of their columns, as golden/tribunal.py reads them. */
import type { AdjustedDetails, AuditSpec, Finding } from '@ombud/contract';

type Roles = Omit<AuditSpec, 'source'>;

const roles = (
  decision: AuditSpec['decision'],
  group: string,
  reference: string,
  strata: readonly string[],
): Roles => ({
  ...(decision === undefined ? {} : { decision }),
  favourable: 'positive',
  groups: [{ column: group }],
  strata: strata.map((column) => ({ column })),
  reference: { kind: 'named', values: { [group]: reference } },
});

export const publishedCases = [
  {
    name: 'compas',
    file: 'compas/compas-scores-two-years.deidentified.csv',
    roles: roles({ column: 'score_text', positive: ['Low'] }, 'sex', 'Female', [
      'age_cat',
      'c_charge_degree',
    ]),
  },
  {
    name: 'hmda',
    file: 'boston_hmda_aer.csv',
    roles: roles({ column: 'deny', positive: ['no'] }, 'afam', 'no', ['single', 'hschool', 'selfemp']),
  },
  {
    name: 'adult',
    file: 'adult/adult_uci.data',
    roles: roles({ column: 'classification', positive: ['>50K'] }, 'sex', 'Male', ['race', 'marital-status']),
  },
  {
    name: 'law-school',
    file: 'law_school_clean.csv',
    roles: roles({ column: 'pass_bar', positive: ['1.0'] }, 'race', 'White', ['male', 'tier']),
  },
] as const satisfies readonly { readonly name: string; readonly file: string; readonly roles: Roles }[];

/** The adjusted gap of the first finding; null where there is none. */
export function adjustedOf(findings: readonly Finding[]): AdjustedDetails | null {
  const details = findings[0]?.details ?? null;
  return details?.kind === 'adjusted' ? details : null;
}
