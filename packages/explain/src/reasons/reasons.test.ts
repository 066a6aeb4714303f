import { describe, expect, it } from 'vitest';
import { failedReasons } from './component.ts';
import type { ReasonRules } from './declaration.ts';
import { checkReasons, groupsOf, principalReasons } from './principal.ts';
import { otherBackgrounds, stabilityOf } from './stability.ts';

const rules: ReasonRules = {
  most: 4,
  texts: [
    { code: 'R1', columns: ['income'], text: { en: 'Income', de: 'Einkommen' } },
    { code: 'R2', columns: ['late', 'late90'], text: { en: 'Late payments' } },
    { code: 'R3', columns: ['enquiries'], text: { en: 'Recent enquiries' } },
    { code: 'R4', columns: ['burden'], text: { en: 'Debt' } },
    { code: 'R5', columns: ['age_of_file'], text: { en: 'Short history' } },
  ],
  unspeakable: [{ column: 'partner_debt', because: 'third-person' }],
  protected: ['sex'],
};
const moved = (parts: Readonly<Record<string, number>>) =>
  Object.entries(parts).map(([name, towards]) => ({
    name,
    columns: name === 'R2' ? ['late', 'late90'] : [name],
    towards,
  }));
const codes = (parts: Readonly<Record<string, number>>, most = 4) =>
  principalReasons(moved(parts), { ...rules, most }, 'en').principal.map(({ code }) => code);

describe('principal reasons', () => {
  it('tell what may not be told alone, or only with others of the kind', () => {
    const told = (columns: string[]) => ({ ...rules, texts: [{ code: 'R', columns, text: { en: 'x' } }] });
    const all = ['income', 'sex', 'partner_debt'];
    expect(() => checkReasons(all, told(['sex', 'income']))).toThrow('OMBUD_E_REASONS/hidden-in-others');
    expect(() => checkReasons(all, told(['sex', 'partner_debt']))).not.toThrow();
    expect(() => checkReasons(all, told(['sex']))).not.toThrow();
  });

  it('are what lowered the score most, and never what raised it', () => {
    expect(codes({ income: -0.4, burden: -1, enquiries: 2, R2: -0.6 })).toEqual(['R4', 'R2', 'R1']);
  });

  it('are no more than four, and what else counts is named after them', () => {
    const reasons = principalReasons(
      moved({ income: -1, R2: -0.9, enquiries: -0.8, burden: -0.7, age_of_file: -0.6 }),
      rules,
      'en',
    );
    expect(reasons.principal.map(({ code }) => code)).toEqual(['R1', 'R2', 'R3', 'R4']);
    expect(reasons.also.map(({ code }) => code)).toEqual(['R5']);
  });

  it('leave out what is less than a twentieth of what spoke against the person', () => {
    expect(codes({ income: -9.6, burden: -0.4 })).toEqual(['R1']);
    expect(codes({ income: -9.4, burden: -0.6 })).toEqual(['R1', 'R4']);
  });

  it('are told in the language asked for, or not at all', () => {
    expect(principalReasons(moved({ income: -1 }), rules, 'de-AT').principal[0]?.text).toBe('Einkommen');
    expect(() => principalReasons(moved({ burden: -1 }), rules, 'de')).toThrow('OMBUD_E_REASONS/no-text');
  });

  it('block the letter where one is protected or may not be told, also below the four', () => {
    expect(principalReasons(moved({ income: -1, sex: -1 }), rules, 'en').blocked).toEqual([
      { column: 'sex', because: 'protected' },
    ]);
    const many = { income: -1, R2: -1, enquiries: -1, burden: -1, partner_debt: -0.5 };
    expect(principalReasons(moved(many), rules, 'en').blocked).toEqual([
      { column: 'partner_debt', because: 'third-person' },
    ]);
    expect(principalReasons(moved({ income: -1, sex: 1 }), rules, 'en').blocked).toEqual([]);
  });

  it('come from the part of the system that the person failed', () => {
    const parts = [
      { name: 'identity', passed: true, reasons: ['I1'] },
      { name: 'score', passed: false, reasons: ['R1', 'R2'] },
    ];
    expect(failedReasons(parts)).toEqual(['R1', 'R2']);
  });
});

it('a declaration that names no column of the model is refused', () => {
  const columns = ['income', 'late', 'late90', 'enquiries', 'burden', 'age_of_file', 'partner_debt'];
  expect(() => checkReasons(columns, rules)).not.toThrow();
  expect(() => checkReasons(columns.slice(1), rules)).toThrow('no-such-column');
  expect(() => checkReasons(columns, { ...rules, most: 0 })).toThrow('bad-most');
  expect(groupsOf(rules)).toEqual({ R2: ['late', 'late90'] });
});

it('stability counts in how many other backgrounds the same reasons come out', () => {
  const reasons = (...of: string[]) => ({
    principal: of.map((code) => ({ code, columns: [], text: '', contribution: -1 })),
    also: [],
    blocked: [],
  });
  expect(stabilityOf(reasons('a', 'b'), [reasons('b', 'a'), reasons('a', 'c'), reasons('a')])).toEqual({
    tried: 3,
    same: 1,
    kept: [
      { code: 'a', times: 3 },
      { code: 'b', times: 1 },
    ],
  });
  const row = (n: number) => Float64Array.of(n);
  expect(otherBackgrounds([row(1), row(2), row(3)], [row(9)]).map((rows) => rows.map(([x]) => x))).toEqual([
    [9],
    [1, 3],
    [2],
  ]);
});
