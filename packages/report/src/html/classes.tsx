import type { Section } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { classesTable, classPairsTable, macroTable } from '../words/class-tables.ts';
import { found, type Part, section } from './score-parts.tsx';

/** A decision with more than two values, class by class; null where it has two. */
export function classesSection(t: Telling): Section | null {
  const parts = found(t, 'classes').map(({ finding, details }): Part => {
    const all = classesTable(t, finding, details);
    return {
      finding,
      pictures: [],
      tables: [...(details.withOutcome ? [macroTable(t, finding, details)] : []), all],
      folded: [classPairsTable(t, finding, details)],
    };
  });
  return section(t, 'classes', 'several-classes', parts);
}
