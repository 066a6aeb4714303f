/** Sends what watching has to say: alerts to people and programs, holds to the deciding system. */
import {
  alertMessage,
  confirmHold,
  findVersion,
  type Outgoing,
  type RaisedAlert,
  type Receiver,
  sendDue,
} from '@ombud/app';
import { chooseLanguage, english, voiceOf } from '@ombud/words';
import { titleOf } from '../console/telling.ts';
import { allSettings } from '../contest/settings.ts';
import type { Job } from '../jobs/job.ts';
import { type Mail, mailCarrier } from '../outgoing/mail.ts';
import { sendingOf } from '../outgoing/sending.ts';
import type { Services } from '../services.ts';
import { outboxJob } from './raise.ts';
import { alertText } from './sentences.ts';
import { allWatchSettings, isWatchMessage, receiverName, type SettingsInForce } from './settings.ts';

const everyMs = 10_000;
/** The answer that says that it is done; any other yes only says that the message has come. */
const doneStatus = 200;

type Wanted = Pick<Outgoing, 'kind' | 'system' | 'receiver'>;

/** An alert as a mail. */
async function mailOf(
  { state, place }: Services,
  { system, body }: Outgoing,
  { mail: to, language }: { readonly mail: string; readonly language: string },
): Promise<Omit<Mail, 'id'>> {
  const voice = voiceOf(chooseLanguage(language) ?? english);
  const title = titleOf(await findVersion(state, system));
  const { line, more } = alertText(voice, JSON.parse(body) as RaisedAlert, title);
  const { publicUrl } = place.settings;
  const link = publicUrl === undefined ? '' : `${publicUrl}/systems/${system}/breaker`;
  return { to, subject: line, text: `${more}\n\n${voice.say('alert/footer', { link })}\n` };
}

/** Where messages go, as it is declared now. */
export async function receiversOf(services: Services): Promise<(message: Wanted) => Receiver | null> {
  const { state, place } = services;
  const watch = await allWatchSettings(state, place.secret);
  const contest = await allSettings(state, place.secret);
  const ofAlert = (settings: SettingsInForce | undefined, name: string): Receiver | null => {
    const receiver = settings?.alerts.find((one) => receiverName(one) === name);
    if (receiver === undefined) return null;
    if ('webhook' in receiver) return receiver.webhook;
    return mailCarrier(place.settings, (message) => mailOf(services, message, receiver));
  };
  return ({ kind, system, receiver }) => {
    if (!isWatchMessage(kind)) return null;
    const settings = watch.get(system);
    if (kind === alertMessage) return ofAlert(settings, receiver);
    return settings?.decider ?? contest.get(system)?.receivers.effects ?? null;
  };
}

/** The job of the messages of watching. */
export const deliverJob: Job = {
  name: outboxJob,
  everyMs,
  async run(services) {
    const { state, context } = services;
    await sendDue(state, {
      ...sendingOf(services),
      receiverOf: await receiversOf(services),
      answered: async (tx, { id, kind, status }) => {
        if (kind !== alertMessage && status === doneStatus)
          await confirmHold(tx, { message: id }, new Date(context.now()).toISOString());
      },
    });
  },
};
