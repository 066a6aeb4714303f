/** Asking a witness to cosign our checkpoint, and storing its cosignature, so that receipts carry it. */

import { formatNote, formatVerifierKey, openNote, parseNote, type VerifierKey } from '@ombud/tlog';
import { ledgerErrors } from '../errors.ts';
import { type Ledger, proveGrowth, readCheckpoint } from '../open-ledger.ts';
import type { Writer } from '../write/writer.ts';
import { formatRequest } from './request.ts';

const timeoutMs = 15_000;

/** A cosignature that was given: by whom, for how many entries, and when, in seconds since 1970. */
export interface Cosigned {
  readonly size: number;
  readonly witness: string;
  /** Seconds since 1970. */
  readonly time: number;
}

/**
 * Asks a witness to cosign the newest checkpoint and stores the cosignature with it. Appends go on while it answers: a
 * silent witness stops nobody.
 *
 * @param url where the witness is, without `add-checkpoint`
 * @throws OmbudError `OMBUD_E_LEDGER_ROLLED_BACK` where the witness has seen another or a longer past of this log,
 * `OMBUD_E_LEDGER_WITNESS` where it cannot be reached or refuses
 */
export async function cosignWith(writer: Writer, url: string, witness: VerifierKey): Promise<Cosigned> {
  const { ledger } = writer;
  const vkey = formatVerifierKey(witness);
  const { note, checkpoint } = await readCheckpoint(ledger);
  const { size } = checkpoint;
  const known = await ledger.store.readWitnessed(vkey);
  const lines = await ask(ledger, url, { note, size }, Math.min(known, size), true);
  const time = openCosigned(withoutOlder(note, witness) + lines, witness, url);
  await writer.exclusively(async ({ store }) => {
    // Another witness may have signed the same checkpoint meanwhile.
    const stored = (await store.readCheckpoints()).find((one) => one.size === size)?.note ?? note;
    await store.saveCheckpoint({ size, note: withoutOlder(stored, witness) + lines }, { vkey, url });
  });
  return { size, witness: witness.name, time };
}

/** The note without what the same witness said of it before: its newer cosignature stands for both. */
function withoutOlder(note: string, witness: VerifierKey): string {
  const { text, signatures } = parseNote(note);
  const others = signatures.filter(({ name, id }) => name !== witness.name || id !== witness.id);
  return formatNote({ text, signatures: others });
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
    const response = await fetch(target, { method: 'POST', body, signal: AbortSignal.timeout(timeoutMs) });
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
