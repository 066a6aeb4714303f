/**
 * Changes of the same moment share one commit, as entries do: what a change costs is its commit, so that many people who save
 * at once would otherwise wait for one another's. Each lies in a savepoint of its own; one that throws takes back itself alone.
 */
import { isOmbudError } from '@ombud/kernel';
import type { StoreTransaction } from '@ombud/ledger';

type Work = (transaction: StoreTransaction) => Promise<unknown>;

/** Runs work in one transaction; where it throws, nothing is changed. */
type Change = <T>(work: (transaction: StoreTransaction) => Promise<T>) => Promise<T>;

interface Waiter {
  readonly work: Work;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** So many share a commit at most: entries wait while it runs. */
const most = 32;

/**
 * Gathers what waits while another commit is under way.
 *
 * @param change of the writer: begins when nothing else changes the store
 * @example const together = changesTogether((work) => writer.change(work));
 */
export function changesTogether(change: Change): Change {
  let waiting: Waiter[] = [];
  let isAsked = false;
  const ask = (): void => {
    if (isAsked || waiting.length === 0) return;
    isAsked = true;
    // What others do in the same turn of the loop comes along; a change that is alone waits for nobody.
    setImmediate(() => void runBatch());
  };
  const runBatch = async (): Promise<void> => {
    let batch: readonly Waiter[] = [];
    try {
      const settle = await change((transaction) => {
        // What came until now; the transaction begins with it.
        batch = waiting.splice(0, most);
        isAsked = false;
        ask();
        return runAll(transaction, batch, change);
      });
      for (const one of settle) one();
    } catch (error) {
      // Nothing was changed; where the transaction did not even begin, nobody who waits can change anything.
      if (batch.length === 0) {
        [batch, waiting] = [waiting, []];
        isAsked = false;
      }
      for (const { reject } of batch) reject(error);
    }
  };
  return <T>(work: (transaction: StoreTransaction) => Promise<T>) => {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    waiting.push({ work, resolve: resolve as Waiter['resolve'], reject });
    ask();
    return promise;
  };
}

/** @returns how each is answered, once all is durable */
async function runAll(
  transaction: StoreTransaction,
  batch: readonly Waiter[],
  change: Change,
): Promise<readonly (() => void)[]> {
  const [only, ...others] = batch;
  if (only !== undefined && others.length === 0) {
    const result = await only.work(transaction);
    return [() => only.resolve(result)];
  }
  const settle: (() => void)[] = [];
  for (const one of batch) settle.push(await runOne(transaction, one, change));
  return settle;
}

async function runOne(
  transaction: StoreTransaction,
  { work, resolve, reject }: Waiter,
  change: Change,
): Promise<() => void> {
  await transaction.run('savepoint one');
  try {
    const result = await work(transaction);
    await transaction.run('release savepoint one');
    return () => resolve(result);
  } catch (error) {
    await takeBack(transaction, error);
    // What is no refusal of ours is told as the store tells it: alone.
    return isOmbudError(error) ? () => reject(error) : () => void change(work).then(resolve, reject);
  }
}

/** @throws what the work threw, where the database has given up the whole transaction: then nobody's change is kept */
async function takeBack(transaction: StoreTransaction, error: unknown): Promise<void> {
  try {
    await transaction.run('rollback to savepoint one');
    await transaction.run('release savepoint one');
  } catch {
    throw error;
  }
}
