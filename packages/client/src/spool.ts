/**
 * Decisions that wait on this machine's disk: a file of lines that is only appended to. `{"decision":...}` waits; `{"sent":N}`
 * says that the first N do no longer. A line counts once its newline is on the disk, so what a crash tore is cut off. When
 * nothing waits the file is emptied: people's data does not lie about.
 */
import { open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { KeyedDecision } from './decision.ts';
import { ClientError } from './errors.ts';
import type { Answered } from './send.ts';

const ownerOnly = 0o600;
type Handle = Awaited<ReturnType<typeof open>>;

/** A spool that this process alone writes. */
export class Spool {
  readonly #file: string;
  readonly #handle: Handle;
  #waiting: KeyedDecision[];
  #sent: number;
  #bytes: number;
  /** Writes are one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(file: string, handle: Handle, { waiting, sent, bytes }: ReturnType<typeof readLines>) {
    this.#file = file;
    this.#handle = handle;
    this.#waiting = waiting;
    this.#sent = sent;
    this.#bytes = bytes;
  }

  /**
   * Opens the file, or makes it; what a crash tore is cut off.
   * @throws ClientError `OMBUD_CLIENT_SPOOL` where another process has it open, or it is no spool
   */
  static async open(file: string): Promise<Spool> {
    const path = resolve(file);
    await takeLock(path);
    let handle: Handle | null = null;
    try {
      handle = await open(path, 'a', ownerOnly);
      const text = await readFile(path);
      const found = readLines(text, path);
      if (found.bytes < text.byteLength) await truncate(path, found.bytes);
      await handle.sync();
      await syncFolder(path);
      return new Spool(path, handle, found);
    } catch (error) {
      await handle?.close();
      await rm(lockOf(path), { force: true });
      throw error;
    }
  }

  /** Decisions that wait, oldest first. */
  get waiting(): readonly KeyedDecision[] {
    return this.#waiting;
  }

  /** Appends decisions; they are on the disk when it resolves. */
  add(decisions: readonly KeyedDecision[]): Promise<void> {
    return this.#next(async () => {
      await this.#write(decisions.map((decision) => ({ decision })));
      this.#waiting.push(...decisions);
    });
  }

  /** The oldest of those that wait were answered. What was refused is kept beside: it was decided, and somebody must look. */
  answered(answers: readonly Answered[]): Promise<void> {
    return this.#next(async () => {
      const refused = answers.flatMap((answer, i) =>
        answer.state === 'refused' ? [{ ...answer, decision: this.#waiting[i] }] : [],
      );
      if (refused.length > 0) await appendDurably(`${this.#file}.refused`, linesOf(refused));
      this.#sent += answers.length;
      this.#waiting = this.#waiting.slice(answers.length);
      if (this.#waiting.length > 0) return this.#write([{ sent: this.#sent }]);
      await this.#handle.truncate(0);
      await this.#handle.sync();
      this.#sent = 0;
      this.#bytes = 0;
    });
  }

  /** What waits stays in the file. */
  async close(): Promise<void> {
    await this.#last.catch(() => {});
    await this.#handle.close();
    await rm(lockOf(this.#file), { force: true });
  }

  #next(work: () => Promise<void>): Promise<void> {
    const done = this.#last.catch(() => {}).then(work);
    this.#last = done;
    return done;
  }

  /** A write that fails half way leaves no half line. */
  async #write(values: readonly unknown[]): Promise<void> {
    const text = linesOf(values);
    try {
      await this.#handle.appendFile(text);
      await this.#handle.datasync();
    } catch (error) {
      await this.#handle.truncate(this.#bytes).catch(() => {});
      throw error;
    }
    this.#bytes += Buffer.byteLength(text);
  }
}

const linesOf = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

const newline = 10;

function readLines(bytes: Buffer, file: string) {
  const end = bytes.lastIndexOf(newline) + 1;
  const decisions: KeyedDecision[] = [];
  let sent = 0;
  for (const [i, line] of bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1).entries()) {
    const value = lineOf(line);
    if (value?.decision !== undefined) decisions.push(value.decision);
    else if (value?.sent !== undefined) sent = value.sent;
    else throw new ClientError('OMBUD_CLIENT_SPOOL', 'not-a-spool', { params: { file, line: i + 1 } });
  }
  return { waiting: decisions.slice(sent), sent, bytes: end };
}

function lineOf(line: string): { readonly decision?: KeyedDecision; readonly sent?: number } | null {
  try {
    return JSON.parse(line) as { readonly decision?: KeyedDecision; readonly sent?: number };
  } catch {
    return null;
  }
}

async function appendDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'a', ownerOnly);
  try {
    await handle.appendFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(file);
}

/** A new file is there after a crash once its folder was written. */
async function syncFolder(file: string): Promise<void> {
  const handle = await open(dirname(file), 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const lockOf = (file: string): string => `${file}.lock`;

function isAlive(pid: number): boolean {
  // The same number in a container that started again is this process.
  if (!Number.isSafeInteger(pid) || pid < 1 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Two processes that empty one file would lose what the other wrote. */
async function takeLock(file: string): Promise<void> {
  const lock = lockOf(file);
  const taken = () => writeFile(lock, `${process.pid}\n`, { flag: 'wx', mode: ownerOnly });
  try {
    await taken();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const pid = Number(await readFile(lock, 'utf8').catch(() => ''));
    if (isAlive(pid)) throw new ClientError('OMBUD_CLIENT_SPOOL', 'in-use', { params: { file, pid } });
    await rm(lock, { force: true });
    await taken();
  }
}
