/** The way to the provider and back. */
import { voiceOf } from '@ombud/words';
import { z } from 'zod';
import { shell } from '../console/shell.tsx';
import { serverErrors } from '../errors.ts';
import { cookieText, flowCookie } from '../http/cookies.ts';
import { page, seeOther } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { open } from './log-in.ts';
import { beginAtProvider, endAtProvider } from './provider.ts';

const flowSeconds = 600;
const perMinute = 30;

/** Both pages. */
export const providerPages: readonly Route[] = [
  route({
    id: 'provider-begin',
    method: 'GET',
    path: '/login/provider',
    who: { public: true },
    gives: { kind: 'page' },
    perMinute,
    handle: async (_, call) => {
      const { url, flow } = await beginAtProvider(call);
      const { isSecure } = call;
      // The browser comes back from another site, so that this cookie must come along from there.
      const cookie = cookieText(flowCookie(isSecure), flow, {
        isSecure,
        maxAge: flowSeconds,
        sameSite: 'Lax',
      });
      return seeOther(url, { cookies: [cookie] });
    },
  }),
  route({
    id: 'provider-end',
    method: 'GET',
    path: '/login/provider/end',
    who: { public: true },
    query: z.record(z.string(), z.string().max(4096)),
    gives: { kind: 'page' },
    perMinute,
    handle: async ({ query }, call) => {
      const { isSecure } = call;
      const flow = call.cookie(flowCookie(isSecure));
      if (flow === undefined) throw serverErrors.error('OMBUD_E_OIDC_REFUSED', 'refused');
      const account = await endAtProvider(call, new URLSearchParams(query).toString(), flow);
      const forget = cookieText(flowCookie(isSecure), '', { isSecure, maxAge: 0, sameSite: 'Lax' });
      const voice = voiceOf(call.language);
      // The session is not sent on a way that began elsewhere: the browser goes on from a page of ours.
      return page(
        shell(call, {
          title: voice.say('access/welcome'),
          children: (
            <p>
              <a href="/">{voice.say('access/go-on')}</a>
            </p>
          ),
        }),
        { cookies: [await open(call, account), forget], headers: { refresh: '0; url=/' } },
      );
    },
  }),
];
