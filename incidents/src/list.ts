import type { Incident } from './incident.ts';

/** The table of the incidents in Markdown, as docs/incidents.md shows it. */
export function incidentList(incidents: readonly Incident[]): string {
  const rows = incidents.map(
    ({ id, title, year, sentence }) =>
      `| [${title}](../incidents/src/${id}/page.md) | ${year} | ${sentence} | \`npx ombud incidents ${id}\` |`,
  );
  return ['| incident | year | what it shows | command |', '|---|---|---|---|', ...rows].join('\n');
}
