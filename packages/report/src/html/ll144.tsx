/** What an employer of New York City publishes of a bias audit (6 RCNY 5-303): these dates and tables, and nothing else. */
import type { Finding, Ll144Details, Result } from '@ombud/contract';
import { Page, Table } from '@ombud/ui';
import { english, type Language } from '@ombud/words';
import { type Telling, tell } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { countedText, windowText } from '../words/coverage.ts';
import { resultTitle } from '../words/names.ts';
import { leftOutText } from '../words/reasons.ts';

interface Asked {
  readonly finding: Finding;
  readonly details: Ll144Details;
}

const askedOf = ({ findings }: Result): readonly Asked[] =>
  findings.flatMap((finding) =>
    finding.details?.kind === 'll144' ? [{ finding, details: finding.details }] : [],
  );

type Category = Ll144Details['categories'][number];

function rowOf(t: Telling, { groupBy }: Finding, mode: Ll144Details['mode'], one: Category): string[] {
  const ratio = one.impactRatio === null ? t.say('ll144/no-ratio') : t.ratio(one.impactRatio);
  return [
    ...groupBy.map((name) => t.visible(one.group[name] ?? '')),
    t.count(one.applicants),
    ...(mode === 'selection' ? [t.count(one.selected)] : []),
    t.percent(one.rate),
    ratio,
  ];
}

/** Who has no ratio, and why: the rule lets small categories be left out where that is said. */
function withoutRatio(t: Telling, { groupBy }: Finding, one: Category): readonly string[] {
  if (one.leftOut === null) return [];
  const category = groupBy.map((name) => t.visible(one.group[name] ?? '')).join(', ');
  return [t.say('ll144/left-out-because', { category, why: leftOutText(t, one.leftOut) })];
}

function CategoryTable({ t, asked: { finding, details } }: { readonly t: Telling; readonly asked: Asked }) {
  const { mode, categories, unknown } = details;
  const by = groupByText(t, finding.groupBy);
  return (
    <>
      <Table
        caption={t.say(`ll144/caption-${mode}`, { by })}
        head={[
          ...finding.groupBy.map((name) => t.visible(name)),
          t.say('head/applicants'),
          ...(mode === 'selection' ? [t.say('head/selected')] : []),
          t.say(mode === 'selection' ? 'head/selection-rate' : 'head/scoring-rate'),
          t.say('head/impact-ratio'),
        ]}
        rows={categories.map((one) => rowOf(t, finding, mode, one))}
        text={finding.groupBy.map((_, column) => column)}
      />
      {categories
        .flatMap((one) => withoutRatio(t, finding, one))
        .map((text) => (
          <p>{text}</p>
        ))}
      <p>{t.say('ll144/unknown', { unknown: t.count(unknown), by })}</p>
      {details.sampleMedian === null ? (
        ''
      ) : (
        <p>{t.say('ll144/median', { median: t.exact(details.sampleMedian) })}</p>
      )}
    </>
  );
}

const day = (t: Telling, date: string | undefined): string =>
  date === undefined ? t.say('ll144/not-stated') : t.day(t.visible(date));

/** The dates, and where the data are from: what the rule asks for beside the tables. */
function Dates({ t }: { readonly t: Telling }) {
  const { system, source, run } = t.result;
  const window = windowText(t);
  const explained = [
    source.explanation === undefined ? t.say('ll144/not-explained') : t.visible(source.explanation),
    ...(window === null ? [] : [window]),
    countedText(t),
  ];
  return (
    <Table
      caption={t.say('ll144/dates')}
      head={[t.say('ll144/what'), t.say('ll144/stated')]}
      text={[1]}
      rows={[
        [t.say('ll144/audit-date'), day(t, run.started)],
        [t.say('ll144/distribution-date'), day(t, system?.distributed)],
        [t.say('ll144/source'), t.visible(source.location)],
        [t.say('ll144/explanation'), explained.join(' ')],
      ]}
    />
  );
}

/**
 * The page that New York City's Local Law 144 has published: the dates, the source and explanation of the data, how many
 * people are of no known category, and for each category how many applied, the rate and the impact ratio.
 */
export function renderLl144(result: Result, language: Language = english): string {
  const t = tell(result, language);
  const asked = askedOf(result);
  const title = t.say('ll144/page', { title: resultTitle(t) });
  const page = (
    <Page
      voice={t}
      title={title}
      skip={t.say('page/skip')}
      header={<h1>{title}</h1>}
      footer={t.say('page/footer', { version: t.visible(result.run.version) })}
    >
      <Dates t={t} />
      {asked.length === 0 ? <p>{t.say('ll144/not-asked')}</p> : ''}
      {asked.map((one) => (
        <CategoryTable t={t} asked={one} />
      ))}
      <p>{t.say('ll144/method')}</p>
    </Page>
  );
  return `<!doctype html>${page.toString()}`;
}
