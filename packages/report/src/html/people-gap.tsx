import { type PeopleGap, peopleGapFindings, peopleGaps } from '@ombud/audit/answer';
import type { Finding, Result } from '@ombud/contract';
import { groupByText } from '../text/group.ts';
import { count, percent } from '../text/numbers.ts';
import { peopleGapSentence } from '../words/answer.ts';
import { groupName } from '../words/sentences.ts';
import type { Section } from './section.ts';
import { Fold, Table, unbroken } from './table.tsx';

/** Sentences said in full for each attribute; a longer list is a table. */
const MOST_SENTENCES = 3;

function GapTable({
  result,
  finding,
  gaps,
}: {
  result: Result;
  finding: Finding;
  gaps: readonly PeopleGap[];
}) {
  return (
    <Fold title={`All groups by ${groupByText(finding.groupBy)}`}>
      <Table
        caption={`What the gaps by ${groupByText(finding.groupBy)} mean in people`}
        head={['Group', 'People', 'Rate', 'Compared with', 'Its rate', 'People more or fewer']}
        text={[3]}
        rows={gaps.map(({ group, reference, referenceRate, people }) => [
          groupName(result, group.group),
          count(group.n),
          percent(group.value),
          reference === 'all-others' ? 'everybody else' : groupName(result, reference),
          percent(referenceRate),
          `about ${count(Math.abs(people))} ${people > 0 ? 'more' : 'fewer'}`,
        ])}
      />
    </Fold>
  );
}

/** What the gaps of each attribute come to in people; null when nothing is behind. */
export function peopleGapSection(result: Result): Section | null {
  const found = peopleGapFindings(result)
    .map(({ finding, more }) => ({ finding, gaps: peopleGaps(finding, more) }))
    .filter(({ gaps }) => gaps.length > 0);
  if (found.length === 0) return null;
  return {
    id: 'people',
    title: 'What the gaps mean in people',
    body: (
      <>
        {found.map(({ finding, gaps }) => (
          <>
            {gaps.slice(0, MOST_SENTENCES).map((gap) => (
              <p>{unbroken(peopleGapSentence(result, gap))}</p>
            ))}
            {gaps.length > MOST_SENTENCES ? <GapTable result={result} finding={finding} gaps={gaps} /> : ''}
          </>
        ))}
        <p class="soft">
          This is arithmetic on the rates measured, to show the size of a gap. It does not say why the gap is
          there.
        </p>
      </>
    ),
  };
}
