import type { Finding, Ll144Details, Result, SharesDetails } from '@ombud/contract';
import { groupByText } from './text/group.ts';
import { count, percent, range, ratio } from './text/numbers.ts';
import { type PlainRow, plainTable } from './text/plain-table.ts';
import { visible } from './text/visible.ts';
import { groupName } from './words/sentences.ts';

/** A titled block of lines for the terminal. */
export interface Block {
  readonly title: string;
  readonly lines: readonly string[];
}

function ll144Block(
  result: Result,
  groupBy: readonly string[],
  details: Ll144Details,
  columns: number,
): Block {
  const selected = details.mode === 'selection' ? 'selected' : 'above median';
  const head: PlainRow = ['', 'people', selected, 'rate', 'impact ratio'];
  const rows = details.categories.map(
    (category): PlainRow => [
      groupName(result, category.group),
      count(category.applicants),
      count(category.selected),
      percent(category.rate),
      category.impactRatio === null ? 'left out' : ratio(category.impactRatio),
    ],
  );
  const median = details.sampleMedian === null ? '' : ` The sample median is ${details.sampleMedian}.`;
  return {
    title: `Local Law 144, ${details.mode === 'selection' ? 'selection' : 'scoring'} rate by ${groupByText(groupBy)}`,
    lines: [
      ...plainTable([head, ...rows], columns),
      `  Category not known: ${count(details.unknown)} of ${count(details.applicants)} people.${median}`,
    ],
  };
}

function sharesBlock(
  result: Result,
  groupBy: readonly string[],
  details: SharesDetails,
  columns: number,
): Block {
  const head: PlainRow = ['', 'people', 'share', 'interval', 'population'];
  const rows = details.groups.map(
    (group): PlainRow => [
      groupName(result, group.group),
      count(group.n),
      percent(group.share),
      range(group.interval, percent),
      percent(group.expected),
    ],
  );
  return {
    title: `Who is in the data, by ${groupByText(groupBy)}, beside ${visible(details.population)}`,
    lines: plainTable([head, ...rows], columns),
  };
}

function blocksOf(result: Result, { details, groupBy }: Finding, columns: number): Block[] {
  if (details === null) return [];
  switch (details.kind) {
    case 'll144':
      return [ll144Block(result, groupBy, details, columns)];
    case 'shares':
      return [sharesBlock(result, groupBy, details, columns)];
    // Told in the answer and in the report; a terminal has no room for their tables.
    case 'strata':
    case 'identity':
      return [];
  }
}

/** What some audits say beyond rates, where it is the answer that was asked for: rule tables and shares. */
export const detailBlocks = (result: Result, columns: number): Block[] =>
  result.findings.flatMap((finding) => blocksOf(result, finding, columns));
