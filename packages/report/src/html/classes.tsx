import { DotPlot, type Section } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { classesTable, classPairsTable, macroTable } from '../words/class-tables.ts';
import { groupName } from '../words/names.ts';
import { found, largest, type Of, type Part, type Picture, section } from './score-parts.tsx';

/** Dots in one picture: each class of each of the largest groups, while they can be told apart. */
const mostDots = 18;

type Rate = 'share' | 'truePositiveRate';

/** One rate of each class, group beside group. */
function ratePicture(t: Telling, { classes, groups }: Of<'classes'>, rate: Rate): Picture[] {
  const shown = largest(groups, ({ n }) => n);
  const dots = classes.flatMap((name, i) =>
    shown.flatMap(({ group, classes: own }) => {
      const measure = own[i]?.[rate];
      if (measure === undefined || measure.value === null) return [];
      return [{ label: t.say('classes/dot', { class: t.short(name), group: groupName(t, group) }), measure }];
    }),
  );
  if (dots.length === 0) return [];
  const title = t.say(rate === 'share' ? 'classes/picture-share' : 'classes/picture-found');
  const image = <DotPlot voice={t} title={title} dots={dots.slice(0, mostDots)} overall={null} />;
  return [{ text: null, image }];
}

/** A decision with more than two values, class by class; null where it has two. */
export function classesSection(t: Telling): Section | null {
  const parts = found(t, 'classes').map(({ finding, details }): Part => {
    const all = classesTable(t, finding, details);
    return {
      finding,
      pictures: [
        ...ratePicture(t, details, 'share'),
        ...(details.withOutcome ? ratePicture(t, details, 'truePositiveRate') : []),
      ],
      tables: [...(details.withOutcome ? [macroTable(t, finding, details)] : []), all],
      folded: [classPairsTable(t, finding, details)],
    };
  });
  return section(t, 'classes', 'several-classes', parts);
}
