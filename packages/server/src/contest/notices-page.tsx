/** Notices of a system: how they stand, those that nobody got, and the batch for the printer. */
import { contest } from '@ombud/app';
import { Table } from '@ombud/ui';
import { voiceOf } from '@ombud/words';
import type { Role } from '../access/roles.ts';
import { shell } from '../console/shell.tsx';
import type { Call } from '../http/call.ts';
import { page } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { systemParams } from '../systems/schemas.ts';
import { posters, printing, printingPages } from './printing.tsx';
import { stateWords } from './state-words.ts';

/** Who sees which letters there are. */
export const noticeReaders: readonly Role[] = [...posters, 'administrator'];
const notReached = ['failed', 'returned', 'unread', 'not-notified', 'incomplete'];
const most = 500;

const noticesOf = ({ state }: Services, system: string) =>
  state
    .of(contest)
    .selectFrom('contest_matters')
    .innerJoin('contest_cases', 'contest_cases.id', 'contest_matters.case_id')
    .where('contest_cases.system', '=', system)
    .where('contest_matters.machine', '=', 'notice');

async function noticesPage(call: Call, system: string) {
  const voice = voiceOf(call.language);
  const say = (name: string, params = {}) => voice.say(`contest-page/${name as 'notices'}`, params);
  const counts = await noticesOf(call.services, system)
    .select(['contest_matters.state', (eb) => eb.fn.countAll<number | string>().as('n')])
    .groupBy('contest_matters.state')
    .execute();
  const lost = await noticesOf(call.services, system)
    .select(['contest_matters.case_id', 'contest_matters.state', 'contest_matters.deadline'])
    .where('contest_matters.state', 'in', notReached)
    .orderBy('contest_matters.deadline')
    .limit(most)
    .execute();
  return shell(call, {
    title: say('notices'),
    at: '/desk',
    children: (
      <>
        <Table
          caption={say('notices-caption')}
          head={[say('head-state'), say('head-count')]}
          rows={counts.map(({ state, n }) => [
            stateWords(voice, 'notice', state),
            say('count', { n: Number(n) }),
          ])}
        />
        <h2>{say('print')}</h2>
        {await printing(call, system)}
        <h2>{say('lost')}</h2>
        {lost.length === 0 ? (
          <p>{say('lost-none')}</p>
        ) : (
          <Table
            caption={say('lost-caption')}
            head={[say('head-case'), say('head-state'), say('head-deadline')]}
            rows={lost.map(({ case_id, state, deadline }) => [
              <a href={`/systems/${system}/cases/${case_id}`}>{case_id}</a>,
              stateWords(voice, 'notice', state),
              deadline === null ? '' : voice.day(deadline),
            ])}
            text={[0, 1, 2]}
          />
        )}
      </>
    ),
  });
}

/** The pages. */
export const noticesPages: readonly Route[] = [
  route({
    id: 'notices-page',
    method: 'GET',
    path: '/systems/{system}/notices',
    who: { roles: noticeReaders, where: ['same-system'] },
    params: systemParams,
    gives: { kind: 'page' },
    handle: async ({ params }, call) => page(await noticesPage(call, params.system)),
  }),
  ...printingPages,
];
