import { Fold, Table } from '@ombud/ui';
import { say, voiceOf } from '@ombud/words';
import { shell } from '../console/shell.tsx';
import type { Call } from '../http/call.ts';
import { documented } from '../http/openapi.ts';
import type { Route } from '../http/route.ts';

const whoText = ({ who }: Route, everybody: string): string =>
  'public' in who ? everybody : who.roles.join(', ');

/** The document of the API to read, without a request to another host. */
export function apiPage(routes: readonly Route[], call: Call) {
  const voice = voiceOf(call.language);
  return shell(call, {
    title: voice.say('openapi/title'),
    at: '/api',
    children: (
      <>
        <p>{voice.say('openapi/intro')}</p>
        <p>
          <a href="/openapi.json">openapi.json</a>
        </p>
        {documented(routes).map((one) => (
          <Fold title={`${one.method} ${one.path}`}>
            <Table
              caption={say(call.language, `route/${one.id}`)}
              label={one.id}
              head={[voice.say('openapi/what'), voice.say('openapi/value')]}
              rows={[
                [voice.say('openapi/name'), one.id],
                [voice.say('openapi/who'), whoText(one, voice.say('openapi/everybody'))],
              ]}
              text={[0, 1]}
            />
          </Fold>
        ))}
      </>
    ),
  });
}
