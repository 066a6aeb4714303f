import { Fold, Table } from '@ombud/ui';
import { type Language, say, voiceOf } from '@ombud/words';
import { Shell } from '../console/shell.tsx';
import { documented } from '../http/openapi.ts';
import type { Route } from '../http/route.ts';

const whoText = ({ who }: Route, everybody: string): string =>
  'public' in who ? everybody : who.roles.join(', ');

/** The document of the API to read, without a request to another host. */
export function apiPage(routes: readonly Route[], language: Language) {
  const voice = voiceOf(language);
  return (
    <Shell voice={voice} asker={null} title={voice.say('openapi/title')}>
      <p>{voice.say('openapi/intro')}</p>
      <p>
        <a href="/openapi.json">openapi.json</a>
      </p>
      {documented(routes).map((one) => (
        <Fold title={`${one.method} ${one.path}`}>
          <Table
            caption={say(language, `route/${one.id}`)}
            head={[voice.say('openapi/what'), voice.say('openapi/value')]}
            rows={[
              [voice.say('openapi/name'), one.id],
              [voice.say('openapi/who'), whoText(one, voice.say('openapi/everybody'))],
            ]}
            text={[0, 1]}
          />
        </Fold>
      ))}
    </Shell>
  );
}
