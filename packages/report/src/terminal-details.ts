import type { CostsDetails, DriftDetails, Finding, Ll144Details, SharesDetails } from '@ombud/contract';
import type { Telling } from './telling.ts';
import { groupByText } from './text/group.ts';
import { type PlainRow, plainTable } from './text/plain-table.ts';
import { driftTable } from './words/drift-tables.ts';
import { groupName } from './words/names.ts';

/** A titled block of lines for the terminal. */
interface Block {
  readonly title: string;
  readonly lines: readonly string[];
}

function ll144Block(t: Telling, groupBy: readonly string[], details: Ll144Details, columns: number): Block {
  const { mode, sampleMedian, unknown, applicants } = details;
  const head: PlainRow = [
    '',
    t.say('short/people'),
    t.say(mode === 'selection' ? 'short/selected' : 'short/above-median'),
    t.say('short/rate'),
    t.say('short/impact-ratio'),
  ];
  const rows = details.categories.map(
    (category): PlainRow => [
      groupName(t, category.group),
      t.count(category.applicants),
      t.count(category.selected),
      t.percent(category.rate),
      category.impactRatio === null ? t.say('ll144/left-out') : t.ratio(category.impactRatio),
    ],
  );
  const people = t.say('ll144/short-people', { unknown: t.count(unknown), applicants: t.count(applicants) });
  const median =
    sampleMedian === null ? [] : [t.say('ll144/short-median', { median: t.exact(sampleMedian) })];
  return {
    title: t.say(`ll144/short-${mode}`, { by: groupByText(t, groupBy) }),
    lines: [...plainTable([head, ...rows], columns), `  ${[people, ...median].join(' ')}`],
  };
}

function sharesBlock(t: Telling, groupBy: readonly string[], details: SharesDetails, columns: number): Block {
  const head: PlainRow = [
    '',
    t.say('short/people'),
    t.say('short/share'),
    t.say('short/interval'),
    t.say('short/population'),
  ];
  const rows = details.groups.map(
    (group): PlainRow => [
      groupName(t, group.group),
      t.count(group.n),
      t.percent(group.share),
      t.range(group.interval, t.percent),
      t.percent(group.expected),
    ],
  );
  return {
    title: t.say('shares/short', {
      by: groupByText(t, groupBy),
      population: t.visible(details.population),
    }),
    lines: plainTable([head, ...rows], columns),
  };
}

function costsBlock(t: Telling, groupBy: readonly string[], details: CostsDetails, columns: number): Block {
  const head: PlainRow = ['', t.say('short/people'), t.say('short/median-cost'), t.say('short/interval')];
  const rows = details.groups.map(
    ({ group, n, median, interval }): PlainRow => [
      groupName(t, group),
      t.count(n),
      median === null ? '' : t.percent(median),
      interval === null ? '' : t.range(interval, t.percent),
    ],
  );
  return {
    title: t.say('costs/short', { by: groupByText(t, groupBy) }),
    lines: plainTable([head, ...rows], columns),
  };
}

/** The one audit that is about no groups: nothing else in the terminal tells of it. */
function driftBlock(t: Telling, details: DriftDetails, columns: number): Block {
  const { caption, head, rows } = driftTable(t, details);
  const [, ...names] = head;
  const lines = rows.map(([name = '', ...numbers]): PlainRow => [name, ...numbers]);
  return {
    title: caption,
    lines: plainTable([['', ...names], ...lines], columns),
  };
}

function blocksOf(t: Telling, { details, groupBy }: Finding, columns: number): Block[] {
  if (details === null) return [];
  switch (details.kind) {
    case 'll144':
      return [ll144Block(t, groupBy, details, columns)];
    case 'costs':
      return [costsBlock(t, groupBy, details, columns)];
    case 'shares':
      return [sharesBlock(t, groupBy, details, columns)];
    case 'drift':
      return [driftBlock(t, details, columns)];
    // Told in the answer and in the report; a terminal has no room for their tables.
    case 'strata':
    case 'tribunal':
    case 'adjusted':
    case 'identity':
    case 'need':
    case 'ranking':
    case 'calibration':
    case 'sweep':
    case 'distributions':
    case 'exposure':
    case 'periods':
    case 'subgroups':
    case 'classes':
    case 'numbers':
      return [];
  }
}

/** What some audits say beyond rates, where it is the answer that was asked for: rule tables and shares. */
export const detailBlocks = (t: Telling, columns: number): (Block & { readonly audit: string })[] =>
  t.result.findings.flatMap((finding) =>
    blocksOf(t, finding, columns).map((block) => ({ ...block, audit: finding.audit })),
  );
