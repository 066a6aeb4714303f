import type { Result } from '@ombud/contract';
import { raw } from 'hono/html';
import { visible } from '../text/visible.ts';
import { meaningSentences, resultTitle } from '../words/sentences.ts';
import { allRatesSection } from './all-rates.tsx';
import { answerSection } from './answer.tsx';
import { coverageSection, unmeasuredSection } from './coverage.tsx';
import { identitySection, ll144Section, representationSection } from './details.tsx';
import { intersectionsSection } from './intersections.tsx';
import { methodSection } from './method.tsx';
import { peopleGapSection } from './people-gap.tsx';
import { errorsSection, ratesSection } from './rates.tsx';
import { rulesSection } from './rules.tsx';
import type { Section } from './section.ts';
import { strataSection } from './strata.tsx';
import { STYLE } from './style.ts';

/** No script and no request: whatever a name from the data manages to be, it cannot run or call home. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

function sections(result: Result): readonly Section[] {
  return [
    answerSection(result),
    peopleGapSection(result),
    ratesSection(result),
    intersectionsSection(result),
    strataSection(result),
    errorsSection(result),
    identitySection(result),
    ll144Section(result),
    representationSection(result),
    coverageSection(result),
    rulesSection(result),
    allRatesSection(result),
    unmeasuredSection(result),
    methodSection(result),
  ].filter((section) => section !== null);
}

function Head({ title }: { readonly title: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      {raw(`<meta http-equiv="Content-Security-Policy" content="${POLICY}"/>`)}
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="no-referrer" />
      <link rel="icon" href="data:," />
      <title>{title}</title>
      <style>{raw(STYLE)}</style>
    </head>
  );
}

function Header({ result }: { readonly result: Result }) {
  const { system, source, run } = result;
  const owner = system?.owner;
  const contact = owner?.contact === undefined ? '' : ` (${visible(owner.contact)})`;
  return (
    <header>
      <div class="w">
        <h1>Audit: {resultTitle(result)}</h1>
        {system?.purpose === undefined ? '' : <p>{visible(system.purpose)}</p>}
        {meaningSentences(result).map((sentence) => (
          <p>{sentence}</p>
        ))}
        <p class="meta">
          {owner === undefined ? '' : `Answerable: ${visible(owner.name)}${contact}. `}
          Data: {visible(source.location)}. Audited {visible(run.started.slice(0, 10))} with Ombud{' '}
          {visible(run.version)}.
        </p>
      </div>
    </header>
  );
}

function Contents({ parts }: { readonly parts: readonly Section[] }) {
  return (
    <nav aria-label="Contents">
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

function Page({ result }: { readonly result: Result }) {
  const [answer, ...rest] = sections(result);
  const part = ({ id, title, body }: Section) => (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {body}
    </section>
  );
  return (
    <html lang="en">
      <Head title={`Audit: ${resultTitle(result)}`} />
      <body>
        <a class="skip" href="#main">
          Skip to the answer
        </a>
        <Header result={result} />
        <main id="main" class="w" tabindex={-1}>
          {answer === undefined ? '' : part(answer)}
          <Contents parts={rest} />
          {rest.map(part)}
        </main>
        <footer>
          <div class="w">
            Made by Ombud {visible(result.run.version)} from the result alone; the same result gives the same
            page. All numbers are in the JSON and CSV reports.
          </div>
        </footer>
      </body>
    </html>
  );
}

/**
 * The report as one HTML file: no script, no outside request, readable by keyboard and screen reader, in the dark, on
 * paper and at 320 px. A pure function of the result.
 *
 * @returns the whole document, from `<!doctype html>`
 */
export function renderHtml(result: Result): string {
  return `<!doctype html>${String(<Page result={result} />)}\n`;
}
