/**
 * What an error means for whoever asked, whatever the front: each front maps it to its own terms (an exit code, an
 * HTTP status), so that the core knows of neither.
 *
 * - `input`: what was given cannot be used
 * - `not-found`: what was named is not there
 * - `conflict`: it is there already, or somebody else holds it
 * - `unavailable`: something outside did not answer; trying again later may work
 * - `disproved`: a check was made and failed (a signature, a proof, a commitment)
 * - `unknown-asker`: who asks must say who they are
 * - `forbidden`: who asks may not
 * - `too-often`: later
 * - `fault`: a defect of ours
 */
export type ErrorKind =
  | 'input'
  | 'not-found'
  | 'conflict'
  | 'unavailable'
  | 'disproved'
  | 'unknown-asker'
  | 'forbidden'
  | 'too-often'
  | 'fault';

/** A value and how often it occurs. */
export interface Counted {
  readonly value: string;
  readonly count: number;
}

/** A parameter of a sentence: plain data, so that an error travels over HTTP and into a log as it is. */
export type Param = string | number | boolean | null | readonly string[] | readonly Counted[];
/** The parameters of a sentence by name. */
export type Params = Readonly<Record<string, Param>>;

/**
 * The one error of Ombud. It holds a code, a reason and parameters, and no sentence: `words` makes the sentence in the
 * reader's language, at the front. Its `message` is for logs.
 *
 * @example error.code // 'OMBUD_E_BAD_POLICY'
 * @example error.reason // 'no-pack'
 * @example error.params // { pack: 'us-four-fifth', near: ['us-four-fifths'] }
 */
export class OmbudError extends Error {
  override readonly name = 'OmbudError';
  /** Stable, for machines: what kind of thing went wrong. */
  readonly code: string;
  /** Which of the sentences of the code applies. */
  readonly reason: string;
  readonly kind: ErrorKind;
  readonly params: Params;

  constructor(
    code: string,
    reason: string,
    kind: ErrorKind,
    params: Params,
    options?: { readonly cause?: unknown },
  ) {
    super(`${code}/${reason} ${JSON.stringify(params)}`, options);
    this.code = code;
    this.reason = reason;
    this.kind = kind;
    this.params = params;
  }
}

/** What a package declares of one code: what it means for the asker, and the reasons, each with a sentence in `words`. */
export interface ErrorDeclaration {
  readonly kind: ErrorKind;
  readonly reasons: readonly string[];
}

/** The errors of a package by their codes. */
export type ErrorDeclarations = Readonly<Record<string, ErrorDeclaration>>;

/** Makes an error of one registry; the code and the reason are checked by the compiler. */
export type ErrorMaker<D extends ErrorDeclarations> = <C extends keyof D & string>(
  code: C,
  reason: D[C]['reasons'][number],
  params?: Params,
  options?: { readonly cause?: unknown },
) => OmbudError;

/** A package's errors: the one shape of a registry, which the documents and the test of the words read. */
export interface ErrorRegistry<D extends ErrorDeclarations> {
  readonly declarations: D;
  readonly error: ErrorMaker<D>;
}

/**
 * Declares the errors of a package.
 *
 * @example
 * export const statsErrors = defineErrors({
 *   OMBUD_E_STATS_LEVEL: { kind: 'input', reasons: ['not-between-0-and-1'] },
 * });
 * throw statsErrors.error('OMBUD_E_STATS_LEVEL', 'not-between-0-and-1', { level });
 */
export function defineErrors<const D extends ErrorDeclarations>(declarations: D): ErrorRegistry<D> {
  return {
    declarations,
    error: (code, reason, params = {}, options) =>
      new OmbudError(code, reason, (declarations[code] as ErrorDeclaration).kind, params, options),
  };
}

/** Whether something thrown is one of our errors, also where two copies of this package are loaded. */
export const isOmbudError = (error: unknown): error is OmbudError =>
  error instanceof Error && error.name === 'OmbudError' && 'code' in error && 'kind' in error;
