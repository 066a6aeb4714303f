/** Asking a witness to cosign our checkpoint, and keeping what it says, so that receipts carry it. */

import { formatNote, formatVerifierKey, openNote, parseNote, type VerifierKey } from '@ombud/tlog';
import { ledgerErrors } from '../errors.ts';
import { type Ledger, proveGrowth, readCheckpoint } from '../ledger.ts';
import type { Writer } from '../writer.ts';
import { formatRequest } from './request.ts';

const TIMEOUT_MS = 15_000;

/** A cosignature that was given: by whom, for how many entries, and when, in seconds since 1970. */
export interface Cosigned {
  readonly size: number;
  readonly witness: string;
  /** Seconds since 1970. */
  readonly time: number;
}

/**
 * Asks a witness to cosign the newest checkpoint and stores the cosignature with it.
 *
 * @param url where the witness is, without `add-checkpoint`
 * @throws OmbudError `OMBUD_E_LEDGER_ROLLED_BACK` where the witness has seen another or a longer past of this log,
 * `OMBUD_E_LEDGER_WITNESS` where it cannot be reached or refuses
 */
export function cosignWith(writer: Writer, url: string, witness: VerifierKey): Promise<Cosigned> {
  return writer.exclusively(async (ledger) => {
    const { note, checkpoint } = await readCheckpoint(ledger);
    const known = await lastCosigned(ledger, witness);
    const lines = await ask(
      ledger,
      url,
      { note, size: checkpoint.size },
      Math.min(known, checkpoint.size),
      true,
    );
    const cosigned = withoutOlder(note, witness) + lines;
    const signature = openCosigned(cosigned, witness, url);
    await keep(ledger, cosigned, checkpoint.size, url, witness);
    return { size: checkpoint.size, witness: witness.name, time: signature };
  });
}

/** The note without what the same witness said of it before: its newer cosignature stands for both. */
function withoutOlder(note: string, witness: VerifierKey): string {
  const { text, signatures } = parseNote(note);
  const others = signatures.filter(({ name, id }) => name !== witness.name || id !== witness.id);
  return formatNote({ text, signatures: others });
}

async function lastCosigned({ store }: Ledger, witness: VerifierKey): Promise<number> {
  const known = store.db
    .selectFrom('witnesses')
    .select('size')
    .where('vkey', '=', formatVerifierKey(witness));
  return (await known.executeTakeFirst())?.size ?? 0;
}

interface Asked {
  readonly note: string;
  readonly size: number;
}

async function ask(ledger: Ledger, url: string, asked: Asked, old: number, again: boolean): Promise<string> {
  const proof = await proveGrowth(ledger, old, asked.size);
  const { status, text } = await post(url, formatRequest({ old, proof, checkpoint: asked.note }));
  if (status === 200) return text;
  if (status === 409) {
    const seen = Number(text.trim());
    if (seen > asked.size)
      throw ledgerErrors.error('OMBUD_E_LEDGER_ROLLED_BACK', 'witness-saw-more', { seen, size: asked.size });
    if (seen === old || !Number.isSafeInteger(seen))
      throw ledgerErrors.error('OMBUD_E_LEDGER_ROLLED_BACK', 'witness-other-tree');
    if (again) return ask(ledger, url, asked, seen, false);
  }
  if (status === 422)
    throw ledgerErrors.error('OMBUD_E_LEDGER_ROLLED_BACK', 'witness-other-past', { seen: old });
  throw ledgerErrors.error('OMBUD_E_LEDGER_WITNESS', 'refused', {
    url,
    status,
    answer: text.trim().slice(0, 200),
    origin: ledger.origin,
  });
}

async function post(url: string, body: string): Promise<{ status: number; text: string }> {
  const target = `${url.replace(/\/+$/, '')}/add-checkpoint`;
  try {
    const response = await fetch(target, { method: 'POST', body, signal: AbortSignal.timeout(TIMEOUT_MS) });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    throw ledgerErrors.error('OMBUD_E_LEDGER_WITNESS', 'unreachable', { url }, { cause: error });
  }
}

function openCosigned(note: string, witness: VerifierKey, url: string): number {
  try {
    const [signature] = openNote(note, [witness]).signatures;
    if (signature?.time !== null && signature !== undefined) return signature.time;
  } catch (error) {
    throw ledgerErrors.error(
      'OMBUD_E_LEDGER_WITNESS',
      'no-cosignature',
      { url, name: witness.name },
      { cause: error },
    );
  }
  throw ledgerErrors.error('OMBUD_E_LEDGER_WITNESS', 'not-a-witness-key', { name: witness.name });
}

async function keep(
  { store }: Ledger,
  note: string,
  size: number,
  url: string,
  witness: VerifierKey,
): Promise<void> {
  const vkey = formatVerifierKey(witness);
  await store.db.transaction().execute(async (db) => {
    await db
      .insertInto('checkpoints')
      .values({ size, note, kept: 1 })
      .onConflict((c) => c.column('size').doUpdateSet({ note, kept: 1 }))
      .execute();
    await db
      .insertInto('witnesses')
      .values({ vkey, url, size })
      .onConflict((c) => c.column('vkey').doUpdateSet({ url, size }))
      .execute();
  });
}
