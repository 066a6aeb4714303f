/** What may be set of how a system is watched: its schedule, whom an alert reaches, the webhooks. */
import { everies } from '@ombud/contract';
import { Button, Choice, Definitions, Field, Form, Table, TextArea } from '@ombud/ui';
import type { Voice } from '@ombud/words';
import type { Call } from '../http/call.ts';
import { toldAddress } from '../outgoing/webhook-schema.ts';
import type { DeclaredWatch } from './declared.ts';
import { type AlertReceiver, hooksOf, receiverName, type WatchSettings } from './settings.ts';

/** Where the page is. */
export const watchPath = (system: string): string => `/systems/${system}/watch`;

/** A receiver as people are told of it. */
export const calledReceiver = (one: AlertReceiver): string =>
  'webhook' in one ? toldAddress(one.webhook.url) : one.mail;

/** What each part of the page is about. */
export interface Part {
  readonly declared: DeclaredWatch | null;
  readonly call: Call;
  readonly voice: Voice;
  readonly system: string;
  readonly settings: WatchSettings;
}

/** The receivers by mail. */
export const mailsOf = ({ alerts }: WatchSettings) => alerts.filter((one) => 'mail' in one);

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
export function Declared({ voice, settings, declared }: Of & { readonly declared: DeclaredWatch }) {
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

/** The form of what the declaration leaves open. */
export function SettingsForm({ call, voice, system, settings, declared }: Part) {
  const { silentHours, drift } = settings;
  return (
    <Form action={watchPath(system)} token={call.formToken}>
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

/** The webhooks, and a form for one more. */
export function Webhooks({ call, voice, system, settings }: Part) {
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
            <Form action={`${watchPath(system)}/webhooks/remove`} token={call.formToken}>
              <input type="hidden" name="receiver" value={receiverName(one)} />
              <Button label={voice.say('watch/remove')} about={calledReceiver(one)} plain />
            </Form>,
          ])}
          text={[0, 1]}
        />
      )}
      <Form action={`${watchPath(system)}/webhooks`} token={call.formToken}>
        <Field name="url" label={voice.say('watch/url')} />
        <Button label={voice.say('watch/add-webhook')} />
      </Form>
    </>
  );
}
