import { auditName, findingTable, furtherSentences } from '@ombud/report';
import type { Voice } from '@ombud/words';
import type { Further, FurtherAudit } from './further-audits.ts';
import type { Incident, PageTable, Results } from './incident.ts';
import { findingOf, resultOf } from './read-result.ts';

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
