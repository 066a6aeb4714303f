import { setTimeout } from 'node:timers/promises';
import { countJob } from '../http/metrics.ts';
import { traced } from '../http/tracing.ts';
import type { Services } from '../services.ts';
import type { Job } from './job.ts';

/** Jobs under way. */
export interface Runner {
  /** Runs a job as soon as it is not running; a kick while it runs makes it run once more. */
  readonly kick: (name: string) => Promise<void>;
  readonly start: (services: Services) => void;
  /** Starts nothing more, and waits for what runs. */
  readonly stop: () => Promise<void>;
}

async function runOnce(job: Job, open: Services): Promise<void> {
  try {
    await traced(`job ${job.name}`, {}, () => job.run(open));
    countJob(job.name, 'well');
  } catch (error) {
    if (open.stopping.aborted) return;
    countJob(job.name, 'badly');
    open.log('job-failed', { job: job.name, error: String(error) });
  }
}

/** What is kicked while it rests is one more run. */
async function rested({ restMs = 0 }: Job, { stopping }: Services): Promise<void> {
  if (restMs > 0) await setTimeout(restMs, undefined, { signal: stopping, ref: false }).catch(() => {});
}

/** Runs each job by itself, never twice at once. */
export function runnerOf(jobs: readonly Job[]): Runner {
  let services: Services | null = null;
  const lanes = new Map(
    jobs.map((job) => [job.name, { job, running: null as Promise<void> | null, again: false }]),
  );
  const timers: NodeJS.Timeout[] = [];
  const kick = async (name: string): Promise<void> => {
    const lane = lanes.get(name);
    const open = services;
    if (lane === undefined || open === null || open.stopping.aborted) return;
    lane.again = true;
    lane.running ??= (async () => {
      while (lane.again && !open.stopping.aborted) {
        lane.again = false;
        await runOnce(lane.job, open);
        await rested(lane.job, open);
      }
      // In the same breath as the last look at `again`: a kick between the two would be lost.
      lane.running = null;
    })();
    await lane.running;
  };
  return {
    kick,
    start: (open) => {
      services = open;
      for (const { name, everyMs } of jobs) {
        kick(name);
        timers.push(setInterval(() => kick(name), everyMs).unref());
      }
    },
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all([...lanes.values()].map(({ running }) => running));
    },
  };
}
