import type { ClaimOf } from '@ombud/contract';
import { Fold, type Section, Table } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { peopleGaps } from '../words/answer.ts';
import { claimText } from '../words/claims.ts';
import { groupName, referenceName } from '../words/names.ts';

/** Sentences said in full for each attribute; a longer list is a table. */
const mostSentences = 3;

type Gaps = readonly ClaimOf<'people-gap'>[];

function GapTable({ t, gaps }: { readonly t: Telling; readonly gaps: Gaps }) {
  const by = groupByText(t, gaps[0]?.params.groupBy ?? []);
  return (
    <Fold title={t.say('people/all-by', { by })}>
      <Table
        caption={t.say('people/caption', { by })}
        head={[
          t.say('head/group'),
          t.say('head/people'),
          t.say('head/rate'),
          t.say('head/compared-with'),
          t.say('head/its-rate'),
          t.say('head/more-or-fewer'),
        ]}
        text={[3]}
        rows={gaps.map(({ params: { group, reference, referenceRate, people } }) => [
          groupName(t, group.group),
          t.count(group.n),
          t.percent(group.value),
          referenceName(t, reference),
          t.percent(referenceRate),
          t.say(people > 0 ? 'people/about-more' : 'people/about-fewer', { n: t.count(Math.abs(people)) }),
        ])}
      />
    </Fold>
  );
}

/** What the gaps of each attribute come to in people; null when nothing is behind. */
export function peopleGapSection(t: Telling): Section | null {
  const found = peopleGaps(t);
  if (found.length === 0) return null;
  return {
    id: 'people',
    title: t.say('people/title'),
    body: (
      <>
        {found.map((gaps) => (
          <>
            {gaps.slice(0, mostSentences).map((gap) => (
              <p>{t.unbroken(claimText(t, gap))}</p>
            ))}
            {gaps.length > mostSentences ? <GapTable t={t} gaps={gaps} /> : ''}
          </>
        ))}
        <p class="soft">{t.say('people/note')}</p>
      </>
    ),
  };
}
