/** The vault: sealed, tied to nothing that can be read, looked at on record, erased with the payloads. */
import { expect, test } from 'vitest';
import { decisions, keyOf, loans, startServer } from '../../test/world.ts';
import { vaultTables } from './tables.ts';
import { findPerson } from './vault.ts';

const person = {
  name: 'Ana Example',
  language: 'es',
  addresses: ['1 Example Street'],
  ways: [{ kind: 'email', to: 'ana@example.org' }],
  second: '1980-01-31',
};

test('a person is kept sealed, shown on record without the second factor, and erased with the payloads', async () => {
  const running = await startServer();
  const { services } = running;
  const [clerk, operator, auditor] = [
    await keyOf(running, 'clerk'),
    await keyOf(running, 'operator'),
    await keyOf(running, 'auditor'),
  ];
  await operator('PUT', '/api/v1/systems/loans', loans);
  await operator('POST', '/api/v1/systems/loans/decisions/batch', { decisions: decisions(3) });
  expect((await clerk('PUT', '/api/v1/vault/people', { subject: 's-1', person })).status).toBe(200);
  const rows = await services.state.of(vaultTables).selectFrom('vault_people').selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/s-1\b|Ana|Example|1980/);
  const look = { subject: 's-1', why: 'A letter came back' };
  expect((await auditor('POST', '/api/v1/vault/look', look)).status).toBe(403);
  const shown = await (await clerk('POST', '/api/v1/vault/look', look)).json();
  const { second, ...rest } = person;
  expect(shown).toEqual(rest);
  expect((await findPerson(services, 's-1'))?.second).toBe(second);
  const looks = await (await clerk('POST', '/api/v1/looks/search', { subject: 's-1' })).json();
  expect(looks).toMatchObject({
    items: [{ why: look.why, parts: ['name', 'language', 'addresses', 'ways'] }],
  });
  // Somebody without a decision: nobody could read who looked, so nobody looks.
  await clerk('PUT', '/api/v1/vault/people', { subject: 'early', person });
  expect((await clerk('POST', '/api/v1/vault/look', { ...look, subject: 'early' })).status).toBe(404);
  for (const subject of ['s-1', 'early'])
    expect((await clerk('POST', '/api/v1/erasures', { subjects: [subject] })).status).toBe(200);
  expect(await services.state.of(vaultTables).selectFrom('vault_people').selectAll().execute()).toEqual([]);
  expect((await clerk('POST', '/api/v1/erasures', { subjects: ['early'] })).status).toBe(404);
});

test('what is sealed for one person does not open as another', async () => {
  const running = await startServer();
  const { services } = running;
  const clerk = await keyOf(running, 'clerk');
  for (const subject of ['a', 'b']) await clerk('PUT', '/api/v1/vault/people', { subject, person });
  const [one, other] = await services.state.of(vaultTables).selectFrom('vault_people').selectAll().execute();
  if (one === undefined || other === undefined) throw new Error('two were kept');
  await services.state.change((tx) =>
    tx
      .of(vaultTables)
      .updateTable('vault_people')
      .set({ sealed: one.sealed })
      .where('id', '=', other.id)
      .execute(),
  );
  const opened = await Promise.allSettled(['a', 'b'].map((subject) => findPerson(services, subject)));
  expect(opened.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
