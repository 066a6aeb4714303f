import type { ErrorKind } from '@ombud/kernel';

/** What the command ends with: pass, the policy or a check failed, wrong use or bad input, cannot tell, our fault. */
export const exitCodes = { pass: 0, fail: 1, wrongUse: 2, cannotTell: 3, ourFault: 4 } as const;

/** An exit code; only `program.ts` hands it to the system. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The one place where what an error means becomes an exit code. */
export const exitCodeOfError: Readonly<Record<ErrorKind, ExitCode>> = {
  input: exitCodes.wrongUse,
  'not-found': exitCodes.wrongUse,
  conflict: exitCodes.wrongUse,
  unavailable: exitCodes.wrongUse,
  disproved: exitCodes.fail,
  'unknown-asker': exitCodes.wrongUse,
  forbidden: exitCodes.wrongUse,
  'too-often': exitCodes.wrongUse,
  fault: exitCodes.ourFault,
};

/** Hands the exit code of a command to the program. */
export type Settle = (code: ExitCode) => void;
