/** What is asked for with every request, and changes seldom: read once for as long as nothing beside the ledger has changed. */
import type { Services } from './services.ts';

interface Known {
  readonly generation: number;
  readonly values: Map<string, Promise<unknown>>;
}

/** Whoever asks with a thousand wrong keys fills no memory. */
const most = 1000;

const places = new WeakMap<Services['state'], Known>();

/** What is known; null where the lock of the ledger is lost, and another process may change anything. */
function valuesIn({ state }: Services): Known['values'] | null {
  const { generation } = state.writer;
  if (generation === null) return null;
  const known = places.get(state);
  if (known?.generation === generation) return known.values;
  const values: Known['values'] = new Map();
  places.set(state, { generation, values });
  return values;
}

/**
 * Reads, or gives what was read before, if no transaction has changed state since.
 * @param key says what is read, and of what: `key DIGEST`
 * @example const version = await remembered(services, `version ${system}`, () => findVersion(state, system));
 */
export function remembered<T>(services: Services, key: string, read: () => Promise<T>): Promise<T> {
  const values = valuesIn(services);
  if (values === null) return read();
  const known = values.get(key) as Promise<T> | undefined;
  if (known !== undefined) return known;
  const value = read();
  if (values.size >= most) return value;
  values.set(key, value);
  value.catch(() => values.delete(key));
  return value;
}
