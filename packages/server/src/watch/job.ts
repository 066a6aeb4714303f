/** Watches what was recorded: after each recording, and once a minute for what depends on the clock. */
import { enforceHardRules, listSystems, watchLedger } from '@ombud/app';
import { isOmbudError } from '@ombud/kernel';
import type { Job } from '../jobs/job.ts';
import { watchDesk } from './desk.ts';
import { outboxJob } from './raise.ts';

const everyMs = 60_000;
/** Under load one run takes what many recordings left; each run is a commit of its own. */
const restMs = 100;

/** The job that brings the breakers up to the log. */
export const watchJob: Job = {
  name: 'watch',
  everyMs,
  restMs,
  async run(services) {
    try {
      const opened = await watchLedger(watchDesk(services));
      if (opened.length > 0) services.kick(outboxJob);
    } catch (error) {
      if (!isOmbudError(error) || error.reason !== 'busy') throw error;
      services.kick('watch');
    }
  },
};

/** The job that looks for broken rules: what they count changes with the clock. */
export const hardRulesJob: Job = {
  name: 'hard-rules',
  everyMs,
  async run(services) {
    const desk = watchDesk(services);
    for (const { system } of await listSystems(services.state))
      if ((await enforceHardRules(desk, system)) !== null) services.kick(outboxJob);
  },
};
