import type { Details, Finding, Result } from '@ombud/contract';
import { Contents, Page, type Section } from '@ombud/ui';
import { english, type Language } from '@ombud/words';
import { type Telling, tell } from '../telling.ts';
import { windowText } from '../words/coverage.ts';
import { meanings, resultTitle } from '../words/names.ts';
import { allRatesSection } from './all-rates.tsx';
import { answerSections } from './answer.tsx';
import { classesSection } from './classes.tsx';
import { coverageSection } from './coverage.tsx';
import {
  adjustedSection,
  costsSection,
  identitySection,
  ll144Section,
  representationSection,
  tribunalSection,
} from './details.tsx';
import { distributionsSection, exposureSection, sweepSection } from './distributions.tsx';
import { driftSection } from './drift.tsx';
import { errorsSection } from './error-rates.tsx';
import { finished } from './finished.ts';
import { intersectionsSection } from './intersections.tsx';
import { methodSection } from './method.tsx';
import { numbersSection } from './numbers.tsx';
import { peopleGapSection } from './people-gap.tsx';
import { ratesSection } from './rates.tsx';
import { moreRulesSection, rulesSection } from './rules.tsx';
import { calibrationSection, needSection, periodsSection, rankingSection } from './scores.tsx';
import { strataSection } from './strata.tsx';
import { subgroupsSection } from './subgroups.tsx';
import { unmeasuredSection } from './unmeasured.tsx';

/** A part of the page, and whether a result has anything to say in it; a part may still find that it has not. */
interface Chapter {
  readonly when: (result: Result) => boolean;
  /** @param pictured the finding of the first picture */
  readonly make: (t: Telling, pictured: Finding | null) => Section | null;
}

const always = (make: Chapter['make']): Chapter => ({ when: () => true, make });
const ifDetails = (kind: Details['kind'], make: Chapter['make']): Chapter => ({
  when: ({ findings }) => findings.some(({ details }) => details?.kind === kind),
  make,
});

const withRules = ({ verdict }: Result): boolean => verdict.assertions.length > 0;

/** What a board reads of the rules, after what to do now. */
const judged: readonly Chapter[] = [{ when: withRules, make: rulesSection }];

/** What a board reads last, after the rest of the answer. */
const people: readonly Chapter[] = [
  { when: ({ claims }) => claims.some(({ code }) => code === 'people-gap'), make: peopleGapSection },
  always(coverageSection),
];

/** Every picture and table, for those who check. */
const appendix: readonly Chapter[] = [
  { when: (result) => result.roles.groups.length > 1 || withRules(result), make: ratesSection },
  { when: ({ findings }) => findings.some(({ groupBy }) => groupBy.length > 1), make: intersectionsSection },
  ifDetails('strata', strataSection),
  ifDetails('adjusted', adjustedSection),
  ifDetails('tribunal', tribunalSection),
  { when: ({ roles }) => roles.outcome !== null, make: errorsSection },
  ifDetails('classes', classesSection),
  ifDetails('numbers', numbersSection),
  ifDetails('identity', identitySection),
  ifDetails('calibration', calibrationSection),
  ifDetails('ranking', rankingSection),
  ifDetails('need', needSection),
  ifDetails('distributions', distributionsSection),
  ifDetails('sweep', sweepSection),
  ifDetails('exposure', exposureSection),
  ifDetails('periods', periodsSection),
  ifDetails('drift', driftSection),
  ifDetails('subgroups', subgroupsSection),
  ifDetails('ll144', ll144Section),
  ifDetails('shares', representationSection),
  ifDetails('costs', costsSection),
  { when: withRules, make: moreRulesSection },
  always(allRatesSection),
  { when: ({ findings }) => findings.some(({ state }) => state !== 'measured'), make: unmeasuredSection },
  always(methodSection),
];

/** The parts of the page in their order; each is finished before the next is begun. */
const sections = (t: Telling, chapters: readonly Chapter[], pictured: Finding | null): readonly Section[] =>
  chapters.flatMap(({ when, make }) => {
    const section = when(t.result) ? make(t, pictured) : null;
    return section === null ? [] : [finished(section)];
  });

function ownerText(t: Telling): string | null {
  const owner = t.result.system?.owner;
  if (owner === undefined) return null;
  const given = { owner: t.visible(owner.name) };
  return owner.contact === undefined
    ? t.say('page/answerable', given)
    : t.say('page/answerable-contact', { ...given, contact: t.visible(owner.contact) });
}

/** The first and the last period of the data, where the audit counted by time; null where it did not. */
function periodText(t: Telling): string | null {
  const names = t.result.findings.flatMap(({ details }) =>
    details?.kind === 'periods'
      ? details.groups.flatMap(({ periods }) => periods.map(({ period }) => period))
      : [],
  );
  const sorted = [...new Set(names)].sort();
  const [from] = sorted;
  const to = sorted.at(-1);
  return from === undefined || to === undefined
    ? null
    : t.say('page/period', { from: t.visible(from), to: t.visible(to) });
}

/** The checkpoint that was audited, and how to check this page against it. */
function Ledger({ t }: { readonly t: Telling }) {
  const ledger = t.result.source.ledger;
  if (ledger === undefined) return null;
  const { origin, size, root } = ledger;
  return (
    <>
      <p class="meta">
        {t.say('page/ledger', { origin: t.visible(origin), size: t.count(size), root: t.visible(root) })}
      </p>
      <p class="meta">{t.say('page/verify')}</p>
    </>
  );
}

function Header({ t }: { readonly t: Telling }) {
  const { system, source, run } = t.result;
  const owner = ownerText(t);
  const period = periodText(t);
  const window = windowText(t);
  return (
    <>
      <h1>{t.say('page/title', { title: resultTitle(t) })}</h1>
      {system?.purpose === undefined ? '' : <p>{t.visible(system.purpose)}</p>}
      <p>{meanings(t).join(' ')}</p>
      <p class="meta">
        {owner === null ? '' : `${owner} `}
        {window === null ? '' : `${window} `}
        {period === null ? '' : `${period} `}
        {t.say('page/data', {
          source: t.visible(source.location),
          day: t.day(t.visible(run.started)),
          version: t.visible(run.version),
        })}
      </p>
      <Ledger t={t} />
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

const Parts = ({ parts }: { readonly parts: readonly Section[] }) => (
  <>
    {parts.map((part) => (
      <Part part={part} />
    ))}
  </>
);

function Report({ t }: { readonly t: Telling }) {
  const { first, next, more, pictured } = answerSections(t);
  // What a board reads: at most four printed pages.
  const summary = [
    next,
    ...sections(t, judged, pictured),
    ...(more === null ? [] : [more]),
    ...sections(t, people, pictured),
  ];
  const rest = sections(t, appendix, pictured);
  return (
    <Page
      voice={t}
      title={t.say('page/title', { title: resultTitle(t) })}
      skip={t.say('page/skip')}
      header={<Header t={t} />}
      footer={t.say('page/footer', { version: t.visible(t.result.run.version) })}
    >
      <div class="cols">
        <Part part={first} />
        <Contents label={t.say('page/contents')} parts={[...summary, ...rest]} />
        <div class="rest">
          <Parts parts={summary} />
          <div class="appendix">
            <p class="divide">{t.say('page/appendix')}</p>
            <Parts parts={rest} />
          </div>
        </div>
      </div>
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
