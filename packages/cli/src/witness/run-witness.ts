import { cosign, startWitness } from '@ombud/app';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { parsePort } from '../parse-port.ts';
import { print, sentence, withContext } from '../terminal.ts';

/** The flags of `ombud witness serve`. */
export interface ServeFlags {
  readonly name: string;
  readonly log: string[];
  readonly host: string;
  readonly port: string;
  readonly public?: boolean;
}

/** The flags of `ombud witness cosign`. */
export interface CosignFlags {
  readonly witness: string;
  readonly witnessKey: string;
}

/** `ombud witness serve`: until it is told to stop. */
export async function runServe(folder: string, flags: ServeFlags): Promise<ExitCode> {
  const running = await withContext((context) =>
    startWitness(
      {
        folder,
        name: flags.name,
        logs: flags.log,
        host: flags.host,
        port: parsePort(flags.port),
        isPublic: flags.public === true,
      },
      context,
    ),
  );
  print(`${running.key}\n${sentence('witness/listens', { url: running.url })}`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await running.close();
  return exitCodes.pass;
}

/** `ombud witness cosign`. */
export async function runCosign(
  location: string,
  { witness: url, witnessKey }: CosignFlags,
): Promise<ExitCode> {
  const { size, witness, time } = await withContext((context) =>
    cosign({ location, url, key: witnessKey }, context),
  );
  print(sentence('witness/cosigned', { witness, size, time: new Date(time * 1000).toISOString() }));
  return exitCodes.pass;
}
