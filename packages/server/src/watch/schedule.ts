/** What depends on the clock: audits by schedule, audits that are late, systems that fell silent, drift between periods. */
import { findVersion, isStopped, readBreaker } from '@ombud/app';
import type { Result } from '@ombud/contract';
import { findRequest, readOutput, requestAudit, requestsMade, wasAuditedSince } from '../audits/runs.ts';
import { entriesBefore } from '../console/decision-list.ts';
import type { Job } from '../jobs/job.ts';
import type { Services } from '../services.ts';
import { driftedColumns } from './drift.ts';
import { type EndedPeriod, endedPeriods } from './periods.ts';
import { outboxJob, raiseIn, raiseNow } from './raise.ts';
import { allWatchSettings, forgetLost, type SettingsInForce } from './settings.ts';
import { watchSettingsTables } from './tables.ts';

const everyMs = 60_000;
const hourMs = 3_600_000;

/** Who asks for audits by schedule. */
export const scheduler = 'schedule';

interface Watched {
  readonly services: Services;
  readonly system: string;
  readonly settings: SettingsInForce;
}

/** One audit of one period: asked for twice it is the same. */
const requestOf = ({ system, settings: { schedule } }: Watched, { from }: EndedPeriod): string =>
  `${scheduler} ${system} ${schedule?.every} ${schedule?.over} ${from}`;

/** Periods whose audit is due: each of those that were missed, but of everything only the newest. */
function duePeriods({ services, settings: { schedule, since } }: Watched): readonly EndedPeriod[] {
  if (schedule === null) return [];
  const ended = endedPeriods(schedule.every, since, services.context.now());
  return schedule.over === 'period' ? ended : ended.slice(-1);
}

async function askForDue(watched: Watched): Promise<void> {
  const { services, system, settings } = watched;
  const { schedule } = settings;
  if (schedule === null) return;
  const due = duePeriods(watched);
  const made = await requestsMade(
    services,
    due.map((period) => requestOf(watched, period)),
  );
  for (const period of due) {
    const request = requestOf(watched, period);
    if (made.has(request)) continue;
    const asked = { by: scheduler, request, sign: schedule.sign };
    if (schedule.over === 'period')
      await requestAudit(services, system, { ...asked, ...period, atSize: null });
    else {
      const atSize = await entriesBefore(services.ledger, period.to);
      if (atSize > 0) await requestAudit(services, system, { ...asked, atSize });
    }
  }
}

async function tellOverdue(watched: Watched): Promise<void> {
  const { services, system, settings } = watched;
  const newest = duePeriods(watched).at(-1);
  if (settings.schedule === null || newest === undefined) return;
  const run = await findRequest(services, requestOf(watched, newest));
  // One that was asked for late, after the server stood still, has its time too.
  const since = run?.state === 'waiting' || run?.state === 'running' ? run.asked : newest.to;
  if (services.context.now() - Date.parse(since) < settings.schedule.lateHours * hourMs) return;
  if (await wasAuditedSince(services, system, newest.to)) return;
  await raiseNow(services, { kind: 'audit-overdue', system, about: newest.to, details: { ...newest } });
}

/** A system that is stopped is silent for a reason. */
async function tellSilence({ services, system, settings }: Watched): Promise<void> {
  if (settings.silentHours === null || (await isStopped(services.state, system))) return;
  const { newest } = (await readBreaker(services.state, system)).folded;
  if (newest === null) return;
  if (services.context.now() - Date.parse(newest.time) < settings.silentHours * hourMs) return;
  await raiseNow(services, {
    kind: 'recording-stopped',
    system,
    about: String(newest.index),
    details: { index: newest.index, time: newest.time, hours: settings.silentHours },
  });
}

/** Looks once at the audit of each period, in their order. What has drifted is told once for each version of a system. */
async function tellDrift(watched: Watched): Promise<void> {
  const { services, system, settings } = watched;
  const { schedule, drift, since, looked } = settings;
  if (schedule === null || schedule.over !== 'everything' || drift === null) return;
  const all = endedPeriods(schedule.every, since, services.context.now(), Number.POSITIVE_INFINITY);
  const { version } = await findVersion(services.state, system);
  for (const [i, period] of all.entries()) {
    if (looked !== null && period.to <= looked) continue;
    const run = await findRequest(services, requestOf(watched, period));
    if (run?.state === 'waiting' || run?.state === 'running') return;
    if (run?.state !== 'done') continue;
    const result = JSON.parse((await readOutput(services, system, run.id)).result) as Result;
    const drifted = driftedColumns(result, drift, i + 1);
    await services.state.change(async (tx) => {
      for (const { column, details } of drifted)
        await raiseIn(
          tx,
          { kind: 'drift', system, about: `${version} ${column}`, details: { ...details, audit: run.id } },
          services.context.now(),
        );
      await tx
        .of(watchSettingsTables)
        .updateTable('watch_settings')
        .set({ looked: period.to })
        .where('system', '=', system)
        .execute();
    });
    if (drifted.length > 0) services.kick(outboxJob);
  }
}

/** The job of schedules, once a minute and after each audit. */
export const schedulesJob: Job = {
  name: 'schedules',
  everyMs,
  async run(services) {
    const all = await allWatchSettings(services.state, services.place.secret);
    await forgetLost(services.state, all);
    for (const [system, settings] of all) {
      if ((await findVersion(services.state, system)).retired !== null) continue;
      const watched = { services, system, settings };
      await askForDue(watched);
      await tellOverdue(watched);
      await tellSilence(watched);
      await tellDrift(watched);
    }
  },
};
