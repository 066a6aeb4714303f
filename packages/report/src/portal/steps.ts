/** The appeal form as plain data: its questions in order, what was answered, and what is wrong with an answer. */

/** Grounds of an appeal, in the order in which they are offered. */
export const grounds = [
  'wrong-facts',
  'wrong-person',
  'wrong-rule',
  'no-reasons',
  'not-heard',
  'changed',
  'discrimination',
  'other',
] as const;
export const lateReasons = ['not-received', 'ill', 'not-understood', 'no-help', 'no-good-reason'] as const;
export const answerWays = ['post', 'email', 'phone'] as const;

/** A question of the form, one a page; `check` shows all answers before they are sent. */
export type AppealStep = 'grounds' | 'facts' | 'words' | 'files' | 'help' | 'effect' | 'late' | 'check';

/** What a person has answered so far. A draft holds just this. */
export interface AppealAnswers {
  readonly grounds: readonly string[];
  /** What is right, by the id of the fact. */
  readonly facts: Readonly<Record<string, string>>;
  readonly words: string;
  /** Names of the files that were taken already. */
  readonly files: readonly string[];
  readonly answerBy: string | null;
  readonly suspend: 'yes' | 'no' | null;
  readonly late: string | null;
}

/** What a person has answered who has only begun. */
export const noAnswers: AppealAnswers = {
  grounds: [],
  facts: {},
  words: '',
  files: [],
  answerBy: null,
  suspend: null,
  late: null,
};

/** What decides which questions are asked. */
export interface AppealTerms {
  /** After the window: the reason is asked, and a human judges it. */
  readonly late: boolean;
  /** The rule stops the effect where the person asks. */
  readonly mayAskToStop: boolean;
  readonly hasFacts: boolean;
}

/** The questions of one appeal, in order. */
export const appealSteps = ({ late, mayAskToStop, hasFacts }: AppealTerms): readonly AppealStep[] => [
  'grounds',
  ...(hasFacts ? (['facts'] as const) : []),
  'words',
  'files',
  'help',
  ...(mayAskToStop ? (['effect'] as const) : []),
  ...(late ? (['late'] as const) : []),
  'check',
];

/** The question after one, and the one before it; null at the ends. */
export function aroundStep(
  terms: AppealTerms,
  step: AppealStep,
): { readonly before: AppealStep | null; readonly after: AppealStep | null } {
  const steps = appealSteps(terms);
  const at = steps.indexOf(step);
  return { before: steps[at - 1] ?? null, after: steps[at + 1] ?? null };
}

/** Characters that a written answer holds. */
export const mostLetters = 5000;

/** The name of a fact's field. */
export const factField = (id: string): string => `fact-${id}`;

/** A form as it comes in: each name with its values. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

const known = (value: string | undefined, list: readonly string[]): string | null =>
  value !== undefined && list.includes(value) ? value : null;

/**
 * Takes the answer to one question out of a form that came in. What the form does not offer is left out, so that nobody can write
 * into a field that is not theirs.
 *
 * @param facts ids of the facts that the decision used
 */
export function readStep(
  step: AppealStep,
  form: FormValues,
  answers: AppealAnswers,
  facts: readonly string[],
): AppealAnswers {
  const one = (name: string): string | undefined => form[name]?.[0];
  switch (step) {
    case 'grounds':
      return { ...answers, grounds: grounds.filter((ground) => form.grounds?.includes(ground)) };
    case 'facts':
      return {
        ...answers,
        facts: Object.fromEntries(
          facts.flatMap((id) => {
            const right = one(factField(id))?.trim() ?? '';
            return right === '' ? [] : [[id, right]];
          }),
        ),
      };
    case 'words':
      return { ...answers, words: one('words') ?? '' };
    case 'help':
      return { ...answers, answerBy: known(one('help'), answerWays) };
    case 'effect':
      return { ...answers, suspend: known(one('effect'), ['yes', 'no']) as 'yes' | 'no' | null };
    case 'late':
      return { ...answers, late: known(one('late'), lateReasons) };
    case 'files':
    case 'check':
      return answers;
  }
}

/** What is wrong with an answer, as a code. */
export interface StepProblem {
  readonly field: string;
  readonly code: 'choose' | 'too-long' | 'file-type' | 'file-size' | 'file-empty' | 'file-many';
}

/** What is wrong with the answer to a question; what may be left empty is never wrong for being empty. */
export function checkStep(step: AppealStep, answers: AppealAnswers): readonly StepProblem[] {
  const choose = (field: string, missing: boolean): readonly StepProblem[] =>
    missing ? [{ field, code: 'choose' }] : [];
  switch (step) {
    case 'grounds':
      return choose('grounds', answers.grounds.length === 0);
    case 'facts':
      return Object.entries(answers.facts)
        .filter(([, right]) => right.length > mostLetters)
        .map(([id]) => ({ field: factField(id), code: 'too-long' }));
    case 'words':
      return answers.words.length > mostLetters ? [{ field: 'words', code: 'too-long' }] : [];
    case 'help':
      return choose('help', answers.answerBy === null);
    case 'effect':
      return choose('effect', answers.suspend === null);
    case 'late':
      return choose('late', answers.late === null);
    case 'files':
    case 'check':
      return [];
  }
}

/** The first question whose answer is still wrong or missing; null where all may be sent. */
export const firstOpen = (terms: AppealTerms, answers: AppealAnswers): AppealStep | null =>
  appealSteps(terms).find((step) => checkStep(step, answers).length > 0) ?? null;
