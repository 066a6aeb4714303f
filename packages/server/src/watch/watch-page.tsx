/** The page of how a system is watched: its schedule, whom an alert reaches, and what was told. */
import { randomBytes } from 'node:crypto';
import { deliveriesOf, findVersion, listAlerts } from '@ombud/app';
import { everies } from '@ombud/contract';
import { Button, Choice, Definitions, Field, Form, Table, TextArea } from '@ombud/ui';
import { type Voice, voiceOf } from '@ombud/words';
import { z } from 'zod';
import { mayFor } from '../access/roles.ts';
import { CodeBox } from '../console/code-box.tsx';
import { shell } from '../console/shell.tsx';
import { momentOf, titleOf } from '../console/telling.ts';
import type { Call } from '../http/call.ts';
import { page, seeOther } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { deliveryText } from '../outgoing/telling.ts';
import { toldAddress, webhookSchema } from '../outgoing/webhook-schema.ts';
import { systemParams } from '../systems/schemas.ts';
import { type DeclaredWatch, declaredWatch } from './declared.ts';
import { alertText } from './sentences.ts';
import {
  type AlertReceiver,
  hooksOf,
  openWatchSettings,
  readWatchSettings,
  receiverName,
  type WatchSettings,
  watchSettingsSchema,
} from './settings.ts';
import { declareWatch, watchDeclarers, watchReaders } from './settings-routes.ts';

const mostAlerts = 50;
const secretBytes = 32;
const driftDefaults = { level: 0.01, index: 0.1 };

const pathOf = (system: string): string => `/systems/${system}/watch`;
const calledReceiver = (one: AlertReceiver): string =>
  'webhook' in one ? toldAddress(one.webhook.url) : one.mail;

interface Part {
  readonly declared: DeclaredWatch | null;
  readonly call: Call;
  readonly voice: Voice;
  readonly system: string;
  readonly settings: WatchSettings;
}

const mailsOf = ({ alerts }: WatchSettings) => alerts.filter((one) => 'mail' in one);

type Of = Pick<Part, 'voice' | 'settings'>;

/** When it is audited, to be chosen. */
function ScheduleFields({ voice, settings: { schedule } }: Of) {
  return (
    <>
      <Choice
        name="every"
        label={voice.say('watch/every')}
        value={schedule?.every ?? 'never'}
        options={(['never', ...everies] as const).map((one) => [one, voice.say(`watch/every-${one}`)])}
      />
      <Choice
        name="over"
        label={voice.say('watch/over')}
        value={schedule?.over ?? 'period'}
        options={(['period', 'everything'] as const).map((one) => [one, voice.say(`watch/over-${one}`)])}
      />
      <Choice
        name="sign"
        label={voice.say('watch/sign')}
        value={schedule?.sign === true ? 'yes' : 'no'}
        options={[
          ['no', voice.say('console/audit-unsigned')],
          ['yes', voice.say('console/audit-signed')],
        ]}
      />
    </>
  );
}

/** What the declaration says, to be read: a new version changes it. */
function Declared({ voice, settings, declared }: Of & { readonly declared: DeclaredWatch }) {
  const { schedule, tell } = declared;
  const lines: (readonly [string, string])[] = [];
  if (schedule !== null) {
    lines.push([voice.say('watch/every'), voice.say(`watch/every-${schedule.every}`)]);
    lines.push([voice.say('watch/over'), voice.say(`watch/over-${schedule.over}`)]);
    lines.push([
      voice.say('watch/sign'),
      voice.say(schedule.sign ? 'console/audit-signed' : 'console/audit-unsigned'),
    ]);
  }
  if (tell !== null) lines.push([voice.say('watch/mail'), mailsOf(settings).map(calledReceiver).join(', ')]);
  return (
    <>
      <p class="meta">{voice.say('watch/declared')}</p>
      <Definitions entries={lines} />
    </>
  );
}

function SettingsForm({ call, voice, system, settings, declared }: Part) {
  const { silentHours, drift } = settings;
  return (
    <Form action={pathOf(system)} token={call.formToken}>
      {(declared?.schedule ?? null) === null ? <ScheduleFields voice={voice} settings={settings} /> : ''}
      <Choice
        name="drift"
        label={voice.say('watch/drift')}
        hint={voice.say('watch/drift-hint')}
        value={drift === null ? 'no' : 'yes'}
        options={[
          ['no', voice.say('console/no')],
          ['yes', voice.say('console/yes')],
        ]}
      />
      <Field
        name="silent"
        label={voice.say('watch/silent')}
        hint={voice.say('watch/silent-hint')}
        value={silentHours === null ? '' : String(silentHours)}
        required={false}
      />
      {(declared?.tell ?? null) === null ? (
        <TextArea
          name="mail"
          label={voice.say('watch/mail')}
          hint={voice.say('watch/mail-hint')}
          rows={3}
          required={false}
          value={mailsOf(settings).map(calledReceiver).join('\n')}
        />
      ) : (
        ''
      )}
      <Button label={voice.say('watch/save')} />
    </Form>
  );
}

function Webhooks({ call, voice, system, settings }: Part) {
  const hooks = hooksOf(settings);
  return (
    <>
      <p class="meta">{voice.say('watch/webhooks-how')}</p>
      {hooks.length === 0 ? (
        ''
      ) : (
        <Table
          caption={voice.say('watch/webhooks-caption')}
          head={[voice.say('watch/url'), voice.say('watch/remove')]}
          rows={hooks.map((one) => [
            calledReceiver(one),
            <Form action={`${pathOf(system)}/webhooks/remove`} token={call.formToken}>
              <input type="hidden" name="receiver" value={receiverName(one)} />
              <Button label={voice.say('watch/remove')} about={calledReceiver(one)} plain />
            </Form>,
          ])}
          text={[0, 1]}
        />
      )}
      <Form action={`${pathOf(system)}/webhooks`} token={call.formToken}>
        <Field name="url" label={voice.say('watch/url')} />
        <Button label={voice.say('watch/add-webhook')} />
      </Form>
    </>
  );
}

async function Alerts({ call, voice, system, settings, title }: Part & { readonly title: string }) {
  const { state } = call.services;
  const alerts = await listAlerts(state, system, mostAlerts);
  if (alerts.length === 0) return <p>{voice.say('watch/alerts-none')}</p>;
  const stateOf = await deliveriesOf(state, alerts, settings.alerts.map(receiverName));
  return (
    <Table
      caption={voice.say('watch/alerts-caption')}
      head={[voice.say('watch/when'), voice.say('watch/what'), voice.say('watch/told')]}
      rows={alerts.map((alert) => {
        const { line, more } = alertText(voice, alert, title);
        const told = settings.alerts.flatMap((one) => {
          const sent = stateOf(alert, receiverName(one));
          return sent === null ? [] : [`${calledReceiver(one)}: ${deliveryText(voice, sent)}`];
        });
        return [
          momentOf(voice, alert.at),
          `${line}. ${more}`,
          told.length === 0 ? voice.say('watch/state-none') : told.join('; '),
        ];
      })}
      text={[0, 1, 2]}
    />
  );
}

async function watchPage(
  call: Call,
  system: string,
  made: { readonly url: string; readonly secret: string } | null = null,
) {
  const voice = voiceOf(call.language);
  const { services } = call;
  const title = titleOf(await findVersion(services.state, system));
  const settings = await readWatchSettings(services.state, system);
  const declared = await declaredWatch(services.state, system);
  const part = { call, voice, system, settings, declared };
  const mayDeclare = mayFor(call.who, watchDeclarers, system);
  return shell(call, {
    title: voice.say('watch/page', { title }),
    at: '/',
    crumbs: [
      ['/', voice.say('console/systems')],
      [`/systems/${system}`, title],
    ],
    children: (
      <>
        {made === null ? (
          ''
        ) : (
          <div class="done" role="status">
            <p>{voice.say('watch/saved-secret', { url: made.url })}</p>
            <CodeBox label={voice.say('watch/webhooks')} text={made.secret} />
          </div>
        )}
        <h2>{voice.say('watch/alerts')}</h2>
        <p class="meta">{voice.say('watch/how')}</p>
        {await Alerts({ ...part, title })}
        {mailsOf(settings).length > 0 && services.place.settings.mail === undefined ? (
          <p>{voice.say('watch/mail-nowhere')}</p>
        ) : (
          ''
        )}
        {declared === null ? '' : <Declared voice={voice} settings={settings} declared={declared} />}
        {mayDeclare ? (
          <div class="two">
            <div>
              <h2>{voice.say('watch/settings')}</h2>
              <SettingsForm {...part} />
            </div>
            <div>
              <h2>{voice.say('watch/webhooks')}</h2>
              <Webhooks {...part} />
            </div>
          </div>
        ) : (
          ''
        )}
      </>
    ),
  });
}

const settingsForm = z.strictObject({
  every: z.enum(['never', ...everies]).optional(),
  over: z.enum(['period', 'everything']).default('period'),
  sign: z.enum(['no', 'yes']).default('no'),
  drift: z.enum(['no', 'yes']),
  silent: z.union([z.literal(''), z.coerce.number().gt(0).max(10_000)]).default(''),
  mail: z
    .string()
    .max(5000)
    .transform((text) => text.split(/[\s,;]+/).filter((one) => one !== ''))
    .pipe(z.array(z.email()).max(20))
    .optional(),
});

function scheduleBy(
  { schedule }: WatchSettings,
  every: z.output<typeof settingsForm>['every'],
  rest: { readonly over: 'period' | 'everything'; readonly sign: boolean },
) {
  if (every === undefined) return schedule;
  return every === 'never' ? null : { lateHours: schedule?.lateHours, every, ...rest };
}

/** What a form leaves out stays as it was. */
function changedBy(
  before: WatchSettings,
  form: z.output<typeof settingsForm>,
  language: string,
): WatchSettings {
  const { every, over, sign, drift, silent, mail } = form;
  const mails =
    mail?.map((to) => mailsOf(before).find((one) => one.mail === to) ?? { mail: to, language }) ??
    mailsOf(before);
  return watchSettingsSchema.parse({
    ...before,
    schedule: scheduleBy(before, every, { over, sign: sign === 'yes' }),
    silentHours: silent === '' ? null : silent,
    drift: drift === 'no' ? null : (before.drift ?? driftDefaults),
    alerts: [...hooksOf(before), ...mails],
  });
}

const declaring = { roles: watchDeclarers, where: ['same-system'] } as const;

/** The page and its forms. */
export const watchPages: readonly Route[] = [
  route({
    id: 'watch-page',
    method: 'GET',
    path: '/systems/{system}/watch',
    who: { roles: watchReaders, where: ['same-system'] },
    params: systemParams,
    gives: { kind: 'page' },
    handle: async ({ params }, call) => page(await watchPage(call, params.system)),
  }),
  route({
    id: 'watch-form',
    method: 'POST',
    path: '/systems/{system}/watch',
    who: declaring,
    params: systemParams,
    takes: 'form',
    body: settingsForm,
    gives: { kind: 'page' },
    handle: async ({ params: { system }, body }, call) => {
      const before = await openWatchSettings(call.services, system);
      await declareWatch(call, system, changedBy(before, body, call.language.tag));
      return seeOther(pathOf(system));
    },
  }),
  route({
    id: 'webhook-add-form',
    method: 'POST',
    path: '/systems/{system}/watch/webhooks',
    who: declaring,
    params: systemParams,
    takes: 'form',
    body: webhookSchema.pick({ url: true }),
    gives: { kind: 'page' },
    handle: async ({ params: { system }, body: { url } }, call) => {
      const before = await openWatchSettings(call.services, system);
      const secret = `whsec_${randomBytes(secretBytes).toString('base64')}`;
      const others = before.alerts.filter((one) => !('webhook' in one) || one.webhook.url !== url);
      await declareWatch(call, system, { ...before, alerts: [...others, { webhook: { url, secret } }] });
      return page(await watchPage(call, system, { url, secret }));
    },
  }),
  route({
    id: 'webhook-remove-form',
    method: 'POST',
    path: '/systems/{system}/watch/webhooks/remove',
    who: declaring,
    params: systemParams,
    takes: 'form',
    body: z.strictObject({ receiver: z.string().max(64) }),
    gives: { kind: 'page' },
    handle: async ({ params: { system }, body }, call) => {
      const before = await openWatchSettings(call.services, system);
      const alerts = before.alerts.filter((one) => receiverName(one) !== body.receiver);
      await declareWatch(call, system, { ...before, alerts });
      return seeOther(pathOf(system));
    },
  }),
];
