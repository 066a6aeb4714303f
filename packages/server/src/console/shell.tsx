/** The frame of every page of the server: who is here, where one can go, and the page. */
import { Button, Form, formStyle, Page } from '@ombud/ui';
import { type Voice, voiceOf } from '@ombud/words';
import type { Child } from 'hono/jsx';
import { mayFor, type Principal, type Role } from '../access/roles.ts';
import type { Call } from '../http/call.ts';

/** A place of the navigation; whoever may not go there does not see it. */
interface NavigationItem {
  readonly path: string;
  /** `console/NAME` in the words. */
  readonly words: 'console/systems' | 'console/api';
  readonly roles: readonly Role[] | null;
}

const readers: readonly Role[] = ['administrator', 'operator', 'auditor', 'reviewer', 'clerk', 'viewer'];

/** The navigation: a capability with pages adds its line. */
const navigation: readonly NavigationItem[] = [
  { path: '/', words: 'console/systems', roles: readers },
  { path: '/api', words: 'console/api', roles: null },
];

const mayGo = (who: Principal, { roles }: NavigationItem): boolean =>
  roles === null || mayFor(who, roles, null);

/** What a page hands to the frame. */
export interface Shown {
  readonly title: string;
  readonly children?: Child;
}

type Asker = Pick<Call, 'who' | 'formToken'> | null;

function Bar({ voice, asker }: { readonly voice: Voice; readonly asker: Asker }) {
  const who = asker?.who ?? { kind: 'anonymous' as const };
  return (
    <div class="bar">
      <a class="brand" href="/">
        Ombud
      </a>
      {navigation
        .filter((item) => mayGo(who, item))
        .map(({ path, words }) => (
          <a href={path}>{voice.say(words)}</a>
        ))}
      {who.kind === 'account' && asker !== null ? (
        <>
          <a href="/account">{who.name}</a>
          <Form action="/logout" token={asker.formToken}>
            <Button label={voice.say('console/log-out')} plain />
          </Form>
        </>
      ) : (
        <a href="/login">{voice.say('console/log-in')}</a>
      )}
    </div>
  );
}

/** A page in its frame. */
export function Shell({ voice, asker, title, children }: Shown & { voice: Voice; asker: Asker }) {
  return (
    <Page
      voice={voice}
      title={`${title} · Ombud`}
      skip={voice.say('console/skip')}
      policy={null}
      more={formStyle}
      header={<Bar voice={voice} asker={asker} />}
      footer={<p>{voice.say('console/footer')}</p>}
    >
      <h1>{title}</h1>
      {children}
    </Page>
  );
}

/**
 * A page of the server, as its routes answer it.
 * @example handle: async (_, call) => page(shell(call, { title, children: <Table .../> }))
 */
export const shell = (call: Call, { title, children }: Shown) => (
  <Shell voice={voiceOf(call.language)} asker={call} title={title}>
    {children}
  </Shell>
);
