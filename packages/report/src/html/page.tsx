import type { Details, Result } from '@ombud/contract';
import { Contents, Page, type Section } from '@ombud/ui';
import { english, type Language } from '@ombud/words';
import { raw } from 'hono/html';
import { type Telling, tell } from '../telling.ts';
import { meanings, resultTitle } from '../words/names.ts';
import { allRatesSection } from './all-rates.tsx';
import { answerSection } from './answer.tsx';
import { coverageSection } from './coverage.tsx';
import { costsSection, identitySection, ll144Section, representationSection } from './details.tsx';
import { intersectionsSection } from './intersections.tsx';
import { methodSection } from './method.tsx';
import { peopleGapSection } from './people-gap.tsx';
import { errorsSection, ratesSection } from './rates.tsx';
import { rulesSection } from './rules.tsx';
import { calibrationSection, needSection, periodsSection, rankingSection } from './scores.tsx';
import { strataSection } from './strata.tsx';
import { unmeasuredSection } from './unmeasured.tsx';

/** A part of the page, and whether a result has anything to say in it; a part may still find that it has not. */
interface Chapter {
  readonly when: (result: Result) => boolean;
  readonly make: (t: Telling) => Section | null;
}

const always = (make: Chapter['make']): Chapter => ({ when: () => true, make });
const ifDetails = (kind: Details['kind'], make: Chapter['make']): Chapter => ({
  when: ({ findings }) => findings.some(({ details }) => details?.kind === kind),
  make,
});

const chapters: readonly Chapter[] = [
  always(answerSection),
  { when: ({ claims }) => claims.some(({ code }) => code === 'people-gap'), make: peopleGapSection },
  always(ratesSection),
  { when: ({ findings }) => findings.some(({ groupBy }) => groupBy.length > 1), make: intersectionsSection },
  ifDetails('strata', strataSection),
  always(errorsSection),
  ifDetails('identity', identitySection),
  ifDetails('calibration', calibrationSection),
  ifDetails('ranking', rankingSection),
  ifDetails('need', needSection),
  ifDetails('periods', periodsSection),
  ifDetails('ll144', ll144Section),
  ifDetails('shares', representationSection),
  ifDetails('costs', costsSection),
  always(coverageSection),
  { when: ({ verdict }) => verdict.assertions.length > 0, make: rulesSection },
  always(allRatesSection),
  { when: ({ findings }) => findings.some(({ state }) => state !== 'measured'), make: unmeasuredSection },
  always(methodSection),
];

/** The parts of the page in their order; each is finished before the next is begun. */
const sections = (t: Telling): readonly Section[] =>
  chapters.flatMap(({ when, make }) => {
    const section = when(t.result) ? make(t) : null;
    return section === null ? [] : [{ ...section, body: raw(String(section.body)) }];
  });

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
