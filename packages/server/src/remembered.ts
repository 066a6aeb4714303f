/** What is asked for with every request, and changes seldom: read once for as long as nothing beside the ledger has changed. */
import type { Services } from './services.ts';

interface Known {
  readonly generation: number;
  readonly values: Map<string, Promise<unknown>>;
}

/** Whoever asks with a thousand wrong keys fills no memory. */
const most = 1000;

const places = new WeakMap<Services['state'], Known>();

function knownIn({ state }: Services): Known {
  const { generation } = state.writer;
  const known = places.get(state);
  if (known?.generation === generation) return known;
  const fresh = { generation, values: new Map<string, Promise<unknown>>() };
  places.set(state, fresh);
  return fresh;
}

/**
 * Reads, or gives what was read before, if no transaction has changed state since.
 * @param key says what is read, and of what: `key DIGEST`
 * @example const version = await remembered(services, `version ${system}`, () => findVersion(state, system));
 */
export function remembered<T>(services: Services, key: string, read: () => Promise<T>): Promise<T> {
  const { values } = knownIn(services);
  const known = values.get(key) as Promise<T> | undefined;
  if (known !== undefined) return known;
  const value = read();
  if (values.size >= most) return value;
  values.set(key, value);
  value.catch(() => values.delete(key));
  return value;
}
