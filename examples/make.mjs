// Writes the made-up tables of the tutorials: node examples/make.mjs [FOLDER]. Nobody in them lives. The same bytes each time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Numbers in [0, 1) by lot, the same for one seed (mulberry32). */
function lot(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const clamp = (value, least, most) => Math.min(most, Math.max(least, value));

/** A bank: a score of 0 to 100 that knows income and not what women repay; loans from 50 on. Who was refused has no outcome. */
function bankLoans() {
  const next = lot(20260101);
  const rows = Array.from({ length: 4000 }, (_, i) => {
    const sex = next() < 0.5 ? 'F' : 'M';
    const age = 21 + Math.floor(next() * 50);
    const product = next() < (sex === 'F' ? 0.55 : 0.3) ? 'small' : 'large';
    const worth = (next() + next() + next()) / 3;
    const score = Math.round(clamp(100 * worth + (sex === 'F' ? -6 : 3) + (age < 30 ? -5 : 1), 0, 100));
    const approved = score >= 50 ? 'yes' : 'no';
    const repaid = approved === 'no' ? '' : next() < clamp(0.45 + worth * 0.75, 0, 1) ? 'yes' : 'no';
    return [`P${String(i + 1).padStart(4, '0')}`, sex, age, product, score, approved, repaid];
  });
  return [['id', 'sex', 'age', 'product', 'score', 'approved', 'repaid'], ...rows];
}

/** A tool that ranks applicants: counts by sex, race or ethnicity and whether it proposed an interview. */
function hiringTool() {
  const people = [
    ['Male', 'White', 640, 2100],
    ['Female', 'White', 585, 1980],
    ['Male', 'Black or African American', 150, 620],
    ['Female', 'Black or African American', 148, 655],
    ['Male', 'Hispanic or Latino', 162, 570],
    ['Female', 'Hispanic or Latino', 140, 540],
    ['Male', 'Asian', 188, 610],
    ['Female', 'Asian', 170, 590],
    ['Male', 'Native American or Alaska Native', 9, 38],
    ['Female', 'Native American or Alaska Native', 8, 31],
    ['Male', '', 30, 110],
    ['', '', 61, 240],
  ];
  return [
    ['sex', 'race_ethnicity', 'proposed', 'applicants'],
    ...people.flatMap(([sex, race, yes, all]) => [
      [sex, race, 'yes', yes],
      [sex, race, 'no', all - yes],
    ]),
  ];
}

/** An agency that picks households for a check; from July on a new rule picks more of those who moved here. */
function benefitChecks() {
  const next = lot(20260707);
  const rows = [];
  for (let month = 1; month <= 12; month += 1)
    for (const born of ['here', 'abroad']) {
      const people = born === 'here' ? 900 : 350;
      const rate = born === 'here' ? 0.08 : month >= 7 ? 0.19 : 0.09;
      const counts = { 'yes,yes': 0, 'yes,no': 0, 'no,': 0 };
      for (let i = 0; i < people; i += 1) {
        const picked = next() < rate;
        counts[
          !picked ? 'no,' : next() < (born === 'here' || month < 7 ? 0.22 : 0.11) ? 'yes,yes' : 'yes,no'
        ] += 1;
      }
      for (const [key, n] of Object.entries(counts))
        rows.push([`2026-${String(month).padStart(2, '0')}-15`, born, ...key.split(','), n]);
    }
  return [['day', 'born', 'checked', 'wrong', 'households'], ...rows];
}

const folder = process.argv[2] ?? dirname(import.meta.filename);
for (const [name, rows] of Object.entries({
  'bank-loans/loans.csv': bankLoans(),
  'hiring-tool/applicants.csv': hiringTool(),
  'benefit-checks/checks.csv': benefitChecks(),
})) {
  mkdirSync(join(folder, dirname(name)), { recursive: true });
  writeFileSync(join(folder, name), `${rows.map((row) => row.join(',')).join('\n')}\n`);
}
