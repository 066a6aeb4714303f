/** The frame of every page of the server: who is here, where one can go, and the page. */
import { Button, Form, formStyle, Page } from '@ombud/ui';
import { type Voice, voiceOf } from '@ombud/words';
import type { Child } from 'hono/jsx';
import { mayFor, type Principal } from '../access/roles.ts';
import type { Call } from '../http/call.ts';
import { scriptPath } from './assets.ts';
import type { NavigationItem } from './navigation.ts';
import { consoleStyle } from './style.ts';

const mayGo = (who: Principal, { roles }: NavigationItem): boolean =>
  roles === null || mayFor(who, roles, null);

/** What a page hands to the frame. */
export interface Shown {
  readonly title: string;
  /** Which line of the navigation it belongs to. */
  readonly at?: string;
  /** The way back, above the title. */
  readonly crumbs?: readonly (readonly [string, string])[];
  readonly children?: Child;
}

type Asker = Pick<Call, 'who' | 'formToken'> | null;

interface BarProps {
  readonly voice: Voice;
  readonly asker: Asker;
  readonly navigation: readonly NavigationItem[];
  readonly at?: string;
}

const current = (path: string, at: string | undefined) =>
  path === at ? { 'aria-current': 'true' as const } : {};

function Bar({ voice, asker, navigation, at }: BarProps) {
  const who = asker?.who ?? { kind: 'anonymous' as const };
  return (
    <nav class="bar" aria-label={voice.say('console/places')}>
      <a class="brand" href="/">
        Ombud
      </a>
      {navigation
        .filter((item) => mayGo(who, item))
        .map(({ path, words }) => (
          <a href={path} {...current(path, at)}>
            {voice.say(words)}
          </a>
        ))}
      <span class="end">
        {who.kind === 'account' && asker !== null ? (
          <>
            <a href="/account" {...current('/account', at)}>
              {who.name}
            </a>
            <Form action="/logout" token={asker.formToken}>
              <Button label={voice.say('console/log-out')} plain />
            </Form>
          </>
        ) : (
          <a href="/login">{voice.say('console/log-in')}</a>
        )}
      </span>
    </nav>
  );
}

/** A page in its frame. */
export function Shell({ title, crumbs = [], children, ...bar }: Shown & BarProps) {
  const { voice } = bar;
  return (
    <Page
      voice={voice}
      title={`${title} · Ombud`}
      skip={voice.say('console/skip')}
      policy={null}
      more={formStyle + consoleStyle}
      header={<Bar {...bar} />}
      footer={
        <>
          <p>{voice.say('console/footer')}</p>
          <script src={scriptPath} defer data-copy={voice.say('console/copy')} />
        </>
      }
    >
      {crumbs.length === 0 ? (
        ''
      ) : (
        <p class="crumbs">
          {crumbs.map(([path, called], i) => (
            <>
              {i === 0 ? '' : ' / '}
              <a href={path}>{called}</a>
            </>
          ))}
        </p>
      )}
      <h1>{title}</h1>
      {children}
    </Page>
  );
}

/**
 * A page of the server, as its routes answer it.
 * @example handle: async (_, call) => page(shell(call, { title, children: <Table .../> }))
 */
export const shell = (call: Call, { children, ...shown }: Shown) => (
  <Shell voice={voiceOf(call.language)} asker={call} navigation={call.services.navigation} {...shown}>
    {children}
  </Shell>
);
