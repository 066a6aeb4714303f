/** The page of a breaker: how it stands and why, its evidence, its rules, what waits, and the forms that stop and start. */
import {
  type Closing,
  closingEvidence,
  findVersion,
  readBreaker,
  readHold,
  readProposal,
  rulesNow,
  type StoredBreaker,
} from '@ombud/app';
import type { JsonObject } from '@ombud/kernel';
import { parseEntry } from '@ombud/ledger';
import { Button, Choice, Field, Form } from '@ombud/ui';
import { type Voice, voiceOf } from '@ombud/words';
import { z } from 'zod';
import { actorOf, mayFor } from '../access/roles.ts';
import { shell } from '../console/shell.tsx';
import { actorNames, momentOf, readers, titleOf } from '../console/telling.ts';
import { allSettings } from '../contest/settings.ts';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import { page, seeOther } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { systemParams } from '../systems/schemas.ts';
import { Detectors, HardRules, HoldLine, Standing, WaitsList } from './breaker-parts.tsx';
import { stoppers, watchDesk } from './desk.ts';
import { closeNow, proposeNow, stopNow } from './move-breaker.ts';
import { whySchema } from './routes.ts';
import { becauseText } from './sentences.ts';
import { readWatchSettings } from './settings.ts';
import { waitsOf } from './waits.ts';

const pathOf = (system: string): string => `/systems/${system}/breaker`;

interface Part {
  readonly call: Call;
  readonly voice: Voice;
  readonly system: string;
}

function StopForm({ call, voice, system }: Part) {
  return (
    <Form action={`${pathOf(system)}/stop`} token={call.formToken}>
      <p>{voice.say('breaker/stop-how')}</p>
      <Field name="why" label={voice.say('breaker/why')} hint={voice.say('breaker/why-hint')} />
      <Choice
        name="position"
        label={voice.say('breaker/stop-as')}
        options={[
          ['human-only', voice.say('breaker/stop-as-human-only')],
          ['open', voice.say('breaker/stop-as-open')],
        ]}
      />
      <Button label={voice.say('breaker/stop')} />
    </Form>
  );
}

function ProposeForm({ call, voice, system }: Part) {
  return (
    <Form action={`${pathOf(system)}/propose`} token={call.formToken}>
      <p>{voice.say('breaker/propose-how')}</p>
      <Field name="why" label={voice.say('breaker/why')} hint={voice.say('breaker/why-hint')} />
      <Field
        name="remedy"
        label={voice.say('breaker/remedy')}
        hint={voice.say('breaker/remedy-hint')}
        required={false}
      />
      <Field
        name="version"
        label={voice.say('breaker/version')}
        hint={voice.say('breaker/version-hint')}
        required={false}
      />
      <Button label={voice.say('breaker/propose')} />
    </Form>
  );
}

function Proposal({
  call,
  voice,
  system,
  proposal,
  nameOf,
}: Part & { readonly proposal: Closing; readonly nameOf: (actor: string) => string }) {
  if (proposal.by === actorOf(call.who))
    return <p>{voice.say('breaker/close-own', { why: proposal.why })}</p>;
  return (
    <Form action={`${pathOf(system)}/close`} token={call.formToken}>
      <p>{voice.say('breaker/close-how', { by: nameOf(proposal.by), why: proposal.why })}</p>
      <Button label={voice.say('breaker/close')} />
    </Form>
  );
}

async function closingPart({ call, voice, system }: Part) {
  const { state, edge, limit, counted, broken } = await closingEvidence(watchDesk(call.services), system);
  const given = { counted, limit: limit === null ? '' : voice.exact(limit) };
  return (
    <>
      <p>{voice.say(`breaker/closing-${state}`, given)}</p>
      {edge === null ? '' : <p>{voice.say('breaker/closing-edge', { edge: voice.measured(edge) })}</p>}
      {broken.map(({ rule, value, limit: most }) => (
        <p>
          {voice.say('breaker/closing-broken', {
            what: voice.say(`breaker/because-${rule}`, { value, limit: most }),
          })}
        </p>
      ))}
    </>
  );
}

/** Since when and why it is not closed. */
async function whyPart(
  { call, voice }: Part,
  { since, because }: StoredBreaker,
  nameOf: (by: string) => string,
) {
  if (since === null || because === null) return '';
  const entry = parseEntry(await call.services.ledger.store.readEntry(since));
  const when = entry === null ? '' : momentOf(voice, entry.time);
  return (
    <p>
      {becauseText(voice, JSON.parse(because) as JsonObject, nameOf)} {when}.{' '}
      <a href={`/api/v1/log/entries/${since}`}>{voice.say('breaker/known-since', { entry: since })}</a>
    </p>
  );
}

/** Who stops or starts a system is a person, so that the ledger names one. */
const mayAct = ({ who }: Call, system: string): boolean =>
  who.kind === 'account' && mayFor(who, stoppers, system);

async function openPart(part: Part, breaker: StoredBreaker, nameOf: (by: string) => string) {
  const { call, voice, system } = part;
  const proposal = await readProposal(call.services.state, system);
  return (
    <>
      <h2>{voice.say('breaker/waits')}</h2>
      <WaitsList voice={voice} waits={await waitsOf(call.services, system, breaker.since ?? 0)} />
      <h2>{voice.say('breaker/closing')}</h2>
      {await closingPart(part)}
      {mayAct(call, system) && proposal !== null ? (
        <Proposal {...part} proposal={proposal} nameOf={nameOf} />
      ) : (
        ''
      )}
      {mayAct(call, system) && proposal?.by !== actorOf(call.who) ? <ProposeForm {...part} /> : ''}
    </>
  );
}

async function hasReceiver({ state, place }: Call['services'], system: string): Promise<boolean> {
  if ((await readWatchSettings(state, system)).decider !== null) return true;
  return (await allSettings(state, place.secret)).get(system)?.receivers.effects != null;
}

async function breakerPage(call: Call, system: string) {
  const voice = voiceOf(call.language);
  const { services } = call;
  const version = await findVersion(services.state, system);
  const breaker = await readBreaker(services.state, system);
  const nameOf = await actorNames(services, voice);
  const part = { call, voice, system };
  const isClosed = breaker.position === 'closed';
  const hold = await readHold(services.state, system);
  return shell(call, {
    title: voice.say('breaker/page', { title: titleOf(version) }),
    at: '/',
    crumbs: [
      ['/', voice.say('console/systems')],
      [`/systems/${system}`, titleOf(version)],
    ],
    children: (
      <>
        <div class={isClosed ? 'v pass' : 'v fail'}>
          <p>
            <Standing voice={voice} breaker={breaker} />
          </p>
          {await whyPart(part, breaker, nameOf)}
        </div>
        {hold === null ? (
          ''
        ) : (
          <>
            <h2>{voice.say('breaker/hold')}</h2>
            <HoldLine voice={voice} hold={hold} hasReceiver={await hasReceiver(services, system)} />
          </>
        )}
        <h2>{voice.say('breaker/detectors')}</h2>
        <Detectors voice={voice} folded={breaker.folded} />
        <h2>{voice.say('breaker/rules')}</h2>
        <HardRules voice={voice} rules={await rulesNow(watchDesk(services), system)} />
        <p class="meta">{voice.say('breaker/declaration')}</p>
        {isClosed ? '' : await openPart(part, breaker, nameOf)}
        {isClosed && mayAct(call, system) ? (
          <>
            <h2>{voice.say('breaker/stop')}</h2>
            <StopForm {...part} />
          </>
        ) : (
          ''
        )}
      </>
    ),
  });
}

const acting = { roles: stoppers, where: ['same-system'] } as const;

const proposalForm = z.strictObject({
  why: whySchema,
  remedy: z.string().max(500).default(''),
  version: z.union([z.literal(''), z.coerce.number().int().min(1)]).default(''),
});

function remedyOf({ remedy, version }: z.output<typeof proposalForm>): Closing['remedy'] {
  if (version !== '') return { version };
  if (remedy.length < 10) throw serverErrors.error('OMBUD_E_HTTP_INPUT', 'missing', { path: 'remedy' });
  return { remedy };
}

/** The page and its forms. */
export const breakerPages: readonly Route[] = [
  route({
    id: 'breaker-page',
    method: 'GET',
    path: '/systems/{system}/breaker',
    who: { roles: readers, where: ['same-system'] },
    params: systemParams,
    gives: { kind: 'page' },
    handle: async ({ params }, call) => page(await breakerPage(call, params.system)),
  }),
  route({
    id: 'breaker-stop-form',
    method: 'POST',
    path: '/systems/{system}/breaker/stop',
    who: acting,
    params: systemParams,
    takes: 'form',
    body: z.strictObject({ why: whySchema, position: z.enum(['open', 'human-only']) }),
    gives: { kind: 'page' },
    handle: async ({ params: { system }, body }, call) => {
      await stopNow(call, system, body);
      return seeOther(pathOf(system));
    },
  }),
  route({
    id: 'breaker-propose-form',
    method: 'POST',
    path: '/systems/{system}/breaker/propose',
    who: acting,
    params: systemParams,
    takes: 'form',
    body: proposalForm,
    gives: { kind: 'page' },
    handle: async ({ params: { system }, body }, call) => {
      await proposeNow(call, system, { why: body.why, remedy: remedyOf(body) });
      return seeOther(pathOf(system));
    },
  }),
  route({
    id: 'breaker-close-form',
    method: 'POST',
    path: '/systems/{system}/breaker/close',
    who: acting,
    params: systemParams,
    takes: 'form',
    body: z.strictObject({}),
    gives: { kind: 'page' },
    handle: async ({ params: { system } }, call) => {
      await closeNow(call, system);
      return seeOther(pathOf(system));
    },
  }),
];
