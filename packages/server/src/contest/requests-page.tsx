/** What people asked beside an appeal, for the clerk who answers: the words, until when, and a form for each. */
import { answerRequest, contest } from '@ombud/app';
import { contestErrors } from '@ombud/contest';
import type { JsonObject } from '@ombud/kernel';
import { Button, Choices, Form, TextArea } from '@ombud/ui';
import { type Voice, visible, voiceOf } from '@ombud/words';
import { z } from 'zod';
import { recordLook } from '../access/looks.ts';
import { actorOf } from '../access/roles.ts';
import { shell } from '../console/shell.tsx';
import type { Call } from '../http/call.ts';
import { page, seeOther } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { systemParams } from '../systems/schemas.ts';
import { deskOf } from './desk.ts';
import { clerks } from './intake-page.tsx';
import { caseIn } from './move-as.ts';
import { payloadAt } from './read-decision.ts';

const most = 100;

const openIn = ({ state }: Services, system: string) =>
  state
    .of(contest)
    .selectFrom('contest_requests')
    .innerJoin('contest_cases', 'contest_cases.id', 'contest_requests.case_id')
    .select([
      'contest_requests.id',
      'contest_requests.case_id',
      'contest_requests.kind',
      'contest_requests.fact',
      'contest_requests.entry',
      'contest_requests.deadline',
      'contest_cases.decision',
    ])
    .where('contest_cases.system', '=', system)
    .where('contest_requests.state', '=', 'open')
    .orderBy('contest_requests.deadline')
    .limit(most)
    .execute();

type Open = Awaited<ReturnType<typeof openIn>>[number];

/** The words of a request, as the person wrote them. */
async function wordsOf(services: Services, { entry }: Open): Promise<string> {
  const words = (await payloadAt(services, Number(entry)))?.words as JsonObject | undefined;
  return typeof words?.text === 'string' ? words.text : '';
}

function Request(props: {
  readonly one: Open;
  readonly words: string;
  readonly at: string;
  readonly token: string;
  readonly voice: Voice;
}) {
  const { one, words, at, token, voice } = props;
  const say = (name: string, params = {}) => voice.say(`contest-page/${name as 'requests'}`, params);
  return (
    <section>
      <h2>
        {say(one.kind === 'access' ? 'request-access' : 'request-correction', {
          fact: visible(one.fact ?? ''),
        })}
      </h2>
      <p class="meta">
        <a href={`/systems/${at}/cases/${one.case_id}`}>{one.case_id}</a>{' '}
        {say('request-until', { day: voice.day(one.deadline) })}
      </p>
      {words === '' ? '' : <blockquote dir="auto">{visible(words)}</blockquote>}
      <Form action={`/systems/${at}/requests/${one.id}`} token={token}>
        <input type="hidden" name="case" value={one.case_id} />
        <Choices
          kind="radio"
          name="state"
          label={say('request-answer')}
          options={(['done', 'refused'] as const).map((value) => ({ value, label: say(`request-${value}`) }))}
          chosen={[]}
        />
        <TextArea name="reasons" label={say('field-reasons')} rows={4} />
        <Button label={say('request-send')} />
      </Form>
    </section>
  );
}

async function requestsPage(call: Call, system: string) {
  const voice = voiceOf(call.language);
  const requests = await openIn(call.services, system);
  // The clerk reads what each person wrote: each look is recorded before it is shown.
  await recordLook(call.services, call.who, {
    system,
    about: requests.map(({ decision }) => Number(decision)),
    parts: ['payload'],
    why: 'request',
  });
  const shown = await Promise.all(
    requests.map(async (one) => ({ one, words: await wordsOf(call.services, one) })),
  );
  return shell(call, {
    title: voice.say('contest-page/requests'),
    at: '/desk',
    children:
      shown.length === 0 ? (
        <p>{voice.say('contest-page/requests-none')}</p>
      ) : (
        <>
          {shown.map(({ one, words }) => (
            <Request one={one} words={words} at={system} token={call.formToken} voice={voice} />
          ))}
        </>
      ),
  });
}

/** The page, and the answer. */
export const requestsPages: readonly Route[] = [
  route({
    id: 'requests-page',
    method: 'GET',
    path: '/systems/{system}/requests',
    who: { roles: clerks, where: ['same-system'] },
    params: systemParams,
    gives: { kind: 'page' },
    handle: async ({ params }, call) => page(await requestsPage(call, params.system)),
  }),
  route({
    id: 'request-answer',
    method: 'POST',
    path: '/systems/{system}/requests/{request}',
    who: { roles: clerks, where: ['same-system'] },
    params: systemParams.extend({ request: z.string().max(64).describe('The request') }),
    takes: 'form',
    body: z.strictObject({
      case: z.string().max(64),
      state: z.enum(['done', 'refused']),
      reasons: z.string().max(20_000),
    }),
    gives: { kind: 'page' },
    handle: async ({ params: { system, request }, body }, { services, who }) => {
      if (body.reasons.trim() === '')
        throw contestErrors.error('OMBUD_E_CONTEST_MOVE', 'guard', {
          event: 'answer',
          guard: 'reasons-given',
        });
      const desk = await deskOf(services);
      await caseIn(desk, system, body.case);
      const { state, reasons } = body;
      await answerRequest(desk, { case: body.case, id: request, state, reasons, actor: actorOf(who) });
      return seeOther(`/systems/${system}/requests`);
    },
  }),
];
