import { resolve } from 'node:path';
import {
  type AuditedModel,
  auditDecisions,
  type ReportFormat,
  renderReport,
  reportForms,
  requireAudits,
  requireSignable,
  settleTarget,
  type Target,
  writeForms,
} from '@ombud/app';
import { exitCodeOf } from '@ombud/audit';
import type { AuditSpec, BinaryRole, Result } from '@ombud/contract';
import { parseList } from '@ombud/contract/roles';
import { renderTerminal } from '@ombud/report';
import { favourableOf } from '@ombud/table';
import { visible } from '@ombud/words';
import { cliErrors } from '../errors.ts';
import type { ExitCode } from '../exit-codes.ts';
import { canAsk, language, note, print, screen, sentence, withContext } from '../terminal.ts';
import { type AuditCommandFlags, checkFlags, checkSpec } from './check-flags.ts';
import { specFromFlags } from './spec-from-flags.ts';

/** `ombud audit`. @returns the exit code: the verdict's, or whether the audit was reproduced */
export async function runAudit(source: string | undefined, flags: AuditCommandFlags): Promise<ExitCode> {
  checkFlags(flags);
  if (flags.reproduce !== undefined) {
    const { runReproduction } = await import('./run-reproduction.ts');
    return runReproduction(flags.reproduce, source, flags.key);
  }
  if (flags.against !== undefined || flags.againstDecision !== undefined) {
    const { runAgainst } = await import('./run-against.ts');
    return runAgainst(await specOf(source, flags), flags);
  }
  const target = await settleTarget(flags.out, parseList(flags.format ?? ''), reportForms);
  const spec = await specOf(source, flags);
  if (target.kind === 'file') requireOther(target.path, spec.source);
  if (flags.sign !== undefined) requireSignable(spec);
  requireAudits(spec, target);
  const model = await auditedModel(flags);
  const { result, code } = await auditAndShow(spec, target, flags.quiet, model, flags.baseline);
  if (flags.writeBaseline !== undefined) {
    const { noteBaseline } = await import('./note-baseline.ts');
    await noteBaseline(result, flags);
  }
  if (flags.sign !== undefined) {
    // Loaded only here: an audit that is not signed needs no ledger.
    const { runSign } = await import('./run-sign.ts');
    await runSign(result, spec, {
      file: flags.sign === true ? 'evidence.json' : flags.sign,
      quiet: flags.quiet === true,
      ...(flags.releases === undefined ? {} : { releases: flags.releases }),
      ...(flags.minimumCell === undefined
        ? {}
        : { minimumCell: wholeFlag('minimum-cell', flags.minimumCell) }),
    });
  }
  return code;
}

/** What to audit, with what was asked for in the terminal; nothing of it is passed over in silence. */
async function specOf(source: string | undefined, flags: AuditCommandFlags): Promise<AuditSpec> {
  const spec = await specFromFlags(source, flags);
  checkSpec(spec, flags);
  return completed(spec);
}

/** The model whose refusals are looked at, with the declaration of what people can change. */
async function auditedModel({ modelFile, config }: AuditCommandFlags): Promise<AuditedModel | null> {
  if (modelFile === undefined) return null;
  const file = config ?? 'ombud.yaml';
  return {
    file: modelFile,
    declaration: { config: await (await import('./declaration.ts')).readDeclaration(file), file },
  };
}

/** The roles that are missing are asked for, where there is a person; what asks is loaded only then. */
async function completed(spec: AuditSpec): Promise<AuditSpec> {
  return canAsk() ? (await import('./ask-roles.ts')).askForRoles(spec) : spec;
}

/** Loaded only here: a baseline is read by a schema, which takes longer to load than a small audit takes. */
async function judgedAgainst(result: Result, baseline: string): Promise<Result> {
  const { heldAgainst } = await import('./note-baseline.ts');
  return heldAgainst(result, baseline);
}

/** Audits, writes the reports and shows the answer: the one path of every command that audits. */
export async function auditAndShow(
  spec: AuditSpec,
  target: Target<ReportFormat>,
  quiet = false,
  model: AuditedModel | null = null,
  baseline?: string,
): Promise<{ readonly result: Result; readonly code: ExitCode }> {
  const result = await withContext((context) => auditDecisions(spec, context, model), quiet);
  // What is signed, and what a baseline is written of, is the result itself.
  const shown = baseline === undefined ? result : await judgedAgainst(result, baseline);
  const written = await writeForms(shown, target, reportForms, language);
  if (target.kind === 'stdout') print(renderReport(shown, target.format, language));
  else if (!quiet) show(shown, written);
  if (!quiet) warnOfHarm(spec, result);
  return { result, code: exitCodeOf(shown.verdict) };
}

/** A result that goes to standard output must be alone there. */
function show(result: Result, written: readonly string[]): void {
  print(renderTerminal(result, { ...screen(), language }));
  const html = written.find((path) => path.endsWith('.html'));
  const key = html ? 'audit/report' : written.length > 0 ? 'audit/written' : 'audit/no-report';
  print(`\n${sentence(key, { path: html ?? '', files: [...written] })}`);
}

/** The default is that the positive decision is good for the person; where its name says otherwise, people must look. */
function warnOfHarm({ favourable }: AuditSpec, { roles }: Result): void {
  if (favourable !== undefined || favourableOf(roles.decision) === 'positive') return;
  if (roles.decision !== null) note(soundsBad(roles.decision));
}

function soundsBad(role: BinaryRole): string {
  const column = visible(role.column);
  return 'condition' in role
    ? sentence('audit/sounds-bad-condition', { column, ...role.condition })
    : sentence('audit/sounds-bad', { column, values: role.positive.map((value) => visible(value)) });
}

/** A whole number of at least 2: a count of one is a person. */
function wholeFlag(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 2)
    throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'not-a-number', { name, text });
  return value;
}

/** A report is never written over the decisions that it is about. */
function requireOther(path: string, source: string): void {
  if (resolve(path) === resolve(source)) throw cliErrors.error('OMBUD_E_CANNOT_WRITE', 'source', { path });
}
