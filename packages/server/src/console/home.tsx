import { listSystems, readBreaker, type SystemVersion } from '@ombud/app';
import { State } from '@ombud/ui';
import { type Voice, voiceOf } from '@ombud/words';
import { mayFor } from '../access/roles.ts';
import type { Call } from '../http/call.ts';
import { page } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { declarers } from './declare.tsx';
import { shell } from './shell.tsx';
import { breakerSentence, standingOf } from './standing.ts';
import { readers, titleOf } from './telling.ts';

async function card(call: Call, voice: Voice, version: SystemVersion) {
  const { state, sentence } = await standingOf(call, voice, version);
  const { system, approved } = version;
  const breaker = breakerSentence(voice, await readBreaker(call.services.state, system));
  return (
    <section class={state === null ? 'card' : `card ${state}`}>
      <h2>
        <a href={`/systems/${system}`}>{titleOf(version)}</a>
      </h2>
      <p>{state === null ? sentence : <State state={state} word={sentence} />}</p>
      {breaker.decides ? (
        ''
      ) : (
        <p>
          <a href={`/systems/${system}/breaker`}>
            <State state="fail" word={breaker.sentence} />
          </a>
        </p>
      )}
      <p class="meta">
        {voice.say(approved === null ? 'console/version-open' : 'console/version-approved', {
          system,
          version: version.version,
        })}
      </p>
    </section>
  );
}

async function home(call: Call) {
  const voice = voiceOf(call.language);
  const systems = (await listSystems(call.services.state)).filter(({ system }) =>
    mayFor(call.who, readers, system),
  );
  const cards = await Promise.all(systems.map((one) => card(call, voice, one)));
  return shell(call, {
    title: voice.say('console/systems'),
    at: '/',
    children: (
      <>
        {cards.length === 0 ? (
          <p class="lead">{voice.say('console/no-systems')}</p>
        ) : (
          <div class="systems">{cards}</div>
        )}
        {mayFor(call.who, declarers, null) ? (
          <p>
            <a href="/declare">{voice.say('console/declare')}</a>
          </p>
        ) : (
          ''
        )}
      </>
    ),
  });
}

/** The first page: every system, and how it stands. */
export const homeRoute: Route = route({
  id: 'home-page',
  method: 'GET',
  path: '/',
  who: { roles: readers, scope: 'any' },
  gives: { kind: 'page' },
  handle: async (_, call) => page(await home(call)),
});
