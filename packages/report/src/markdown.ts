import { type Grouping, groupings, isRates, measuredGroups } from '@ombud/audit/answer';
import type { Finding, GroupMeasure, Result } from '@ombud/contract';
import { sameGroup } from '@ombud/kernel';
import { english, type Language } from '@ombud/words';
import { type Telling, tell } from './telling.ts';
import { groupByText } from './text/group.ts';
import { md, prose, table, worded } from './text/markdown-text.ts';
import { answer, peopleGaps } from './words/answer.ts';
import { auditTitle } from './words/audits.ts';
import { claimText } from './words/claims.ts';
import {
  apartTexts,
  countedText,
  markersText,
  outsideTexts,
  windowText,
  withheldTexts,
} from './words/coverage.ts';
import { detailTable } from './words/detail-tables.ts';
import { inOrder } from './words/leading.ts';
import { limitSentence } from './words/limit.ts';
import { groupName, meanings, resultTitle } from './words/names.ts';
import { leftOutText } from './words/reasons.ts';
import { openOf } from './words/unmeasured.ts';
import { ruleTitle, stateWord, verdictText } from './words/verdict.ts';

/** A sign for each state, so that a row is seen before it is read. */
const signs = { pass: '✓', fail: '✗', 'cannot-tell': '?' } as const;

/** Rules in a comment, failures first. */
const mostRules = 40;

/** Rows of a table in a comment on a pull request; the rest is in the other reports. */
const mostRows = 20;

function assertions(t: Telling): readonly string[] {
  const all = t.result.verdict.assertions;
  if (all.length === 0) return [];
  const rows = inOrder(all)
    .slice(0, mostRules)
    .map((assertion) => {
      const verdict = `${signs[assertion.state]} ${stateWord(t, assertion)}`;
      return [
        assertion.level === 'warn' ? t.say('verdict/warning', { verdict }) : verdict,
        worded(ruleTitle(t, assertion)),
        worded(limitSentence(t, assertion)),
        md(assertion.source),
      ];
    });
  const head = ['', t.say('head/rule'), t.say('head/what-found'), t.say('head/from')];
  const left = all.length - rows.length;
  return [table(head, 9, rows), ...(left > 0 ? [t.say('rules/elsewhere', { n: t.count(left) })] : [])];
}

function comparisonText(t: Telling, finding: Finding, entry: GroupMeasure): string {
  const found = finding.comparisons.find(
    ({ measure, group }) => measure === 'ratio' && sameGroup(group, entry.group),
  );
  if (found === undefined || found.value === null) return '';
  const interval = found.interval === null ? '' : ` (${t.range(found.interval, t.ratio)})`;
  const ratio = `${t.ratio(found.value)}${interval}`;
  return found.pAdjusted === null
    ? ratio
    : prose(t.say('markdown/cell-p', { ratio, p: t.probability(found.pAdjusted) }));
}

function picked(finding: Finding): readonly GroupMeasure[] {
  const measured = measuredGroups(finding);
  const rest = finding.groups.filter(({ value }) => value === null);
  if (finding.groups.length <= mostRows) return [...measured, ...rest];
  return [...measured.slice(0, mostRows / 2), ...measured.slice(-mostRows / 2)];
}

function ratesHead(t: Telling, finding: Finding): readonly string[] {
  const level = finding.groups[0]?.interval?.level;
  return [
    t.say('head/group'),
    t.say('head/people'),
    t.say('head/events'),
    t.say('head/rate'),
    level === undefined ? t.say('head/interval') : t.say('head/level-interval', { level: t.share(level) }),
  ];
}

function rates(t: Telling, finding: Finding): string {
  const entries = picked(finding);
  const compared = finding.comparisons.some(({ measure }) => measure === 'ratio');
  const rows = entries.map((entry) => [
    worded(groupName(t, entry.group)),
    t.count(entry.n),
    t.count(entry.events),
    t.percent(entry.value),
    t.range(entry.interval, t.percent),
    ...(compared ? [comparisonText(t, finding, entry)] : []),
  ]);
  const cut = finding.groups.length - entries.length;
  const note = cut > 0 ? `\n\n${t.say('tables/between-below', { n: cut })}` : '';
  const head = [...ratesHead(t, finding), ...(compared ? [t.say('head/ratio-to-reference')] : [])];
  return table(head, 1, rows) + note;
}

function groupingText(t: Telling, grouping: Grouping): readonly string[] {
  const shown = grouping.findings.filter(isRates);
  if (shown.length === 0) return [];
  const parts = shown.map(
    (finding) =>
      `<details><summary>${worded(auditTitle(t, finding.audit, finding.measure))}</summary>\n\n${rates(t, finding)}\n\n</details>`,
  );
  return [`### ${worded(t.say('page/by', { by: groupByText(t, grouping.groupBy) }))}`, ...parts];
}

/** Tables beyond rates: rules, shares, strata, the identity. */
function details(t: Telling): readonly string[] {
  const shown = t.result.findings.flatMap((finding) => {
    // A cross of many attributes is in the other reports.
    const short = finding.groupBy.length <= 1 || finding.details?.kind === 'll144';
    const found = short ? detailTable(t, finding) : null;
    return found === null ? [] : [found];
  });
  if (shown.length === 0) return [];
  const parts = shown.map(({ caption, intro, head, rows }) => {
    const body = table(
      head.map(md),
      1,
      rows.slice(0, mostRows).map((row) => row.map(md)),
    );
    return `### ${worded(caption)}\n\n${intro === '' ? '' : `${prose(intro)}\n\n`}${body}`;
  });
  return [`## ${t.say('markdown/tables')}`, ...parts];
}

function coverage(t: Telling): readonly string[] {
  const { excluded, missing } = t.result.coverage;
  const lost = excluded.map(
    ({ reason, rows }) =>
      `- ${t.say('coverage/left-out', { rows: t.count(rows), why: prose(leftOutText(t, reason)) })}`,
  );
  const lacking = missing.map((one) => {
    const texts = markersText(t, one, md);
    const given = { column: md(one.column), rows: t.count(one.rows) };
    return `- ${texts === '' ? t.say('coverage/missing', given) : t.say('coverage/missing-read', { ...given, texts })}`;
  });
  return [
    `## ${t.say('coverage/title')}`,
    countedText(t),
    ...outsideTexts(t),
    ...apartTexts(t),
    ...withheldTexts(t),
    [...lost, ...lacking].join('\n'),
  ];
}

function unmeasured(t: Telling): readonly string[] {
  const open = openOf(t);
  if (open.length === 0) return [];
  const items = open.map(({ audits, by, state, why }) => {
    const title = worded(t.say('page/title-by', { title: t.all(audits), by: t.all(by) }));
    return `- ${t.say('unmeasured/item', { title, state, why: prose(why) })}`;
  });
  return [`## ${t.say('unmeasured/title')}`, items.join('\n')];
}

function footer(t: Telling): string {
  const { run, source } = t.result;
  return t.say('markdown/footer', {
    version: md(run.version),
    seed: String(run.seed),
    source: md(source.location),
    fingerprint: md(source.fingerprint),
  });
}

const list = (sentences: readonly string[]): string =>
  sentences.map((sentence) => `- ${prose(sentence)}`).join('\n');

/**
 * The report as Markdown (GitHub flavour): the answer and the verdict first, tables folded. No name from the data can
 * become markup, a link or a mention.
 */
export function renderMarkdown(result: Result, language: Language = english): string {
  const t = tell(result, language);
  const people = peopleGaps(t).flatMap((gaps) => gaps.slice(0, 3));
  const parts = [
    `# ${prose(resultTitle(t))}`,
    [...meanings(t), ...[windowText(t) ?? []].flat()].map(prose).join(' '),
    `## ${t.say('answer/title')}`,
    list(answer(t)),
    list(people.map((gap) => claimText(t, gap))),
    `## ${t.say('markdown/verdict')}`,
    prose(verdictText(t)),
    ...assertions(t),
    ...coverage(t),
  ];
  const tables = [
    `## ${t.say('markdown/rates')}`,
    ...groupings(result).flatMap((grouping) => groupingText(t, grouping)),
    ...details(t),
    ...unmeasured(t),
  ];
  return `${fitted(t, parts, tables).join('\n\n')}\n`;
}

/** What a forge takes as one comment (65,536 characters), with room for the last lines. */
const mostCharacters = 65_000;

/** The parts, and as many of the tables as one comment has room for; what is cut is said. */
function fitted(t: Telling, parts: readonly string[], tables: readonly string[]): readonly string[] {
  const shown: string[] = parts.filter((part) => part !== '');
  const last = footer(t);
  let length = [...shown, last].reduce((sum, part) => sum + part.length + 2, 0);
  const given = tables.filter((part) => part !== '');
  for (const [index, part] of given.entries()) {
    length += part.length + 2;
    if (length > mostCharacters) return [...shown, t.say('markdown/cut', { n: given.length - index }), last];
    shown.push(part);
  }
  return [...shown, last];
}
