import { demonstrate } from '@ombud/server';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { note, print, sentence } from '../terminal.ts';
import { untilStopped } from './until-stopped.ts';

const usualPort = 8461;

/** What follows the answer of the example: a server with a past, until it is told to stop. */
export async function runDemonstration(): Promise<ExitCode> {
  print(`\n${sentence('demo/begins')}`);
  const shown = await demonstrate(usualPort, (done, of) =>
    note(sentence('demo/month', { done, months: of })),
  );
  const { url, name, office, password, letter, key, system, decisions, months } = shown;
  print(sentence('demo/shows', { decisions, months }));
  print(sentence('demo/open', { url, name, password }));
  print(sentence('demo/record'));
  print(
    `  curl ${url}/api/v1/systems/${system}/decisions -H 'Authorization: Bearer ${key}' -H 'Content-Type: application/json' \\\n` +
      `    -d '{"subject":"me","decision":"no","inputs":{"income":2500,"amount":4000,"purpose":"car"},"attributes":{"sex":"F","age":"30-49"}}'\n`,
  );
  print(sentence('demo/receipt'));
  print(sentence('demo/person', { url, ...letter }));
  print(sentence('demo/office', { office }));
  print(sentence('demo/stop'));
  await untilStopped();
  await shown.close();
  return exitCodes.pass;
}
