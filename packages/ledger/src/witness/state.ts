/** What a witness remembers: for each log the largest tree that it cosigned. Losing it would let a log go back. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RandomBytes } from '@ombud/kernel';
import { formatVerifierKey } from '@ombud/tlog';
import { generateKey, parsePrivateKey, type Signer } from '@ombud/tlog/tree';
import { ledgerErrors } from '../errors.ts';
import { systemCode } from '../system-error.ts';

export interface SeenTree {
  readonly size: number;
  readonly root: Uint8Array;
}

/** What a witness remembers, and the key that it signs with. */
export interface WitnessState {
  readonly signer: Signer;
  readonly verifierKey: string;
  seen(origin: string): SeenTree | null;
  /** Remembers `next` if the log still stands at `expected`; check and change are one step, durable on return. */
  advance(origin: string, expected: SeenTree | null, next: SeenTree): boolean;
  close(): void;
}

const keyFile = 'witness-key';

/**
 * Opens a witness's folder; the first time it makes its key.
 *
 * @param name the witness's name for good, by custom a host name
 * @param random must be unpredictable: the system's own where left out
 * @throws OmbudError `OMBUD_E_LEDGER_WITNESS` where the folder is that of another witness
 */
export async function openWitness(
  folder: string,
  name: string,
  random: RandomBytes = randomBytes,
): Promise<WitnessState> {
  await mkdir(folder, { recursive: true });
  const signer = await openKey(join(folder, keyFile), name, random);
  const database = new DatabaseSync(join(folder, 'witness.db'));
  database.exec(`pragma journal_mode=wal; pragma synchronous=full;
    create table if not exists seen (origin text primary key, size integer not null, root blob not null) strict`);
  const select = database.prepare('select size, root from seen where origin = ?');
  const insert = database.prepare('insert into seen values (?, ?, ?) on conflict do nothing');
  const update = database.prepare(
    'update seen set size = ?, root = ? where origin = ? and size = ? and root = ?',
  );
  return {
    signer,
    verifierKey: formatVerifierKey(signer.key),
    seen: (origin) => (select.get(origin) as unknown as SeenTree | undefined) ?? null,
    advance: (origin, expected, next) => {
      const { changes } =
        expected === null
          ? insert.run(origin, next.size, next.root)
          : update.run(next.size, next.root, origin, expected.size, expected.root);
      return Number(changes) === 1;
    },
    close: () => database.close(),
  };
}

async function openKey(file: string, name: string, random: RandomBytes): Promise<Signer> {
  const signer = parsePrivateKey((await readKey(file)) ?? (await makeKey(file, name, random)));
  if (signer.key.name === name) return signer;
  throw ledgerErrors.error('OMBUD_E_LEDGER_WITNESS', 'named-otherwise', { found: signer.key.name, name });
}

async function readKey(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function makeKey(file: string, name: string, random: RandomBytes): Promise<string> {
  const { privateKey } = generateKey(name, 'cosignature', random);
  await writeFile(file, `${privateKey}\n`, { mode: 0o600, flag: 'wx', flush: true });
  await chmod(file, 0o600);
  return privateKey;
}
