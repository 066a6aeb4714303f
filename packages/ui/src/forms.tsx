/** Forms that need no script: a label above each field, its hint, one button. After the GOV.UK design system. */
import type { Child } from 'hono/jsx';

/** The style of forms and of a place with pages, beside that of every page. */
export const formStyle = `
form{margin:1rem 0;max-width:34rem}.f{margin:1.1rem 0}.f label{display:block;font-weight:700}.f .hint{color:var(--soft);font-size:.9375rem;margin:.1rem 0}
.f input,.f select,.f textarea{font:inherit;color:inherit;background:var(--bg);border:2px solid var(--soft);padding:.45rem .6rem;width:100%;min-height:44px;border-radius:0}
.f input:focus-visible,.f select:focus-visible,.f textarea:focus-visible,button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
button{font:inherit;font-weight:700;color:var(--bg);background:var(--accent);border:0;padding:.6rem 1.3rem;min-height:44px;cursor:pointer}
.f textarea{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9375rem;resize:vertical}.unseen{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
button.plain{color:var(--accent);background:none;padding:.3rem 0;min-height:24px;text-decoration:underline}
.bar{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;align-items:baseline}.bar form{margin:0}.bar .brand{font-weight:700;text-decoration:none;margin-inline-end:auto}
.code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9375rem;background:var(--panel);padding:.6rem .8rem;overflow-x:auto;white-space:pre-wrap}
`.replaceAll('\n', '');

interface LabelProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly children?: Child;
}

/** A label above what it names, with a hint between them. */
function Labelled({ name, label, hint, children }: LabelProps) {
  return (
    <div class="f">
      <label for={name}>{label}</label>
      {hint === undefined ? (
        ''
      ) : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {children}
    </div>
  );
}

const describedBy = ({ name, hint }: LabelProps) =>
  hint === undefined ? {} : { 'aria-describedby': `${name}-hint` };

interface FieldProps extends Omit<LabelProps, 'children'> {
  readonly type?: 'text' | 'password' | 'search' | 'date';
  readonly value?: string;
  /** What a browser may fill in: `username`, `current-password`, `one-time-code`. */
  readonly autocomplete?: string;
  readonly required?: boolean;
}

/** One field with its label and hint. */
export function Field({ type = 'text', value, autocomplete, required = true, ...label }: FieldProps) {
  return (
    <Labelled {...label}>
      <input
        id={label.name}
        name={label.name}
        type={type}
        required={required}
        {...(value === undefined ? {} : { value })}
        {...(autocomplete === undefined ? {} : { autocomplete })}
        {...describedBy(label)}
      />
    </Labelled>
  );
}

interface TextAreaProps extends Omit<LabelProps, 'children'> {
  readonly value?: string;
  readonly rows: number;
  readonly required?: boolean;
}

/** A field of many lines: a declaration, a receipt. */
export function TextArea({ value = '', rows, required = true, ...label }: TextAreaProps) {
  return (
    <Labelled {...label}>
      <textarea
        id={label.name}
        name={label.name}
        rows={rows}
        required={required}
        spellcheck={false}
        {...describedBy(label)}
      >
        {value}
      </textarea>
    </Labelled>
  );
}

interface ChoiceProps extends Omit<LabelProps, 'children'> {
  /** Values and what they are called. */
  readonly options: readonly (readonly [string, string])[];
  readonly value?: string;
}

/** One of a few. */
export function Choice({ options, value, ...label }: ChoiceProps) {
  return (
    <Labelled {...label}>
      <select id={label.name} name={label.name} {...describedBy(label)}>
        {options.map(([one, called]) => (
          <option value={one} selected={one === value}>
            {called}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

interface ButtonProps {
  readonly label: string;
  readonly plain?: boolean;
  /** Among several alike: which one it is about, for whoever hears the page. */
  readonly about?: string;
}

/** The button that sends a form. */
export function Button({ label, plain = false, about }: ButtonProps) {
  return (
    <button type="submit" {...(plain ? { class: 'plain' } : {})}>
      {label}
      {about === undefined ? '' : <span class="unseen"> {about}</span>}
    </button>
  );
}

interface FormProps {
  readonly action: string;
  /** Shows that the page was ours; null for a form that only asks, whose answer has an address of its own. */
  readonly token: string | null;
  readonly children?: Child;
}

/** A form; with a token it changes something. */
export function Form({ action, token, children }: FormProps) {
  return (
    <form method={token === null ? 'get' : 'post'} action={action}>
      {token === null ? '' : <input type="hidden" name="token" value={token} />}
      {children}
    </form>
  );
}
