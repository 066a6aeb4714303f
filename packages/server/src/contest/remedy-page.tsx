/** How far a remedy has come: in all, and with each of its people. */
import { contest, type RemedyProgress, remedyIn, remedyProgress } from '@ombud/app';
import { mattersOf, type PaymentState } from '@ombud/contest';
import { Table } from '@ombud/ui';
import { type Voice, voiceOf } from '@ombud/words';
import { z } from 'zod';
import type { Role } from '../access/roles.ts';
import { shell } from '../console/shell.tsx';
import { actorNames } from '../console/telling.ts';
import type { Call } from '../http/call.ts';
import { page } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { deskOf } from './desk.ts';
import { caseIn } from './move-as.ts';
import { carriedTo, Search } from './remedy-search.tsx';
import { caseParams, remedyParam } from './schemas.ts';
import { stateWords } from './state-words.ts';

const watchers: readonly Role[] = ['administrator', 'operator', 'auditor', 'reviewer', 'clerk'];
const together = 200;

const asked = z.strictObject({
  after: z.coerce.number().int().min(-1).default(-1),
  remedy: remedyParam.exactOptional(),
});

const steps = [
  'people',
  'suspended',
  'standing',
  'notified',
  'unanswered',
  'cancelled',
  'ordered',
  'paid',
  'refused',
  'nothingDue',
] as const satisfies readonly (keyof RemedyProgress)[];

/** The counts of a remedy, a row a step. */
export function Steps({ progress, voice }: { readonly progress: RemedyProgress; readonly voice: Voice }) {
  return (
    <Table
      caption={voice.say('contest-page/remedy-caption')}
      head={[voice.say('contest-page/remedy-step'), voice.say('contest-page/head-count')]}
      rows={steps.map((name) => [
        voice.say(`contest-page/remedy-${name}`),
        voice.say('contest-page/count', { n: progress[name] }),
      ])}
    />
  );
}

/** One person of a remedy, as the page shows them: the number of the decision, and where each part stands. */
interface Line {
  readonly case: string;
  readonly decision: number;
  readonly told: boolean;
  /** Null: there is none. */
  readonly effect: string | null;
  readonly appeal: string | null;
  readonly payment: PaymentState;
}

async function linesOf({ state }: Services, remedy: string, after: number): Promise<readonly Line[]> {
  const db = state.of(contest);
  const people = await db
    .selectFrom('contest_remedy_people')
    .select(['case_id', 'decision', 'notified', 'payment'])
    .where('remedy', '=', remedy)
    .where('decision', '>', after)
    .orderBy('decision')
    .limit(together)
    .execute();
  if (people.length === 0) return [];
  const matters = await db
    .selectFrom('contest_matters')
    .select(['case_id', 'machine', 'state'])
    .where(
      'case_id',
      'in',
      people.map(({ case_id }) => case_id),
    )
    .where('machine', 'in', ['effect', 'appeal'])
    .where('state', '!=', 'draft')
    .orderBy('place')
    .execute();
  const last = new Map(matters.map(({ case_id, machine, state: at }) => [`${case_id} ${machine}`, at]));
  return people.map(({ case_id: id, decision, notified, payment }) => ({
    case: id,
    decision: Number(decision),
    told: notified === 1,
    effect: last.get(`${id} effect`) ?? null,
    appeal: last.get(`${id} appeal`) ?? null,
    payment,
  }));
}

async function remedyPage(
  call: Call,
  { system, case: id }: z.output<typeof caseParams>,
  { after, remedy: which }: z.output<typeof asked>,
) {
  const voice = voiceOf(call.language);
  const desk = await deskOf(call.services);
  const loaded = await caseIn(desk, system, id);
  const remedy = remedyIn(loaded, which);
  const others = mattersOf(loaded.view, 'remedy').filter((one) => one.id !== remedy.id);
  const progress = await remedyProgress(desk.state, remedy.id);
  const lines = await linesOf(call.services, remedy.id, after);
  const path = `/systems/${system}/cases/${id}/remedy`;
  const last = lines.length < together ? undefined : lines.at(-1)?.decision;
  return shell(call, {
    title: voice.say('contest-page/remedy'),
    at: '/desk',
    children: (
      <>
        <p class="lead">
          {voice.say('contest-page/remedy-lead', {
            state: stateWords(voice, 'remedy', remedy.state),
            people: progress.people,
          })}
        </p>
        <Search
          remedy={remedy}
          carried={await carriedTo(desk, remedy)}
          voice={voice}
          nameOf={await actorNames(call.services, voice)}
        />
        <Steps progress={progress} voice={voice} />
        <Table
          caption={voice.say('contest-page/remedy-each')}
          head={(
            ['head-case', 'remedy-notified', 'remedy-effect', 'remedy-appeal', 'remedy-money'] as const
          ).map((name) => voice.say(`contest-page/${name}`))}
          rows={lines.map((one) => [
            <a href={`/systems/${system}/cases/${one.case}`}>{voice.count(one.decision)}</a>,
            voice.say(one.told ? 'contest-page/yes' : 'contest-page/no'),
            one.effect === null ? '' : stateWords(voice, 'effect', one.effect),
            one.appeal === null ? '' : stateWords(voice, 'appeal', one.appeal),
            voice.say(`contest-payment/${one.payment}`),
          ])}
          text={[0, 1, 2, 3, 4]}
        />
        {last === undefined ? (
          ''
        ) : (
          <p>
            <a href={`${path}?after=${last}${which === undefined ? '' : `&remedy=${which}`}`}>
              {voice.say('contest-page/more')}
            </a>
          </p>
        )}
        {others.map((one) => (
          <p>
            <a href={`${path}?remedy=${one.id}`}>
              {voice.say('contest-page/remedy-other', {
                state: stateWords(voice, 'remedy', one.state),
                when: voice.day(one.since),
              })}
            </a>
          </p>
        ))}
        <p>
          <a href={`/systems/${system}/cases/${id}`}>{voice.say('contest-page/remedy-case')}</a>
        </p>
      </>
    ),
  });
}

/** The page. */
export const remedyPageRoute: Route = route({
  id: 'remedy-page',
  method: 'GET',
  path: '/systems/{system}/cases/{case}/remedy',
  who: { roles: watchers, where: ['same-system'] },
  params: caseParams,
  query: asked,
  gives: { kind: 'page' },
  handle: async ({ params, query }, call) => page(await remedyPage(call, params, query)),
});
