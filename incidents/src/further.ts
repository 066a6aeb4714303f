import { auditName, findingTable, furtherSentences } from '@ombud/report';
import type { Voice } from '@ombud/words';
import type { Incident, PageTable, Results } from './incident.ts';
import { findingOf, resultOf } from './read-result.ts';

/** Audits that ask for more than a decision and groups: each incident says of each what it shows, or why it has nothing to ask. */
export const furtherAudits = [
  'calibration',
  'auc',
  'score-distributions',
  'threshold-sweep',
  'need-at-equal-score',
  'ranking-exposure',
  'worst-subgroup',
  'several-classes',
  'number-gaps',
  'over-time',
  'drift',
  'compare',
] as const;
export type FurtherAudit = (typeof furtherAudits)[number];

/** An audit that the incident runs. */
interface Asked {
  readonly audit: FurtherAudit;
  /** Which of the incident's audits, and which of its findings, has the table for the page; left out where `shows` tells it. */
  readonly table?: {
    readonly of: string;
    readonly groupBy: readonly string[];
    readonly measure?: string;
  };
}

/** Why audits have nothing to ask. */
interface NotAsked {
  readonly audits: readonly FurtherAudit[];
  readonly because:
    | 'no-score'
    | 'no-outcome'
    | 'no-need'
    | 'no-time'
    | 'no-columns'
    | 'yes-or-no'
    | 'no-number'
    | 'once'
    | 'assumed';
}

export interface Further {
  readonly asked: readonly Asked[];
  readonly notAsked: readonly NotAsked[];
}

/** What the further audits say in sentences, in the reader's language; then why the others were not asked. */
export function furtherTexts(
  voice: Voice,
  { audits, further: { notAsked } }: Pick<Incident, 'audits' | 'further'>,
  results: Results,
): string[] {
  const said = audits.flatMap(({ id, title }) =>
    furtherSentences(resultOf(results, id), voice.language).map((text) =>
      audits.length === 1 ? text : voice.say('incident/audit', { title, text }),
    ),
  );
  const names = (list: readonly FurtherAudit[]) =>
    list.map((audit) =>
      audit === 'compare' ? voice.say('incident/compare') : auditName(audit, voice.language),
    );
  return [
    ...said,
    ...notAsked.map(({ audits: list, because }) =>
      voice.say(`incident/not-asked-${because}`, { audits: names(list) }),
    ),
  ];
}

/** The tables of the further audits, as the report has them. */
export function furtherTables(voice: Voice, { asked }: Further, results: Results): PageTable[] {
  return asked.flatMap(({ audit, table }) => {
    if (table === undefined) return [];
    const result = resultOf(results, table.of);
    const found = findingTable(
      result,
      findingOf(result, audit, table.groupBy, table.measure),
      voice.language,
    );
    if (found === null) throw new Error(`The finding of ${audit} has no table.`);
    const { caption, intro, head, rows } = found;
    return [{ caption, ...(intro === '' ? {} : { intro }), head, rows }];
  });
}
