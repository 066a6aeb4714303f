/** Errors of the commands until they are use cases of `app`: a sentence, a code and an exit code. */
export class LedgerError extends Error {
  readonly code: string;
  readonly exitCode: 1 | 2;

  constructor(code: string, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'LedgerError';
    this.code = code;
    this.exitCode = code === 'OMBUD_E_VERIFY_ROOT' ? 1 : 2;
  }
}
