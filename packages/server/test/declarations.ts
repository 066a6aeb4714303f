/** What the tests declare and record; it needs no test runner. */

/** A declaration to test with. */
export const loans = {
  system: 'loans',
  title: 'Loans',
  data: {
    decision: { column: 'approved', positive: ['yes'] },
    outcome: { column: 'repaid', positive: ['yes'] },
    favourable: 'positive',
    groups: ['sex'],
  },
  inputs: [
    { name: 'income', type: 'number' },
    { name: 'purpose', type: 'category' },
  ],
  policy: { use: ['us-four-fifths'] },
};

/** Decisions that favour one group a little, the same each time. */
export const decisions = (n: number, from = 0) =>
  Array.from({ length: n }, (_, i) => {
    const at = from + i;
    const woman = at % 2 === 0;
    return {
      subject: `s-${at}`,
      decision: at % 10 < (woman ? 5 : 6) ? 'yes' : 'no',
      attributes: { sex: woman ? 'F' : 'M' },
      inputs: { income: 1000 + at, purpose: 'car' },
    };
  });
