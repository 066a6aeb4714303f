/** A person of the lender's who is told no, so that the person's side can be tried: the letter, its code, the appeal. */
import type { OmbudClient } from '@ombud/client';
import { templateDigest } from '@ombud/contest';
import { english } from '@ombud/words';
import { makeKey, revokeKey } from '../access/keys.ts';
import { post } from '../incidents/people.ts';
import { visitorOf } from '../incidents/visitor.ts';
import type { Running } from '../serve.ts';
import { shownSystem } from './lender.ts';

/** How the person enters: the code of the letter, and what they know beside it. */
export interface ShownLetter {
  readonly code: string;
  readonly born: string;
}

const kind = 'refusal';
const reference = 'demonstration-1';
const born = '1987-03-27';

/** What the lender declares for its cases; its sentences are signed for the demonstration, by nobody. */
const casesOf = (day: string) => ({
  kind,
  window: 'de-vwgo-80',
  packs: ['uk-gdpr-22c'],
  office: { name: 'The lender of the demonstration', post: 'PO Box 1, Example City', phone: '000 000 000' },
  machine: { name: 'Loan score', role: 'decided' },
  inputs: {
    income: { label: { en: 'Income in a month' }, source: { en: 'Your application' } },
    amount: { label: { en: 'The sum you asked for' }, source: { en: 'Your application' } },
    purpose: { label: { en: 'What it is for' }, source: { en: 'Your application' } },
  },
  signatures: [
    {
      language: 'en',
      digest: templateDigest({ system: shownSystem, kind, messages: {} }, english),
      reviewer: 'the demonstration (nobody has read it)',
      on: day,
    },
  ],
});

/** Records the decision, tells the person of it, and "posts" the letter. */
export async function tellOne({ services, url }: Running, client: OmbudClient): Promise<ShownLetter> {
  const by = { kind: 'key' as const, id: 'demonstration', name: 'demonstration', grants: [] };
  const { key, id } = await makeKey(services, by, {
    name: 'letter of the demonstration',
    role: 'operator',
    system: shownSystem,
    expires: null,
  });
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const at = `${url}/api/v1/systems/${shownSystem}`;
  const send = async (method: string, path: string, body: unknown): Promise<void> => {
    const response = await fetch(`${at}${path}`, { method, headers, body: JSON.stringify(body) });
    const answer = await response.text();
    if (!response.ok || /"state":"refused"/.test(answer)) throw new Error(`${response.status} ${answer}`);
  };
  const today = new Date(services.context.now()).toISOString().slice(0, 10);
  await send('PUT', '/contest', casesOf(today));
  const recorded = await client.record({
    subject: 'demonstration',
    decision: 'no',
    score: 0.61,
    inputs: { income: 2100, amount: 6000, purpose: 'study' },
    attributes: { sex: 'F', age: '30-49' },
    model: 'score-2',
    key: reference,
  });
  if (recorded.state !== 'recorded') throw new Error(JSON.stringify(recorded));
  await send('POST', '/notices', {
    notices: [
      {
        decision: recorded.index,
        language: 'en',
        calendar: 'DE',
        second: born,
        recipient: [`Person ${reference}`, '1 Example Street'],
        reference,
        decided: { kind, what: 'a loan of 6,000' },
        decidedOn: today,
        starts: today,
        ends: 'open',
        reasons: ['Your income is low for the sum that you asked for.'],
      },
    ],
  });
  const codes = await post(shownSystem, visitorOf(url, { headers: { authorization: `Bearer ${key}` } }));
  await revokeKey(services, by, id);
  return { code: codes.get(reference) ?? '', born };
}
