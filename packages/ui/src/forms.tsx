/** Forms that need no script: a label above each field, its hint, one button. After the GOV.UK design system. */
import type { Child } from 'hono/jsx';

/** The style of forms and of a place with pages, beside that of every page. */
export const formStyle = `
form{margin:1rem 0;max-width:34rem}.f{margin:1.1rem 0}.f label{display:block;font-weight:700}.f .hint{color:var(--soft);font-size:.9375rem;margin:.1rem 0}
.f input,.f select,.f textarea{font:inherit;color:inherit;background:var(--bg);border:2px solid var(--soft);padding:.45rem .6rem;width:100%;min-height:44px;border-radius:0}
.f input:focus-visible,.f select:focus-visible,.f textarea:focus-visible,button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
button{font:inherit;font-weight:700;color:var(--bg);background:var(--accent);border:0;padding:.6rem 1.3rem;min-height:44px;cursor:pointer}
button.plain{color:var(--accent);background:none;padding:.3rem 0;min-height:24px;text-decoration:underline}
.bar{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;align-items:baseline}.bar form{margin:0}.bar .brand{font-weight:700;text-decoration:none;margin-inline-end:auto}
.code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9375rem;background:var(--panel);padding:.6rem .8rem;overflow-x:auto;white-space:pre-wrap}
`.replaceAll('\n', '');

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'password' | 'search';
  readonly value?: string;
  /** What a browser may fill in: `username`, `current-password`, `one-time-code`. */
  readonly autocomplete?: string;
  readonly required?: boolean;
}

/** One field with its label and hint. */
export function Field({
  name,
  label,
  hint,
  type = 'text',
  value,
  autocomplete,
  required = true,
}: FieldProps) {
  const described = hint === undefined ? {} : { 'aria-describedby': `${name}-hint` };
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
      <input
        id={name}
        name={name}
        type={type}
        required={required}
        {...(value === undefined ? {} : { value })}
        {...(autocomplete === undefined ? {} : { autocomplete })}
        {...described}
      />
    </div>
  );
}

/** The button that sends a form. */
export function Button({ label, plain = false }: { readonly label: string; readonly plain?: boolean }) {
  return (
    <button type="submit" {...(plain ? { class: 'plain' } : {})}>
      {label}
    </button>
  );
}

interface FormProps {
  readonly action: string;
  /** Shows that the page was ours. */
  readonly token: string;
  readonly children?: Child;
}

/** A form that changes something. */
export function Form({ action, token, children }: FormProps) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="token" value={token} />
      {children}
    </form>
  );
}
