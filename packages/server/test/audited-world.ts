/** A system that grants men alone, and audits of it: for what an audit counts, and what it leaves out. */
import type { Result } from '@ombud/contract';
import { expect } from 'vitest';
import { auditEnded } from './console-world.ts';
import { type Asker, keyOf, loans, startServer } from './world.ts';

/** Where the system is. */
export const loansPath = '/api/v1/systems/loans';

/** So many people, every second of them a woman; only men are granted, unless nine in ten of all are. */
export const applicants = (n: number, name: string, all: 'all' | 'men', more: object = {}) =>
  Array.from({ length: n }, (_, i) => ({
    subject: `${name}${i}`,
    decision: (all === 'all' ? i % 20 > 1 : i % 2 === 0) ? 'yes' : 'no',
    attributes: { sex: i % 2 === 0 ? 'M' : 'F' },
    inputs: { income: 1, purpose: 'car' },
    ...more,
  }));

/** An audit that was asked for and ended well. */
export async function audited(ask: Asker, body: object) {
  const { id } = (await (await ask('POST', `${loansPath}/audits`, body)).json()) as { id: string };
  expect(await auditEnded(ask, `${loansPath}/audits/${id}`)).toMatchObject({ state: 'done', error: null });
  const result = (await (await ask('GET', `${loansPath}/audits/${id}/report`)).json()) as Result;
  const markdown = await (await ask('GET', `${loansPath}/audits/${id}/report?format=md`)).text();
  return { id, result, markdown };
}

/** A server with the system; `record` gives the entries. */
export async function auditedWorld() {
  const running = await startServer();
  const [operator, recorder, auditor] = await Promise.all([
    keyOf(running, 'operator'),
    keyOf(running, 'recorder'),
    keyOf(running, 'auditor'),
  ]);
  await operator('PUT', loansPath, loans);
  const record = async (decisions: readonly object[]) => {
    const answer = await (await recorder('POST', `${loansPath}/decisions/batch`, { decisions })).json();
    expect(answer).toMatchObject({ accepted: decisions.length });
    return (answer as { decisions: { index: number }[] }).decisions.map(({ index }) => index);
  };
  return { running, recorder, auditor, record };
}

/** What an audit of the ledger is asked outside of the server. */
export const askedOf = (source: string) =>
  ({
    source,
    decision: { column: 'approved', positive: ['yes'] },
    favourable: 'positive',
    groups: [{ column: 'sex' }],
  }) as const;
