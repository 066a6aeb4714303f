/** One's own account: the second factor, passkeys, and where one is logged in. */
import { Button, Field, Form, Table } from '@ombud/ui';
import { type Voice, voiceOf } from '@ombud/words';
import { generate } from 'lean-qr';
import { toSvgDataURL } from 'lean-qr/extras/svg';
import { z } from 'zod';
import { shell } from '../console/shell.tsx';
import { momentOf } from '../console/telling.ts';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import { json, page, seeOther } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { PasskeyForm } from './passkey-form.tsx';
import { keepPasskey, listPasskeys, makingOptions, type Passkey, removePasskey } from './passkeys.ts';
import { roles } from './roles.ts';
import { endOtherSessions, endOwnSession, listSessions, type OpenSession } from './sessions.ts';
import { type Asks, asksBefore, type Offer, offerSecret, setSecondFactor } from './set-second-factor.ts';

const everybody = { roles, scope: 'any' } as const;
const triesPerMinute = 30;

interface Part {
  readonly call: Call;
  readonly voice: Voice;
}

interface Factor {
  readonly offer: Offer;
  readonly asks: Asks;
}

function SecondFactor({ call, voice, offer: { secret, uri, sealed }, asks }: Part & Factor) {
  return (
    <>
      <h2>{voice.say('access/second-factor')}</h2>
      <p>{voice.say('access/second-factor-how')}</p>
      <p class="code">{secret}</p>
      <p>
        <img
          alt={voice.say('access/qr')}
          width="220"
          height="220"
          src={toSvgDataURL(generate(uri), { on: 'black', off: 'white' })}
        />
      </p>
      <Form action="/account/second-factor" token={call.formToken}>
        <input type="hidden" name="offer" value={sealed} />
        {asks.password ? (
          <Field
            name="password"
            type="password"
            label={voice.say('access/password')}
            autocomplete="current-password"
          />
        ) : (
          ''
        )}
        {asks.factor ? <Field name="old" label={voice.say('access/second-factor-old')} /> : ''}
        <Field name="code" label={voice.say('access/second-factor-new')} autocomplete="one-time-code" />
        <Button label={voice.say('access/second-factor-set')} />
      </Form>
    </>
  );
}

interface PasskeysPart extends Part {
  readonly passkeys: readonly Passkey[];
  readonly hasPassword: boolean;
}

function Passkeys({ call, voice, passkeys, hasPassword }: PasskeysPart) {
  return (
    <>
      <h2>{voice.say('access/passkeys')}</h2>
      <p>{voice.say('access/passkeys-how')}</p>
      {passkeys.length === 0 ? (
        ''
      ) : (
        <Table
          caption={voice.say('access/passkeys')}
          head={(['passkey', 'made', 'used', 'remove'] as const).map((one) =>
            voice.say(`access/head-${one}`),
          )}
          rows={passkeys.map(({ id, name, made, used }) => [
            name,
            momentOf(voice, made),
            used === null ? '' : momentOf(voice, used),
            <Form action="/account/passkeys/remove" token={call.formToken}>
              <input type="hidden" name="passkey" value={id} />
              <Button label={voice.say('access/head-remove')} about={name} plain />
            </Form>,
          ])}
          text={[0, 1, 2, 3]}
        />
      )}
      <PasskeyForm
        call={call}
        voice={voice}
        path="/account/passkeys"
        act="make"
        next="/account"
        label={voice.say('access/passkey-make')}
      >
        <Field name="passkey-name" label={voice.say('access/passkey-name')} />
        {hasPassword ? (
          <Field
            name="passkey-password"
            type="password"
            label={voice.say('access/passkey-password')}
            autocomplete="current-password"
          />
        ) : (
          ''
        )}
      </PasskeyForm>
      <noscript>
        <p>{voice.say('access/passkeys-script')}</p>
      </noscript>
    </>
  );
}

function Sessions({ call, voice, sessions }: Part & { readonly sessions: readonly OpenSession[] }) {
  const own = call.who.kind === 'account' ? call.who.session : '';
  return (
    <>
      <h2>{voice.say('access/sessions')}</h2>
      <p>{voice.say('access/sessions-how')}</p>
      <Table
        caption={voice.say('access/sessions')}
        head={(['browser', 'began', 'seen', 'end'] as const).map((one) => voice.say(`access/head-${one}`))}
        rows={sessions.map(({ digest, agent, began, seen }) => [
          agent === '' ? voice.say('access/browser-unknown') : agent,
          momentOf(voice, began),
          momentOf(voice, seen),
          digest === own ? (
            voice.say('access/session-own')
          ) : (
            <Form action="/account/sessions/end" token={call.formToken}>
              <input type="hidden" name="session" value={digest} />
              <Button label={voice.say('access/head-end')} about={momentOf(voice, began)} plain />
            </Form>
          ),
        ])}
        text={[0, 1, 2, 3]}
      />
      {sessions.length < 2 ? (
        ''
      ) : (
        <Form action="/account/sessions/end-others" token={call.formToken}>
          <Button label={voice.say('access/sessions-end')} />
        </Form>
      )}
    </>
  );
}

async function accountPage(call: Call) {
  const voice = voiceOf(call.language);
  const who = accountOf(call);
  const { id, name } = who;
  const [passkeys, sessions, asks] = await Promise.all([
    listPasskeys(call.services, id),
    listSessions(call.services, id),
    asksBefore(call.services, id),
  ]);
  return shell(call, {
    title: name,
    at: '/account',
    children: (
      <>
        <Sessions call={call} voice={voice} sessions={sessions} />
        <Passkeys call={call} voice={voice} passkeys={passkeys} hasPassword={asks.password} />
        <SecondFactor call={call} voice={voice} offer={offerSecret(call, who)} asks={asks} />
      </>
    ),
  });
}

function recoveryPage(call: Call, codes: readonly string[]) {
  const voice = voiceOf(call.language);
  return shell(call, {
    title: voice.say('access/recovery'),
    children: (
      <>
        <p>{voice.say('access/recovery-how')}</p>
        <p class="code">{codes.join('\n')}</p>
      </>
    ),
  });
}

const accountOf = ({ who }: Call) => {
  if (who.kind !== 'account') throw serverErrors.error('OMBUD_E_WHO', 'log-in');
  return who;
};

/** What a browser gives of a passkey. */
export const credentialSchema = z
  .looseObject({ id: z.string().min(1).max(2000), response: z.looseObject({}) })
  .describe('As the browser gives it (PublicKeyCredential.toJSON)');

/** The page and its forms. */
export const accountRoutes: readonly Route[] = [
  route({
    id: 'account-page',
    method: 'GET',
    path: '/account',
    who: everybody,
    gives: { kind: 'page' },
    handle: async (_, call) => page(await accountPage(call)),
  }),
  route({
    id: 'second-factor-set',
    method: 'POST',
    path: '/account/second-factor',
    who: everybody,
    takes: 'form',
    body: z.strictObject({
      offer: z.string().min(1).max(2000),
      code: z.string().min(6).max(12),
      password: z.string().max(1000).default(''),
      old: z.string().max(100).default(''),
    }),
    gives: { kind: 'page' },
    perMinute: triesPerMinute,
    handle: async ({ body }, call) =>
      page(recoveryPage(call, await setSecondFactor(call, accountOf(call), body))),
  }),
  route({
    id: 'session-end',
    method: 'POST',
    path: '/account/sessions/end',
    who: everybody,
    takes: 'form',
    body: z.strictObject({ session: z.string().min(1).max(100) }),
    gives: { kind: 'page' },
    handle: async ({ body }, call) => {
      await endOwnSession(call.services, accountOf(call).id, body.session);
      return seeOther('/account');
    },
  }),
  route({
    id: 'sessions-end',
    method: 'POST',
    path: '/account/sessions/end-others',
    who: everybody,
    takes: 'form',
    body: z.strictObject({}),
    gives: { kind: 'page' },
    handle: async (_, call) => {
      const { id, session } = accountOf(call);
      await endOtherSessions(call.services, id, session);
      return seeOther('/account');
    },
  }),
  route({
    id: 'passkey-options',
    ofPage: true,
    method: 'POST',
    path: '/account/passkeys/options',
    who: everybody,
    body: z.strictObject({ password: z.string().max(1000) }),
    gives: { kind: 'json', schema: z.looseObject({ challenge: z.string() }) },
    perMinute: triesPerMinute,
    handle: async ({ body }, call) => json(await makingOptions(call, accountOf(call), body.password)),
  }),
  route({
    id: 'passkey-keep',
    ofPage: true,
    method: 'POST',
    path: '/account/passkeys',
    who: everybody,
    body: z.strictObject({ name: z.string().trim().min(1).max(100), response: credentialSchema }),
    gives: { kind: 'json', schema: z.object({}), status: 201 },
    perMinute: triesPerMinute,
    handle: async ({ body }, call) => {
      await keepPasskey(call, accountOf(call), body);
      return json({}, { status: 201 });
    },
  }),
  route({
    id: 'passkey-remove',
    method: 'POST',
    path: '/account/passkeys/remove',
    who: everybody,
    takes: 'form',
    body: z.strictObject({ passkey: z.string().min(1).max(2000) }),
    gives: { kind: 'page' },
    handle: async ({ body }, call) => {
      await removePasskey(call.services, accountOf(call), body.passkey);
      return seeOther('/account');
    },
  }),
];
