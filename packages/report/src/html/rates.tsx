import { groupings, headline } from '@ombud/audit/answer';
import type { Finding } from '@ombud/contract';
import type { Section } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { RatesPicture } from './rates-picture.tsx';

const byAttribute = (t: Telling): readonly Finding[] =>
  groupings(t.result)
    .filter(({ groupBy }) => groupBy.length === 1)
    .flatMap((grouping) => headline(t.result, grouping) ?? []);

/** Who got the decision: a dot plot for each attribute but the one of the first screen; null when there is no other. */
export function ratesSection(t: Telling, pictured: Finding | null): Section | null {
  const shown = byAttribute(t).filter((finding) => finding !== pictured);
  if (shown.length === 0) return null;
  return {
    id: 'rates',
    title: t.say(shown[0]?.audit === 'base-rate' ? 'rates/who-happened' : 'rates/who-decided'),
    body: (
      <>
        {shown.map((finding) => (
          <>
            <h3>{t.say('page/by', { by: groupByText(t, finding.groupBy) })}</h3>
            <RatesPicture t={t} finding={finding} />
          </>
        ))}
      </>
    ),
  };
}
