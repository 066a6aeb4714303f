import { parseLocation } from './location.ts';
import { openSqliteStore } from './sqlite.ts';
import type { OpenMode, Store } from './store.ts';

/** Opens the store at a folder or a `postgres://` URL. PostgreSQL's client is loaded only where it is needed. */
export async function openStore(location: string, mode: OpenMode): Promise<Store> {
  const parsed = parseLocation(location);
  if (parsed.kind === 'folder') return openSqliteStore(parsed.folder, mode);
  const { openPostgresStore } = await import('./postgres.ts');
  return openPostgresStore(parsed, mode);
}
