import { listSystems, type SystemVersion } from '@ombud/app';
import { State, Table } from '@ombud/ui';
import { type Voice, voiceOf } from '@ombud/words';
import { mayFor, type Role } from '../access/roles.ts';
import { listRuns } from '../audits/runs.ts';
import type { Call } from '../http/call.ts';
import { page } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { shell } from './shell.tsx';

const readers: readonly Role[] = ['administrator', 'operator', 'auditor', 'reviewer', 'clerk', 'viewer'];

async function rowOf({ services }: Call, voice: Voice, { system, version, declared }: SystemVersion) {
  const [newest] = (await listRuns(services, system, 10)).filter(({ state }) => state === 'done');
  const verdict = newest?.verdict;
  const state =
    verdict === 'pass' || verdict === 'fail' || verdict === 'cannot-tell' ? (
      <State state={verdict} word={voice.say(`verdict/${verdict}`)} />
    ) : (
      voice.say('console/no-audit')
    );
  return [system, String(version), voice.day(declared), state];
}

async function home(call: Call) {
  const voice = voiceOf(call.language);
  const systems = (await listSystems(call.services.state)).filter(({ system }) =>
    mayFor(call.who, readers, system),
  );
  const rows = await Promise.all(systems.map((one) => rowOf(call, voice, one)));
  return shell(call, {
    title: voice.say('console/systems'),
    children:
      rows.length === 0 ? (
        <p>{voice.say('console/no-systems')}</p>
      ) : (
        <Table
          caption={voice.say('console/systems-caption')}
          head={['system', 'version', 'declared', 'verdict'].map((name) =>
            voice.say(`console/head-${name as 'system'}`),
          )}
          rows={rows}
          text={[0, 3]}
        />
      ),
  });
}

/** The first page: every system, and how it stands. */
export const homeRoute: Route = route({
  id: 'home-page',
  method: 'GET',
  path: '/',
  who: { roles: readers, scope: 'any' },
  gives: { kind: 'page' },
  handle: async (_, call) => page(await home(call)),
});
