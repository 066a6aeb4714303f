/** Mail, by the server that `settings.json` names. */
import type { Answer, Outgoing } from '@ombud/app';
import { createTransport } from 'nodemailer';
import type { Settings } from '../place/settings.ts';

/** A mail, before it has a sender. */
export interface Mail {
  /** The same for the same thing, so that a second one is known as such. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same as HTML, where there is one. */
  readonly html?: string;
}

const timeoutMs = 10_000;

/** One mailbox and nothing besides: no list, no name, nothing that begins another line. */
const mailbox = /^[^\s,;:<>()"\\@]+@[^\s,;:<>()"\\@]+$/;

/** The address is one that the mail server will never take; anything else may pass. */
const neverTaken = 410;
const taken = 250;
const lastingRefusal = 500;

type MailSettings = NonNullable<Settings['mail']>;

/**
 * Hands a mail to the mail server.
 * @returns a status as HTTP has them
 * @throws where the mail server cannot be reached or does not let us in
 */
export async function sendMail(
  { server, from }: MailSettings,
  origin: string,
  { id, to, subject, text, html }: Mail,
): Promise<number> {
  if (!mailbox.test(to)) return neverTaken;
  const transport = createTransport({
    url: server,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from,
      to: { name: '', address: to },
      subject,
      text,
      ...(html === undefined ? {} : { html }),
      messageId: `<${id}@${origin.replace(/[^A-Za-z0-9.-]/g, '.')}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return taken;
  } catch (error) {
    const { code, responseCode } = error as { readonly code?: string; readonly responseCode?: number };
    if (code !== 'EENVELOPE' || responseCode === undefined) throw error;
    return responseCode >= lastingRefusal ? neverTaken : responseCode;
  } finally {
    transport.close();
  }
}

/** The lane of all mail: one server takes it. */
export const mailLane = 'mail';

/** Messages of the outbox as mail; null where no mail server is declared. One that is written to nobody is refused for good. */
export function mailCarrier(
  { mail, origin }: Settings,
  write: (message: Outgoing) => Promise<Omit<Mail, 'id'> | null>,
) {
  if (mail === undefined) return null;
  return {
    lane: mailLane,
    carry: async (message: Outgoing): Promise<Answer> => {
      const written = await write(message);
      const status =
        written === null ? neverTaken : await sendMail(mail, origin, { id: message.id, ...written });
      return { status, text: '' };
    },
  };
}
