/** The pages of logging in: they work without script. */
import { Button, Field, Form } from '@ombud/ui';
import { voiceOf } from '@ombud/words';
import { z } from 'zod';
import { shell } from '../console/shell.tsx';
import type { Call } from '../http/call.ts';
import { json, page, seeOther } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { credentialSchema } from './account-page.tsx';
import { acceptInvitation, readInvitation } from './invitations.ts';
import { confirmCode, logIn, logOut, open } from './log-in.ts';
import { PasskeyForm } from './passkey-form.tsx';
import { logInByPasskey, loginOptions } from './passkeys.ts';
import type { Role } from './roles.ts';

const loginsPerMinute = 30;
const word = z.string().min(1).max(256);

function setupPage(call: Call, token: string, role: Role) {
  const voice = voiceOf(call.language);
  return shell(call, {
    title: voice.say('access/setup'),
    children: (
      <>
        <p>{voice.say('access/setup-role', { as: role })}</p>
        <Form action="/setup" token={call.formToken}>
          <input type="hidden" name="invitation" value={token} />
          <Field name="name" label={voice.say('access/name')} autocomplete="username" />
          <Field
            name="password"
            type="password"
            label={voice.say('access/password')}
            hint={voice.say('access/password-hint')}
            autocomplete="new-password"
          />
          <Button label={voice.say('access/make')} />
        </Form>
      </>
    ),
  });
}

function loginPage(call: Call) {
  const voice = voiceOf(call.language);
  return shell(call, {
    title: voice.say('console/log-in'),
    children: (
      <>
        <Form action="/login" token={call.formToken}>
          <Field name="name" label={voice.say('access/name')} autocomplete="username" />
          <Field
            name="password"
            type="password"
            label={voice.say('access/password')}
            autocomplete="current-password"
          />
          <Button label={voice.say('console/log-in')} />
        </Form>
        <PasskeyForm
          call={call}
          voice={voice}
          path="/login/passkey"
          act="use"
          next="/"
          label={voice.say('access/passkey-use')}
        />
        {call.services.place.settings.oidc === undefined ? (
          ''
        ) : (
          <p>
            <a href="/login/provider">{voice.say('access/provider')}</a>
          </p>
        )}
      </>
    ),
  });
}

function codePage(call: Call) {
  const voice = voiceOf(call.language);
  return shell(call, {
    title: voice.say('access/code-title'),
    children: (
      <Form action="/login/code" token={call.formToken}>
        <Field
          name="code"
          label={voice.say('access/code')}
          hint={voice.say('access/code-hint')}
          autocomplete="one-time-code"
        />
        <Button label={voice.say('console/log-in')} />
      </Form>
    ),
  });
}

/** The pages. */
export const accessPages: readonly Route[] = [
  route({
    id: 'setup-page',
    method: 'GET',
    path: '/setup',
    who: { public: true },
    query: z.object({ token: word }),
    gives: { kind: 'page' },
    perMinute: loginsPerMinute,
    handle: async ({ query }, call) => {
      const { role } = await readInvitation(call.services, query.token);
      return page(setupPage(call, query.token, role));
    },
  }),
  route({
    id: 'setup',
    method: 'POST',
    path: '/setup',
    who: { public: true },
    takes: 'form',
    body: z.strictObject({
      invitation: word,
      name: z.string().min(1).max(100),
      password: z.string().max(1000),
    }),
    gives: { kind: 'page' },
    perMinute: loginsPerMinute,
    handle: async ({ body }, call) => {
      const account = await acceptInvitation(call.services, body.invitation, body);
      return seeOther('/', { cookies: [await open(call, account)] });
    },
  }),
  route({
    id: 'login-page',
    method: 'GET',
    path: '/login',
    who: { public: true },
    gives: { kind: 'page' },
    handle: async (_, call) => page(loginPage(call)),
  }),
  route({
    id: 'login',
    method: 'POST',
    path: '/login',
    who: { public: true },
    takes: 'form',
    body: z.strictObject({ name: z.string().min(1).max(100), password: z.string().max(1000) }),
    gives: { kind: 'page' },
    perMinute: loginsPerMinute,
    handle: async ({ body }, call) => {
      const { cookie, needsCode } = await logIn(call, body.name, body.password);
      return seeOther(needsCode ? '/login/code' : '/', { cookies: [cookie] });
    },
  }),
  route({
    id: 'code-page',
    method: 'GET',
    path: '/login/code',
    who: { public: true },
    gives: { kind: 'page' },
    handle: async (_, call) => page(codePage(call)),
  }),
  route({
    id: 'code',
    method: 'POST',
    path: '/login/code',
    who: { public: true },
    takes: 'form',
    body: z.strictObject({ code: z.string().min(1).max(100) }),
    gives: { kind: 'page' },
    perMinute: loginsPerMinute,
    handle: async ({ body }, call) => seeOther('/', { cookies: [await confirmCode(call, body.code)] }),
  }),
  route({
    id: 'logout',
    method: 'POST',
    path: '/logout',
    who: { public: true },
    takes: 'form',
    body: z.strictObject({}),
    gives: { kind: 'page' },
    handle: async (_, call) => seeOther('/login', { cookies: [await logOut(call)] }),
  }),
  route({
    id: 'passkey-login-options',
    ofPage: true,
    method: 'POST',
    path: '/login/passkey/options',
    who: { public: true },
    body: z.strictObject({}),
    gives: { kind: 'json', schema: z.looseObject({ challenge: z.string() }) },
    perMinute: loginsPerMinute,
    handle: async (_, call) => json(await loginOptions(call)),
  }),
  route({
    id: 'passkey-login',
    ofPage: true,
    method: 'POST',
    path: '/login/passkey',
    who: { public: true },
    body: z.strictObject({ response: credentialSchema }),
    gives: { kind: 'json', schema: z.object({}) },
    perMinute: loginsPerMinute,
    handle: async ({ body }, call) => json({}, { cookies: [await logInByPasskey(call, body.response)] }),
  }),
];
