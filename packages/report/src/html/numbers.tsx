import type { Finding } from '@ombud/contract';
import { DotPlot, type Section } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { auditTitle } from '../words/audits.ts';
import { groupName } from '../words/names.ts';
import { numberPairsTable, numbersTable } from '../words/number-tables.ts';
import { measuredOr } from '../words/score-tables.ts';
import { found, type Of, type Part, type Picture, section } from './score-parts.tsx';

/** Groups in one picture, those with the most people; all of them are in the table. */
const mostGroups = 12;

function meansPicture(t: Telling, finding: Finding, { what, groups }: Of<'numbers'>): Picture[] {
  const people = groups.map(({ n }) => n).sort((a, b) => b - a);
  const least = people[mostGroups - 1] ?? 0;
  const dots = groups.flatMap(({ group, n, mean }) =>
    mean.value === null || n < least ? [] : [{ label: groupName(t, group), measure: mean }],
  );
  if (dots.length === 0) return [];
  const title = t.say('numbers/picture', { title: auditTitle(t, finding.audit, finding.measure) });
  const image = (
    <DotPlot
      voice={t}
      title={title}
      dots={dots.slice(0, mostGroups)}
      overall={null}
      numbers={{ write: measuredOr(t), mark: t.exact, alike: what === 'error' ? 0 : null }}
    />
  );
  return [{ text: null, image }];
}

/** The numbers behind decisions and outcomes; null where these are none. */
export function numbersSection(t: Telling): Section | null {
  const parts = found(t, 'numbers').map(
    ({ finding, details }): Part => ({
      finding,
      pictures: meansPicture(t, finding, details),
      tables: [numbersTable(t, finding, details), numberPairsTable(t, finding, details)],
      folded: [],
    }),
  );
  return section(t, 'numbers', 'number-gaps', parts);
}
