/** An honest ledger with what was published of it and a witness who saw it, to attack, and what each party then finds. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOmbudError, type RandomBytes } from '@ombud/kernel';
import { parseVerifierKey, verifyReceipt } from '@ombud/tlog';
import {
  closeLedger,
  createLedger,
  fsck,
  makeReceipt,
  openLedger,
  opensPayload,
  openWriter,
  parseEntry,
  proveGrowth,
  publish,
  readCheckpoint,
  readDecisions,
  readEntry,
  readPayload,
} from '../src/index.ts';
import { answer } from '../src/witness/add-checkpoint.ts';
import { formatRequest } from '../src/witness/request.ts';
import { openWitness, type WitnessState } from '../src/witness/state.ts';
import { decision, logOrigin, temporaryFolder } from './helpers.ts';

export const entryCount = 300;
export const person = 5;
/** The key of the log, which some insiders have stolen: another ledger may be made with it. */
const stolen: RandomBytes = (length) => new Uint8Array(length).map((_, i) => i + 1);

export interface World {
  /** The ledger, as it was before the attack. */
  readonly folder: string;
  readonly published: string;
  readonly witness: WitnessState;
  readonly vkey: string;
}

let honest = '';
let published = '';
let witnessFolder = '';
let vkey = '';

async function fill(folder: string, from: number, count: number, now = Date.now): Promise<void> {
  const writer = await openWriter(folder, { now });
  await writer.appendMany(Array.from({ length: count }, (_, i) => decision(`subject-${from + i}`)));
  await writer.close();
}

async function cosign(folder: string, witness: WitnessState): Promise<string> {
  const ledger = await openLedger(folder);
  const { note, checkpoint } = await readCheckpoint(ledger);
  const old = Math.min(witness.seen(logOrigin)?.size ?? 0, checkpoint.size);
  const proof = await proveGrowth(ledger, old, checkpoint.size);
  await closeLedger(ledger);
  const body = formatRequest({ old, proof, checkpoint: note });
  const { status } = answer(body, witness, [parseVerifierKey(vkey)], () => 1_700_000_000);
  return status === 200 ? 'ok' : String(status);
}

/** Makes the honest ledger that each world is a copy of; gives what removes it. For `beforeAll`. */
export async function prepareWorlds(): Promise<() => void> {
  const base = mkdtempSync(join(tmpdir(), 'ombud-attacks-'));
  honest = join(base, 'ledger');
  published = join(base, 'published');
  witnessFolder = join(base, 'witness');
  vkey = await createLedger(honest, logOrigin, stolen);
  await fill(honest, 0, entryCount);
  const ledger = await openLedger(honest);
  await publish(ledger, published);
  await closeLedger(ledger);
  const witness = await openWitness(witnessFolder, 'witness.example.org');
  await cosign(honest, witness);
  witness.close();
  return () => rmSync(base, { recursive: true, force: true });
}

export async function world(): Promise<World> {
  const base = temporaryFolder();
  for (const [from, name] of [
    [honest, 'ledger'],
    [published, 'published'],
    [witnessFolder, 'witness'],
  ] as const)
    cpSync(from, join(base, name), { recursive: true });
  const witness = await openWitness(join(base, 'witness'), 'witness.example.org');
  return { folder: join(base, 'ledger'), published: join(base, 'published'), witness, vkey };
}

/** What each party finds: 'ok' where it finds nothing. */
export interface Findings {
  readonly fsck: string;
  readonly audit: string;
  readonly receipt: string;
  readonly published: string;
  readonly witness: string;
}

export async function found(work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    if (isOmbudError(error)) return `${error.code.replace(/^OMBUD_E_(LEDGER_)?/, '')}/${error.reason}`;
    throw error;
  }
}

export async function findings({ folder, published: copy, witness }: World): Promise<Findings> {
  const within = async (work: (ledger: Awaited<ReturnType<typeof openLedger>>) => Promise<string>) =>
    found(async () => {
      const ledger = await openLedger(folder);
      try {
        return await work(ledger);
      } finally {
        await closeLedger(ledger);
      }
    });
  return {
    fsck: await within(async (ledger) => {
      const { problem } = await fsck(ledger);
      if (problem !== null) throw problem;
      return 'ok';
    }),
    audit: await within(async (ledger) => {
      const reading = await readDecisions(ledger, { system: 'loans' });
      for await (const _ of reading.batches);
      const { unreadable, erased } = reading.coverage().counts;
      return unreadable + erased === 0 ? 'ok' : `unreadable ${unreadable}, erased ${erased}`;
    }),
    receipt: await within(async (ledger) => {
      const receipt = await makeReceipt(ledger, person);
      const entry = await readEntry(ledger.store, person);
      verifyReceipt(receipt, { entry: new TextEncoder().encode(entry) }, [parseVerifierKey(vkey)]);
      const payload = await readPayload(ledger.store, person);
      if (payload === undefined) return 'payload is missing';
      const parsed = parseEntry(entry);
      return parsed !== null && opensPayload(parsed, payload) ? 'ok' : 'payload is another';
    }),
    published: await within(async (ledger) => {
      await publish(ledger, copy);
      return 'ok';
    }),
    witness: await found(() => cosign(folder, witness)),
  };
}

export async function lastTime(folder: string): Promise<string> {
  const ledger = await openLedger(folder);
  const log = await ledger.store.readLog();
  await closeLedger(ledger);
  return log.lastTime;
}

/** Another past under the same key: made a year ago, as far as its clock says. */
export async function rewritten(count = entryCount): Promise<string> {
  const other = join(temporaryFolder(), 'ledger');
  await createLedger(other, logOrigin, stolen);
  await fill(other, 1000, count, () => Date.now() - 365 * 86_400_000);
  return other;
}
