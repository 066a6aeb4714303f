import { once } from 'node:events';
import { isIP } from 'node:net';
import { type Cosigned, cosignWith, openWitness, witnessServer } from '@ombud/ledger';
import { parseVerifierKey } from '@ombud/tlog';
import type { Context } from './context.ts';
import { appErrors } from './errors.ts';
import { withWriter } from './ledger/open.ts';

/**
 * Asks a witness to cosign the newest checkpoint of a ledger; receipts then carry its word.
 * @param url the address of the witness
 * @param key its verifier key
 * @throws OmbudError `OMBUD_E_LEDGER_WITNESS` where it does not answer, `OMBUD_E_LEDGER_ROLLED_BACK` where it saw more
 */
export async function cosign(
  { location, url, key }: { readonly location: string; readonly url: string; readonly key: string },
  context: Context,
): Promise<Cosigned> {
  const witness = parseVerifierKey(key);
  return withWriter(location, context, (writer) => cosignWith(writer, url, witness));
}

/** A witness to be run. */
export interface WitnessPlan {
  /** Where it keeps its key and what it has seen. */
  readonly folder: string;
  /** Its name for good, such as `witness.example.org`. */
  readonly name: string;
  /** Verifier keys of the logs that it witnesses. */
  readonly logs: readonly string[];
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Allows an address that others can reach. */
  readonly isPublic?: boolean;
}

/** A witness that listens. */
export interface RunningWitness {
  readonly key: string;
  readonly url: string;
  /** Stops listening, and waits until everything is closed. */
  close(): Promise<void>;
}

/**
 * Starts a witness (C2SP tlog-witness).
 * @throws OmbudError `OMBUD_E_LEDGER_USAGE` for an address that others can reach where that was not asked for,
 *   `OMBUD_E_LEDGER_WITNESS` where nothing can listen there
 */
export async function startWitness(plan: WitnessPlan, { now }: Context): Promise<RunningWitness> {
  const { folder, name, host, port } = plan;
  if (plan.isPublic !== true && !isLoopback(host))
    throw appErrors.error('OMBUD_E_LEDGER_USAGE', 'not-loopback', { host });
  const logs = plan.logs.map(parseVerifierKey);
  const state = await openWitness(folder, name);
  const server = witnessServer({ state, logs, now: () => Math.floor(now() / 1000) });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    state.close();
    throw appErrors.error('OMBUD_E_LEDGER_WITNESS', 'cannot-listen', { host, port: String(port) }, { cause });
  }
  const address = server.address();
  const settled = typeof address === 'object' && address !== null ? address.port : port;
  return {
    key: state.verifierKey,
    url: `http://${isIP(host) === 6 ? `[${host}]` : host}:${settled}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      state.close();
    },
  };
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
