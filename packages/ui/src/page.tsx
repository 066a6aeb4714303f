import type { Voice } from '@ombud/words';
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Section } from './section.ts';
import { style } from './style.ts';
import { tokens } from './tokens.ts';

/** No script and no request: whatever a name from the data manages to be, it cannot run or call home. */
const closed =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

interface HeadProps {
  readonly title: string;
  readonly policy: string | null;
  readonly more: string;
}

function Head({ title, policy, more }: HeadProps) {
  return (
    <head>
      <meta charset="utf-8" />
      {policy === null ? '' : raw(`<meta http-equiv="Content-Security-Policy" content="${policy}"/>`)}
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content={policy === null ? 'same-origin' : 'no-referrer'} />
      <link rel="icon" href="data:," />
      <title>{title}</title>
      <style>{raw(tokens + style + more)}</style>
    </head>
  );
}

/** Links to the parts of a page. */
export function Contents({ label, parts }: { readonly label: string; readonly parts: readonly Section[] }) {
  return (
    <nav aria-label={label}>
      <ol>
        {parts.map(({ id, title }) => (
          <li>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface PageProps {
  readonly voice: Voice;
  readonly title: string;
  /** The words of the link that leads past the header. */
  readonly skip: string;
  readonly header: Child;
  readonly footer: Child;
  readonly children?: Child;
  /** Content security policy, where a page needs more than a report: a script or a form. Null where a header says it. */
  readonly policy?: string | null;
  /** Style beside that of every page: of forms, of a console. */
  readonly more?: string;
}

/** A whole page: its head, a link past the header, header, main part and footer, in the language of its reader. */
export function Page({
  voice,
  title,
  skip,
  header,
  footer,
  children,
  policy = closed,
  more = '',
}: PageProps) {
  const { tag, direction } = voice.language;
  return (
    <html lang={tag} {...(direction === 'rtl' ? { dir: 'rtl' } : {})}>
      <Head title={title} policy={policy} more={more} />
      <body>
        <a class="skip" href="#main">
          {skip}
        </a>
        <header>
          <div class="w">{header}</div>
        </header>
        <main id="main" class="w" tabindex={-1}>
          {children}
        </main>
        <footer>
          <div class="w">{footer}</div>
        </footer>
      </body>
    </html>
  );
}
