/** What of a remedy goes on by itself: everybody is suspended, told, and paid; each step is taken once it may be. */
import { cancelAll, caseOf, newest, reopenAll, stepRemedy, suspendAll } from '@ombud/app';
import { isOmbudError } from '@ombud/kernel';
import type { ServerDesk } from './desk.ts';

/** Whether a step was taken; one that may not be taken yet is left for later. */
async function tried(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (isOmbudError(error) && error.code === 'OMBUD_E_CONTEST_MOVE') return false;
    throw error;
  }
}

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
  const timer = { case: id, by: 'timer', actor: 'timer' } as const;
  for (;;) {
    const loaded = await caseOf(desk, id);
    const remedy = newest(loaded, 'remedy');
    switch (remedy.state) {
      case 'reopening':
        await suspendAll(desk, remedy.id, 'timer');
        if (!(await tried(() => stepRemedy(desk, 'notify', timer)))) return;
        break;
      case 'notifying': {
        const paid = await tried(() => stepRemedy(desk, 'pay', timer));
        if (!paid && remedy.data.flat !== null) return;
        if (!paid && !(await tried(() => stepRemedy(desk, 'review', timer)))) return;
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
