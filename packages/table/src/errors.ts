/** Every error that the audit can meet: its code, the exit code of the command, and what to do about it. */
export const registry = {
  OMBUD_E_NO_SOURCE: { exitCode: 2, todo: 'Check the path; quote patterns such as "data/*.csv".' },
  OMBUD_E_SOURCE_FORMAT: {
    exitCode: 2,
    todo: 'Use .csv, .tsv, .txt, .parquet, .json, .ndjson or .jsonl (also .gz), or a folder of them.',
  },
  OMBUD_E_UNREADABLE: { exitCode: 2, todo: 'Mend or re-export the file, then run again.' },
  OMBUD_E_RAGGED_LINE: { exitCode: 2, todo: 'Mend that line, or quote the value that holds the delimiter.' },
  OMBUD_E_ENCODING: {
    exitCode: 2,
    todo: 'Save the file as UTF-8, or name its encoding with --encoding latin-1.',
  },
  OMBUD_E_NO_ROWS: { exitCode: 2, todo: 'Point Ombud at a file that holds decisions.' },
  OMBUD_E_UNKNOWN_COLUMN: { exitCode: 2, todo: 'Use a column that the source has.' },
  OMBUD_E_MISSING_ROLE: {
    exitCode: 2,
    todo: 'Name the column with a flag, or run "ombud init" to propose roles.',
  },
  OMBUD_E_ROLE_CONFLICT: { exitCode: 2, todo: 'Give each column one role.' },
  OMBUD_E_NOT_BINARY: {
    exitCode: 2,
    todo: 'Say which values are positive, for example --decision COLUMN=VALUE.',
  },
  OMBUD_E_NO_SUCH_VALUE: { exitCode: 2, todo: 'Use one of the values that the column holds.' },
  OMBUD_E_ONE_GROUP: { exitCode: 2, todo: 'Choose a column with at least two groups of people.' },
  OMBUD_E_TOO_MANY_GROUPS: {
    exitCode: 2,
    todo: 'Choose a column with fewer values, or bin a numeric one in ombud.yaml.',
  },
  OMBUD_E_BAD_COUNT: { exitCode: 2, todo: 'Counts must be whole numbers, zero or more.' },
  OMBUD_E_BAD_WEIGHT: { exitCode: 2, todo: 'Weights must be numbers, zero or more.' },
  OMBUD_E_BAD_BINS: { exitCode: 2, todo: 'Bins are increasing numbers, for example bins: [25, 40, 65].' },
  OMBUD_E_BAD_CONFIG: { exitCode: 2, todo: 'Mend ombud.yaml, or the flag.' },
  OMBUD_E_BAD_POLICY: { exitCode: 2, todo: 'Use a policy file or one of the packs.' },
  OMBUD_E_NO_INCIDENT: { exitCode: 2, todo: 'Run "ombud incidents" for the list.' },
  OMBUD_E_BAD_EVIDENCE: { exitCode: 2, todo: 'Give the envelope that "ombud audit --sign" wrote.' },
  OMBUD_E_CANNOT_WRITE: { exitCode: 2, todo: 'Choose a place with --out that can be written.' },
  OMBUD_E_ENGINE: {
    exitCode: 4,
    todo: 'This looks like our fault: please report it with the command you ran.',
  },
} as const satisfies Record<string, { readonly exitCode: 2 | 4; readonly todo: string }>;

export type ErrorCode = keyof typeof registry;

/**
 * An error that a person can act on: one sentence of what is wrong and where, one of what to do.
 * @example throw new OmbudError('OMBUD_E_NO_SOURCE', 'There is no file "x.csv".')
 */
export class OmbudError extends Error {
  readonly code: ErrorCode;
  readonly exitCode: number;

  constructor(
    code: ErrorCode,
    what: string,
    options: { readonly todo?: string; readonly cause?: unknown } = {},
  ) {
    super(
      `${what} ${options.todo ?? registry[code].todo}`,
      options.cause === undefined ? {} : { cause: options.cause },
    );
    this.name = 'OmbudError';
    this.code = code;
    this.exitCode = registry[code].exitCode;
  }
}
