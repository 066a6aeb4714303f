import { byCode } from '@ombud/kernel';
import type { Classes, SearchCube } from '@ombud/table';
import type { AuditContext } from './audits/audit.ts';

/** What audits read beside the cells. */
type Beside = Pick<AuditContext, 'classes' | 'cube' | 'datedScores' | 'numbers' | 'recourse' | 'timed'>;

/** Alike rows added up, in one order, however an engine answered or a value was spaced. */
function alike<T extends object>(rows: readonly T[], sums: readonly (keyof T & string)[]): readonly string[] {
  const found = new Map<string, Record<string, number>>();
  for (const row of rows) {
    const entries = Object.entries(row);
    const key = JSON.stringify(entries.filter(([name]) => !sums.some((sum) => sum === name)));
    const sum = found.get(key) ?? {};
    found.set(key, sum);
    for (const [name, value] of entries)
      if (typeof value === 'number' && sums.some((one) => one === name)) sum[name] = (sum[name] ?? 0) + value;
  }
  return [...found].map(([key, sum]) => `${key} ${JSON.stringify(sum)}`).sort(byCode);
}

const classesIn = ({ cells, ...rest }: Classes) => ({ ...rest, cells: alike(cells, ['n', 'squares']) });

const searchedIn = ({ sets, ...rest }: SearchCube) => ({
  ...rest,
  sets: sets
    .map(({ columns, cells }) => ({ columns, cells: alike(cells, ['n', 'explored']) }))
    .sort((a, b) => byCode(JSON.stringify(a.columns), JSON.stringify(b.columns))),
});

/**
 * What a fingerprint covers beside cells and scores: numbers, classes, periods, searched columns and what a model asks for; nothing
 * where it was not asked for, so that the fingerprint of cells alone stays what it was.
 */
export function countedBeside({
  classes,
  cube,
  datedScores,
  numbers,
  recourse,
  timed,
}: Beside): readonly object[] {
  const found = {
    ...(classes === null ? {} : { classes: classesIn(classes) }),
    ...(numbers === null || numbers.length === 0 ? {} : { numbers }),
    ...(cube === null ? {} : { searched: searchedIn(cube) }),
    ...(timed === null ? {} : { timed }),
    ...(datedScores === null ? {} : { datedScores }),
    ...(recourse === null ? {} : { recourse }),
  };
  return Object.keys(found).length === 0 ? [] : [found];
}
