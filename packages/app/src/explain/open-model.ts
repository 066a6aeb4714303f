import { readFile } from 'node:fs/promises';
import type { Config } from '@ombud/contract';
import { loadModel, type Model, type ModelFeature, type RemoteProtocol, remoteModel } from '@ombud/model';
import { appErrors } from '../errors.ts';
import { digestOfFile } from './digest.ts';
import type { People } from './people.ts';

/** A model, and the digest of its file; null where it is behind a server. */
export interface Opened {
  readonly model: Model;
  readonly digest: string | null;
}

const isUrl = (location: string): boolean => /^https?:\/\//i.test(location);

/**
 * The model of a file, or the one behind a URL. What a server reads is declared under `inputs`; the categories of an input are
 * those that the data have.
 *
 * @throws OMBUD_E_EXPLAIN_USAGE/no-model, /remote-needs-inputs; OMBUD_E_MODEL_... where the file is none
 */
export async function openModel(
  location: string,
  protocol: RemoteProtocol,
  config: Config | null,
  people: People,
): Promise<Opened> {
  if (!isUrl(location)) {
    const bytes = await readModel(location);
    return { model: loadModel(bytes), digest: digestOfFile(bytes) };
  }
  const inputs = config?.inputs ?? [];
  if (inputs.length === 0) throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'remote-needs-inputs');
  const features = inputs.map(
    ({ name, type }): ModelFeature => ({
      name,
      categories: type === 'number' || type === 'integer' ? null : valuesOf(people, name),
      unknown: 'refused',
    }),
  );
  const model = remoteModel({ url: location, protocol, features, outputs: 1, fetch: globalThis.fetch });
  return { model, digest: null };
}

const valuesOf = ({ rows }: People, column: string): readonly string[] =>
  [
    ...new Set(
      rows.flatMap((row) => {
        const value = row[column];
        return value === null || value === undefined || value === '' ? [] : [String(value)];
      }),
    ),
  ].sort();

/**
 * The digest of a model file, to be recorded with the decisions that it makes.
 * @returns SHA-256, hexadecimal
 * @throws OMBUD_E_EXPLAIN_USAGE/no-model where the file cannot be read
 */
export const digestOfModel = async (file: string): Promise<string> => digestOfFile(await readModel(file));

async function readModel(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'no-model', { file }, { cause });
  }
}
