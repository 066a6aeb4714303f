/**
 * Who carries a notice: a mail server, the carrier that the system declared, or the printer of the office. The letter and the
 * address are put into it when it leaves: neither lies in the outbox, nor in the log.
 */
import { type Carrier, type Outgoing, postSigned, type Receiver } from '@ombud/app';
import type { Way } from '@ombud/contest';
import { renderNoticeHtml, renderNoticeMail } from '@ombud/report';
import { guardedFetch } from '../outgoing/guarded-fetch.ts';
import { mailCarrier } from '../outgoing/mail.ts';
import type { Services } from '../services.ts';
import { addressOf, type LetterToSend, lettersToSend } from './letters-to-send.ts';
import type { ContestSettings } from './settings.ts';

/** There is nothing to send any more: the person was erased, or the notice went another way. */
const gone = { status: 410, text: '' };

const caseOfMessage = ({ body }: Outgoing): string => (JSON.parse(body) as { readonly case: string }).case;

async function letterOf(
  services: Services,
  settings: ContestSettings,
  message: Outgoing,
): Promise<LetterToSend | null> {
  const [letter] = await lettersToSend(services, message.system, settings, [caseOfMessage(message)]);
  // Sent again by hand after it went another way, it would come as a second letter.
  return letter?.message === message.id ? letter : null;
}

/** The letter as an e-mail, to the address that the vault has now. */
const byMail = (services: Services, settings: ContestSettings): Carrier | null =>
  mailCarrier(services.place.settings, async (message) => {
    const letter = await letterOf(services, settings, message);
    const to = letter === null ? null : await addressOf(services, letter.subject, 'email');
    return letter === null || to === null ? null : { to, ...renderNoticeMail(letter.notice) };
  });

/** What the carrier gets of a letter: to read on a screen, or to print. */
function contentOf({ notice }: LetterToSend, way: Way) {
  const { language, recipient, title } = notice;
  const { subject, text, html } = renderNoticeMail(notice);
  const form = way === 'print' ? { page: renderNoticeHtml(notice) } : { subject, text, html };
  return { language: language.tag, recipient, title, ...form };
}

/** The letter as a signed webhook to the carrier. */
function byCarrier(services: Services, settings: ContestSettings, way: Way): Carrier | null {
  const { notices: receiver } = settings.receivers;
  if (receiver === null) return null;
  const { context, place } = services;
  return {
    lane: new URL(receiver.url).host,
    carry: async (message, signal) => {
      const letter = await letterOf(services, settings, message);
      if (letter === null) return gone;
      const to = way === 'webhook' ? await addressOf(services, letter.subject, 'webhook') : null;
      const body = { ...JSON.parse(message.body), to, letter: contentOf(letter, way) };
      return postSigned({ ...message, body: JSON.stringify(body) }, receiver, {
        fetch: guardedFetch(place.settings.outgoing.allow),
        now: context.now,
        signal,
      });
    },
  };
}

/** Who carries a notice that goes a way; null where it waits: for a mail server, a carrier, or the printer of the office. */
export function noticeReceiver(services: Services, settings: ContestSettings, way: string): Receiver | null {
  switch (way as Way) {
    case 'email':
      return byMail(services, settings);
    case 'webhook':
      return byCarrier(services, settings, 'webhook');
    case 'print':
      return settings.notices.printed === 'carrier' ? byCarrier(services, settings, 'print') : null;
  }
}

/** The ways that are open here, of those that are asked for. */
export const openWays = (
  { place }: Pick<Services, 'place'>,
  { receivers }: ContestSettings,
  ways: readonly Way[],
): Way[] =>
  ways.filter(
    (way) =>
      way === 'print' || (way === 'email' ? place.settings.mail !== undefined : receivers.notices !== null),
  );
