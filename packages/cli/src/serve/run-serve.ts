import { serve } from '@ombud/server';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { parsePort } from '../parse-port.ts';
import { note, print, sentence } from '../terminal.ts';
import { untilStopped } from './until-stopped.ts';

/** The flags of `ombud serve`. */
export interface ServeFlags {
  readonly host: string;
  readonly port: string;
}

/** One line a thing that happened, as JSON, to standard error. */
const log = (event: string, details: Readonly<Record<string, string | number>> = {}): void =>
  note(`${JSON.stringify({ time: new Date().toISOString(), event, ...details })}\n`);

/** `ombud serve`: until it is told to stop. */
export async function runServe(folder: string, { host, port }: ServeFlags): Promise<ExitCode> {
  const running = await serve({ folder, host, port: parsePort(port), log });
  print(sentence('serve/listens', { url: running.url }));
  if (running.invitation !== null) print(sentence('serve/invitation', { url: running.invitation }));
  print(sentence('serve/how-to-stop'));
  await untilStopped();
  await running.close();
  return exitCodes.pass;
}
