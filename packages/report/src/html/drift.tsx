import type { Section } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { driftColumnTable, driftTable } from '../words/drift-tables.ts';
import { found, type Part, section } from './score-parts.tsx';

/** Whether the last period is like those before; null when no time was given. */
export function driftSection(t: Telling): Section | null {
  const parts = found(t, 'drift').map(
    ({ finding, details }): Part => ({
      finding,
      pictures: [],
      tables: [driftTable(t, details)],
      folded: details.columns.map((column) => driftColumnTable(t, details, column)),
    }),
  );
  return section(t, 'drift', 'drift', parts);
}
