/** `ombud ledger append`: records the good rows in durable batches and names the bad ones. */
import type { Readable, Writable } from 'node:stream';
import { isOmbudError } from '@ombud/kernel';
import { openWriter, type Sealed, seal, type Writer } from '@ombud/ledger';
import { english, sayError } from '@ombud/words';
import { type Format, readRows } from './intake.ts';
import { LedgerError } from './ledger-error.ts';
import { startProgress } from './progress.ts';
import { type RoleFlags, resolveRoles } from './roles.ts';
import { BadRow, toDraft } from './to-draft.ts';

const BATCH = 1000;

export interface AppendOptions extends RoleFlags {
  readonly format?: Format;
}

export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
  readonly messages: Writable & { readonly isTTY?: boolean };
}

interface Batch {
  readonly lines: number[];
  readonly sealed: Sealed[];
}

/**
 * Records a file of decisions. Prints `{"index":..,"leaf":..,"line":..}` for each accepted row once it is durable.
 *
 * @throws LedgerError `OMBUD_E_LEDGER_INPUT` at the end where rows were refused; the others are recorded
 */
export async function append(
  location: string,
  file: string,
  options: AppendOptions,
  streams: Streams,
): Promise<void> {
  const roles = await resolveRoles(options);
  const writer = await openWriter(location);
  const progress = startProgress(streams.messages, 'recorded');
  let refused = 0;
  let accepted = 0;
  try {
    let batch: Batch = { lines: [], sealed: [] };
    for await (const row of readRows(file, streams.input, options.format)) {
      const sealed = 'refused' in row ? row.refused : sealRow(() => toDraft(row.values, roles));
      if (typeof sealed === 'string') {
        refused += 1;
        streams.messages.write(`Line ${row.line} of ${file} was refused: ${sealed}.\n`);
        continue;
      }
      batch.lines.push(row.line);
      batch.sealed.push(sealed);
      if (batch.sealed.length < BATCH) continue;
      accepted += await commit(writer, batch, streams.output);
      progress.update(accepted);
      batch = { lines: [], sealed: [] };
    }
    accepted += await commit(writer, batch, streams.output);
  } finally {
    progress.stop();
    await writer.close();
  }
  requireAll(accepted, refused, file);
}

function requireAll(accepted: number, refused: number, file: string): void {
  if (refused > 0)
    throw new LedgerError(
      'OMBUD_E_LEDGER_INPUT',
      `${refused} of ${accepted + refused} rows of ${file} were refused; the other ${accepted} are recorded.`,
    );
  if (accepted === 0)
    throw new LedgerError('OMBUD_E_LEDGER_INPUT', `There are no rows in ${file}: nothing was recorded.`);
}

function sealRow(draft: () => Parameters<typeof seal>[0]): Sealed | string {
  try {
    return seal(draft());
  } catch (error) {
    if (error instanceof BadRow) return error.message.replace(/\.$/, '');
    if (isOmbudError(error)) return sayError(english, error).replace(/\.$/, '');
    throw error;
  }
}

async function commit(writer: Writer, { lines, sealed }: Batch, output: Writable): Promise<number> {
  const appended = await writer.appendSealed(sealed);
  const text = appended.map((one, i) => `${JSON.stringify({ ...one, line: lines[i] })}\n`).join('');
  if (text !== '' && !output.write(text)) await new Promise((resolve) => output.once('drain', resolve));
  return appended.length;
}
