import { chooseLanguage, english, voiceOf } from '@ombud/words';
import { expect, test } from 'vitest';
import { furtherTables, furtherTexts } from './further.ts';
import { type FurtherAudit, furtherAudits } from './further-audits.ts';
import { incidents } from './index.ts';
import { runIncident } from './run-incident.ts';

const spanish = chooseLanguage('es') ?? english;

test.each(incidents)(
  '$id says of every further audit what it shows or why it is not asked',
  ({ further }) => {
    const told: readonly FurtherAudit[] = [
      ...further.asked.map(({ audit }) => audit),
      ...further.notAsked.flatMap(({ audits }) => audits),
    ];
    expect([...told].sort()).toEqual([...furtherAudits].sort());
  },
);

test.each(incidents)('$id: what is asked was measured, and is told in Spanish as well', async (incident) => {
  const results = await runIncident(incident);
  const findings = [...results.values()].flatMap((result) => result.findings);
  for (const { audit } of incident.further.asked.filter((one) => one.table !== undefined))
    expect(findings.some((one) => one.audit === audit && one.state === 'measured')).toBe(true);
  const inEnglish = furtherTexts(voiceOf(english), incident, results);
  const inSpanish = furtherTexts(voiceOf(spanish), incident, results);
  expect(inSpanish).toHaveLength(inEnglish.length);
  for (const [i, text] of inSpanish.entries()) expect(text).not.toBe(inEnglish[i]);
  const known = furtherTables(voiceOf(english), incident.further, results).map(({ caption }) => caption);
  const captions = furtherTables(voiceOf(spanish), incident.further, results).map(({ caption }) => caption);
  expect(captions).toHaveLength(known.length);
  for (const caption of captions) expect(known).not.toContain(caption);
});
