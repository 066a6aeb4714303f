/** The office of a contest: who works on cases with a browser, and where a case stands. */
import type { Role } from '../src/access/roles.ts';
import type { Visitor } from '../src/incidents/visitor.ts';
import type { Running } from '../src/index.ts';
import { type ContestWorld, must, visitor } from './contest-world.ts';
import { personOf } from './world.ts';

/** Somebody of the office with a browser. */
export async function officer(
  running: Running,
  role: Role,
): Promise<{ readonly account: string; readonly name: string; readonly ask: Visitor }> {
  const { cookie, id, name } = await personOf(running, role);
  return { account: `account:${id}`, name, ask: visitor(running, { cookie }) };
}

/** The states of a case, by machine. */
export async function statesOf({ operator }: ContestWorld, id: string): Promise<Record<string, string>> {
  const { matters } = (await (
    await must(operator('GET', `/api/v1/systems/payments/cases/${id}`))
  ).json()) as { matters: { machine: string; state: string }[] };
  return Object.fromEntries(matters.map(({ machine, state }) => [machine, state]));
}

/** What the page of the notices offers of the letters that wait: where they are shown, and what the form says of them. */
export function pieceIn(html: string): { readonly print: string; readonly form: Record<string, string> } {
  const print = (/href="([^"]*\/print\?until=[^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
  return { print, form: Object.fromEntries(new URL(print, 'http://localhost').searchParams) };
}
