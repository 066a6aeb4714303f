/** Questions of a form, one thing a page, without script: after the GOV.UK design system. */
import type { Child } from 'hono/jsx';

/** The style of questions, beside that of forms. */
export const questionStyle = `
main.w{padding-top:1rem}fieldset{border:0;margin:1rem 0;padding:0;min-width:0}legend,.ask{font-size:1.5rem;line-height:1.25;font-weight:700;margin:0 0 .5rem;padding:0}
.hint{color:var(--soft)}.choice{display:flex;gap:.8rem;align-items:center;margin:.5rem 0;min-height:44px}.choice input{flex:none;width:32px;height:32px;margin:0;accent-color:var(--accent)}
.choice label{padding:.4rem 0;flex:1}textarea{min-height:9rem}.wrong{border-inline-start:5px solid var(--fail);padding-inline-start:.9rem}.error{color:var(--fail);font-weight:700}
.problems{border:4px solid var(--fail);padding:.4rem 1rem;margin:1rem 0;max-width:44rem}.problems h2{margin:.3rem 0;padding:0;border:0;font-size:1.2rem}.problems a{color:var(--fail);font-weight:700}
.does{display:flex;flex-wrap:wrap;gap:.8rem 1.5rem;align-items:center;margin-top:1.4rem}.done{background:var(--panel);border-inline-start:5px solid var(--accent);padding:.6rem 1.1rem;margin:1rem 0}.done strong{font-size:1.4rem}
.answers{max-width:46rem}.answers div{display:grid;grid-template-columns:minmax(8rem,1fr) 2fr auto;gap:.2rem 1rem;border-bottom:1px solid var(--line);padding:.6rem 0}.answers dt{margin:0}
.answer h2{margin:.2rem 0;padding:0;border:0}.go{display:inline-block;background:var(--accent);color:var(--bg);font-weight:700;padding:.6rem 1.3rem;min-height:44px;text-decoration:none}
@media(max-width:40rem){.answers div{grid-template-columns:1fr}}
`.replaceAll('\n', '');

/** What is wrong with an answer, and the field that it leads to. */
export interface Problem {
  readonly field: string;
  readonly text: string;
}

/** All that is wrong, at the top; each leads to its field. */
export function Problems({
  title,
  problems,
}: {
  readonly title: string;
  readonly problems: readonly Problem[];
}) {
  if (problems.length === 0) return null;
  return (
    <div class="problems" role="alert" aria-labelledby="problems">
      <h2 id="problems">{title}</h2>
      <ul>
        {problems.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface AskedProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
}

const describedBy = ({ name, hint, problem }: AskedProps) => {
  const ids = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(problem === undefined ? [] : [`${name}-problem`]),
  ];
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') };
};

function Notes({ name, hint, problem }: AskedProps) {
  return (
    <>
      {hint === undefined ? (
        ''
      ) : (
        <p class="hint" id={`${name}-hint`} dir="auto">
          {hint}
        </p>
      )}
      {problem === undefined ? (
        ''
      ) : (
        <p class="error" id={`${name}-problem`}>
          {problem}
        </p>
      )}
    </>
  );
}

interface ChoicesProps extends AskedProps {
  /** One answer, or as many as fit. */
  readonly kind: 'radio' | 'checkbox';
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
}

/** A question with answers to choose from; its text is the heading of the page. */
export function Choices({ kind, options, chosen, ...asked }: ChoicesProps) {
  const { name, label, problem } = asked;
  return (
    <fieldset {...(problem === undefined ? {} : { class: 'wrong' })} {...describedBy(asked)}>
      <legend>
        <h1>{label}</h1>
      </legend>
      <Notes {...asked} />
      {options.map((option, index) => (
        <div class="choice">
          <input
            type={kind}
            name={name}
            id={index === 0 ? name : `${name}-${option.value}`}
            value={option.value}
            checked={chosen.includes(option.value)}
          />
          <label for={index === 0 ? name : `${name}-${option.value}`}>{option.label}</label>
        </div>
      ))}
    </fieldset>
  );
}

interface WrittenProps extends AskedProps {
  readonly value: string;
  /** A long text, a line, or a file. */
  readonly kind: 'text' | 'line' | 'file';
  /** The label is the heading of the page. */
  readonly heading?: boolean;
  readonly autocomplete?: string;
  readonly most?: number;
}

/** A question that is answered by writing, or by a file. */
export function Written({ kind, value, heading = false, autocomplete, most, ...asked }: WrittenProps) {
  const { name, label, problem } = asked;
  const common = {
    id: name,
    name,
    ...describedBy(asked),
    ...(problem === undefined ? {} : { 'aria-invalid': 'true' as const }),
  };
  const field: Child =
    kind === 'text' ? (
      <textarea {...common} dir="auto" rows={8} {...(most === undefined ? {} : { maxlength: most })}>
        {value}
      </textarea>
    ) : kind === 'file' ? (
      <input {...common} type="file" multiple accept="image/*,application/pdf" />
    ) : (
      <input
        {...common}
        type="text"
        dir="auto"
        value={value}
        {...(autocomplete === undefined ? {} : { autocomplete })}
      />
    );
  return (
    <div class={problem === undefined ? 'f' : 'f wrong'}>
      {heading ? (
        <h1>
          <label class="ask" for={name}>
            {label}
          </label>
        </h1>
      ) : (
        <label for={name} dir="auto">
          {label}
        </label>
      )}
      <Notes {...asked} />
      {field}
    </div>
  );
}
