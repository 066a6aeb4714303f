import type { AssertionResult, Result, VerdictState } from '@ombud/contract';
import { assertionSentence } from '@ombud/report';
import { english, type Language, type Voice, voiceOf } from '@ombud/words';
import { furtherTables, furtherTexts } from './further.ts';
import type { Incident, PagePicture, PageTable, Results, Source } from './incident.ts';
import { resultOf } from './read-result.ts';

/** A part of a page: paragraphs, or the items of a list. */
export interface Section {
  readonly heading: string;
  readonly kind: 'paragraphs' | 'list';
  readonly texts: readonly string[];
}

/** What an incident's page says, before it is given a form. */
export interface Page {
  readonly title: string;
  readonly date: string;
  readonly happened: Section;
  readonly shows: Section;
  readonly tables: readonly PageTable[];
  readonly pictures: readonly PagePicture[];
  readonly further: Section;
  readonly furtherTables: readonly PageTable[];
  readonly checks: Section;
  readonly stopped: Section;
  readonly counts: Section;
  readonly sources: Section;
}

const serious: Readonly<Record<VerdictState, number>> = { fail: 0, 'cannot-tell': 1, pass: 2 };

/** How far what was measured lies beyond its limit; negative on the right side of it. */
function beyond({ actual, expected, operator }: AssertionResult): number {
  if (actual === null) return Number.NEGATIVE_INFINITY;
  return operator === '>=' ? expected - actual : actual - expected;
}

function assertionText(voice: Voice, result: Result, assertion: AssertionResult): string {
  const { state, level } = assertion;
  const word = voice.say(`verdict/${state}`);
  const verdict =
    level === 'warn' && state !== 'pass' ? voice.say('verdict/warning', { verdict: word }) : word;
  const text = assertionSentence(result, assertion, voice.language);
  return voice.say('incident/rule', { verdict, text });
}

/** Where one audit is asked, its rules one by one; where several are, one line an audit with its worst rule. */
function checkTexts(voice: Voice, incident: Incident, results: Results): string[] {
  const sorted = ({ verdict }: Result) =>
    [...verdict.assertions].sort((a, b) => serious[a.state] - serious[b.state] || beyond(b) - beyond(a));
  if (incident.audits.length === 1) {
    const result = resultOf(results, incident.audits[0].id);
    return [
      voice.say(`incident/verdict-${result.verdict.state}`),
      ...sorted(result).map((assertion) => assertionText(voice, result, assertion)),
    ];
  }
  return incident.audits.map(({ id, title }) => {
    const result = resultOf(results, id);
    const [worst] = sorted(result);
    const text = worst ? assertionText(voice, result, worst) : voice.say('incident/no-rule');
    return voice.say('incident/audit', { title, text });
  });
}

const sourceText = ({ author, title, year, where, at }: Source): string =>
  `${author}, "${title}", ${where}, ${year}${at === undefined ? '' : ` (${at})`}.`;

/**
 * What the page of an incident says; every number in it comes from the results or from the published facts.
 * @param results of `runIncident` for the same incident
 * @param language of the headings and of what the audit says; the case itself is an English document
 */
export function pageOf(incident: Incident, results: Results, language: Language = english): Page {
  const voice = voiceOf(language);
  const paragraphs = (heading: string, texts: readonly string[]): Section => ({
    heading,
    kind: 'paragraphs',
    texts,
  });
  const list = (heading: string, texts: readonly string[]): Section => ({ heading, kind: 'list', texts });
  return {
    title: incident.title,
    date: incident.date,
    happened: paragraphs(voice.say('incident/happened'), [incident.happened.join(' ')]),
    shows: list(voice.say('incident/shows'), incident.shows(results)),
    tables: incident.tables?.() ?? [],
    pictures: incident.pictures?.() ?? [],
    further: list(voice.say('incident/further'), furtherTexts(voice, incident, results)),
    furtherTables: furtherTables(voice, incident.further, results),
    checks: list(voice.say('incident/checks'), checkTexts(voice, incident, results)),
    stopped: paragraphs(voice.say('incident/stopped'), incident.stopped),
    counts: paragraphs(voice.say('incident/counts'), [incident.counts]),
    sources: list(voice.say('incident/sources'), incident.sources.map(sourceText)),
  };
}

/** Text of ours holds no mark-up, but names such as Face++ and a * in a formula must stay what they are. */
const markdown = (text: string): string => text.replace(/[\\`*_<>|#]/g, '\\$&');

function sectionMarkdown({ heading, kind, texts }: Section): string {
  const body =
    kind === 'list'
      ? texts.map((text) => `- ${markdown(text)}`).join('\n')
      : texts.map((text) => markdown(text)).join('\n\n');
  return `## ${heading}\n\n${body}`;
}

const tableMarkdown = ({ caption, intro, head, rows }: PageTable): string =>
  [
    `${markdown(caption)}:${intro === undefined ? '' : ` ${markdown(intro)}`}`,
    '',
    ...[head, head.map(() => '---'), ...rows].map(
      (cells) => `| ${cells.map((cell) => (cell === '---' ? cell : markdown(cell))).join(' | ')} |`,
    ),
  ].join('\n');

/** The page as Markdown: what page.md of every incident holds, and a test keeps it so. */
export function pageMarkdown(incident: Incident, page: Page, language: Language = english): string {
  const after = [page.checks, page.stopped, page.counts, page.sources];
  return `${[
    `# ${markdown(page.title)}`,
    voiceOf(language).say('incident/run', {
      date: markdown(page.date),
      command: `\`npx ombud incidents ${incident.id}\``,
    }),
    ...[page.happened, page.shows].map(sectionMarkdown),
    ...page.tables.map(tableMarkdown),
    ...page.pictures.map(({ file, alt }) => `![${markdown(alt)}](${file})`),
    sectionMarkdown(page.further),
    ...page.furtherTables.map(tableMarkdown),
    ...after.map(sectionMarkdown),
  ].join('\n\n')}\n`;
}
