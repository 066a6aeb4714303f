import { expect, test } from 'vitest';
import { type Profile, profile, profileColumn } from './profile.ts';
import { propose } from './propose.ts';

const data = process.env.OMBUD_DATA;
const real = test.skipIf(!data);
const why = data ? '' : ' (skipped: needs the real data, set OMBUD_DATA)';
const names = (roles: readonly { readonly column: string }[]) => roles.map(({ column }) => column);

real.each([
  ['compas/compas-scores-two-years.deidentified.csv', 'score_text', 'negative', ['race', 'sex', 'age_cat']],
  ['boston_hmda_aer.csv', 'deny', 'negative', ['single']],
  ['bertrand-mullainathan-resume.csv', 'call', 'positive', ['sex', 'race']],
] as const)(`%s: the decision is %s, %s is favourable${why}`, async (file, decision, favourable, groups) => {
  const made = propose(await profile(`${data}/${file}`));
  expect(made.decision?.column).toBe(decision);
  expect(made.favourable).toBe(favourable);
  expect(names(made.groups)).toEqual(groups);
});

real.each([
  ['adult/adult_uci.data', 'classification', ['age', 'marital-status', 'race', 'sex']],
  ['german.csv', 'credit', ['age', 'foreign_worker']],
  ['law_school_clean.csv', 'pass_bar', ['male', 'race']],
  ['emp_attrition.csv', 'Attrition', ['Age', 'Gender', 'MaritalStatus']],
  ['nyc_sqf_for_aequitas.csv', 'label_value', ['race', 'sex']],
] as const)(
  `%s: the outcome is %s, and no column is made a decision${why}`,
  async (file, outcome, groups) => {
    const made = propose(await profile(`${data}/${file}`));
    expect(made.decision).toBeNull();
    expect(made.outcome?.column).toBe(outcome);
    expect(names(made.groups)).toEqual(groups);
    expect([made.count, made.time]).toEqual([null, null]);
  },
);

const of = (columns: Readonly<Record<string, readonly string[]>>): Profile => ({
  source: 'x.csv',
  sampled: 4,
  columns: Object.entries(columns).map(([name, values]) => profileColumn(name, values)),
});

test.each([
  ['denied', ['yes', 'no'], 'negative'],
  ['rejected', ['1', '0'], 'negative'],
  ['flagged', ['true', 'false'], 'negative'],
  ['refused', ['yes', 'no'], 'negative'],
  ['approved', ['yes', 'no'], 'positive'],
  ['decision', ['approved', 'denied'], 'positive'],
])('a decision called %s with %j is favourable when %s', (name, values, favourable) => {
  expect(propose(of({ [name]: values, sex: ['F', 'M'] }))).toMatchObject({
    favourable,
    decision: { column: name },
  });
});

test('of 1 and 2 it does not say which is positive', () => {
  expect(propose(of({ approved: ['1', '2'], sex: ['F', 'M'] })).decision).toEqual({ column: 'approved' });
});

test.each([
  ['status', ['approved', 'declined', 'withdrawn'], ['approved'], ['declined']],
  ['status', ['approved', 'declined'], ['approved'], undefined],
  ['loan_status', ['Approved', 'Rejected'], ['Approved'], undefined],
  ['outcome', ['granted', 'denied'], ['granted'], undefined],
  ['result', ['hired', 'not hired'], ['hired'], undefined],
] as const)('a column %s with %j is the decision, whatever its name', (name, values, positive, negative) => {
  const columns = { [name]: values, defaulted_12m: ['yes', 'no', 'no'], sex: ['F', 'M', 'F'] };
  const made = propose(of(columns));
  expect(made.decision).toEqual({ column: name, positive, ...(negative === undefined ? {} : { negative }) });
  expect(made.outcome?.column).toBe('defaulted_12m');
  expect(made.favourable).toBe('positive');
});

test('values that decide win over a name that sounds like it', () => {
  const columns = { offer: ['5', '6', '5', '7'], status: ['approved', 'declined', 'approved', 'declined'] };
  expect(propose(of(columns)).decision?.column).toBe('status');
  expect(propose(of({ colour: ['red', 'blue'], sex: ['F', 'M'] })).decision).toBeNull();
});
