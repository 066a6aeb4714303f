/** Each status code of C2SP tlog-witness, over HTTP, and a log that was moved back. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { formatCheckpoint, openNote, parseVerifierKey } from '@ombud/tlog';
import { generateKey, parsePrivateKey, signNote } from '@ombud/tlog/tree';
import { expect, onTestFinished, test } from 'vitest';
import { decision, logOrigin, temporaryFolder } from '../../test/helpers.ts';
import {
  closeLedger,
  cosignWith,
  createLedger,
  openLedger,
  openWriter,
  proveGrowth,
  readCheckpoint,
} from '../index.ts';
import { formatRequest } from './request.ts';
import { witnessServer } from './server.ts';
import { openWitness } from './state.ts';

async function startWitness(vkeys: string[], folder = temporaryFolder()) {
  const state = await openWitness(folder, 'witness.example.org');
  const server = witnessServer({ state, logs: vkeys.map(parseVerifierKey), now: () => 1_700_000_000 });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  const stop = () => {
    server.close();
    server.closeAllConnections();
    state.close();
  };
  onTestFinished(() => {
    if (server.listening) stop();
  });
  const url = `http://127.0.0.1:${port}`;
  const add = async (body: string) => {
    const response = await fetch(`${url}/add-checkpoint`, { method: 'POST', body });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };
  return { url, add, stop, key: parseVerifierKey(state.verifierKey) };
}

async function grow(folder: string, count: number) {
  const writer = await openWriter(folder);
  await writer.appendMany(Array.from({ length: count }, (_, i) => decision(`s${i}`)));
  await writer.close();
}

async function headOf(folder: string) {
  const ledger = await openLedger(folder);
  const { note, checkpoint } = await readCheckpoint(ledger);
  const prove = async (old: number) => proveGrowth(ledger, old, checkpoint.size);
  const proofs = new Map([[3, await prove(Math.min(3, checkpoint.size))]]);
  await closeLedger(ledger);
  return { note, proof: proofs.get(3) ?? [] };
}

test('a witness answers with each status of the protocol', async () => {
  const folder = join(temporaryFolder(), 'ledger');
  const vkey = await createLedger(folder, logOrigin);
  const witness = await startWitness([vkey]);
  await grow(folder, 3);
  const first = await headOf(folder);
  await grow(folder, 4);
  const second = await headOf(folder);

  expect(await witness.add('not a request')).toMatchObject({ status: 400 });
  expect(await witness.add(formatRequest({ old: 9, proof: [], checkpoint: first.note }))).toMatchObject({
    status: 400,
  });
  expect(
    await witness.add(
      formatRequest({ old: 0, proof: [], checkpoint: first.note.replace(`${logOrigin}\n3`, 'other\n3') }),
    ),
  ).toMatchObject({ status: 404 });
  expect(
    await witness.add(formatRequest({ old: 0, proof: [], checkpoint: first.note.replace('\n3\n', '\n4\n') })),
  ).toMatchObject({ status: 403 });
  expect(
    await witness.add(formatRequest({ old: 0, proof: [new Uint8Array(32)], checkpoint: first.note })),
  ).toMatchObject({ status: 422 });

  const cosigned = await witness.add(formatRequest({ old: 0, proof: [], checkpoint: first.note }));
  expect(cosigned.status).toBe(200);
  expect(openNote(first.note + cosigned.text, [witness.key]).signatures[0]?.time).toBe(1_700_000_000);

  expect(await witness.add(formatRequest({ old: 0, proof: [], checkpoint: second.note }))).toEqual({
    status: 409,
    type: 'text/x.tlog.size',
    text: '3\n',
  });
  expect(
    await witness.add(formatRequest({ old: 3, proof: second.proof.toReversed(), checkpoint: second.note })),
  ).toMatchObject({ status: 422 });
  expect(
    await witness.add(formatRequest({ old: 3, proof: second.proof, checkpoint: second.note })),
  ).toMatchObject({ status: 200 });
  expect(await witness.add(formatRequest({ old: 3, proof: [], checkpoint: first.note }))).toMatchObject({
    status: 409,
    text: '7\n',
  });
  expect((await fetch(witness.url)).status).toBe(404);
  expect(await witness.add('x'.repeat(70_000))).toMatchObject({ status: 413 });
});

test('of two requests at once for the same step, one wins and the state is that one', async () => {
  const folder = join(temporaryFolder(), 'ledger');
  const witness = await startWitness([await createLedger(folder, logOrigin)]);
  await grow(folder, 3);
  const { note } = await headOf(folder);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => witness.add(formatRequest({ old: 0, proof: [], checkpoint: note }))),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(7);
});

test('a log that was moved back to an older copy, or whose past was changed, is caught', async () => {
  const base = temporaryFolder();
  const state = temporaryFolder();
  const folder = join(base, 'ledger');
  const vkey = await createLedger(folder, logOrigin);
  await grow(folder, 3);
  cpSync(folder, join(base, 'older'), { recursive: true });
  await grow(folder, 4);
  const before = await startWitness([vkey], state);
  const writer = await openWriter(folder);
  await cosignWith(writer, before.url, before.key);
  await writer.close();
  before.stop();
  // The witness remembers across a restart.
  const witness = await startWitness([vkey], state);
  const refusedBy = async (location: string) => {
    const rolled = await openWriter(location);
    await expect(cosignWith(rolled, witness.url, witness.key)).rejects.toMatchObject({
      code: 'OMBUD_E_LEDGER_ROLLED_BACK',
      kind: 'disproved',
    });
    await rolled.close();
  };
  await refusedBy(join(base, 'older'));
  await grow(join(base, 'older'), 4);
  await refusedBy(join(base, 'older'));
  await grow(join(base, 'older'), 5);
  await refusedBy(join(base, 'older'));
});

test('a log that signs another tree of a size that was cosigned meets 409, as C2SP tlog-witness says, and a wrong proof 422', async () => {
  const { privateKey, verifierKey } = generateKey(logOrigin);
  const witness = await startWitness([verifierKey]);
  const signed = (size: number, byte: number) =>
    signNote(formatCheckpoint({ origin: logOrigin, size, root: new Uint8Array(32).fill(byte) }), [
      parsePrivateKey(privateKey),
    ]);
  expect((await witness.add(formatRequest({ old: 0, proof: [], checkpoint: signed(5, 1) }))).status).toBe(
    200,
  );
  expect(await witness.add(formatRequest({ old: 5, proof: [], checkpoint: signed(5, 2) }))).toEqual({
    status: 409,
    type: 'text/x.tlog.size',
    text: '5\n',
  });
  expect((await witness.add(formatRequest({ old: 5, proof: [], checkpoint: signed(5, 1) }))).status).toBe(
    200,
  );
  const proof = [new Uint8Array(32)];
  expect((await witness.add(formatRequest({ old: 5, proof, checkpoint: signed(6, 1) }))).status).toBe(422);
});
