/** What was measured is in every report that is read: drift was in the page and the JSON alone. */
import { auditEngine, audits } from '@ombud/audit';
import type { AuditSpec, Result } from '@ombud/contract';
import { renderHtml, renderMarkdown, renderTerminal } from '@ombud/report';
import { type Cells, type MemoryRow, memoryEngine } from '@ombud/table';
import { chooseLanguage, english, say } from '@ombud/words';
import { expect, test } from 'vitest';

const columns = ['sex', 'job', 'ok', 'due', 'grade', 'earned', 'score', 'need', 'owed', 'day'];

/** People of whom everything is known that an audit may ask. */
const rows = Array.from({ length: 480 }, (_, i): MemoryRow => {
  const [sex, job] = [i % 2 ? 'F' : 'M', (i >> 1) % 3 ? 'x' : 'y'];
  const score = (i * 37 + (i % 2) * 11) % 60;
  const due = (i * 29) % 60 < score ? 'yes' : 'no';
  const grades = ['a', 'b', 'c'];
  const [grade = '', earned = ''] = [grades[i % 3], grades[(i >> 2) % 3]];
  const day = `2026-0${1 + (i % 6)}-10`;
  return [sex, job, score > 30 ? 'yes' : 'no', due, grade, earned, score, (i * 13) % 7, (i * 17) % 60, day];
});

const asked: AuditSpec = {
  source: 'typed in',
  decision: { column: 'ok', positive: ['yes'] },
  outcome: { column: 'due', positive: ['yes'] },
  score: 'score',
  need: 'need',
  time: 'day',
  favourable: 'positive',
  groups: [{ column: 'sex' }],
  strata: [{ column: 'job' }],
  population: { source: 'a census', shares: { sex: { F: 0.5, M: 0.5 } } },
};

/** Audits of numbers and of classes read other columns. */
const others: Readonly<Record<string, Partial<AuditSpec>>> = {
  'number-gaps': {
    decision: { column: 'score', condition: { operator: '>=', value: 30 } },
    outcome: { column: 'owed', condition: { operator: '>=', value: 30 } },
  },
  'several-classes': {
    decision: { column: 'grade', positive: ['a'] },
    outcome: { column: 'earned', positive: ['a'] },
  },
};

/** Whom a model refused, and what would change that. */
const refused: Cells = {
  groupNames: ['sex'],
  strataNames: ['cost'],
  cells: ['F', 'M'].flatMap((sex, i) => [
    { groups: [sex], strata: ['0.2'], decision: true, outcome: null, aboveMedian: null, n: 20 + 5 * i },
    { groups: [sex], strata: [null], decision: false, outcome: null, aboveMedian: null, n: 30 },
  ]),
  sampleMedian: null,
  moments: null,
};

const reports: Readonly<Record<string, (result: Result, tag: string) => string>> = {
  page: (result, tag) => renderHtml(result, chooseLanguage(tag) ?? english),
  Markdown: (result, tag) => renderMarkdown(result, chooseLanguage(tag) ?? english),
  terminal: (result, tag) =>
    renderTerminal(result, { columns: 100, colour: false, language: chooseLanguage(tag) ?? english }),
};

test.each(audits.map(({ id }) => id))(
  '%s: the page, Markdown and the terminal tell what was measured',
  async (id) => {
    const spec: AuditSpec = { ...asked, ...others[id], audits: [id] };
    const result = await auditEngine(memoryEngine(columns, rows), spec, new Date(0), undefined, refused);
    expect(result.findings.some(({ audit, state }) => audit === id && state === 'measured')).toBe(true);
    for (const tag of ['en', 'es'])
      for (const [name, render] of Object.entries(reports)) {
        const title = say(chooseLanguage(tag) ?? english, `audit/${id}`);
        const text = render(result, tag).replace(/[ \n]+/g, ' ');
        // Asked alone, whatever stands under a heading of a table in Markdown is of this audit; some have a caption for a title.
        if (name === 'Markdown') expect(text, `${name}, ${tag}`).toMatch(/ ### .* \| /);
        else expect(text, `${name}, ${tag}`).toContain(title);
      }
  },
);

test('Markdown and the terminal hold how far each column has drifted', async () => {
  const result = await auditEngine(memoryEngine(columns, rows), { ...asked, audits: ['drift'] });
  const details = result.findings[0]?.details;
  if (details?.kind !== 'drift') throw new Error('No drift was measured.');
  for (const name of ['Markdown', 'terminal'])
    for (const { column } of details.columns)
      expect(reports[name]?.(result, 'en'), name).toMatch(new RegExp(`^[ |]*${column} .*\\d`, 'm'));
});
