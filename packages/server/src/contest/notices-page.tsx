/** Notices of a system: how they stand, those that nobody got, and the batch for the printer. */
import { contest, ifItMay, reportNotice } from '@ombud/app';
import type { MatterOf } from '@ombud/contest';
import { printBatch } from '@ombud/report';
import { Button, Form, Table } from '@ombud/ui';
import { voiceOf } from '@ombud/words';
import { z } from 'zod';
import { recordLook } from '../access/looks.ts';
import { actorOf, mayFor, type Role } from '../access/roles.ts';
import { shell } from '../console/shell.tsx';
import type { Call } from '../http/call.ts';
import { page, seeOther, text } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { systemParams } from '../systems/schemas.ts';
import { deskOf } from './desk.ts';
import { lettersToSend } from './letters-to-send.ts';
import { allSettings, settingsOf } from './settings.ts';
import { stateWords } from './state-words.ts';

const posters: readonly Role[] = ['operator', 'clerk'];
/** Who sees which letters there are. */
export const noticeReaders: readonly Role[] = [...posters, 'administrator'];
const notReached = ['failed', 'returned', 'unread', 'not-notified', 'incomplete'];
/** The letters are styled in themselves, and nothing in them is a script. */
const letterPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";
const most = 500;

const noticesOf = ({ state }: Services, system: string) =>
  state
    .of(contest)
    .selectFrom('contest_matters')
    .innerJoin('contest_cases', 'contest_cases.id', 'contest_matters.case_id')
    .where('contest_cases.system', '=', system)
    .where('contest_matters.machine', '=', 'notice');

/** Cases whose letter waits for the printer of the office, as of an instant. */
async function toPrint(
  services: Services,
  system: string,
  until: string,
): Promise<readonly { readonly id: string; readonly decision: number }[]> {
  const settings = (await allSettings(services.state, services.place.secret)).get(system);
  if (settings?.notices.printed === 'carrier') return [];
  const rows = await noticesOf(services, system)
    .select(['contest_matters.case_id', 'contest_matters.data', 'contest_cases.decision'])
    .where('contest_matters.state', '=', 'queued')
    .where('contest_matters.since', '<=', until)
    .orderBy('contest_matters.since')
    .execute();
  return rows
    .filter(({ data }) => (JSON.parse(data) as MatterOf<'notice'>['data']).tried.at(-1) === 'print')
    .map(({ case_id, decision }) => ({ id: case_id, decision: Number(decision) }));
}

interface PrintingProps {
  readonly call: Call;
  readonly system: string;
  readonly until: string;
}

/** The letters to print, and that they were posted. */
function Printing({ call, system, until }: PrintingProps) {
  const voice = voiceOf(call.language);
  return (
    <>
      <p>
        <a href={`/systems/${system}/notices/print?until=${until}`}>{voice.say('contest-page/print-open')}</a>
      </p>
      <Form action={`/systems/${system}/notices/posted`} token={call.formToken}>
        <input type="hidden" name="until" value={until} />
        <Button label={voice.say('contest-page/print-posted')} />
      </Form>
    </>
  );
}

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
  const until = new Date(call.services.context.now()).toISOString();
  const waiting = (await toPrint(call.services, system, until)).length;
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
        {waiting === 0 ? (
          <p>{say('print-none')}</p>
        ) : (
          <>
            <p>{say('print-how', { n: waiting })}</p>
            {mayFor(call.who, posters, system) ? <Printing call={call} system={system} until={until} /> : ''}
          </>
        )}
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

/**
 * The letters that wait, one after the other; the memory is that of one. A letter holds a name, an address, what was decided
 * and a code that opens the case: that it was shown is recorded first, each time, and its person reads it.
 */
async function batchOf(call: Call, system: string, until: string): Promise<string> {
  const settings = await settingsOf(call.services, system);
  const waiting = await toPrint(call.services, system, until);
  const letters = await lettersToSend(
    call.services,
    system,
    settings,
    waiting.map(({ id }) => id),
  );
  const shown = new Set(letters.map((letter) => letter.case));
  const about = waiting.flatMap(({ id, decision }) => (shown.has(id) ? [decision] : []));
  await recordLook(call.services, call.who, {
    system,
    about,
    parts: ['payload', 'name', 'code'],
    why: 'notice',
  });
  const composed = letters.map(({ notice }) => notice);
  return [...printBatch(composed, Number.MAX_SAFE_INTEGER)].map(({ html }) => html).join('');
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
  route({
    id: 'notices-print',
    method: 'GET',
    path: '/systems/{system}/notices/print',
    who: { roles: posters, where: ['same-system'] },
    params: systemParams,
    query: z.strictObject({ until: z.iso.datetime() }),
    gives: { kind: 'page' },
    handle: async ({ params, query }, call) =>
      text('text/html; charset=utf-8', await batchOf(call, params.system, query.until), {
        headers: { 'content-security-policy': letterPolicy },
      }),
  }),
  route({
    id: 'notices-posted',
    method: 'POST',
    path: '/systems/{system}/notices/posted',
    who: { roles: posters, where: ['same-system'] },
    params: systemParams,
    takes: 'form',
    body: z.strictObject({ until: z.iso.datetime() }),
    gives: { kind: 'page' },
    handle: async ({ params, body }, { services, who }) => {
      const desk = await deskOf(services);
      for (const { id } of await toPrint(services, params.system, body.until))
        await ifItMay(reportNotice(desk, { case: id, event: 'send', by: 'carrier', actor: actorOf(who) }));
      return seeOther(`/systems/${params.system}/notices`);
    },
  }),
];
