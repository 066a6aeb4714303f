/** The desk: what waits for whoever is logged in, the nearest deadline first. */
import { Table } from '@ombud/ui';
import { voiceOf } from '@ombud/words';
import { actorOf, mayFor, type Role } from '../access/roles.ts';
import { shell } from '../console/shell.tsx';
import type { Call } from '../http/call.ts';
import { page } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { clerks } from './intake-page.tsx';
import { actorsOf } from './move-as.ts';
import { noticeReaders } from './notices-page.tsx';
import { overseers } from './reviewers-page.tsx';
import { allSettings } from './settings.ts';
import { standsWords } from './state-words.ts';
import { worklist } from './worklist.ts';

/** Who has a desk. */
export const deskWorkers: readonly Role[] = ['administrator', 'operator', 'reviewer', 'clerk'];
const most = 200;

interface Place {
  readonly path: string;
  readonly words: 'intake' | 'notices' | 'requests' | 'reviewers' | 'figures';
  /** Null: everybody. */
  readonly roles: readonly Role[] | null;
}

const places = (system: string): readonly Place[] => [
  { path: `/systems/${system}/intake`, words: 'intake', roles: clerks },
  { path: `/systems/${system}/notices`, words: 'notices', roles: noticeReaders },
  { path: `/systems/${system}/requests`, words: 'requests', roles: clerks },
  { path: `/systems/${system}/reviewers`, words: 'reviewers', roles: overseers },
  { path: `/public/${system}/appeals`, words: 'figures', roles: null },
];

/** Where somebody of the office may go, for a system. */
function Places({ call, system }: { readonly call: Call; readonly system: string }) {
  const voice = voiceOf(call.language);
  return (
    <p>
      {system}:{' '}
      {places(system)
        .filter(({ roles }) => roles === null || mayFor(call.who, roles, system))
        .map(({ path, words }) => (
          <>
            <a href={path}>{voice.say(`contest-page/${words}`)}</a>{' '}
          </>
        ))}
    </p>
  );
}

async function deskPage(call: Call) {
  const voice = voiceOf(call.language);
  const { services, who } = call;
  const systems = [...(await allSettings(services.state, services.place.secret)).keys()];
  const lists = await Promise.all(
    systems.map((system) =>
      worklist(services, { system, able: actorsOf(who, system), account: actorOf(who), most }),
    ),
  );
  const rows = lists
    .flat()
    .sort((a, b) => (a.deadline ?? '').localeCompare(b.deadline ?? '') || b.harm - a.harm)
    .slice(0, most)
    .map(({ system, case: id, machine, state, deadline, harm }) => [
      <a href={`/systems/${system}/cases/${id}`}>{id}</a>,
      system,
      standsWords(voice, machine, state),
      deadline === null ? '' : voice.day(deadline),
      String(harm),
    ]);
  return shell(call, {
    title: voice.say('contest-page/desk'),
    at: '/desk',
    children: (
      <>
        {systems
          .filter((system) => actorsOf(who, system).length > 0)
          .map((system) => (
            <Places call={call} system={system} />
          ))}
        {rows.length === 0 ? (
          <p>{voice.say('contest-page/desk-empty')}</p>
        ) : (
          <Table
            caption={voice.say('contest-page/desk-caption')}
            head={['case', 'system', 'state', 'deadline', 'harm'].map((one) =>
              voice.say(`contest-page/head-${one as 'case'}`),
            )}
            rows={rows}
            text={[0, 1, 2]}
          />
        )}
      </>
    ),
  });
}

/** The page. */
export const deskRoute: Route = route({
  id: 'desk-page',
  method: 'GET',
  path: '/desk',
  who: { roles: deskWorkers, scope: 'any' },
  gives: { kind: 'page' },
  handle: async (_, call) => page(await deskPage(call)),
});
