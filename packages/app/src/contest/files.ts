/** Files that come with an appeal: of a kind that can be looked at, known by their content, and kept apart. */
import { createHash } from 'node:crypto';
import { contestErrors } from '@ombud/contest';
import { fileTypeFromBuffer } from 'file-type';
import type { Statements } from '../state/state.ts';
import { type Desk, newIdOf, nowOf } from './desk.ts';
import { caseOf } from './find-matter.ts';
import { contest } from './tables.ts';

const megabyte = 1_000_000;
const mostBytes = 10 * megabyte;
const mostFiles = 20;

/** Kinds of files that can be taken: pictures, PDF and plain text. */
const allowed = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/tiff',
  'text/plain',
];

/** A file as it comes in. */
export interface NewFile {
  readonly name: string;
  /** What it says it is. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** An appeal that files belong to. */
interface Into {
  readonly case: string;
  readonly appeal: string;
}

/** A file that was taken. */
export interface TakenFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly digest: string;
  /** `waiting` until a scanner has looked at it. */
  readonly scan: 'waiting' | 'clean' | 'refused';
}

/** What the content is: by its first bytes; text where all of it is text. */
async function typeOfContent(bytes: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined) return found.mime;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what has them is no text
    if (/[\x00-\x08\x0e-\x1f]/.test(text) || /^\s*(<|%!)/.test(text)) return 'application/octet-stream';
    return 'text/plain';
  } catch {
    return 'application/octet-stream';
  }
}

/** A file that can be taken, with what it is. */
interface Looked extends NewFile {
  readonly digest: string;
}

/** @throws OmbudError `OMBUD_E_CONTEST_FILE` where it cannot be taken */
async function lookAt({ name, type: says, bytes }: NewFile): Promise<Looked> {
  const size = bytes.byteLength;
  if (size === 0) throw contestErrors.error('OMBUD_E_CONTEST_FILE', 'empty');
  if (size > mostBytes)
    throw contestErrors.error('OMBUD_E_CONTEST_FILE', 'too-large', { size, most: mostBytes });
  const type = await typeOfContent(bytes);
  const declared = says.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (declared !== type)
    throw contestErrors.error('OMBUD_E_CONTEST_FILE', 'not-what-it-says', { said: declared, found: type });
  if (!allowed.includes(type)) throw contestErrors.error('OMBUD_E_CONTEST_FILE', 'type', { allowed });
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { name: name.slice(0, 200), type, bytes, digest };
}

const sameFile = ({ digest, name }: { readonly digest: string; readonly name: string }): string =>
  `${digest} ${name}`;

/**
 * Takes files into an appeal: all of them, or none. What each is is told by its content: one that says otherwise, or that is of
 * no kind that can be taken, is refused. One that is there already, by name and content, is not taken again. Nobody can open a
 * file before a scanner has called it clean.
 *
 * @returns the files that were asked for, each once
 * @throws OmbudError `OMBUD_E_CONTEST_FILE`
 */
export async function takeFiles(
  desk: Desk,
  { case: caseId, appeal }: Into,
  files: readonly NewFile[],
): Promise<readonly TakenFile[]> {
  await caseOf(desk, caseId);
  const looked = new Map<string, Looked>();
  for (const file of files) {
    const one = await lookAt(file);
    looked.set(sameFile(one), one);
  }
  return desk.state.change(async (tx) => {
    const db = tx.of(contest);
    const stored = await db
      .selectFrom('contest_files')
      .select(['id', 'name', 'type', 'digest', 'scan'])
      .where('matter', '=', appeal)
      .execute();
    const known = new Map(stored.map((row) => [sameFile(row), row as TakenFile]));
    const fresh = [...looked].filter(([key]) => !known.has(key)).map(([, one]) => one);
    if (known.size + fresh.length > mostFiles)
      throw contestErrors.error('OMBUD_E_CONTEST_FILE', 'too-many', { most: mostFiles });
    const now = nowOf(desk);
    for (const { name, type, bytes, digest } of fresh) {
      const id = newIdOf(desk);
      const row = { id, case_id: caseId, matter: appeal, name, type, size: bytes.byteLength, digest };
      await db
        .insertInto('contest_files')
        .values({ ...row, scan: 'waiting', stored: now, bytes })
        .execute();
      known.set(sameFile({ digest, name }), { id, name, type, digest, scan: 'waiting' });
    }
    return [...looked.keys()].flatMap((key) => known.get(key) ?? []);
  });
}

/**
 * Notes what a scanner said of a file. The scanner is whoever calls: a hook of the operator's.
 * @throws OmbudError `OMBUD_E_CONTEST_CASE` where there is no such file: a scanner that errs must hear of it
 */
export async function noteScan(desk: Desk, id: string, scan: 'clean' | 'refused'): Promise<void> {
  await desk.state.change(async (tx) => {
    const { numUpdatedRows } = await tx
      .of(contest)
      .updateTable('contest_files')
      .set({ scan })
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n) throw contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-file', { file: id });
  });
}

/** A file for whoever may see the case; null where there is none, or no scanner has called it clean. */
export async function openFile(
  state: Statements,
  { case: caseId, id }: { readonly case: string; readonly id: string },
): Promise<{ readonly name: string; readonly type: string; readonly bytes: Uint8Array } | null> {
  const row = await state
    .of(contest)
    .selectFrom('contest_files')
    .select(['name', 'type', 'bytes'])
    .where('id', '=', id)
    .where('case_id', '=', caseId)
    .where('scan', '=', 'clean')
    .executeTakeFirst();
  return row ?? null;
}

/** SHA-256 of the files of an appeal, for its entry. */
export async function digestsOfFiles(desk: Pick<Desk, 'state'>, appeal: string): Promise<string[]> {
  const rows = await desk.state
    .of(contest)
    .selectFrom('contest_files')
    .select('digest')
    .where('matter', '=', appeal)
    .orderBy('stored')
    .orderBy('id')
    .execute();
  return rows.map(({ digest }) => digest);
}
