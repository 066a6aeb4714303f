/** Where everybody was refused there is an audit all the same: the positive value is declared, so nobody mistyped it. */
import type { Result } from '@ombud/contract';
import { expect, test } from 'vitest';
import { auditEnded } from '../../test/console-world.ts';
import { decisions, keyOf, loans, startServer } from '../../test/world.ts';

test('a hundred refusals are a rate of nought', async () => {
  const running = await startServer();
  const operator = await keyOf(running, 'operator');
  const path = '/api/v1/systems/loans';
  const data = { ...loans.data, decision: { column: 'approved', positive: ['yes', 'in part'] } };
  await operator('PUT', path, { ...loans, data });
  const audited = async () => {
    const { id } = (await (await operator('POST', `${path}/audits`, {})).json()) as { id: string };
    expect(await auditEnded(operator, `${path}/audits/${id}`)).toMatchObject({ state: 'done', error: null });
    return (await (await operator('GET', `${path}/audits/${id}/report`)).json()) as Result;
  };
  const record = (decision: string) =>
    operator('POST', `${path}/decisions/batch`, {
      decisions: decisions(100).map((one) => ({ ...one, subject: `${decision}-${one.subject}`, decision })),
    });
  await record('no');
  const none = await audited();
  const rates = none.findings.find(
    ({ audit, groupBy }) => audit === 'selection-rate' && groupBy.length === 1,
  );
  expect(rates?.groups.map(({ n, value }) => [n, value])).toEqual([
    [50, 0],
    [50, 0],
  ]);
  expect(none.verdict.state).not.toBe('pass');
  // One of the declared values is enough.
  await record('yes');
  expect((await audited()).roles.decision).toMatchObject({ positive: ['yes'] });
});
