/** Numbers for Prometheus. Routes are named by their id, never by a path that could name a person. */
import type { OutboxCounts } from '@ombud/app';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

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
const seconds = new Histogram({
  name: 'ombud_http_request_seconds',
  help: 'How long an answer took, by route; a stream until its first event.',
  labelNames: ['route'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
});
const refused = new Counter({
  name: 'ombud_decisions_refused_total',
  help: 'Decisions that could not be recorded as they came, by system.',
  labelNames: ['system'],
  registers: [registry],
});
const jobs = new Counter({
  name: 'ombud_job_runs_total',
  help: 'Runs of jobs, and how they ended.',
  labelNames: ['job', 'ended'],
  registers: [registry],
});
const jobTime = new Gauge({
  name: 'ombud_job_last_success_timestamp_seconds',
  help: 'When a job last ended well.',
  labelNames: ['job'],
  registers: [registry],
});
/** A number as it is when somebody asks. */
const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
const stopped = gauge('ombud_systems_stopped', 'Systems whose breaker is not closed.');
const waiting = gauge('ombud_outbox_waiting', 'Messages that were not delivered yet.');
const failing = gauge('ombud_outbox_failing', 'Messages that were tried in vain and are tried again.');
const undelivered = gauge(
  'ombud_outbox_undelivered',
  'Messages that were refused or given up, until a human settles them.',
);
const logSize = gauge('ombud_ledger_entries', 'Entries of the ledger.');

/** Counts one answer. */
export const countRequest = (route: string, status: number): void =>
  requests.inc({ route, status: String(status) });

/** Counts decisions that are durable. */
export const countRecorded = (system: string, decisions: number): void => recorded.inc({ system }, decisions);

/** Counts decisions that were refused for what they said. */
export const countRefused = (system: string, decisions: number): void => refused.inc({ system }, decisions);

/** Counts how long one answer took. */
export const countSeconds = (route: string, took: number): void => seconds.observe({ route }, took);

/** Counts one run of a job. */
export function countJob(job: string, ended: 'well' | 'badly'): void {
  jobs.inc({ job, ended });
  if (ended === 'well') jobTime.set({ job }, Date.now() / 1000);
}

/** What is read when somebody asks. */
export interface Standing {
  readonly entries: number;
  readonly stopped: number;
  readonly messages: OutboxCounts;
}

/** All numbers, as Prometheus reads them. */
export async function metricsText(now: Standing): Promise<{ readonly type: string; readonly text: string }> {
  logSize.set(now.entries);
  stopped.set(now.stopped);
  waiting.set(now.messages.waiting);
  failing.set(now.messages.failing);
  undelivered.set(now.messages.undelivered);
  return { type: registry.contentType, text: await registry.metrics() };
}
