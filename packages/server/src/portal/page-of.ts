/** What the routes of the portal share: the language of the address, the frame of a page, and the case of the visit. */
import type { Entered } from '@ombud/app';
import type { PortalFrame } from '@ombud/report';
import { chooseLanguage, english, type Language, languages } from '@ombud/words';
import { z } from 'zod';
import type { Call } from '../http/call.ts';
import { page, type Reply, seeOther } from '../http/reply.ts';
import { type Input, type Route, route } from '../http/route.ts';
import { type OpenCase, openCase } from './open-case.ts';
import { visitOf } from './visits.ts';

const tags = languages.map(({ tag }) => tag) as [string, ...string[]];

/** The language in a path. */
export const langParam = z.enum(tags).describe('The language of the page');
/** Paths of the portal. */
export const langParams = z.strictObject({ lang: langParam });

/** The language of a path. */
export const languageIn = (params: { readonly lang: string }): Language =>
  chooseLanguage(params.lang) ?? english;

/** Where the pages of a case lie in a language. */
export const baseOf = (language: Language): string => `/${language.tag}/case`;

/** The frame of a page; `here` is its address without the language. */
export const frameOf = (call: Call, language: Language, office: string, here: string): PortalFrame => ({
  language,
  office,
  token: call.formToken,
  base: baseOf(language),
  here: `/case${here}`,
});

/** A page as the report makes it. */
export const pageOf = (html: string): Reply => page(html.replace(/^<!doctype html>/i, ''));

/** What a handler inside a case is given. */
export interface Inside {
  readonly call: Call;
  readonly open: OpenCase;
  readonly language: Language;
  /** The frame for the page at an address. */
  readonly frame: (here: string) => PortalFrame;
  /** Goes on within the case. */
  readonly go: (to: string) => Reply;
}

/** A route inside a case, as it is written. */
interface CaseRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>
  extends Pick<Route, 'id' | 'method' | 'path'>,
    Partial<Pick<Route, 'takes' | 'bodyLimit' | 'perMinute'>> {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly handle: (input: Input<z.output<P>, z.output<Q>, z.output<B>>, inside: Inside) => Promise<Reply>;
}

/** A page or a form for whoever has entered a case; all others come to the door. */
export function caseRoute<
  P extends z.ZodType = typeof langParams,
  Q extends z.ZodType = z.ZodType<unknown>,
  B extends z.ZodType = z.ZodType<unknown>,
>({ params, query, body, handle, ...head }: CaseRoute<P, Q, B>): Route {
  return route({
    ...head,
    who: { public: true },
    gives: { kind: 'page' },
    params: (params ?? langParams) as z.ZodType,
    ...(query === undefined ? {} : { query: query as z.ZodType }),
    ...(body === undefined ? {} : { body: body as z.ZodType }),
    handle: async (input, call) => {
      const language = languageIn(input.params as { readonly lang: string });
      const go = (to: string) => seeOther(`${baseOf(language)}${to}`);
      const visit = await visitOf(call);
      if (visit === null) return go('');
      return handle(input as Parameters<typeof handle>[0], await insideOf(call, visit, language));
    },
  });
}

/** What is given to a handler of whoever has entered. */
export async function insideOf(call: Call, visit: Entered, language: Language): Promise<Inside> {
  const open = await openCase(call.services, visit);
  return {
    call,
    open,
    language,
    frame: (here) => frameOf(call, language, open.settings.office.name, here),
    go: (to) => seeOther(`${baseOf(language)}${to}`),
  };
}
