import type { Explanation } from '@ombud/contract';
import { english, type Language, say } from '@ombud/words';
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { STYLE } from '../html/style.ts';
import { Fold, Table } from '../html/table.tsx';
import { visible } from '../text/visible.ts';
import { type Block, letterBlocks } from './letter.ts';
import {
  answerText,
  methodTexts,
  planTexts,
  reasonTexts,
  recourseTexts,
  stabilityText,
} from './sentences.ts';
import { signed, valueText } from './values.ts';
import { WATERFALL_STYLE, Waterfall } from './waterfall.tsx';

/** No script and no request: whatever a name from the data manages to be, it cannot run or call home. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

interface DocumentProps {
  readonly title: string;
  readonly language: Language;
  readonly children?: Child;
}

function Document({ title, language, children }: DocumentProps) {
  return (
    <html lang={language.tag} dir={language.direction}>
      <head>
        <meta charset="utf-8" />
        {raw(`<meta http-equiv="Content-Security-Policy" content="${POLICY}"/>`)}
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>{title}</title>
        <style>{raw(STYLE + WATERFALL_STYLE)}</style>
      </head>
      <body>{children}</body>
    </html>
  );
}

const whole = (page: unknown): string => `<!doctype html>${String(page)}\n`;

/**
 * The explanation as one HTML page: the answer, the reasons, a waterfall, the plans and how far they reach. No script and no
 * request; it prints, and can be read at 320 px. A pure function of the explanation.
 */
export function renderExplanationHtml(explanation: Explanation, language: Language = english): string {
  const tell = (key: string): string => say(language, `explanation/${key}`);
  const { system } = explanation;
  const name = system === null ? null : (system.title ?? system.id);
  const title =
    name === null ? tell('title') : say(language, 'explanation/title-system', { system: visible(name) });
  return whole(
    <Document title={title} language={language}>
      <header>
        <div class="w">
          <h1>{title}</h1>
          <p class="meta">{visible(explanation.about.source)}</p>
        </div>
      </header>
      <main class="w">
        <div class="answer">
          <p>{answerText(explanation, language)}</p>
          <p>{tell('cannot')}</p>
        </div>
        <ReasonsPart explanation={explanation} language={language} />
        <section>
          <h2>{tell('recourse')}</h2>
          {recourseTexts(explanation, language).map((text) => (
            <p>{text}</p>
          ))}
          {planTexts(explanation, language).length === 0 ? (
            ''
          ) : (
            <ol>
              {planTexts(explanation, language).map((text) => (
                <li>{text}</li>
              ))}
            </ol>
          )}
        </section>
        <section>
          <h2>{tell('waterfall')}</h2>
          <Waterfall explanation={explanation} language={language} />
          <Fold title={tell('table')}>
            <Contributions explanation={explanation} language={language} />
          </Fold>
        </section>
        <section>
          <h2>{tell('method')}</h2>
          {methodTexts(explanation, language).map((text) => (
            <p>{text}</p>
          ))}
        </section>
      </main>
    </Document>,
  );
}

interface PartProps {
  readonly explanation: Explanation;
  readonly language: Language;
}

function ReasonsPart({ explanation, language }: PartProps) {
  const { blocked, also } = explanation;
  const stability = stabilityText(explanation, language);
  const { heading, principal, others } = reasonTexts(explanation, language);
  return (
    <section>
      <h2>{say(language, 'explanation/reasons')}</h2>
      {blocked.length === 0 ? (
        ''
      ) : (
        <div class="warn">
          <p>
            <strong>{say(language, 'explanation/blocked')}</strong>
          </p>
          {blocked.map(({ column, because }) => (
            <p>{say(language, `explanation/blocked-${because}`, { column: visible(column) })}</p>
          ))}
        </div>
      )}
      {heading === null ? '' : <p>{heading}</p>}
      {principal.length === 0 ? (
        ''
      ) : (
        <ol>
          {principal.map((text) => (
            <li>{text}</li>
          ))}
        </ol>
      )}
      {also.length === 0 ? (
        ''
      ) : (
        <>
          <p>{say(language, 'explanation/also')}</p>
          <ul>
            {others.map((text) => (
              <li>{text}</li>
            ))}
          </ul>
        </>
      )}
      {stability === null ? '' : <p>{stability}</p>}
    </section>
  );
}

function Contributions({ explanation, language }: PartProps) {
  const { attributions } = explanation;
  const estimated = attributions.some(({ standardError }) => standardError !== null);
  const head = ['column', 'value', 'contribution', ...(estimated ? ['error'] : [])];
  return (
    <Table
      caption={say(language, 'explanation/table')}
      head={head.map((key) => say(language, `explanation/${key}`))}
      rows={attributions.map(({ column, columns, value, contribution, standardError }) => [
        visible(column),
        columns.length > 1
          ? columns.map(visible).join(', ')
          : value === null
            ? say(language, 'explanation/missing')
            : valueText(value, language),
        signed(contribution, language),
        ...(estimated
          ? [standardError === null ? '' : signed(standardError, language).replace('+', '')]
          : []),
      ])}
    />
  );
}

/** The letter as a page that prints on one sheet. */
export function renderLetterHtml(explanation: Explanation, language: Language, number: string): string {
  const blocks = letterBlocks(explanation, language, number);
  const part = (block: Block) => {
    switch (block.kind) {
      case 'title':
        return <h1>{block.text}</h1>;
      case 'heading':
        return <h2>{block.text}</h2>;
      case 'text':
        return <p>{block.text}</p>;
      case 'small':
        return <p class="meta">{block.text}</p>;
      case 'list':
        return (
          <ul>
            {block.items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        );
    }
  };
  return whole(
    <Document title={say(language, 'letter/title')} language={language}>
      <main class="w">{blocks.map(part)}</main>
    </Document>,
  );
}
