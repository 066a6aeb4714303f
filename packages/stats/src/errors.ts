/** The registry of this package's errors: code, what to do, exit code of the command. */
const registry = {
  OMBUD_E_STATS_COUNTS: {
    advice: 'Give counts with 0 <= events <= n.',
    exitCode: 2,
  },
  OMBUD_E_STATS_LEVEL: {
    advice: 'Give a number strictly between 0 and 1, for example 0.95.',
    exitCode: 2,
  },
  OMBUD_E_STATS_SHAPE: {
    advice: 'Give as many values as there are groups or strata.',
    exitCode: 2,
  },
} as const;

export type StatsErrorCode = keyof typeof registry;

/** Wrong input: one sentence that says what is wrong and what to do, a stable code and an exit code. */
export class StatsError extends Error {
  override readonly name = 'StatsError';
  readonly code: StatsErrorCode;
  readonly exitCode: number;

  constructor(code: StatsErrorCode, what: string) {
    super(`${what} ${registry[code].advice}`);
    this.code = code;
    this.exitCode = registry[code].exitCode;
  }
}
