/** What a person can ask beside an appeal: a fact put right, all that is held, somebody who speaks for them; and their proof. */
import type { KnownKind } from '@ombud/contest';
import { Button, Form, type Problem, Problems, Written } from '@ombud/ui';
import { say, visible, voiceOf } from '@ombud/words';
import type { CaseDatum } from './case-view.ts';
import { type PortalFrame, portalPage, type Tell, tellOf } from './frame.tsx';

const problemsOf = (tell: Tell, field: string, problem: string | null): readonly Problem[] =>
  problem === null ? [] : [{ field, text: tell(`error-${problem}`) }];

function Back({ frame, tell }: { readonly frame: PortalFrame; readonly tell: Tell }) {
  return (
    <p>
      <a href={frame.base}>{tell('done-case')}</a>
    </p>
  );
}

/** One fact that is wrong: what is right. */
export function renderCorrectPage(
  frame: PortalFrame,
  { fact, problem }: { readonly fact: CaseDatum; readonly problem: string | null },
): string {
  const tell = tellOf(frame.language);
  const problems = problemsOf(tell, 'right', problem);
  return portalPage({
    frame,
    title: tell('correct-title'),
    children: (
      <>
        <Back frame={frame} tell={tell} />
        <Problems title={tell('problem')} problems={problems} />
        <p dir="auto">
          {tell('correct-now', {
            what: `\u2068${visible(fact.label)}\u2069`,
            value: `\u2068${visible(fact.value)}\u2069`,
          })}
        </p>
        <Form action={`${frame.base}/correct`} token={frame.token}>
          <input type="hidden" name="fact" value={fact.id} />
          <Written
            kind="line"
            name="right"
            label={tell('correct-title')}
            hint={tell('correct-hint')}
            value=""
            heading
            problem={problems[0]?.text}
            autocomplete="off"
          />
          <Button label={tell('send')} />
        </Form>
      </>
    ),
  });
}

/** A request as the person reads it. */
export interface AskedFor {
  readonly kind: 'correction' | 'access';
  readonly what: string;
  readonly asked: string;
  readonly until: string;
  readonly state: 'open' | 'done' | 'refused';
  /** What a human answered; null while nobody has. */
  readonly reasons: string | null;
}

/** What was asked for, what can be had at once, and who speaks for the person. */
export function renderRequestPage(
  frame: PortalFrame,
  view: {
    readonly requests: readonly AskedFor[];
    readonly saveHref: string;
    /** Null for a representative, who lets nobody else speak. */
    /** What the person is asked for beside the code, and so is whoever helps them. */
    readonly secondKind: KnownKind;
    readonly helpers: readonly { readonly id: string; readonly since: string }[] | null;
    /** The code of a representative that was just made. */
    readonly code: string | null;
    readonly problem: string | null;
  },
): string {
  const tell = tellOf(frame.language);
  const voice = voiceOf(frame.language);
  const problems = problemsOf(tell, 'name', view.problem);
  return portalPage({
    frame,
    title: tell('requests'),
    children: (
      <>
        <Back frame={frame} tell={tell} />
        <Problems title={tell('problem')} problems={problems} />
        <h1>{tell('requests')}</h1>
        <ul>
          {view.requests.map(({ kind, what, asked, until, state, reasons }) => (
            <li>
              {tell(`request-${kind}`, { what: `\u2068${visible(what)}\u2069` })}:{' '}
              {tell(`request-${state}`, { date: voice.day(asked), until: voice.day(until) })}
              {reasons === null ? '' : <blockquote dir="auto">{visible(reasons)}</blockquote>}
            </li>
          ))}
        </ul>
        <p>
          <a href={view.saveHref} download>
            {tell('request-now')}
          </a>
        </p>
        <p>{tell('request-all-hint')}</p>
        <Form action={`${frame.base}/request`} token={frame.token}>
          <Button label={tell('requests-all')} />
        </Form>
        {view.helpers === null ? (
          ''
        ) : (
          <section>
            <h2>{tell('helper-title')}</h2>
            {view.code === null ? (
              ''
            ) : (
              <div class="done">
                <p>{tell('helper-code')}</p>
                <p>
                  <strong>
                    <bdi>{view.code}</bdi>
                  </strong>
                </p>
              </div>
            )}
            {view.helpers.map(({ id, since }) => (
              <Form action={`${frame.base}/helper/end`} token={frame.token}>
                <p>{tell('helper-since', { date: voice.day(since) })}</p>
                <input type="hidden" name="helper" value={id} />
                <Button label={tell('helper-end')} plain />
              </Form>
            ))}
            <p>
              {tell('helper-text', {
                second: say(frame.language, `notice-letter/second-${view.secondKind}`),
              })}
            </p>
            <Form action={`${frame.base}/helper`} token={frame.token}>
              <Written
                kind="line"
                name="name"
                label={tell('helper-name')}
                value=""
                problem={problems[0]?.text}
                autocomplete="off"
              />
              <Button label={tell('helper-do')} />
            </Form>
          </section>
        )}
      </>
    ),
  });
}

/** More for an appeal that is under way, or its end. */
export function renderMorePage(
  frame: PortalFrame,
  {
    maySend,
    mayWithdraw,
    problem,
  }: { readonly maySend: boolean; readonly mayWithdraw: boolean; readonly problem: string | null },
): string {
  const tell = tellOf(frame.language);
  const problems = problemsOf(tell, 'words', problem);
  return portalPage({
    frame,
    title: tell('more-title'),
    children: (
      <>
        <Back frame={frame} tell={tell} />
        <Problems title={tell('problem')} problems={problems} />
        {maySend ? (
          <form method="post" action={`${frame.base}/more`} enctype="multipart/form-data">
            <input type="hidden" name="token" value={frame.token} />
            <Written
              kind="text"
              name="words"
              label={tell('more-title')}
              hint={tell('more-hint')}
              value=""
              heading
              problem={problems[0]?.text}
            />
            <Written
              kind="file"
              name="files"
              label={tell('files-title')}
              hint={tell('files-hint')}
              value=""
            />
            <Button label={tell('send')} />
          </form>
        ) : (
          <h1>{tell('more-link')}</h1>
        )}
        {mayWithdraw ? (
          <section>
            <h2>{tell('withdraw-title')}</h2>
            <p>{tell('withdraw-text')}</p>
            <Form action={`${frame.base}/withdraw`} token={frame.token}>
              <Button label={tell('withdraw-title')} plain />
            </Form>
          </section>
        ) : (
          ''
        )}
      </>
    ),
  });
}

/** A receipt that the person's own device checks; the script is beside the page, and the page is whole without it. */
export function renderProofPage(
  frame: PortalFrame,
  proof: {
    readonly receipt: string;
    readonly keys: readonly string[];
    readonly number: number;
    readonly size: number;
    readonly script: string;
    readonly saveHref: string;
  },
): string {
  const tell = tellOf(frame.language);
  return portalPage({
    frame,
    title: tell('proof-title'),
    script: proof.script,
    children: (
      <>
        <Back frame={frame} tell={tell} />
        <h1>{tell('proof-title')}</h1>
        <p>{tell('proof-text')}</p>
        <div class="done" role="status" id="proof" data-keys={proof.keys.join('\n')}>
          <p id="proof-wait">{tell('proof-wait')}</p>
          <p id="proof-good" hidden>
            {tell('proof-good', { number: proof.number, size: proof.size })}
          </p>
          <p id="proof-bad" hidden>
            {tell('proof-bad')}
          </p>
        </div>
        <p id="proof-without">{tell('proof-without')}</p>
        <p>
          <a href={proof.saveHref} download>
            {tell('receipt-save')}
          </a>
        </p>
        <div class="f">
          <label for="receipt">{tell('receipt')}</label>
          <textarea id="receipt" rows={8} dir="ltr">
            {proof.receipt}
          </textarea>
        </div>
        <p>
          <button type="button" id="proof-again" hidden>
            {tell('proof-again')}
          </button>
        </p>
      </>
    ),
  });
}
