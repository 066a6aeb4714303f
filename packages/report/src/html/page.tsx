import type { Result } from '@ombud/contract';
import { Contents, Page, type Section } from '@ombud/ui';
import { english, type Language } from '@ombud/words';
import { type Telling, tell } from '../telling.ts';
import { meanings, resultTitle } from '../words/names.ts';
import { allRatesSection } from './all-rates.tsx';
import { answerSection } from './answer.tsx';
import { coverageSection, unmeasuredSection } from './coverage.tsx';
import { costsSection, identitySection, ll144Section, representationSection } from './details.tsx';
import { intersectionsSection } from './intersections.tsx';
import { methodSection } from './method.tsx';
import { peopleGapSection } from './people-gap.tsx';
import { errorsSection, ratesSection } from './rates.tsx';
import { rulesSection } from './rules.tsx';
import { calibrationSection, needSection, periodsSection, rankingSection } from './scores.tsx';
import { strataSection } from './strata.tsx';

const sections = (t: Telling): readonly Section[] =>
  [
    answerSection(t),
    peopleGapSection(t),
    ratesSection(t),
    intersectionsSection(t),
    strataSection(t),
    errorsSection(t),
    identitySection(t),
    calibrationSection(t),
    rankingSection(t),
    needSection(t),
    periodsSection(t),
    ll144Section(t),
    representationSection(t),
    costsSection(t),
    coverageSection(t),
    rulesSection(t),
    allRatesSection(t),
    unmeasuredSection(t),
    methodSection(t),
  ].filter((section) => section !== null);

function ownerText(t: Telling): string | null {
  const owner = t.result.system?.owner;
  if (owner === undefined) return null;
  const given = { owner: t.visible(owner.name) };
  return owner.contact === undefined
    ? t.say('page/answerable', given)
    : t.say('page/answerable-contact', { ...given, contact: t.visible(owner.contact) });
}

function Header({ t }: { readonly t: Telling }) {
  const { system, source, run } = t.result;
  const owner = ownerText(t);
  return (
    <>
      <h1>{t.say('page/title', { title: resultTitle(t) })}</h1>
      {system?.purpose === undefined ? '' : <p>{t.visible(system.purpose)}</p>}
      {meanings(t).map((sentence) => (
        <p>{sentence}</p>
      ))}
      <p class="meta">
        {owner === null ? '' : `${owner} `}
        {t.say('page/data', {
          source: t.visible(source.location),
          day: t.day(t.visible(run.started)),
          version: t.visible(run.version),
        })}
      </p>
    </>
  );
}

function Part({ part: { id, title, body } }: { readonly part: Section }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {body}
    </section>
  );
}

function Report({ t }: { readonly t: Telling }) {
  const [answer, ...rest] = sections(t);
  return (
    <Page
      voice={t}
      title={t.say('page/title', { title: resultTitle(t) })}
      skip={t.say('page/skip')}
      header={<Header t={t} />}
      footer={t.say('page/footer', { version: t.visible(t.result.run.version) })}
    >
      {answer === undefined ? '' : <Part part={answer} />}
      <Contents label={t.say('page/contents')} parts={rest} />
      {rest.map((part) => (
        <Part part={part} />
      ))}
    </Page>
  );
}

/**
 * The report as one HTML file: no script, no outside request, readable by keyboard and screen reader, in the dark, on
 * paper and at 320 px. A pure function of the result and the language of its reader.
 *
 * @returns the whole document, from `<!doctype html>`
 */
export function renderHtml(result: Result, language: Language = english): string {
  return `<!doctype html>${String(<Report t={tell(result, language)} />)}\n`;
}
