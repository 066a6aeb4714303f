import { type Section, Table } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { auditTitle } from '../words/audits.ts';
import { reasonText } from '../words/reasons.ts';

/** Audits that were not measured, each with its reason; null when all were. */
export function unmeasuredSection(t: Telling): Section | null {
  const open = t.result.findings.filter(({ state }) => state !== 'measured');
  if (open.length === 0) return null;
  return {
    id: 'unmeasured',
    title: t.say('unmeasured/title'),
    body: (
      <Table
        caption={t.say('unmeasured/caption')}
        head={[t.say('head/audit'), t.say('head/by'), t.say('head/state'), t.say('head/reason')]}
        text={[1, 2, 3]}
        rows={open.map(({ audit, measure, groupBy, state, reason }) => [
          t.short(auditTitle(t, audit, measure)),
          groupByText(t, groupBy),
          t.say(`state/${state}`),
          reason === null ? '' : reasonText(t, reason),
        ])}
      />
    ),
  };
}
