/** The page of a case for whoever works on it: where it stands, its papers, and what they may do now. */
import { remedyProgress } from '@ombud/app';
import { type MachineName, type MatterOf, mattersOf } from '@ombud/contest';
import type { JsonObject } from '@ombud/kernel';
import { Definitions, Table } from '@ombud/ui';
import { type Voice, visible, voiceOf } from '@ombud/words';
import { z } from 'zod';
import { recordLook } from '../access/looks.ts';
import type { Role } from '../access/roles.ts';
import { shell } from '../console/shell.tsx';
import { actorNames } from '../console/telling.ts';
import type { Call } from '../http/call.ts';
import { page, seeOther } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { Files, filesIn } from './case-files.tsx';
import { deskOf, type ServerDesk } from './desk.ts';
import { actorsOf, caseIn, moveAs, openMoves } from './move-as.ts';
import { hasForm, MoveForm, readMove } from './move-form.tsx';
import { papersOf, type Shown } from './papers.ts';
import { Steps } from './remedy-page.tsx';
import { carriedTo, Search } from './remedy-search.tsx';
import { caseParams, moveParams } from './schemas.ts';
import { matterWords, stateWords, waitsForWords } from './state-words.ts';

const workers: readonly Role[] = ['administrator', 'operator', 'reviewer', 'clerk'];

const printed = (value: unknown): string =>
  visible(typeof value === 'string' ? value : JSON.stringify(value));

function Papers({ papers, voice }: { readonly papers: Shown; readonly voice: Voice }) {
  const { decision, appeal, attributes } = papers;
  const inputs = (decision.inputs ?? {}) as JsonObject;
  return (
    <>
      <h2>{voice.say('contest-page/papers')}</h2>
      <Definitions
        entries={[
          [voice.say('contest-page/decision'), printed(decision.decision)],
          ...Object.entries(inputs).map(([name, value]): [string, string] => [visible(name), printed(value)]),
          ...Object.entries(attributes ?? {}).map(([name, value]): [string, string] => [
            visible(name),
            printed(value),
          ]),
        ]}
      />
      {appeal
        .filter(({ words }) => words !== undefined)
        .map(({ event, by, at, words, facts }) => (
          <section>
            <h3>
              {voice.day(String(at))}: {visible(String(by))}, {visible(String(event))}
            </h3>
            {Object.entries(words as JsonObject).map(([name, value]) => (
              <p dir="auto">
                <strong>{visible(name)}</strong>: {printed(value)}
              </p>
            ))}
            {facts === undefined ? '' : <p class="meta">{printed(facts)}</p>}
          </section>
        ))}
    </>
  );
}

async function Remedy({
  services,
  desk,
  remedy,
  path,
  voice,
}: {
  readonly services: Services;
  readonly desk: ServerDesk;
  readonly remedy: MatterOf<'remedy'> | null;
  readonly path: string;
  readonly voice: Voice;
}) {
  if (remedy === null) return null;
  return (
    <>
      <h2>{voice.say('contest-page/remedy')}</h2>
      <Search
        remedy={remedy}
        carried={await carriedTo(desk, remedy)}
        voice={voice}
        nameOf={await actorNames(services, voice)}
      />
      <Steps progress={await remedyProgress(desk.state, remedy.id)} voice={voice} />
      <p>
        <a href={`${path}/remedy`}>{voice.say('contest-page/remedy-open')}</a>
      </p>
    </>
  );
}

async function casePage(call: Call, system: string, id: string) {
  const voice = voiceOf(call.language);
  const desk = await deskOf(call.services);
  const loaded = await caseIn(desk, system, id);
  const able = actorsOf(call.who, system);
  const papers = await papersOf(call, desk, loaded);
  if (papers !== null)
    await recordLook(call.services, call.who, {
      system,
      about: [loaded.row.decision],
      parts: papers.attributes === null ? ['payload'] : ['payload', 'attributes'],
      why: 'appeal',
    });
  const path = `/systems/${system}/cases/${id}`;
  const remedy = mattersOf(loaded.view, 'remedy').at(-1) ?? null;
  const moves = openMoves(loaded, able).flatMap(({ machine, events }) =>
    events.filter((event) => hasForm(machine, event)).map((event) => ({ machine, event })),
  );
  return shell(call, {
    title: voice.say('contest-page/case'),
    at: '/desk',
    children: (
      <>
        <p class="meta">{id}</p>
        <Table
          caption={voice.say('contest-page/states')}
          head={['what', 'state', 'waits', 'deadline'].map((one) =>
            voice.say(`contest-page/head-${one as 'state'}`),
          )}
          rows={loaded.view.matters.map(({ machine, state, deadline }) => [
            matterWords(voice, machine),
            stateWords(voice, machine, state),
            waitsForWords(voice, machine, state),
            deadline === null ? '' : voice.day(deadline),
          ])}
          text={[0, 1, 2, 3]}
        />
        {papers === null ? (
          <p>{voice.say('contest-page/no-papers')}</p>
        ) : (
          <>
            <Papers papers={papers} voice={voice} />
            <Files files={await filesIn(call.services, id)} path={path} voice={voice} />
          </>
        )}
        {await Remedy({ services: call.services, desk, remedy, path, voice })}
        <h2>{voice.say('contest-page/moves')}</h2>
        {moves.map(({ machine, event }) => (
          <MoveForm
            path={path}
            machine={machine}
            event={event}
            remedy={remedy}
            token={call.formToken}
            voice={voice}
          />
        ))}
      </>
    ),
  });
}

/** The page, and the forms on it. */
export const casePages: readonly Route[] = [
  route({
    id: 'case-page',
    method: 'GET',
    path: '/systems/{system}/cases/{case}',
    who: { roles: workers, where: ['same-system'] },
    params: caseParams,
    gives: { kind: 'page' },
    handle: async ({ params }, call) => page(await casePage(call, params.system, params.case)),
  }),
  route({
    id: 'case-page-move',
    method: 'POST',
    path: '/systems/{system}/cases/{case}/{machine}/{event}',
    who: { roles: workers, where: ['same-system'] },
    params: moveParams,
    takes: 'form',
    body: z.record(z.string().max(60), z.string().max(20_000)),
    gives: { kind: 'page' },
    handle: async ({ params, body }, { services, who }) => {
      const machine: MachineName = params.machine;
      await moveAs(services, who, { ...params, machine, ...readMove(params.event, body) });
      return seeOther(`/systems/${params.system}/cases/${params.case}`);
    },
  }),
];
