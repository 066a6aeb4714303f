import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { incidentList, incidents, pageMarkdown, pageOf, runIncident } from './index.ts';

const here = import.meta.dirname;
const folders = readdirSync(here, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

test('every folder is an incident of the list, and the list is in order of time', () => {
  expect(incidents.map(({ id }) => id).sort()).toEqual(folders.sort());
  expect(incidents.map(({ year }) => year)).toEqual(incidents.map(({ year }) => year).sort((a, b) => a - b));
});

test('docs/incidents.md holds the list', () => {
  const docs = readFileSync(join(here, '..', '..', 'docs', 'incidents.md'), 'utf8');
  expect(docs).toContain(incidentList(incidents));
});

test.each(incidents)(
  '$id says what happened in three to six sentences, and names its sources',
  (incident) => {
    expect(incident.happened.length).toBeGreaterThanOrEqual(3);
    expect(incident.happened.length).toBeLessThanOrEqual(6);
    expect(incident.sources.length).toBeGreaterThan(0);
    expect(incident.sentence).toMatch(/^[A-Z].{20,54}\.$/);
    expect(new Set(incident.audits.map(({ id }) => id)).size).toBe(incident.audits.length);
  },
);

test.each(incidents)('$id runs through the ordinary audit without an error finding', async (incident) => {
  for (const { findings, verdict } of (await runIncident(incident)).values()) {
    expect(findings.filter(({ state }) => state === 'error')).toEqual([]);
    expect(verdict.assertions.length).toBeGreaterThan(0);
  }
});

test.each(incidents)('$id has its pictures beside its page', async (incident) => {
  for (const { file, alt, svg } of incident.pictures?.() ?? []) {
    expect(alt.length).toBeGreaterThan(20);
    await expect(svg).toMatchFileSnapshot(join(here, incident.id, file));
  }
});

// After a change of the words or of the audit: npx vitest run incidents -u
test.each(incidents)('$id has a page.md that says what the audit says', async (incident) => {
  const page = pageMarkdown(incident, pageOf(incident, await runIncident(incident)));
  await expect(page).toMatchFileSnapshot(join(here, incident.id, 'page.md'));
});
