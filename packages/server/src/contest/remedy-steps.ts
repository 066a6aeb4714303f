/** What of a remedy goes on by itself: everybody is suspended, told, and paid; each step is taken once it may be. */
import {
  cancelAll,
  caseOf,
  ifItMay,
  newest,
  remedyProgress,
  reopenAll,
  stepRemedy,
  suspendAll,
} from '@ombud/app';
import type { ServerDesk } from './desk.ts';

/** What the system has declared for everybody in a remedy. */
async function lookAtEach(desk: ServerDesk, system: string, remedy: string): Promise<void> {
  switch (desk.settings.get(system)?.remedy ?? 'by-hand') {
    case 'cancel':
      await cancelAll(desk, remedy, 'timer');
      return;
    case 'review':
      await reopenAll(desk, remedy, 'timer');
      return;
    case 'by-hand':
      return;
  }
}

/**
 * Takes the steps of a remedy that a timer may take now.
 * @example await continueRemedy(desk, caseId)
 */
export async function continueRemedy(desk: ServerDesk, id: string): Promise<void> {
  // One that may not be taken yet is left for later.
  const taken = async (event: 'notify' | 'pay' | 'review') =>
    (await ifItMay(stepRemedy(desk, event, { case: id, by: 'timer', actor: 'timer' }))) !== null;
  for (;;) {
    const loaded = await caseOf(desk, id);
    const remedy = newest(loaded, 'remedy');
    switch (remedy.state) {
      case 'reopening':
        await suspendAll(desk, remedy.id, 'timer');
        if (!(await taken('notify'))) return;
        break;
      case 'notifying': {
        const paid = await taken('pay');
        // A flat sum goes first, unless all of it was ordered before.
        if (!paid && remedy.data.flat !== null && (await remedyProgress(desk.state, remedy.id)).due > 0)
          return;
        if (!paid && !(await taken('review'))) return;
        break;
      }
      case 'reviewing':
        await lookAtEach(desk, loaded.view.system, remedy.id);
        return;
      default:
        return;
    }
  }
}
