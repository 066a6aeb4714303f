/** RFC 9457: an error as JSON, with our code, reason and parameters, and the sentence in the reader's language. */
import { type ErrorKind, isOmbudError, OmbudError } from '@ombud/kernel';
import { type Language, sayError } from '@ombud/words';
import { serverErrors } from '../errors.ts';

/** The one place where what an error means becomes a status. */
const statusOfKind: Readonly<Record<ErrorKind, number>> = {
  input: 400,
  'unknown-asker': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  disproved: 422,
  'too-often': 429,
  fault: 500,
  unavailable: 503,
};

/** Statuses that say more than the kind of the error, by its code, or by its code and reason. */
const statusOfCode: Readonly<Record<string, number>> = {
  OMBUD_E_HTTP_TOO_LARGE: 413,
  OMBUD_E_LEDGER_TOO_LARGE: 413,
  // Whoever holds the lock lets it go: what was asked was not done, and can be asked again.
  OMBUD_E_LEDGER_LOCKED: 503,
  'OMBUD_E_HTTP_NO_ROUTE/method': 405,
};

/** What an error is answered with. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly reason: string;
  readonly params: OmbudError['params'];
  readonly requestId: string;
}

/** Any error as one of ours; what is not is our fault, and its text stays in the log of the server. */
export function asOmbudError(error: unknown): OmbudError {
  return isOmbudError(error) && 'params' in error
    ? error
    : serverErrors.error('OMBUD_E_UNEXPECTED', 'fault', {}, { cause: error });
}

/** Places of the machine are nobody's business out there: the ledger goes by its public name. */
function tellable({ code, kind, reason, params }: OmbudError, origin: string): OmbudError {
  if (kind === 'fault') return serverErrors.error('OMBUD_E_UNEXPECTED', 'fault');
  return 'location' in params
    ? new OmbudError(code, reason, kind, { ...params, location: origin })
    : new OmbudError(code, reason, kind, params);
}

/** An error as data, to be kept and told later in any language. */
export interface PlainError {
  readonly code: string;
  readonly reason: string;
  readonly params: OmbudError['params'];
}

/**
 * An error as data, without what is nobody's business.
 * @param origin the public name of the server's ledger
 */
export function plainError(error: OmbudError, origin: string): PlainError {
  const { code, reason, params } = tellable(error, origin);
  return { code, reason, params };
}

/**
 * The problem that an error is, for a reader.
 * @param origin the public name of the server's ledger
 */
export function problemOf(error: OmbudError, origin: string, language: Language, requestId: string): Problem {
  const told = tellable(error, origin);
  return {
    type: `urn:ombud:error:${told.code}`,
    title: sayError(language, told),
    status: statusOfCode[`${told.code}/${told.reason}`] ?? statusOfCode[told.code] ?? statusOfKind[told.kind],
    code: told.code,
    reason: told.reason,
    params: told.params,
    requestId,
  };
}
