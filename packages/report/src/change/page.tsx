/** What changed between two results, as one HTML file: the answer, the picture of the gaps, rules and numbers. */
import type { Change } from '@ombud/contract';
import { DotPlot, Page, Table } from '@ombud/ui';
import { english, type Language } from '@ombud/words';
import { type Speaking, speaking } from '../telling.ts';
import {
  byCertainty,
  changeHead,
  changeRows,
  changeTexts,
  gapName,
  howTexts,
  isSure,
  ruleHead,
  ruleRows,
  verdictText,
} from './sentences.ts';

/** Gaps in the picture: the surest changes; all of them are in the table. */
const mostGaps = 12;

interface Told {
  readonly t: Speaking;
  readonly change: Change;
}

function Picture({ t, change: { gaps, level } }: Told) {
  const known = gaps.filter(({ change }) => change !== null).sort(byCertainty);
  if (known.length === 0) return null;
  return (
    <DotPlot
      voice={t}
      title={t.say('change/picture')}
      overall={null}
      dots={known.slice(0, mostGaps).map((gap) => ({
        label: gapName(t, gap),
        measure: { value: gap.change?.value ?? null, interval: gap.change?.interval ?? null },
        beyond: (gap.direction === 'wider' || gap.direction === 'turned') && isSure(level, gap),
      }))}
      numbers={{ write: t.points, mark: t.barePoints, alike: 0 }}
    />
  );
}

function Body({ t, change }: Told) {
  const rules = ruleRows(t, change);
  const rows = changeRows(t, change);
  return (
    <>
      <section aria-labelledby="changed">
        <h2 id="changed">{t.say('change/lead')}</h2>
        <p class="lead">{verdictText(t, change)}</p>
        <ul>
          {changeTexts(t, change).map((text) => (
            <li>{t.unbroken(text)}</li>
          ))}
        </ul>
        <Picture t={t} change={change} />
      </section>
      {rules.length === 0 ? (
        ''
      ) : (
        <Table caption={t.say('change/rules-table')} head={ruleHead(t)} text={[1, 2]} rows={rules} />
      )}
      {rows.length === 0 ? (
        ''
      ) : (
        <>
          <p>{t.say('change/intervals', { level: t.share(change.level) })}</p>
          <Table caption={t.say('change/gaps-table')} head={changeHead(t)} text={[]} rows={rows} />
        </>
      )}
    </>
  );
}

/**
 * What changed as one HTML file: no script, no outside request.
 * @returns the whole document, from `<!doctype html>`
 */
export function renderChangeHtml(change: Change, language: Language = english): string {
  const t = speaking(language);
  const title = t.say('change/title');
  const page = (
    <Page
      voice={t}
      title={title}
      skip={t.say('page/skip')}
      header={
        <>
          <h1>{title}</h1>
          {howTexts(t, change).map((text) => (
            <p>{t.unbroken(text)}</p>
          ))}
        </>
      }
      footer={t.say('page/footer', { version: t.visible(change.after.version) })}
    >
      <Body t={t} change={change} />
    </Page>
  );
  return `<!doctype html>${page.toString()}\n`;
}
