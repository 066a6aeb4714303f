import { ledgerErrors } from '../errors.ts';
import type { Store } from './store.ts';

type Change =
  | 'ahead'
  | 'writesBeside'
  | 'initialise'
  | 'commit'
  | 'change'
  | 'reconnect'
  | 'hold'
  | 'saveCheckpoint'
  | 'indexSubjects'
  | 'scrub'
  | 'writeSecrets'
  | 'writePins';

/** What a store that was opened for reading answers to each change: `OMBUD_E_LEDGER_READ_ONLY`. */
export function refusedChanges(location: string): Pick<Store, Change> {
  const refuse = async (): Promise<never> => {
    throw ledgerErrors.error('OMBUD_E_LEDGER_READ_ONLY', 'opened-for-reading', { location });
  };
  return {
    ahead: 1,
    writesBeside: () => false,
    initialise: refuse,
    commit: refuse,
    change: refuse,
    reconnect: refuse,
    hold: () => null,
    saveCheckpoint: refuse,
    indexSubjects: refuse,
    scrub: refuse,
    writeSecrets: refuse,
    writePins: refuse,
  };
}
