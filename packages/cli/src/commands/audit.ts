import { audit, exitCodeOf } from '@ombud/audit';
import type { AuditSpec, Result } from '@ombud/contract';
import { renderTerminal, visible } from '@ombud/report';
import { favourableOf } from '@ombud/table';
import type { Command } from 'commander';
import { askForRoles } from '../audit/ask-roles.ts';
import { reproduce, signResult } from '../audit/evidence.ts';
import { splitList } from '../audit/parse-roles.ts';
import { progressBar } from '../audit/progress-bar.ts';
import { type AuditFlags, specFromFlags } from '../audit/spec-from-flags.ts';
import { parseFormats, settleTarget, type Target, writeReports } from '../audit/write-reports.ts';

interface OutFlags {
  readonly format?: string;
  readonly out?: string;
  readonly quiet?: boolean;
  readonly sign?: string | true;
  readonly reproduce?: string;
  readonly key?: string[];
}

const collect = (value: string, list: readonly string[]): string[] => [...list, value];

/** A result that goes to standard output must be alone there. */
function show(result: Result, target: Target, written: readonly string[]): void {
  if (target.kind === 'stdout') return;
  process.stdout.write(
    renderTerminal(result, {
      columns: process.stdout.columns ?? 80,
      colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
    }),
  );
  const html = written.find((path) => path.endsWith('.html'));
  if (html) process.stdout.write(`\nThe whole report: ${html}\n`);
  else if (written.length > 0) process.stdout.write(`\nWritten: ${written.join(', ')}\n`);
  else
    process.stdout.write('\nAdd --out FOLDER for the whole report as a page, and for the result as JSON.\n');
}

/** The default is that the positive decision is good for the person; where its name says otherwise, people must look. */
function warnOfHarm({ favourable }: AuditSpec, { roles }: Result): void {
  if (favourable !== undefined || favourableOf(roles.decision) === 'positive') return;
  const { column = '', positive = [] } = roles.decision ?? {};
  process.stderr.write(
    `ombud: "${visible(column)} = ${visible(positive.join(' or '))}" sounds bad for the person, and is read as good. ` +
      'If it is bad, add --favourable negative; if not, --favourable positive.\n',
  );
}

/** Audits, writes the reports and shows the answer: the one path of every command that audits. */
export async function auditAndShow(spec: AuditSpec, target: Target, quiet = false): Promise<Result> {
  const bar = progressBar('Counting');
  let result: Result;
  try {
    result = await audit(spec, process.stderr.isTTY ? bar.report : undefined);
  } finally {
    bar.end();
  }
  const written = writeReports(result, target);
  if (!quiet) show(result, target, written);
  warnOfHarm(spec, result);
  process.exitCode = exitCodeOf(result.verdict, spec.policy?.whenCannotTell ?? 'warn');
  return result;
}

/** `ombud audit SOURCE`: the first thing that a person does with Ombud. */
export function registerAudit(program: Command): void {
  program
    .command('audit')
    .summary('audit decisions and show the answer')
    .description(
      'Audits decisions: a CSV, Parquet or JSON file, a folder or a pattern of them. Roles come from flags or from ombud.yaml; flags win.',
    )
    .argument('[source]', 'file, folder or pattern; default: the source that ombud.yaml names')
    .option('--decision <col[=v,..]>', 'decision column and its positive values, or a condition: "score>=7"')
    .option('--outcome <col[=v,..]>', 'outcome column and its positive values')
    .option('--score <col>', 'column of the score')
    .option('--groups <a,b>', 'columns of the groups')
    .option('--bins <col=n,n,..>', 'bins for a numeric group or stratum; may be repeated', collect, [])
    .option('--strata <c,d>', 'columns of the strata: what must be alike for a fair comparison')
    .option('--count <col>', 'the source is a table of counts: the column of the number of people')
    .option('--weight <col>', 'column of the weight of each row')
    .option('--subject <col>', 'column of the pseudonym: one person may have several rows')
    .option('--time <col>', 'column of the time of the decision')
    .option('--favourable <positive|negative>', 'which decision is good for the person (default: positive)')
    .option('--reference <who>', 'compare with: highest (default), all-others, or named values such as sex=M')
    .option('--depth <n>', 'most attributes in an intersection; the full one is always measured (default: 2)')
    .option('--population <file>', 'CSV of attribute,value,share to compare the people in the data with')
    .option('--audits <a,b>', 'only these audits')
    .option(
      '--policy <file|pack>',
      'policy file, or rule pack such as us-four-fifths; may be repeated',
      collect,
      [],
    )
    .option('--level <p>', 'confidence level (default: 0.95)')
    .option('--seed <n>', 'seed of whatever is drawn (default: 1)')
    .option('--delimiter <c>', 'delimiter of the text, where it is not found by itself')
    .option('--encoding <name>', 'encoding of the text: utf-8, utf-16 or latin-1')
    .option('--no-header', 'the text has no header line; columns are column1, column2, ...')
    .option('--config <file>', 'declaration to use in place of ./ombud.yaml')
    .option('--at <size>', 'for a ledger: audit what was recorded up to this size')
    .option(
      '--sign [file]',
      'for a ledger: sign the result as evidence, record it, and write the envelope (default: evidence.json)',
    )
    .option(
      '--reproduce <evidence>',
      'run the audit of an envelope again and compare byte for byte; exit 1 when it differs',
    )
    .option('--key <vkey...>', 'with --reproduce: keys of the log to trust; default: those of the ledger')
    .option('--format <list>', 'json, html, md, junit, sarif, csv')
    .option('--out <dir|file>', 'where the reports go; a file takes one format')
    .option('--quiet', 'write the reports and say nothing else')
    .action(async (source: string | undefined, flags: AuditFlags & OutFlags) => {
      if (flags.reproduce !== undefined) return reproduce(flags.reproduce, source, flags.key);
      const target = settleTarget(flags.out, parseFormats(splitList(flags.format ?? '')));
      const spec = await askForRoles(specFromFlags(source, flags));
      const result = await auditAndShow(spec, target, flags.quiet);
      if (flags.sign !== undefined)
        await signResult(result, spec, flags.sign === true ? 'evidence.json' : flags.sign);
    });
}
