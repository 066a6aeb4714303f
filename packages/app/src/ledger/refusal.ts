import { isOmbudError, OmbudError, type Params } from '@ombud/kernel';

/** Why one row cannot be recorded: a key of the catalogue under `row/`, and its parameters. */
export interface Refusal {
  readonly reason: string;
  readonly params: Params;
}

/** What is wrong with one row; thrown where the row is made into a draft, and told with its line. */
export class BadRow extends Error implements Refusal {
  readonly reason: string;
  readonly params: Params;

  constructor(reason: string, params: Params) {
    super(reason);
    this.reason = reason;
    this.params = params;
  }
}

/** An error about one row as a refusal; any other error is thrown on. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof BadRow) return { reason: error.reason, params: error.params };
  if (isOmbudError(error) && error instanceof OmbudError && error.kind === 'input')
    return { reason: `${error.code}/${error.reason}`, params: error.params };
  throw error;
}
