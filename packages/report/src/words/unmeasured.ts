import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { auditTitle } from './audits.ts';
import { reasonText } from './reasons.ts';

/** A row: audits that were not measured by the same attributes for the same reason. */
interface Open {
  readonly audits: readonly string[];
  readonly by: readonly string[];
  readonly state: string;
  readonly why: string;
}

/** Puts entries with the same key together. */
function joined(entries: readonly Open[], keyOf: (one: Open) => unknown): readonly Open[] {
  const found = new Map<string, Open>();
  for (const entry of entries) {
    const key = JSON.stringify(keyOf(entry));
    const before = found.get(key) ?? { ...entry, audits: [], by: [] };
    const [audits, by] = [
      [...before.audits, ...entry.audits],
      [...before.by, ...entry.by],
    ];
    found.set(key, { ...entry, audits: [...new Set(audits)], by: [...new Set(by)] });
  }
  return [...found.values()];
}

/** Each reason once, with all that it is the reason of, in the order of the findings. */
export function openOf(t: Telling): readonly Open[] {
  const open = t.result.findings.flatMap(({ audit, measure, groupBy, state, reason }): Open[] =>
    state === 'measured'
      ? []
      : [
          {
            audits: [auditTitle(t, audit, measure)],
            by: [groupByText(t, groupBy)],
            state: t.say(`state/${state}`),
            why: reason === null ? '' : reasonText(t, reason),
          },
        ],
  );
  const byAudit = joined(open, ({ audits, state, why }) => [audits, state, why]);
  return joined(byAudit, ({ by, state, why }) => [by, state, why]);
}
