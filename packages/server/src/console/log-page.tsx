/** The ledger: its head, its keys, its witnesses, and the check of the whole. */
import { checkLedger } from '@ombud/app';
import { readCheckpoint } from '@ombud/ledger';
import { formatVerifierKey } from '@ombud/tlog';
import { Button, Definitions, Form } from '@ombud/ui';
import { sayError, type Voice, voiceOf } from '@ombud/words';
import { z } from 'zod';
import { mayFor, type Role } from '../access/roles.ts';
import type { Call } from '../http/call.ts';
import { page } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { CodeBox } from './code-box.tsx';
import { shell } from './shell.tsx';
import { readers } from './telling.ts';

const checkers: readonly Role[] = ['administrator', 'auditor'];
const checksPerMinute = 3;

interface Checked {
  readonly holds: boolean;
  readonly text: string;
}

function Witnesses({ voice, note }: { readonly voice: Voice; readonly note: string }) {
  const [, signatures = ''] = note.split('\n\n');
  const names = [...signatures.matchAll(/^— (\S+) /gm)].map(([, name = '']) => name);
  const [, ...witnesses] = names;
  return witnesses.length === 0 ? (
    <p>{voice.say('console/no-witnesses')}</p>
  ) : (
    <ul>
      {witnesses.map((name) => (
        <li>{name}</li>
      ))}
    </ul>
  );
}

async function logPage(call: Call, checked: Checked | null) {
  const voice = voiceOf(call.language);
  const { ledger } = call.services;
  const { note, checkpoint } = await readCheckpoint(ledger);
  const [cosigned] = await ledger.store.readCosigned(0);
  const keys = ledger.trust.all.map(formatVerifierKey);
  return shell(call, {
    title: voice.say('console/log'),
    at: '/ledger',
    children: (
      <>
        <p class="lead">{voice.say('console/log-lead', { size: checkpoint.size })}</p>
        {checked === null ? (
          ''
        ) : (
          <p class={checked.holds ? 'done' : 'warn'} role="status">
            {checked.text}
          </p>
        )}
        <h2>{voice.say('console/head')}</h2>
        <Definitions
          entries={[
            [voice.say('console/log-origin'), checkpoint.origin],
            [voice.say('console/log-size'), voice.count(checkpoint.size)],
            [voice.say('console/log-root'), Buffer.from(checkpoint.root).toString('base64')],
          ]}
        />
        <CodeBox label={voice.say('console/checkpoint')} text={note} />
        <h2>{voice.say('console/log-keys')}</h2>
        <p>{voice.say('console/log-keys-how')}</p>
        <CodeBox label={voice.say('console/log-keys')} text={keys.join('\n')} />
        <h2>{voice.say('console/witnesses')}</h2>
        <Witnesses voice={voice} note={cosigned?.note ?? note} />
        {mayFor(call.who, checkers, null) ? (
          <>
            <h2>{voice.say('console/fsck')}</h2>
            <p>{voice.say('console/fsck-how')}</p>
            <Form action="/ledger/check" token={call.formToken}>
              <Button label={voice.say('console/fsck-do')} />
            </Form>
          </>
        ) : (
          ''
        )}
      </>
    ),
  });
}

async function check(call: Call): Promise<Checked> {
  const voice = voiceOf(call.language);
  const { place, context } = call.services;
  const checked = await checkLedger({ location: place.location }, context);
  const { problem, entries, payloads, erased, cases } = checked;
  const { matters } = cases;
  return problem === null
    ? { holds: true, text: voice.say('console/fsck-holds', { entries, payloads, erased, matters }) }
    : { holds: false, text: sayError(call.language, problem) };
}

/** The routes. */
export const logPageRoutes: readonly Route[] = [
  route({
    id: 'log-page',
    method: 'GET',
    path: '/ledger',
    who: { roles: readers, scope: 'any' },
    gives: { kind: 'page' },
    handle: async (_, call) => page(await logPage(call, null)),
  }),
  route({
    id: 'log-check',
    method: 'POST',
    path: '/ledger/check',
    who: { roles: checkers },
    takes: 'form',
    body: z.strictObject({}),
    gives: { kind: 'page' },
    perMinute: checksPerMinute,
    handle: async (_, call) => page(await logPage(call, await check(call))),
  }),
];
