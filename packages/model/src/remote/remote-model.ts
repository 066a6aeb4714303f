import { modelErrors } from '../errors.ts';
import type { ModelFeature, OpaqueModel } from '../model.ts';
import { answersOf } from './answer.ts';
import type { RemoteProtocol } from './protocol.ts';
import { questionOf } from './question.ts';

/** An answer of this size holds millions of numbers; a larger one is a fault or an attack. */
const mostBytes = 64_000_000;

/** Where a model that can only be asked answers, and in which protocol. */
export interface RemoteOptions {
  readonly url: string;
  readonly protocol: RemoteProtocol;
  readonly features: readonly ModelFeature[];
  /** How many numbers a row is answered with. */
  readonly outputs: number;
  readonly classes?: readonly string[];
  /** What goes over the network: `globalThis.fetch` at the edges, a fixed one in tests. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Further headers, such as one that authorises. */
  readonly headers?: Readonly<Record<string, string>>;
  /** After how many milliseconds a question is given up: 30,000 where nothing is said. */
  readonly timeout?: number;
}

/**
 * A model behind a server. Its answers are taken as they come: probabilities, scores or amounts.
 * @returns a model that can only be asked; its `predict` throws OMBUD_E_MODEL_REMOTE
 * @example remoteModel({ url, protocol: { kind: 'mlflow' }, features, outputs: 1, fetch })
 */
export function remoteModel(options: RemoteOptions): OpaqueModel {
  const { protocol, features, outputs } = options;
  return {
    kind: 'opaque',
    origin: { format: `remote-${protocol.kind}`, version: '', objective: '' },
    features,
    outputs,
    classes: options.classes ?? null,
    link: { kind: 'identity' },
    predict: (rows) => ask(options, rows),
  };
}

async function ask(options: RemoteOptions, rows: readonly Float64Array[]): Promise<readonly Float64Array[]> {
  if (rows.length === 0) return [];
  const { protocol, features, outputs } = options;
  const question = questionOf(protocol, { url: options.url, features, rows });
  const url = shown(question.url);
  const response = await send(options, question.url, question.body, url);
  if (!response.ok)
    throw modelErrors.error('OMBUD_E_MODEL_REMOTE', 'status', { url, status: response.status });
  const text = await bounded(response, url);
  const answers = answersOf(protocol, parsed(text, url), rows.length, outputs);
  if (answers === null) {
    throw modelErrors.error('OMBUD_E_MODEL_REMOTE', 'shape', { url, rows: rows.length, outputs });
  }
  return answers;
}

/** An address without what may be secret: names, passwords and keys in the query. */
function shown(url: string): string {
  const parts = URL.parse(url);
  return parts === null ? '' : parts.origin + parts.pathname;
}

async function send(options: RemoteOptions, url: string, body: string, name: string): Promise<Response> {
  try {
    return await options.fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...options.headers },
      body,
      signal: AbortSignal.timeout(options.timeout ?? 30_000),
    });
  } catch (cause) {
    throw modelErrors.error('OMBUD_E_MODEL_REMOTE', 'no-answer', { url: name }, { cause });
  }
}

async function bounded(response: Response, url: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      if (bytes > mostBytes) break;
      text += decoder.decode(chunk, { stream: true });
    }
  } catch (cause) {
    throw modelErrors.error('OMBUD_E_MODEL_REMOTE', 'no-answer', { url }, { cause });
  }
  if (bytes > mostBytes)
    throw modelErrors.error('OMBUD_E_MODEL_REMOTE', 'too-large', { url, most: mostBytes });
  return text + decoder.decode();
}

function parsed(text: string, url: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw modelErrors.error('OMBUD_E_MODEL_REMOTE', 'not-json', { url }, { cause });
  }
}
