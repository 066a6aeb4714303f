/** Keys of machines: made, rotated and revoked by a form; each is shown once. */
import { Button, Choice, Field, Form, Table } from '@ombud/ui';
import { type Voice, voiceOf } from '@ombud/words';
import { z } from 'zod';
import { type KeyLine, listKeys, makeKey, revokeKey, rotateKey } from '../access/keys.ts';
import { type Known, knownOf } from '../access/roles.ts';
import type { Call } from '../http/call.ts';
import { page, seeOther } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { CodeBox } from './code-box.tsx';
import { grantText, roleBody, roleFields } from './role-fields.tsx';
import { shell } from './shell.tsx';
import { momentOf } from './telling.ts';

const administrator = { roles: ['administrator'] } as const;
const keyParams = z.strictObject({ key: z.uuid() });
const dayMs = 86_400_000;
const daySeconds = 86_400;
const lasting = ['30', '90', '365', 'never'] as const;

function stateText(voice: Voice, now: string, { revoked, expires }: KeyLine): string {
  if (revoked !== null) return voice.say('console/key-revoked', { when: momentOf(voice, revoked) });
  if (expires === null) return voice.say('console/key-lasts');
  return voice.say(expires <= now ? 'console/key-ended' : 'console/key-until', {
    when: momentOf(voice, expires),
  });
}

function Acts({ call, voice, line }: { readonly call: Call; readonly voice: Voice; readonly line: KeyLine }) {
  return (
    <div class="row">
      <Form action={`/keys/${line.id}/rotate`} token={call.formToken}>
        <Button label={voice.say('console/key-rotate')} about={line.name} plain />
      </Form>
      <Form action={`/keys/${line.id}/revoke`} token={call.formToken}>
        <Button label={voice.say('console/key-revoke')} about={line.name} plain />
      </Form>
    </div>
  );
}

function Keys({
  call,
  voice,
  keys,
}: {
  readonly call: Call;
  readonly voice: Voice;
  readonly keys: readonly KeyLine[];
}) {
  const now = new Date(call.services.context.now()).toISOString();
  const isOpen = ({ revoked, expires }: KeyLine) => revoked === null && (expires === null || expires > now);
  return (
    <Table
      caption={voice.say('console/keys-caption')}
      head={(['key', 'may', 'made', 'state', 'acts'] as const).map((one) => voice.say(`console/head-${one}`))}
      rows={keys.map((line) => [
        line.name,
        grantText(voice, line),
        voice.day(line.made),
        stateText(voice, now, line),
        isOpen(line) ? <Acts call={call} voice={voice} line={line} /> : '',
      ])}
      text={[0, 1, 2, 3, 4]}
    />
  );
}

async function keysPage(call: Call, fresh: string | null) {
  const voice = voiceOf(call.language);
  const keys = await listKeys(call.services);
  return shell(call, {
    title: voice.say('console/keys'),
    at: '/keys',
    children: (
      <>
        {fresh === null ? (
          <p>{voice.say('console/keys-how')}</p>
        ) : (
          <div class="done" role="status">
            <p>{voice.say('console/key-once')}</p>
            <CodeBox label={voice.say('console/key-new')} text={`export OMBUD_KEY=${fresh}`} />
          </div>
        )}
        {keys.length === 0 ? '' : <Keys call={call} voice={voice} keys={keys} />}
        <h2>{voice.say('console/key-make')}</h2>
        <Form action="/keys" token={call.formToken}>
          <Field
            name="name"
            label={voice.say('console/key-name')}
            hint={voice.say('console/key-name-hint')}
          />
          {await roleFields(call.services, voice, 'recorder')}
          <Choice
            name="lasts"
            label={voice.say('console/key-lasting')}
            value="365"
            options={lasting.map((days) => [days, voice.say(`console/lasts-${days}`)] as const)}
          />
          <Button label={voice.say('console/key-make-do')} />
        </Form>
      </>
    ),
  });
}

const expiryOf = ({ services }: Call, lasts: (typeof lasting)[number]): string | null =>
  lasts === 'never' ? null : new Date(services.context.now() + Number(lasts) * dayMs).toISOString();

const maker = (call: Call): Known => knownOf(call.who);

/** The routes. */
export const keysPageRoutes: readonly Route[] = [
  route({
    id: 'keys-page',
    method: 'GET',
    path: '/keys',
    who: administrator,
    gives: { kind: 'page' },
    handle: async (_, call) => page(await keysPage(call, null)),
  }),
  route({
    id: 'key-make-form',
    method: 'POST',
    path: '/keys',
    who: administrator,
    takes: 'form',
    body: z.strictObject({ name: z.string().min(1).max(100), ...roleBody, lasts: z.enum(lasting) }),
    gives: { kind: 'page' },
    handle: async ({ body: { name, role, system, lasts } }, call) => {
      const { key } = await makeKey(call.services, maker(call), {
        name,
        role,
        system,
        expires: expiryOf(call, lasts),
      });
      return page(await keysPage(call, key));
    },
  }),
  route({
    id: 'key-rotate-form',
    method: 'POST',
    path: '/keys/{key}/rotate',
    who: administrator,
    params: keyParams,
    takes: 'form',
    body: z.strictObject({}),
    gives: { kind: 'page' },
    handle: async ({ params }, call) => {
      const { key } = await rotateKey(call.services, maker(call), params.key, daySeconds);
      return page(await keysPage(call, key));
    },
  }),
  route({
    id: 'key-revoke-form',
    method: 'POST',
    path: '/keys/{key}/revoke',
    who: administrator,
    params: keyParams,
    takes: 'form',
    body: z.strictObject({}),
    gives: { kind: 'page' },
    handle: async ({ params }, call) => {
      await revokeKey(call.services, call.who, params.key);
      return seeOther('/keys');
    },
  }),
];
