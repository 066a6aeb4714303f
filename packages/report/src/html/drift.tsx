import { type Section, type Slope, SlopePicture } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { driftColumnTable, driftTable } from '../words/drift-tables.ts';
import { found, type Of, type Part, type Picture, section } from './score-parts.tsx';

/** Columns that surely changed and get a picture, the surest change first; all of them have a table. */
const mostColumns = 3;
const sure = 0.05;

type Column = Of<'drift'>['columns'][number];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The share of each value before and after. */
function columnPicture(t: Telling, { before, after }: Of<'drift'>, { column, bins }: Column): Picture[] {
  const [all, now] = [sum(bins.map((bin) => bin.before)), sum(bins.map((bin) => bin.after))];
  if (all === 0 || now === 0) return [];
  const slopes = bins.map(
    (bin): Slope => ({
      label: bin.value === null ? t.say('drift/no-value') : t.short(bin.value),
      left: bin.before / all,
      right: bin.after / now,
      kind: 'same',
    }),
  );
  const leftName = t.say('periods/from-to', { first: t.visible(before.from), last: t.visible(before.to) });
  const text = t.say('drift/picture', { column: t.short(column) });
  const image = (
    <SlopePicture
      voice={t}
      title={text}
      leftName={leftName}
      rightName={t.visible(after.from)}
      slopes={slopes}
    />
  );
  return [{ text, image }];
}

/** Whether the last period is like those before; null when no time was given. */
export function driftSection(t: Telling): Section | null {
  const parts = found(t, 'drift').map(({ finding, details }): Part => {
    const surest = [...details.columns].sort((a, b) => (a.pAdjusted ?? 1) - (b.pAdjusted ?? 1));
    return {
      finding,
      pictures: surest
        .filter(({ pAdjusted }, i) => i === 0 || (pAdjusted ?? 1) <= sure)
        .slice(0, mostColumns)
        .flatMap((column) => columnPicture(t, details, column)),
      tables: [driftTable(t, details)],
      folded: details.columns.map((column) => driftColumnTable(t, details, column)),
    };
  });
  return section(t, 'drift', 'drift', parts);
}
