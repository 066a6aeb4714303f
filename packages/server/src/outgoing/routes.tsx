/** Messages that do not come through: listed with the reason, tried anew or let go by whoever answers for them. */
import { listTroubled, settleTroubled, type Trouble } from '@ombud/app';
import { Button, Form, Table } from '@ombud/ui';
import { type Voice, voiceOf } from '@ombud/words';
import { z } from 'zod';
import { doAct } from '../access/act.ts';
import { mayFor, type Principal, type Role } from '../access/roles.ts';
import { shell } from '../console/shell.tsx';
import { momentOf } from '../console/telling.ts';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import { json, page, seeOther } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { listOf } from '../systems/schemas.ts';
import { faultText } from './telling.ts';
import { placesOf } from './where.ts';

const readers: readonly Role[] = ['administrator', 'operator', 'auditor'];
const settlers: readonly Role[] = ['administrator', 'operator'];
const most = 500;

interface Told extends Trouble {
  readonly to: string | null;
}

/** Whether somebody may with the messages of a system; of those of none, whoever may with any. */
const mayWith = (who: Principal, allowed: readonly Role[], system: string): boolean =>
  mayFor(who, allowed, system === '' ? null : system);

/** What the asker may see of it. */
async function troubledFor({ services, who }: Call): Promise<readonly Told[]> {
  const toOf = await placesOf(services);
  const all = await listTroubled(services.state, most);
  return all.filter(({ system }) => mayWith(who, readers, system)).map((one) => ({ ...one, to: toOf(one) }));
}

const whichSchema = z.strictObject({
  system: z.string().max(200),
  kind: z.string().min(1).max(100),
  receiver: z.string().max(100).default(''),
  what: z
    .enum(['again', 'let-go'])
    .describe('Try them now, and for as long as if they were new; or send them no more'),
});

/**
 * Tries messages again, or lets them go; an entry says who did.
 * @throws OmbudError `OMBUD_E_FORBIDDEN` where they are of a system that is not theirs
 */
async function settle(
  { services, who }: Call,
  { what, ...which }: z.output<typeof whichSchema>,
): Promise<number> {
  const { system, kind } = which;
  if (!mayWith(who, settlers, system))
    throw serverErrors.error('OMBUD_E_FORBIDDEN', 'other-system', { system });
  const now = new Date(services.context.now()).toISOString();
  const act = what === 'again' ? 'messages-again' : 'messages-let-go';
  const details = { kind, receiver: which.receiver };
  let messages = 0;
  await doAct(services, who, { act, ...(system === '' ? {} : { system }), details }, async (tx) => {
    messages = await settleTroubled(tx, which, what, now);
  });
  for (const job of ['watch-outbox', 'contest-outbox']) services.kick(job);
  return messages;
}

const nameOf = (voice: Voice, { kind }: Trouble): string =>
  kind === 'alert' ? voice.say('outgoing/kind-alert') : kind;

function stateText(voice: Voice, { state, fault, status, next }: Trouble): string {
  const why = faultText(voice, fault, status);
  if (state !== 'waiting') return voice.say(`outgoing/state-${state}`, { why });
  return voice.say('outgoing/state-waiting', { why, when: momentOf(voice, next ?? '') });
}

function Acts({ call, voice, one }: { readonly call: Call; readonly voice: Voice; readonly one: Told }) {
  if (!mayWith(call.who, settlers, one.system)) return '';
  const acts = one.state === 'waiting' ? (['again'] as const) : (['again', 'let-go'] as const);
  return (
    <div class="row">
      {acts.map((what) => (
        <Form action="/outgoing" token={call.formToken}>
          {(['system', 'kind', 'receiver'] as const).map((name) => (
            <input type="hidden" name={name} value={one[name]} />
          ))}
          <input type="hidden" name="what" value={what} />
          <Button label={voice.say(`outgoing/${what}`)} about={`${nameOf(voice, one)} ${one.system}`} plain />
        </Form>
      ))}
    </div>
  );
}

async function outgoingPage(call: Call) {
  const voice = voiceOf(call.language);
  const rows = await troubledFor(call);
  return shell(call, {
    title: voice.say('outgoing/page'),
    at: '/outgoing',
    children: (
      <>
        <p>{voice.say('outgoing/how', { hours: call.services.place.settings.outgoing.giveUpHours })}</p>
        {rows.length === 0 ? (
          <p>{voice.say('outgoing/none')}</p>
        ) : (
          <Table
            caption={voice.say('outgoing/caption')}
            head={(['system', 'what', 'to', 'messages', 'since', 'state', 'acts'] as const).map((one) =>
              voice.say(`outgoing/head-${one}`),
            )}
            rows={rows.map((one) => [
              one.system,
              nameOf(voice, one),
              one.to ?? voice.say('outgoing/to-nobody'),
              voice.count(one.messages),
              momentOf(voice, one.since),
              stateText(voice, one),
              <Acts call={call} voice={voice} one={one} />,
            ])}
            text={[0, 1, 2, 4, 5, 6]}
          />
        )}
      </>
    ),
  });
}

const troubleSchema = z.object({
  system: z.string(),
  kind: z.string(),
  receiver: z.string(),
  to: z.string().nullable().describe('The host, or "mail"; null where nobody says any more where they go'),
  state: z.enum(['waiting', 'refused', 'given-up']),
  fault: z.string().describe('Why the last try failed'),
  status: z.int().nullable().describe('Of the last answer'),
  messages: z.int(),
  since: z.string(),
  next: z.string().nullable().describe('When the first of them is tried again'),
});

/** The routes. */
export const outgoingRoutes: readonly Route[] = [
  route({
    id: 'outgoing-list',
    method: 'GET',
    path: '/api/v1/outgoing',
    who: { roles: readers, scope: 'any' },
    gives: { kind: 'json', schema: listOf(troubleSchema) },
    handle: async (_, call) => json({ items: await troubledFor(call) }),
  }),
  route({
    id: 'outgoing-settle',
    method: 'POST',
    path: '/api/v1/outgoing',
    who: { roles: settlers, scope: 'any' },
    body: whichSchema,
    gives: { kind: 'json', schema: z.object({ messages: z.int() }) },
    handle: async ({ body }, call) => json({ messages: await settle(call, body) }),
  }),
  route({
    id: 'outgoing-page',
    method: 'GET',
    path: '/outgoing',
    who: { roles: readers, scope: 'any' },
    gives: { kind: 'page' },
    handle: async (_, call) => page(await outgoingPage(call)),
  }),
  route({
    id: 'outgoing-form',
    method: 'POST',
    path: '/outgoing',
    who: { roles: settlers, scope: 'any' },
    takes: 'form',
    body: whichSchema,
    gives: { kind: 'page' },
    handle: async ({ body }, call) => {
      await settle(call, body);
      return seeOther('/outgoing');
    },
  }),
];
