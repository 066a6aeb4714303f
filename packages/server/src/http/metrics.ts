/** Numbers for Prometheus. Routes are named by their id, never by a path that could name a person. */
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

const requests = new Counter({
  name: 'ombud_http_requests_total',
  help: 'Answers by route and status.',
  labelNames: ['route', 'status'],
  registers: [registry],
});
const recorded = new Counter({
  name: 'ombud_decisions_recorded_total',
  help: 'Decisions that were recorded by this process, by system.',
  labelNames: ['system'],
  registers: [registry],
});
const logSize = new Gauge({
  name: 'ombud_ledger_entries',
  help: 'Entries of the ledger.',
  registers: [registry],
});

/** Counts one answer. */
export const countRequest = (route: string, status: number): void =>
  requests.inc({ route, status: String(status) });

/** Counts decisions that are durable. */
export const countRecorded = (system: string, decisions: number): void => recorded.inc({ system }, decisions);

/** All numbers, as Prometheus reads them. */
export async function metricsText(size: number): Promise<{ readonly type: string; readonly text: string }> {
  logSize.set(size);
  return { type: registry.contentType, text: await registry.metrics() };
}
