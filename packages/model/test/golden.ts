// Reads the models that golden/make.py made; for tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell } from '../src/encode.ts';

const folder = join(import.meta.dirname, '..', 'golden');

/** What the model's own library answers. */
export interface Answers {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly margins: readonly (readonly number[])[] | null;
  readonly probabilities: readonly (readonly number[])[];
  /** The first 25 rows: for each output the columns' contributions and the baseline. */
  readonly contributions?: readonly (readonly (readonly number[])[])[];
}

/** The model files, without their answers. */
export const goldenFiles: readonly string[] = readdirSync(folder).filter(
  (file) => /\.(txt|json|onnx)$/.test(file) && !file.includes('.answers.'),
);

export const goldenBytes = (file: string): Uint8Array => readFileSync(join(folder, file));

export const answersOf = (file: string): Answers =>
  JSON.parse(readFileSync(join(folder, `${file.replace(/\.\w+$/, '')}.answers.json`), 'utf8')) as Answers;
