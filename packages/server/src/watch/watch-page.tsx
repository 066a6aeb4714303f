/** The page of how a system is watched: its schedule, whom an alert reaches, and what was told. */
import { randomBytes } from 'node:crypto';
import { deliveriesOf, findVersion, listAlerts } from '@ombud/app';
import { Table } from '@ombud/ui';
import { voiceOf } from '@ombud/words';
import { z } from 'zod';
import { mayFor } from '../access/roles.ts';
import { CodeBox } from '../console/code-box.tsx';
import { shell } from '../console/shell.tsx';
import { momentOf, titleOf } from '../console/telling.ts';
import type { Call } from '../http/call.ts';
import { page, seeOther } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { deliveryText } from '../outgoing/telling.ts';
import { webhookSchema } from '../outgoing/webhook-schema.ts';
import { systemParams } from '../systems/schemas.ts';
import { declaredWatch } from './declared.ts';
import { alertText } from './sentences.ts';
import { openWatchSettings, readWatchSettings, receiverName } from './settings.ts';
import { declareWatch, watchDeclarers, watchReaders } from './settings-routes.ts';
import { changedBy, settingsForm } from './watch-form.ts';
import {
  calledReceiver,
  Declared,
  mailsOf,
  type Part,
  SettingsForm,
  Webhooks,
  watchPath,
} from './watch-parts.tsx';

const mostAlerts = 50;
const secretBytes = 32;

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
      return seeOther(watchPath(system));
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
      return seeOther(watchPath(system));
    },
  }),
];
