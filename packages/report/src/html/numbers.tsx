import type { Section } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { numberPairsTable, numbersTable } from '../words/number-tables.ts';
import { found, type Part, section } from './score-parts.tsx';

/** The numbers behind decisions and outcomes; null where these are none. */
export function numbersSection(t: Telling): Section | null {
  const parts = found(t, 'numbers').map(
    ({ finding, details }): Part => ({
      finding,
      pictures: [],
      tables: [numbersTable(t, finding, details), numberPairsTable(t, finding, details)],
      folded: [],
    }),
  );
  return section(t, 'numbers', 'number-gaps', parts);
}
