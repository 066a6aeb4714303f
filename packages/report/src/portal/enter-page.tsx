import { Button, Form, type Problem, Problems, Written } from '@ombud/ui';
import { type PortalFrame, portalPage, tellOf } from './frame.tsx';

/** Where a person enters: the code of the letter, and a second thing that they know. */
export function renderEnterPage(
  frame: PortalFrame,
  /** What was wrong with the last try, and what was typed then; the second thing is never sent back. */
  tried: { readonly code: string; readonly problem: 'enter' | 'mistyped' | 'wait' | null },
): string {
  const tell = tellOf(frame.language);
  const problems: readonly Problem[] =
    tried.problem === null ? [] : [{ field: 'code', text: tell(`error-${tried.problem}`) }];
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
            label={tell('enter-second')}
            hint={tell('enter-second-hint')}
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
