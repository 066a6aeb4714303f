/** The appeal form: a question a page, saved as it goes, sent at the end. */
import { type AppealDraft, ifItMay, lodgeAppeal, openDraft, saveDraft, takeFiles } from '@ombud/app';
import { isOmbudError, type JsonObject } from '@ombud/kernel';
import {
  type AppealAnswers,
  type AppealStep,
  type AppealTerms,
  appealSteps,
  aroundStep,
  checkStep,
  type FormValues,
  firstOpen,
  noAnswers,
  readStep,
  renderAppealPage,
  renderLodgedPage,
  renderSavedPage,
  type StepProblem,
} from '@ombud/report';
import { z } from 'zod';
import type { Reply } from '../http/reply.ts';
import type { Route } from '../http/route.ts';
import { appealIn, factsIn, windowIn } from './case-view.ts';
import type { OpenCase } from './open-case.ts';
import { baseOf, caseRoute, type Inside, langParam, pageOf } from './page-of.ts';

const steps: readonly AppealStep[] = [
  'grounds',
  'facts',
  'words',
  'files',
  'help',
  'effect',
  'late',
  'check',
];
const stepParams = z.strictObject({
  lang: langParam,
  step: z.enum(steps as [AppealStep, ...AppealStep[]]).describe('The question'),
});

/** Three photographs of a pay slip, as a telephone takes them. */
const filesBytes = 32 * 1024 * 1024;

/** A form: each name with its texts and its files. */
const formSchema = z.record(
  z.string().max(300),
  z.union([z.string(), z.instanceof(File), z.array(z.union([z.string(), z.instanceof(File)]))]),
);

type Form = z.output<typeof formSchema>;

const listOf = (value: Form[string] | undefined): readonly (string | File)[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const textsOf = (form: Form): FormValues =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      listOf(value).filter((one) => typeof one === 'string'),
    ]),
  );

/** The files of a form; where none was chosen a browser sends one that has neither a name nor content. */
export const filesOf = (form: Form): readonly File[] =>
  listOf(form.files).filter(
    (one): one is File => typeof one !== 'string' && (one.size > 0 || one.name !== ''),
  );

const termsOf = (open: OpenCase, facts: number): AppealTerms => {
  const { window } = open.desk.rulesOf(open.loaded.view.system);
  return {
    late: windowIn(open)?.over === true,
    mayAskToStop: window.effect.kind === 'on-request',
    hasFacts: facts > 0,
  };
};

/** The draft as answers; what an older form left out is empty. */
const answersOf = ({ body }: AppealDraft): AppealAnswers => ({
  ...noAnswers,
  ...(body as unknown as Partial<AppealAnswers> | null),
});

interface Asking extends Inside {
  readonly draft: AppealDraft;
  readonly answers: AppealAnswers;
  readonly terms: AppealTerms;
}

/** Opens the draft of the case; one that was sent has its page. */
async function asking(inside: Inside): Promise<Asking | null> {
  const { open, language } = inside;
  const draft = await ifItMay(openDraft(open.desk, open.loaded.row.id));
  return draft === null
    ? null
    : {
        ...inside,
        draft,
        answers: answersOf(draft),
        terms: termsOf(open, factsIn(open, language).length),
      };
}

function show(
  { open, language, frame, answers, terms }: Asking,
  step: AppealStep,
  problems: readonly StepProblem[] = [],
): Reply {
  const data = factsIn(open, language);
  const html = renderAppealPage(frame(`/appeal/${step}`), { terms, step, answers, data, problems });
  return { ...pageOf(html), status: problems.length > 0 ? 400 : 200 };
}

const saved = (asked: Asking, answers: AppealAnswers): Promise<AppealDraft> =>
  saveDraft(asked.open.desk, asked.open.loaded.row.id, answers as unknown as JsonObject);

function problemOf(reason: string): StepProblem['code'] {
  switch (reason) {
    case 'empty':
      return 'file-empty';
    case 'too-many':
      return 'file-many';
    case 'too-large':
      return 'file-size';
    default:
      return 'file-type';
  }
}

/** Takes the files of a form into a case: all, or none and why. */
export async function takeForm(
  { desk, loaded }: OpenCase,
  appeal: string,
  files: readonly File[],
): Promise<{ readonly names: readonly string[]; readonly problem: StepProblem | null }> {
  if (files.length === 0) return { names: [], problem: null };
  try {
    const read = await Promise.all(
      files.map(async (file) => ({
        name: file.name,
        type: file.type,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    );
    const taken = await takeFiles(desk, { case: loaded.row.id, appeal }, read);
    return { names: taken.map(({ name }) => name), problem: null };
  } catch (error) {
    if (!isOmbudError(error) || error.code !== 'OMBUD_E_CONTEST_FILE') throw error;
    return { names: [], problem: { field: 'files', code: problemOf(error.reason) } };
  }
}

async function lodge(asked: Asking): Promise<Reply> {
  const { open, answers, terms, go } = asked;
  const missing = firstOpen(terms, answers);
  if (missing !== null) return go(`/appeal/${missing}`);
  const corrected = answers.facts as JsonObject;
  await lodgeAppeal(open.desk, {
    case: open.loaded.row.id,
    by: open.visit.as,
    actor: open.visit.as,
    channel: 'portal',
    grounds: answers.grounds,
    words: {
      text: answers.words,
      ...(Object.keys(corrected).length === 0 ? {} : { corrected }),
      ...(answers.answerBy === null ? {} : { answerBy: answers.answerBy }),
    },
    source: asked.call.address,
    suspensionAsked: answers.suspend === 'yes',
    ...(answers.late === null ? {} : { lateReason: answers.late }),
  });
  return go('/appeal/sent');
}

async function answered(asked: Asking, step: AppealStep, form: Form): Promise<Reply> {
  const { open, language, draft, go } = asked;
  const facts = factsIn(open, language).map(({ id }) => id);
  const files = step === 'files' ? filesOf(form) : [];
  const taken = await takeForm(open, draft.appeal, files);
  const read = readStep(step, textsOf(form), asked.answers, facts);
  const answers = { ...read, files: [...new Set([...read.files, ...taken.names])] };
  await saved(asked, answers);
  if (textsOf(form).do?.[0] === 'save') return go('/appeal/saved');
  const problems = taken.problem === null ? checkStep(step, answers) : [taken.problem];
  if (problems.length > 0) return show({ ...asked, answers }, step, problems);
  const { after } = aroundStep(asked.terms, step);
  return after === null ? lodge({ ...asked, answers }) : go(`/appeal/${after}`);
}

const sentPage = async ({ open, language, frame, go, call }: Inside): Promise<Reply> => {
  const appeal = appealIn(open);
  if (appeal === null || appeal.state === 'draft') return go('');
  call.services.kick('contest-outbox');
  return pageOf(
    renderLodgedPage(frame('/appeal/sent'), {
      number: appeal.id,
      answerUntil: null,
      receiptHref: `${baseOf(language)}/receipt/appeal`,
    }),
  );
};

/** The routes; those with a name of their own stand before the questions. */
export const appealRoutes: readonly Route[] = [
  caseRoute({
    id: 'portal-appeal',
    method: 'GET',
    path: '/{lang}/case/appeal',
    handle: async (_, inside) => {
      const asked = await asking(inside);
      if (asked === null) return inside.go('');
      return inside.go(`/appeal/${firstOpen(asked.terms, asked.answers) ?? 'check'}`);
    },
  }),
  caseRoute({
    id: 'portal-appeal-sent',
    method: 'GET',
    path: '/{lang}/case/appeal/sent',
    handle: async (_, inside) => sentPage(inside),
  }),
  caseRoute({
    id: 'portal-appeal-saved',
    method: 'GET',
    path: '/{lang}/case/appeal/saved',
    handle: async (_, { open, frame }) =>
      pageOf(renderSavedPage(frame('/appeal/saved'), windowIn(open)?.until ?? null)),
  }),
  caseRoute({
    id: 'portal-files',
    method: 'POST',
    path: '/{lang}/case/appeal/files',
    takes: 'multipart',
    body: formSchema,
    bodyLimit: filesBytes,
    perMinute: 60,
    handle: async ({ body }, inside) => {
      const asked = await asking(inside);
      return asked === null ? inside.go('') : answered(asked, 'files', body);
    },
  }),
  caseRoute({
    id: 'portal-question',
    method: 'GET',
    path: '/{lang}/case/appeal/{step}',
    params: stepParams,
    query: z.strictObject({ from: z.literal('check').optional() }),
    handle: async ({ params }, inside) => {
      const asked = await asking(inside);
      if (asked === null) return inside.go('/appeal/sent');
      const known = appealSteps(asked.terms).includes(params.step);
      return known ? show(asked, params.step) : inside.go('/appeal');
    },
  }),
  caseRoute({
    id: 'portal-answer',
    method: 'POST',
    path: '/{lang}/case/appeal/{step}',
    params: stepParams,
    takes: 'form',
    body: formSchema,
    handle: async ({ params, body }, inside) => {
      const asked = await asking(inside);
      return asked === null ? inside.go('/appeal/sent') : answered(asked, params.step, body);
    },
  }),
];
