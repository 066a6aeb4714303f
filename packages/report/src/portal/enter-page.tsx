import type { KnownKind } from '@ombud/contest';
import { Button, Form, type Problem, Problems, Written } from '@ombud/ui';
import { type Language, say } from '@ombud/words';
import { type PortalFrame, portalPage, tellOf } from './frame.tsx';

/** How the second thing is asked for: by its name where it is the same for everybody, else as the letter says. */
function secondOf(language: Language, asked: readonly KnownKind[]) {
  const tell = tellOf(language);
  const [kind] = asked;
  if (kind !== undefined && asked.length === 1)
    return { label: tell(`enter-second-${kind}`), hint: tell(`enter-second-${kind}-hint`) };
  const things = asked.map((one) => say(language, `notice-letter/second-${one}`));
  return { label: tell('enter-second-any'), hint: tell('enter-second-any-hint', { things }) };
}

/** Where a person enters: the code of the letter, and a second thing that they know. */
export function renderEnterPage(
  frame: PortalFrame,
  /** What was wrong with the last try, and what was typed then; the second thing is never sent back. */
  tried: {
    readonly code: string;
    readonly problem: 'enter' | 'mistyped' | 'wait' | null;
    /** What letters ask for beside the code. */
    readonly asked: readonly KnownKind[];
  },
): string {
  const tell = tellOf(frame.language);
  const problems: readonly Problem[] =
    tried.problem === null ? [] : [{ field: 'code', text: tell(`error-${tried.problem}`) }];
  const second = secondOf(frame.language, tried.asked);
  const title = tell('enter-title');
  return portalPage({
    frame,
    title: problems.length > 0 ? tell('problem-title', { title }) : title,
    entered: false,
    children: (
      <>
        <Problems title={tell('problem')} problems={problems} />
        <h1>{title}</h1>
        <Form action={`${frame.base}/enter`} token={frame.token}>
          <Written
            kind="line"
            name="code"
            label={tell('enter-code')}
            hint={tell('enter-code-hint')}
            value={tried.code}
            problem={problems[0]?.text}
            autocomplete="off"
          />
          <Written
            kind="line"
            name="second"
            label={second.label}
            hint={second.hint}
            value=""
            autocomplete="off"
          />
          <Button label={tell('go-on')} />
        </Form>
        <p>{tell('enter-help')}</p>
      </>
    ),
  });
}
