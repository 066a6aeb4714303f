/** A linear program with some variables that are 0 or 1; all others lie from 0 to 1. */
export interface LinearProgram {
  /** Minimised. */
  readonly objective: Terms;
  readonly rows: readonly Row[];
  readonly binaries: readonly string[];
}

export type Terms = ReadonlyMap<string, number>;

export interface Row {
  readonly terms: Terms;
  readonly relation: '<=' | '>=' | '=';
  readonly right: number;
}

/** What a solver says of a linear program: its state, and the value of each variable where it is optimal. */
export interface LpAnswer {
  readonly status: 'optimal' | 'infeasible' | 'unknown';
  readonly values: ReadonlyMap<string, number>;
}

/**
 * Solves a program in CPLEX's LP format. It is handed in, so that this package stays pure and a solver is loaded only
 * where one is needed.
 */
export type LpSolver = (text: string) => Promise<LpAnswer>;

/** The program in CPLEX's LP format, which every solver reads. */
export function lpText({ objective, rows, binaries }: LinearProgram): string {
  const names = new Set(binaries);
  const others = new Set<string>();
  for (const { terms } of rows) for (const name of terms.keys()) if (!names.has(name)) others.add(name);
  return [
    'Minimize',
    ` cost: ${sumText(objective) || '0'}`,
    'Subject To',
    ...rows.map(({ terms, relation, right }, i) => ` r${i}: ${sumText(terms)} ${relation} ${right}`),
    'Bounds',
    ...[...others].map((name) => ` 0 <= ${name} <= 1`),
    'Binary',
    ...binaries.map((name) => ` ${name}`),
    'End',
    '',
  ].join('\n');
}

function sumText(terms: Terms): string {
  const parts: string[] = [];
  for (const [name, factor] of terms)
    if (factor !== 0) parts.push(`${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`);
  // Lines of this format are limited to 560 characters in some readers.
  const lines: string[] = [];
  for (let at = 0; at < parts.length; at += 12) lines.push(parts.slice(at, at + 12).join(' '));
  return lines.join('\n   ');
}

/** Adds to a term, which may be new. */
export function addTerm(terms: Map<string, number>, name: string, factor: number): void {
  const sum = (terms.get(name) ?? 0) + factor;
  if (sum === 0) terms.delete(name);
  else terms.set(name, sum);
}
