import { parseLocation } from './location.ts';
import { openPostgresStore } from './postgres.ts';
import { openSqliteStore } from './sqlite.ts';
import type { OpenMode, Store } from './store.ts';

/** Opens the store at a folder or a `postgres://` URL. */
export function openStore(location: string, mode: OpenMode): Promise<Store> {
  const parsed = parseLocation(location);
  return parsed.kind === 'folder'
    ? openSqliteStore(parsed.folder, mode)
    : openPostgresStore(parsed.url, parsed.shown, mode);
}
