import type { Explanation } from '@ombud/contract';
import { Fold, List, Page, Table } from '@ombud/ui';
import { english, type Language, say, visible, voiceOf } from '@ombud/words';
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
import { ScoreWaterfall } from './waterfall.tsx';

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
    <Page
      voice={voiceOf(language)}
      title={title}
      skip={say(language, 'page/skip')}
      header={
        <>
          <h1>{title}</h1>
          <p class="meta">{visible(explanation.about.source)}</p>
        </>
      }
      footer={say(language, 'explanation/footer', { version: visible(explanation.version) })}
    >
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
        <ScoreWaterfall explanation={explanation} language={language} />
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
    </Page>,
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
          ? columns.map((name) => visible(name)).join(', ')
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
        return <List items={block.items} />;
    }
  };
  const [first, ...rest] = blocks;
  return whole(
    <Page
      voice={voiceOf(language)}
      title={say(language, 'letter/title')}
      skip={say(language, 'page/skip')}
      header={first === undefined ? '' : part(first)}
      footer=""
    >
      <div class="letter">{rest.map(part)}</div>
    </Page>,
  );
}
