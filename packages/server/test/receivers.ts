/** Receivers of the tests: one of webhooks that answers as it is told, and a mail server. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { Webhook } from 'standardwebhooks';
import { onTestFinished } from 'vitest';

export const hookSecret = `whsec_${Buffer.from('a secret of the tests, 32 bytes.').toString('base64')}`;

/** A message that came, its signature checked. */
export interface Came {
  readonly id: string;
  readonly type: string;
  readonly data: Record<string, unknown>;
}

/** A receiver of signed messages. */
export async function webhooks(
  answer: (came: Came, response: ServerResponse) => void = (_, response) =>
    void response.writeHead(200).end(),
) {
  const came: Came[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const header = (name: string) => String(request.headers[`webhook-${name}`]);
    // The clock of a test may stand anywhere: the time is part of what is signed, and not held against ours.
    const at = new Date(1000 * Number(header('timestamp')));
    if (new Webhook(hookSecret).sign(header('id'), at, body) !== header('signature'))
      return void response.writeHead(401).end();
    const one = { ...(JSON.parse(body) as Omit<Came, 'id'>), id: header('id') };
    came.push(one);
    answer(one, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { came, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, secret: hookSecret };
}

/** A mail server; addresses that begin with `nobody` do not live there. */
export async function mailServer() {
  const came: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => {
      if (!address.startsWith('nobody')) return done();
      done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
    },
    onData: (stream, _, done) => {
      simpleParser(stream).then((mail) => {
        came.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  onTestFinished(() => new Promise<void>((done) => void server.close(() => done())));
  const { port } = server.server.address() as AddressInfo;
  return { came, settings: { server: `smtp://127.0.0.1:${port}`, from: 'Ombud <ombud@example.org>' } };
}
