import { auditEngine } from '@ombud/audit';
import type { AuditSpec, Result } from '@ombud/contract';
import { memoryEngine } from '@ombud/table';
import type { Incident, IncidentAudit, Results } from './incident.ts';

/** The audit's whole specification, as `ombud audit` would be given it. */
const specOf = (incident: Incident, { spec }: IncidentAudit): AuditSpec => ({
  ...spec,
  source: `published counts of ${incident.id}`,
});

/**
 * Runs the ordinary audit on the typed-in counts of an incident, once for each of its audits.
 * @returns results by audit id, in the order in which the incident names them
 */
export async function runIncident(incident: Incident): Promise<Results> {
  const results = new Map<string, Result>();
  for (const asked of incident.audits) {
    const engine = memoryEngine(asked.counts.columns, asked.counts.rows);
    results.set(asked.id, await auditEngine(engine, specOf(incident, asked)));
  }
  return results;
}
