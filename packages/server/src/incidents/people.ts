/** What the office does on a stage: it writes, takes in what comes, and a reviewer answers. */
import { faults, type NamedSearch } from '@ombud/contest';
import type { Addressed } from './appeal-by.ts';
import { type Keyed, must, type Stage } from './stage.ts';
import type { Visitor } from './visitor.ts';

/** A decision to be told of, as the office sends it. */
export interface Letter {
  readonly reference: string;
  readonly decision: number;
  readonly decided: Readonly<Record<string, unknown>>;
  readonly reasons: readonly string[];
  readonly harm: number;
}

/** A day of birth for each, so that knowing one's own opens nobody else's case. */
const birthday = (number: number): string => {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${1950 + (number % 50)}-${two(1 + (number % 12))}-${two(1 + (number % 28))}`;
};

interface Issued {
  readonly items: readonly { readonly case: string; readonly state: string; readonly refused: unknown }[];
}

/** Issues letters, opens the batch for the printer as a printing house does, and says that they were posted. */
export async function sendLetters(
  stage: Stage,
  { ask, visit }: Keyed,
  day: number,
  letters: readonly Letter[],
): Promise<readonly Addressed[]> {
  if (letters.length === 0) return [];
  const notices = letters.map(({ reference, decision, decided, reasons, harm }) => ({
    decision,
    language: 'en',
    zone: 'Australia/Sydney',
    calendar: 'AU',
    harm,
    second: birthday(decision),
    recipient: [`Person ${reference}`, '1 Example Street'],
    reference,
    decided,
    decidedOn: stage.date(day),
    starts: stage.date(day + 33),
    ends: 'open',
    reasons,
  }));
  const { items } = await must<Issued>(ask('POST', `/api/v1/systems/${stage.system}/notices`, { notices }));
  const wrong = items.find(({ state }) => state !== 'queued');
  if (wrong !== undefined) throw new Error(JSON.stringify(wrong));
  const codes = await post(stage.system, visit);
  return letters.map(({ reference, decision }, i) => ({
    case: items[i]?.case ?? '',
    code: codes.get(reference) ?? '',
    second: birthday(decision),
  }));
}

/** Opens the letters for the printer, a piece at a time, says that each was posted, and gives the codes by reference. */
export async function post(system: string, visit: Visitor): Promise<ReadonlyMap<string, string>> {
  const at = `/systems/${system}/notices`;
  const codes = new Map<string, string>();
  for (;;) {
    const { html } = await visit.get(at);
    const [until, last] = ['until', 'last'].map((name) => fieldIn(html, name));
    if (until === undefined || last === undefined) return codes;
    const printed = await visit.get(`${at}/print?${new URLSearchParams({ until, last })}`);
    await visit.post(`${at}/posted`, { until, last });
    for (const [reference, code] of codesIn(printed.html)) codes.set(reference, code);
  }
}

const fieldIn = (html: string, name: string): string | undefined =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1];

/** The codes as they stand on the sheets, by reference: nobody else is told them. */
function codesIn(html: string): ReadonlyMap<string, string> {
  const sheets = html.split('<main class="sheet"').slice(1);
  return new Map(
    sheets.map((sheet) => {
      const [, reference = ''] = /Person ([\w-]+)</.exec(sheet) ?? [];
      const [, code = ''] = /<b>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})<\/b>/.exec(sheet) ?? [];
      return [reference, code];
    }),
  );
}

/** Moves a case. */
export const moveOf =
  ({ system }: Stage, id: string) =>
  ({ ask }: Keyed, move: string, body: object = {}): Promise<unknown> =>
    must(ask('POST', `/api/v1/systems/${system}/cases/${id}/moves/${move}`, body));

/** What an opinion on a remedy names: its newest search, as whoever gives it reads it. */
export async function asRead({ ask }: Keyed, remedy: string): Promise<{ readonly facts: object }> {
  const { names } = await must<{ names: NamedSearch }>(ask('GET', remedy));
  return { facts: { names } };
}

/** Who works on the cases of an incident. */
export interface Staff {
  readonly office: Keyed;
  readonly clerk: Keyed;
  readonly reviewer: Keyed;
  readonly supervisor: Keyed;
}

/** An appeal as it came is taken in, and the office answers; one that came late is admitted by a human. */
export async function takeIn(
  stage: Stage,
  id: string,
  { office, clerk, reviewer }: Staff,
): Promise<{ readonly late: boolean }> {
  const { matters } = await must<{ matters: { machine: string; state: string }[] }>(
    clerk.ask('GET', `/api/v1/systems/${stage.system}/cases/${id}`),
  );
  const late = matters.some(({ machine, state }) => machine === 'appeal' && state === 'late');
  const move = moveOf(stage, id);
  if (late) await move(reviewer, 'appeal/admit-late', { facts: { reason: 'the-letter-was-hard-to-act-on' } });
  await move(clerk, 'appeal/accept');
  await move(office, 'appeal/respond', { words: { text: 'It was calculated as it is for all.' } });
  return { late };
}

/** A reviewer answers: rates the decision on every fault, proposes with reasons, and signs. */
export async function answer(
  stage: Stage,
  id: string,
  { reviewer, supervisor }: Staff,
  given: { readonly overturned: boolean; readonly reasons: string },
): Promise<void> {
  const move = moveOf(stage, id);
  await move(supervisor, 'review/assign', { facts: { reviewer: reviewer.account } });
  const rated = Object.fromEntries(
    Object.keys(faults).map((code) => [code, given.overturned && code === 'wrong-data-source']),
  );
  await move(reviewer, 'review/rate', { facts: { faults: rated } });
  await move(reviewer, 'review/propose', {
    facts: { outcome: given.overturned ? 'changed' : 'upheld' },
    words: { reasons: given.reasons },
  });
  await move(reviewer, 'review/sign');
}
