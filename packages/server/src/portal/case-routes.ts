/** The door and the page of a case. */
import { askedAtTheDoor, caseOf, type Entered, enter, ifItMay, noteRead } from '@ombud/app';
import { OmbudError } from '@ombud/kernel';
import { renderCasePage, renderEnterPage } from '@ombud/report';
import { chooseLanguage, type Language } from '@ombud/words';
import { z } from 'zod';
import { looksAt, recordVisit } from '../access/looks.ts';
import { deskOf } from '../contest/desk.ts';
import type { Call } from '../http/call.ts';
import { type Reply, seeOther } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { answerIn } from './answer-words.ts';
import { caseViewOf } from './case-view.ts';
import { lastAudit } from './last-audit.ts';
import { lookersOf } from './lookers.ts';
import {
  baseOf,
  frameOf,
  type Inside,
  insideOf,
  langParam,
  langParams,
  languageIn,
  pageOf,
} from './page-of.ts';
import { beginVisit, endVisit, visitOf } from './visits.ts';

const enterPerMinute = 600;

type Problem = Parameters<typeof renderEnterPage>[1]['problem'];

async function doorOf(
  call: Call,
  language: Language,
  tried: { code: string; problem: Problem },
): Promise<string> {
  const asked = await askedAtTheDoor(call.services);
  return renderEnterPage(frameOf(call, language, call.services.place.settings.title, ''), {
    ...tried,
    asked,
  });
}

const problems: Readonly<Record<string, Problem>> = {
  wait: 'wait',
  mistyped: 'mistyped',
  'not-known': 'enter',
};

/** What the door says to whoever did not come in; 200 would tell a machine that it had worked. */
async function refusedAt(call: Call, language: Language, code: string, error: unknown): Promise<Reply> {
  if (!(error instanceof OmbudError) || error.code !== 'OMBUD_E_CONTEST_ENTER') throw error;
  const reply = pageOf(await doorOf(call, language, { code, problem: problems[error.reason] ?? 'enter' }));
  const { seconds } = error.params;
  return typeof seconds === 'number'
    ? { ...reply, status: 429, headers: { 'retry-after': String(seconds) } }
    : { ...reply, status: 403 };
}

/** Whoever opens the case has read the notice, where it was sent; and that it was opened is recorded for the person. */
async function noteOpened({ services }: Call, { case: id, as }: Entered): Promise<void> {
  const desk = await deskOf(services);
  const { row } = await caseOf(desk, id);
  await recordVisit(services, as, row);
  await ifItMay(noteRead(desk, id, as));
}

const toLanguage = (call: Call, lang: string | undefined, rest: string): Reply => {
  const language = (lang === undefined ? null : chooseLanguage(lang)) ?? call.language;
  return seeOther(`${baseOf(language)}${rest}`);
};

const withoutLanguage = z.looseObject({ lang: langParam.optional() });

/** The query without the language, to go on with. */
function queryOf({ lang: _, ...rest }: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(rest).filter((one): one is [string, string] => typeof one[1] === 'string');
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

/** The routes. */
export const caseRoutes: readonly Route[] = [
  route({
    id: 'portal-door',
    method: 'GET',
    path: '/case',
    who: { public: true },
    query: withoutLanguage,
    gives: { kind: 'page' },
    handle: async ({ query }, call) => toLanguage(call, query.lang, queryOf(query)),
  }),
  route({
    id: 'portal-elsewhere',
    method: 'GET',
    path: '/case/{path+}',
    who: { public: true },
    params: z.strictObject({
      path: z
        .string()
        .max(100)
        .regex(/^[a-z]+(\/[a-z]+)?$/),
    }),
    query: withoutLanguage,
    gives: { kind: 'page' },
    handle: async ({ params, query }, call) =>
      toLanguage(call, query.lang, `/${params.path}${queryOf(query)}`),
  }),
  route({
    id: 'portal-case',
    method: 'GET',
    path: '/{lang}/case',
    who: { public: true },
    params: langParams,
    query: z.strictObject({ code: z.string().max(40).optional() }),
    gives: { kind: 'page' },
    handle: async (input, call) => {
      const visit = await visitOf(call);
      const { code } = input.query;
      if (visit === null || code !== undefined)
        return pageOf(await doorOf(call, languageIn(input.params), { code: code ?? '', problem: null }));
      return casePage(await insideOf(call, visit, languageIn(input.params)));
    },
  }),
  route({
    id: 'portal-enter',
    method: 'POST',
    path: '/{lang}/case/enter',
    who: { public: true },
    params: langParams,
    takes: 'form',
    body: z.strictObject({ code: z.string().max(60), second: z.string().max(200) }),
    gives: { kind: 'page' },
    perMinute: enterPerMinute,
    handle: async ({ params, body: { code, second } }, call) => {
      const language = languageIn(params);
      try {
        const desk = await deskOf(call.services);
        const entered = await enter(desk, { code, second, source: call.address });
        await noteOpened(call, entered);
        return seeOther(baseOf(language), { cookies: [await beginVisit(call, entered)] });
      } catch (error) {
        return refusedAt(call, language, code, error);
      }
    },
  }),
  route({
    id: 'portal-leave',
    method: 'GET',
    path: '/{lang}/case/leave',
    who: { public: true },
    params: langParams,
    gives: { kind: 'page' },
    handle: async ({ params }, call) =>
      seeOther(baseOf(languageIn(params)), { cookies: [await endVisit(call)] }),
  }),
];

async function casePage({ call: { services }, open, language, frame }: Inside): Promise<Reply> {
  const [looks, audit, answer] = await Promise.all([
    looksAt(services, [open.loaded.row.decision]),
    lastAudit(services, open),
    answerIn(services, open),
  ]);
  const lookers = await lookersOf(
    services,
    looks.map(({ by }) => by),
    open.loaded.row.system,
  );
  const view = caseViewOf(open, language, { looks, lookers, audit }, baseOf(language));
  return pageOf(renderCasePage(frame(''), { ...view, answer }));
}
