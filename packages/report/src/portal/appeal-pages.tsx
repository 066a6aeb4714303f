import { Choices, type Problem, Problems, Written } from '@ombud/ui';
import { visible, voiceOf } from '@ombud/words';
import type { Child } from 'hono/jsx';
import type { CaseDatum } from './case-view.ts';
import { type PortalFrame, portalPage, type Tell, tellOf } from './frame.tsx';
import {
  type AppealAnswers,
  type AppealStep,
  type AppealTerms,
  answerWays,
  appealSteps,
  aroundStep,
  factField,
  grounds,
  lateReasons,
  mostLetters,
  type StepProblem,
} from './steps.ts';

/** One page of the appeal form. */
export interface AppealForm {
  readonly terms: AppealTerms;
  readonly step: AppealStep;
  readonly answers: AppealAnswers;
  readonly data: readonly CaseDatum[];
  readonly problems: readonly StepProblem[];
}

interface AskedProps {
  readonly form: AppealForm;
  readonly tell: Tell;
  readonly problemOf: (field: string) => string | undefined;
}

const stepPath = (frame: PortalFrame, step: AppealStep): string => `${frame.base}/appeal/${step}`;

function Asked({ form, tell, problemOf }: AskedProps): Child {
  const { step, answers, data } = form;
  const choices = (
    name: string,
    prefix: string,
    codes: readonly string[],
    chosen: readonly (string | null)[],
    hint?: string,
  ) => (
    <Choices
      kind={name === 'grounds' ? 'checkbox' : 'radio'}
      name={name}
      label={tell(`${name}-title`)}
      {...(hint === undefined ? {} : { hint })}
      problem={problemOf(name)}
      options={codes.map((value) => ({ value, label: tell(`${prefix}${value}`) }))}
      chosen={chosen.filter((one) => one !== null)}
    />
  );
  switch (step) {
    case 'grounds':
      return choices('grounds', 'ground-', grounds, answers.grounds, tell('grounds-hint'));
    case 'facts':
      return (
        <>
          <h1>{tell('facts-title')}</h1>
          <p class="hint">{tell('facts-hint')}</p>
          {data.map(({ id, label, value, source }) => (
            <Written
              kind="line"
              name={factField(id)}
              label={visible(label)}
              hint={tell('facts-now', { value: visible(value), source: visible(source) })}
              value={answers.facts[id] ?? ''}
              problem={problemOf(factField(id))}
              autocomplete="off"
            />
          ))}
        </>
      );
    case 'words':
      return (
        <Written
          kind="text"
          name="words"
          label={tell('words-title')}
          hint={tell('words-hint')}
          value={answers.words}
          problem={problemOf('words')}
          heading
          most={mostLetters}
        />
      );
    case 'files':
      return (
        <>
          <Written
            kind="file"
            name="files"
            label={tell('files-title')}
            hint={tell('files-hint')}
            value=""
            problem={problemOf('files')}
            heading
          />
          {answers.files.length === 0 ? (
            ''
          ) : (
            <p>{tell('files-have', { names: answers.files.map((name) => visible(name)) })}</p>
          )}
        </>
      );
    case 'help':
      return choices('help', 'help-', answerWays, [answers.answerBy]);
    case 'effect':
      return choices('effect', '', ['yes', 'no'], [answers.suspend], tell('effect-hint'));
    case 'late':
      return choices('late', 'late-', lateReasons, [answers.late], tell('late-hint'));
    case 'check':
      return (
        <>
          <h1>{tell('check-title')}</h1>
          <p>{tell('check-text')}</p>
        </>
      );
  }
}

/** What was answered to a question, in words. */
function answerText(step: AppealStep, { answers, data }: AppealForm, tell: Tell): string {
  const or = (text: string | null) => (text === null || text === '' ? tell('nothing') : text);
  switch (step) {
    case 'grounds':
      return or(answers.grounds.map((ground) => tell(`ground-${ground}`)).join('; '));
    case 'facts':
      return or(
        data
          .filter(({ id }) => answers.facts[id] !== undefined)
          .map(({ id, label }) => `${visible(label)}: ${visible(answers.facts[id] ?? '')}`)
          .join('; '),
      );
    case 'words':
      return or(answers.words);
    case 'files':
      return or(answers.files.map((name) => visible(name)).join('; '));
    case 'help':
      return or(answers.answerBy === null ? null : tell(`help-${answers.answerBy}`));
    case 'effect':
      return or(answers.suspend === null ? null : tell(answers.suspend));
    case 'late':
      return or(answers.late === null ? null : tell(`late-${answers.late}`));
    case 'check':
      return '';
  }
}

function Answers({
  frame,
  form,
  tell,
}: {
  readonly frame: PortalFrame;
  readonly form: AppealForm;
  readonly tell: Tell;
}) {
  return (
    <dl class="answers">
      {appealSteps(form.terms)
        .filter((step) => step !== 'check')
        .map((step) => (
          <div>
            <dt>{tell(`row-${step}`)}</dt>
            <dd dir="auto">{answerText(step, form, tell)}</dd>
            <dd>
              <a
                href={`${stepPath(frame, step)}?from=check`}
                aria-label={tell('change-what', { what: tell(`row-${step}`) })}
              >
                {tell('change')}
              </a>
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** One question of the appeal form, or the review of all answers. Each page can be saved and left. */
export function renderAppealPage(frame: PortalFrame, form: AppealForm): string {
  const tell = tellOf(frame.language);
  const { step, terms } = form;
  const problems: readonly Problem[] = form.problems.map(({ field, code }) => ({
    field,
    text: tell(`error-${code}`, { most: mostLetters }),
  }));
  const problemOf = (field: string) => problems.find((one) => one.field === field)?.text;
  const steps = appealSteps(terms);
  const { before } = aroundStep(terms, step);
  const title = tell(`${step}-title`);
  return portalPage({
    frame,
    title: problems.length > 0 ? tell('problem-title', { title }) : title,
    children: (
      <>
        <p>
          <a href={before === null ? frame.base : stepPath(frame, before)}>{tell('back')}</a>
        </p>
        <Problems title={tell('problem')} problems={problems} />
        {step === 'check' ? (
          ''
        ) : (
          <p class="meta">{tell('step', { n: steps.indexOf(step) + 1, all: steps.length - 1 })}</p>
        )}
        <form
          method="post"
          action={stepPath(frame, step)}
          {...(step === 'files' ? { enctype: 'multipart/form-data' } : {})}
          novalidate
        >
          <input type="hidden" name="token" value={frame.token} />
          <Asked form={form} tell={tell} problemOf={problemOf} />
          {step === 'check' ? <Answers frame={frame} form={form} tell={tell} /> : ''}
          <p class="does">
            <button type="submit" name="do" value="go">
              {tell(step === 'check' ? 'check-send' : 'go-on')}
            </button>
            <button type="submit" name="do" value="save" class="plain">
              {tell('save')}
            </button>
          </p>
        </form>
      </>
    ),
  });
}

/** What a person sees when an appeal was sent. */
export interface Lodged {
  readonly number: string;
  readonly answerUntil: string | null;
  readonly receiptHref: string;
}

/** The confirmation, with the receipt. */
export function renderLodgedPage(frame: PortalFrame, { number, answerUntil, receiptHref }: Lodged): string {
  const tell = tellOf(frame.language);
  const voice = voiceOf(frame.language);
  return portalPage({
    frame,
    title: tell('done-title'),
    children: (
      <>
        <div class="done">
          <h1>{tell('done-title')}</h1>
          <p>
            {tell('done-number')}:{' '}
            <strong>
              <bdi>{visible(number)}</bdi>
            </strong>
          </p>
        </div>
        <p>
          {tell('done-receipt')}{' '}
          <a href={receiptHref} download>
            {tell('done-save')}
          </a>
        </p>
        <h2>{tell('done-next')}</h2>
        <p>{tell('done-person')}</p>
        {answerUntil === null ? '' : <p>{tell('answer-until', { date: voice.day(answerUntil) })}</p>}
        <p>
          <a href={frame.base}>{tell('done-case')}</a>
        </p>
      </>
    ),
  });
}

/** What a person sees who saved and may leave. */
export function renderSavedPage(frame: PortalFrame, until: string | null): string {
  const tell = tellOf(frame.language);
  const voice = voiceOf(frame.language);
  return portalPage({
    frame,
    title: tell('saved-title'),
    children: (
      <>
        <h1>{tell('saved-title')}</h1>
        <p>{tell('saved-text')}</p>
        <p>{tell('saved-back')}</p>
        {until === null ? '' : <p>{tell('saved-until', { date: voice.day(until) })}</p>}
        <p>
          <a href={`${frame.base}/appeal`}>{tell('appeal-resume')}</a>
        </p>
      </>
    ),
  });
}
