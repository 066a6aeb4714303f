/**
 * A server that is killed at any step loses no move that it acknowledged, loses no effect and no letter, and carries none
 * out twice: a real receiver counts the ids of the webhooks that it gets.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeLedger, fsck, openLedger } from '@ombud/ledger';
import { sized } from '@ombud/testing';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChild, until } from '../../../ledger/test/child.ts';
import { testStores } from '../../../ledger/test/stores.ts';
import { openDesk } from '../../test/contest-desk.ts';
import { caseOf, checkCases, contest, outbox } from '../index.ts';

const { stores } = testStores();
const secret = `whsec_${Buffer.from('a secret of this test alone').toString('base64')}`;
const childScript = new URL('../../test/cases-forever.ts', import.meta.url).href;
const rounds = sized(200, 20);

/** What the deciding system has done, each message once by its id. */
const arrived = new Map<string, { readonly type: string; times: number }>();
const receiver = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { type } = new Webhook(secret).verify(body, request.headers as Record<string, string>) as {
    type: string;
  };
  const id = String(request.headers['webhook-id']);
  const known = arrived.get(id) ?? { type, times: 0 };
  known.times++;
  arrived.set(id, known);
  response.end('{}');
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
});
afterAll(() => receiver.close());

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)(
    `kill -9 in ${rounds} rounds`,
    async () => {
      const location = place();
      arrived.clear();
      const made = await openDesk(location, { realClock: true });
      await made.writer.close();
      const acknowledged = new Map<string, string>();
      for (let round = 0; round < rounds; round++) {
        const child = startChild(childScript, [location, `r${round}`, url, secret]);
        const enough = 1 + ((round * 7) % 23);
        await until(() => child.lines().length > enough || child.process.exitCode !== null);
        child.process.kill('SIGKILL');
        expect(await child.ended, child.lines().join('\n')).toBeNull();
        for (const line of child.lines()) {
          const [what, matter = '', entry = ''] = line.split(' ');
          if (what === 'moved') acknowledged.set(entry, matter);
        }
      }
      // The last one is left to finish what all the others began.
      const last = startChild(childScript, [location, 'last', url, secret, '1']);
      expect(await last.ended, last.lines().slice(-5).join('\n')).toBe(0);

      const desk = await openDesk(location, { create: false, realClock: true });
      const { store } = desk.writer.ledger;
      for (const [entry, matter] of acknowledged) {
        const payload = await store.readPayload(Number(entry));
        expect(JSON.parse(payload?.body ?? '{}')).toMatchObject({ matter });
      }
      const checked = await checkCases(desk);
      expect(checked.problems).toEqual([]);
      const cases = await desk.state.of(contest).selectFrom('contest_cases').select('id').execute();
      for (const { id } of cases) {
        const { view } = await caseOf(desk, id);
        const states = Object.fromEntries(view.matters.map(({ machine, state }) => [machine, state]));
        expect([states.appeal, ['cancelled', 'running'].includes(states.effect ?? '')]).toEqual([
          'effectuated',
          true,
        ]);
      }
      // Each effect was ordered once, each letter left once: as many ids as messages, none missing, none besides.
      const messages = await desk.state
        .of(outbox)
        .selectFrom('outbox')
        .select(['id', 'state', 'kind'])
        .where((eb) => eb.or([eb('kind', 'like', 'effect.%'), eb('kind', '=', 'notice.send')]))
        .execute();
      expect([...arrived.keys()].sort()).toEqual(messages.map(({ id }) => id).sort());
      expect(new Set(messages.map(({ state }) => state))).toEqual(new Set(['sent']));
      // An effect is suspended once and then ended or lifted once.
      const effects = messages.filter(({ kind }) => kind !== 'notice.send');
      expect(effects).toHaveLength(2 * cases.length);
      expect(messages).toHaveLength(3 * cases.length);
      const repeated = [...arrived.values()].filter(({ times }) => times > 1).length;
      console.info(
        `${rounds} rounds: ${cases.length} cases, ${checked.moves} moves, ${acknowledged.size} acknowledged, ${effects.length} effects, ${cases.length} letters, ${repeated} webhooks came again`,
      );
      await desk.writer.close();
      const ledger = await openLedger(location);
      expect((await fsck(ledger)).problem).toBeNull();
      await closeLedger(ledger);
    },
    3_600_000,
  );
});
