/** `ombud witness`: watch over the logs of others, and have others watch over ours. */
import { once } from 'node:events';
import { isIP } from 'node:net';
import { cosignWith, openWitness, openWriter, witnessServer } from '@ombud/ledger';
import { parseVerifierKey } from '@ombud/tlog';
import type { Command } from 'commander';
import { LedgerError } from '../ledger/ledger-error.ts';

interface ServeOptions {
  readonly name: string;
  readonly log: string[];
  readonly host: string;
  readonly port: string;
  readonly public?: boolean;
}

/** Adds `ombud witness serve` and `ombud witness cosign` to the program. */
export function registerWitness(program: Command): void {
  const witness = program.command('witness').description('Watch that logs only grow.');
  witness
    .command('serve')
    .description('Run a witness (C2SP tlog-witness) for logs of others; prints its verifier key.')
    .argument('<dir>', 'the folder where the witness keeps its key and what it has seen')
    .requiredOption('--name <name>', 'the witness’s name for good, such as witness.example.org')
    .requiredOption('--log <vkey...>', 'verifier keys of the logs to witness')
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('--port <number>', 'the port; 0 for any free one', '8462')
    .option('--public', 'allow an address that others can reach')
    .action(serve);
  witness
    .command('cosign')
    .description('Ask a witness to cosign the newest checkpoint; receipts then carry its word.')
    .argument('<dir>', 'the folder of the ledger, or a postgres:// URL')
    .requiredOption('--witness <url>', 'the address of the witness')
    .requiredOption('--witness-key <vkey>', 'its verifier key')
    .action(async (dir: string, options: { witness: string; witnessKey: string }) => {
      const key = parseVerifierKey(options.witnessKey);
      const writer = await openWriter(dir);
      try {
        const { size, witness: name, time } = await cosignWith(writer, options.witness, key);
        const at = new Date(time * 1000).toISOString();
        process.stdout.write(`${name} cosigned the log of ${size} entries at ${at}.\n`);
      } finally {
        await writer.close();
      }
    });
}

async function serve(dir: string, options: ServeOptions): Promise<void> {
  requireLoopback(options);
  const logs = options.log.map(parseVerifierKey);
  const state = openWitness(dir, options.name);
  const server = witnessServer({ state, logs });
  server.listen(parsePort(options.port), options.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    state.close();
    throw new LedgerError(
      'OMBUD_E_LEDGER_WITNESS',
      `Nothing can listen on ${options.host}:${options.port}: choose another port.`,
      {
        cause: error,
      },
    );
  }
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  process.stdout.write(`${state.verifierKey}\nWitness on http://${shownHost(options.host)}:${port}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
  await once(server, 'close');
  state.close();
}

function shownHost(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}

function requireLoopback({ host, public: allowed }: ServeOptions): void {
  if (
    allowed === true ||
    host === 'localhost' ||
    host === '::1' ||
    (isIP(host) === 4 && host.startsWith('127.'))
  )
    return;
  throw new LedgerError(
    'OMBUD_E_LEDGER_USAGE',
    `Others could reach the witness at ${host}: put a web server with TLS before 127.0.0.1, or add --public if you mean it.`,
  );
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port < 65_536) return port;
  throw new LedgerError('OMBUD_E_LEDGER_USAGE', `"${text}" is not a port: give a number from 0 to 65535.`);
}
