/** What a person can ask beside an appeal, and what they can add to one. */
import {
  askRequest,
  consentTo,
  digestsOfFiles,
  endConsent,
  helpersOf,
  ifItMay,
  type Step,
  stepAppeal,
} from '@ombud/app';
import { machines, movesOf } from '@ombud/contest';
import { type AskedFor, renderCorrectPage, renderMorePage, renderRequestPage } from '@ombud/report';
import { z } from 'zod';
import { payloadAt } from '../contest/read-decision.ts';
import type { Reply } from '../http/reply.ts';
import type { Route } from '../http/route.ts';
import { filesOf, takeForm } from './appeal-routes.ts';
import { appealIn, factsIn } from './case-view.ts';
import { baseOf, caseRoute, type Inside, pageOf } from './page-of.ts';

const filesBytes = 32 * 1024 * 1024;
const mostWords = 20_000;

const correctPage = ({ open, language, frame, go }: Inside, id: string, problem: string | null): Reply => {
  const fact = factsIn(open, language).find((one) => one.id === id);
  if (fact === undefined) return go('');
  const reply = pageOf(
    renderCorrectPage(frame(`/correct?fact=${encodeURIComponent(id)}`), { fact, problem }),
  );
  return { ...reply, status: problem === null ? 200 : 400 };
};

/** What a human answered, in their words. */
async function reasonsAt({ call }: Inside, answer: number | null): Promise<string | null> {
  if (answer === null) return null;
  const words = (await payloadAt(call.services, answer))?.words as { readonly reasons?: unknown } | undefined;
  return typeof words?.reasons === 'string' ? words.reasons : null;
}

async function askedFor(inside: Inside): Promise<readonly AskedFor[]> {
  const { open, language } = inside;
  const labels = new Map(factsIn(open, language).map(({ id, label }) => [id, label]));
  return Promise.all(
    open.requests.map(async ({ kind, fact, asked, deadline, state, answer }) => ({
      kind: kind === 'correction' ? ('correction' as const) : ('access' as const),
      what: labels.get(fact ?? '') ?? '',
      asked,
      until: deadline,
      state: state === 'done' || state === 'refused' ? state : ('open' as const),
      reasons: await reasonsAt(inside, answer),
    })),
  );
}

async function requestPage(inside: Inside, told: { code?: string; problem?: string } = {}): Promise<Reply> {
  const { open, language, frame } = inside;
  const helpers = open.visit.as === 'person' ? await helpersOf(open.desk, open.loaded.row.id) : null;
  const html = renderRequestPage(frame('/request'), {
    requests: await askedFor(inside),
    saveHref: `${baseOf(language)}/data`,
    secondKind: open.loaded.row.second_kind,
    helpers,
    code: told.code ?? null,
    problem: told.problem ?? null,
  });
  return { ...pageOf(html), status: told.problem === undefined ? 200 : 400 };
}

/** What the person may do with the appeal that is under way. */
function mayIn({ open }: Inside): {
  readonly event: 'supply' | 'ask-after' | null;
  readonly withdraw: boolean;
} {
  const appeal = appealIn(open);
  const moves = appeal === null ? [] : movesOf(machines.appeal, appeal.state, open.visit.as);
  const event = moves.includes('supply') ? 'supply' : moves.includes('ask-after') ? 'ask-after' : null;
  return { event, withdraw: moves.includes('withdraw') };
}

const morePage = (inside: Inside, problem: string | null): Reply => {
  const { event, withdraw } = mayIn(inside);
  if (event === null && !withdraw) return inside.go('');
  const html = renderMorePage(inside.frame('/more'), {
    maySend: event !== null,
    mayWithdraw: withdraw,
    problem,
  });
  return { ...pageOf(html), status: problem === null ? 200 : 400 };
};

const stepOf = ({ open }: Inside, words?: Step['words']): Step => ({
  case: open.loaded.row.id,
  by: open.visit.as,
  actor: open.visit.as,
  ...(words === undefined ? {} : { words }),
});

/** A step that is not possible any more leaves the person at their case. */
async function stepped(inside: Inside, work: () => Promise<unknown>): Promise<Reply> {
  await ifItMay(work());
  inside.call.services.kick('contest-outbox');
  return inside.go('');
}

/** The routes. */
export const requestRoutes: readonly Route[] = [
  caseRoute({
    id: 'portal-correct-page',
    method: 'GET',
    path: '/{lang}/case/correct',
    query: z.looseObject({ fact: z.string().max(300) }),
    handle: async ({ query }, inside) => correctPage(inside, query.fact, null),
  }),
  caseRoute({
    id: 'portal-correct',
    method: 'POST',
    path: '/{lang}/case/correct',
    takes: 'form',
    body: z.strictObject({ fact: z.string().max(300), right: z.string().max(mostWords) }),
    handle: async ({ body: { fact, right } }, inside) => {
      const { open, language, go } = inside;
      if (!factsIn(open, language).some(({ id }) => id === fact)) return go('');
      if (right.trim() === '') return correctPage(inside, fact, 'empty');
      const { as } = open.visit;
      const asked = {
        case: open.loaded.row.id,
        kind: 'correction',
        fact,
        text: right,
        by: as,
        actor: as,
      } as const;
      await askRequest(open.desk, asked);
      return go('/request');
    },
  }),
  caseRoute({
    id: 'portal-request-page',
    method: 'GET',
    path: '/{lang}/case/request',
    handle: async (_, inside) => requestPage(inside),
  }),
  caseRoute({
    id: 'portal-request',
    method: 'POST',
    path: '/{lang}/case/request',
    takes: 'form',
    body: z.strictObject({}),
    handle: async (_, { open, go }) => {
      const { as } = open.visit;
      await askRequest(open.desk, {
        case: open.loaded.row.id,
        kind: 'access',
        fact: null,
        text: '',
        by: as,
        actor: as,
      });
      return go('/request');
    },
  }),
  caseRoute({
    id: 'portal-helper',
    method: 'POST',
    path: '/{lang}/case/helper',
    takes: 'form',
    body: z.strictObject({ name: z.string().max(200) }),
    handle: async ({ body: { name } }, inside) => {
      const { open, go } = inside;
      if (open.visit.as !== 'person') return go('/request');
      if (name.trim() === '') return requestPage(inside, { problem: 'empty' });
      const consent = { case: open.loaded.row.id, name, given: 'portal', actor: 'person' } as const;
      const { code } = await consentTo(open.desk, consent);
      return requestPage(inside, { code });
    },
  }),
  caseRoute({
    id: 'portal-helper-end',
    method: 'POST',
    path: '/{lang}/case/helper/end',
    takes: 'form',
    body: z.strictObject({ helper: z.string().max(64) }),
    handle: async ({ body: { helper } }, { open, go }) => {
      const own = await helpersOf(open.desk, open.loaded.row.id);
      if (open.visit.as === 'person' && own.some(({ id }) => id === helper))
        await endConsent(open.desk, open.loaded.row.id, helper, 'person');
      return go('/request');
    },
  }),
  caseRoute({
    id: 'portal-more-page',
    method: 'GET',
    path: '/{lang}/case/more',
    handle: async (_, inside) => morePage(inside, null),
  }),
  caseRoute({
    id: 'portal-more',
    method: 'POST',
    path: '/{lang}/case/more',
    takes: 'multipart',
    body: z.object({ words: z.string().max(mostWords).default(''), files: z.unknown().optional() }),
    bodyLimit: filesBytes,
    perMinute: 60,
    handle: async ({ body }, inside) => {
      const { event } = mayIn(inside);
      const appeal = appealIn(inside.open);
      if (event === null || appeal === null) return inside.go('');
      const files = filesOf({ files: body.files as never });
      if (body.words.trim() === '' && files.length === 0) return morePage(inside, 'empty');
      const { problem } = await takeForm(inside.open, appeal.id, files);
      if (problem !== null) return morePage(inside, problem.code);
      const digests = await digestsOfFiles(inside.open.desk, appeal.id);
      const words = { text: body.words, ...(digests.length === 0 ? {} : { files: digests }) };
      return stepped(inside, () => stepAppeal(inside.open.desk, event, stepOf(inside, words)));
    },
  }),
  caseRoute({
    id: 'portal-withdraw',
    method: 'POST',
    path: '/{lang}/case/withdraw',
    takes: 'form',
    body: z.strictObject({}),
    handle: async (_, inside) =>
      stepped(inside, () => stepAppeal(inside.open.desk, 'withdraw', stepOf(inside))),
  }),
];
