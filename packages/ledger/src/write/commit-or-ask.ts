/** A commit whose answer was lost may be durable: the log is asked, and nothing is written twice. */
import { isOmbudError } from '@ombud/kernel';
import type { Commit, Store } from '../store/store.ts';

const reconnectTries = 60;
const reconnectWaitMs = 250;

async function reconnectPatiently({ reconnect }: Pick<Store, 'reconnect'>): Promise<void> {
  for (let left = reconnectTries; ; left--)
    try {
      await reconnect();
      return;
    } catch (error) {
      if (left === 1 || !isOmbudError(error) || error.kind !== 'unavailable') throw error;
      await new Promise((resolve) => setTimeout(resolve, reconnectWaitMs));
    }
}

/**
 * Commits; where the answer was lost, the log says whether the commit is there: its newest checkpoint is then the very text
 * that was signed for it.
 * @throws OmbudError where the commit is not in the log
 */
export async function commitOrAsk(store: Store, commit: Commit): Promise<void> {
  try {
    await store.commit(commit);
  } catch (error) {
    if (!isOmbudError(error) || error.reason !== 'answer-lost') throw error;
    await reconnectPatiently(store);
    const { note, size } = await store.readHead();
    if (size !== commit.size || note !== commit.note) throw error;
  }
}
