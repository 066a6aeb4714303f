/** What can go wrong between a system that decides and its Ombud. */

/** An error as a code; what the server said of it stands in `message`, in the language that was asked for. */
export class ClientError extends Error {
  /** A code of the server, `unreachable`, `no-answer`, or one of this package. */
  readonly code: string;
  readonly reason: string;
  /** The status of the answer; null where there was none. */
  readonly status: number | null;
  readonly params: Readonly<Record<string, unknown>>;
  /** How long the server asked to be left alone; null where it did not say. */
  readonly retryAfterMs: number | null;

  constructor(
    code: string,
    reason: string,
    more: {
      readonly status?: number;
      readonly title?: string;
      readonly params?: Readonly<Record<string, unknown>>;
      readonly retryAfterMs?: number | null;
      readonly cause?: unknown;
    } = {},
  ) {
    super(more.title ?? `${code}: ${reason}`, 'cause' in more ? { cause: more.cause } : {});
    this.name = 'ClientError';
    this.code = code;
    this.reason = reason;
    this.status = more.status ?? null;
    this.params = more.params ?? {};
    this.retryAfterMs = more.retryAfterMs ?? null;
  }
}

const tooOften = 429;
const fault = 500;

/** Whether asking again, later, may be answered. */
export const isDown = ({ status }: ClientError): boolean =>
  status === null || status === tooOften || status >= fault;
