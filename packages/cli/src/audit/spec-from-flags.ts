import { resolve } from 'node:path';
import { kindOf, type PartialSpec } from '@ombud/app';
import { packs } from '@ombud/audit';
import type { AuditSpec, GroupRole, Period, PolicySpec } from '@ombud/contract';
import { parseList } from '@ombud/contract/roles';
import { nearest } from '@ombud/kernel';
import { cliErrors } from '../errors.ts';
import { note, sentence } from '../terminal.ts';
import { numberFlag } from './number-flag.ts';
import { type BinFlags, parseAllBins, parseBinary, parseReference, withBins } from './parse-roles.ts';
import { readPopulation } from './read-population.ts';

/** The flags of `ombud audit`, as commander gives them. */
export interface AuditFlags {
  readonly config?: string;
  readonly decision?: string;
  readonly outcome?: string;
  readonly at?: string;
  readonly shadow?: true;
  readonly people?: true;
  readonly score?: string;
  readonly need?: string;
  readonly period?: string;
  readonly from?: string;
  readonly to?: string;
  readonly searchColumns?: string;
  readonly groups?: string;
  readonly bins: readonly string[];
  readonly strata?: string;
  readonly count?: string;
  readonly weight?: string;
  readonly subject?: string;
  readonly time?: string;
  readonly favourable?: string;
  /** The same, as it is spelt in America. */
  readonly favorable?: string;
  readonly reference?: string;
  readonly depth?: string;
  readonly population?: string;
  readonly audits?: string;
  readonly policy: readonly string[];
  readonly level?: string;
  readonly seed?: string;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly header?: boolean;
  readonly quiet?: boolean;
}

const configName = 'ombud.yaml';

/** The declaration that applies: a named one, or `ombud.yaml` here when it is about the same source (or none is named). */
async function declared(source: string | undefined, flags: AuditFlags): Promise<PartialSpec> {
  if (flags.config !== undefined) return (await import('./declaration.ts')).readSpec(flags.config);
  if ((await kindOf(configName)) === null) return {};
  const { readSpec } = await import('./declaration.ts');
  const found = await readSpec(configName);
  const recorded = source?.startsWith('ledger:') && source.endsWith(`#${found.system?.id}`);
  const same =
    source === undefined ||
    found.source === undefined ||
    recorded ||
    resolve(found.source) === resolve(source);
  if (!same) return {};
  if (!flags.quiet) note(sentence('audit/using', { file: `./${configName}` }));
  return found;
}

function favourableFlag(text: string | undefined): 'positive' | 'negative' | undefined {
  if (text === undefined || text === 'positive' || text === 'negative') return text;
  throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'favourable-flag', { text });
}

const periodNames: readonly Period[] = ['day', 'week', 'month', 'quarter', 'year'];

function periodFlag(text: string | undefined): Period | undefined {
  if (text === undefined) return undefined;
  const period = periodNames.find((name) => name === text);
  if (period !== undefined) return period;
  throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'period-flag', { text, periods: periodNames });
}

const packIds = packs.map(({ id }) => id);
const isPack = (name: string): boolean => packIds.some((id) => name === id || name.startsWith(`${id}:`));

async function policyNamed(name: string): Promise<PolicySpec> {
  if (isPack(name)) return { use: [name], assertions: [], whenCannotTell: 'error' };
  if ((await kindOf(name)) !== null) return (await import('./declaration.ts')).readPolicy(name);
  const near = nearest(name, packIds);
  throw cliErrors.error('OMBUD_E_BAD_POLICY', 'neither-pack-nor-file', { name, near, packs: packIds });
}

/** Packs by id and policy files, joined. A pack says nothing of "cannot tell": to be only warned, every file must ask for it. */
async function policyFlag(named: readonly string[]): Promise<PolicySpec | undefined> {
  if (named.length === 0) return undefined;
  const names = named.flatMap(parseList);
  const parts = await Promise.all(names.map(policyNamed));
  const files = parts.filter((_, i) => !isPack(names[i] ?? ''));
  const warned = files.length > 0 && files.every(({ whenCannotTell }) => whenCannotTell === 'warn');
  return {
    ...Object.assign({}, ...parts),
    use: parts.flatMap(({ use }) => use),
    assertions: parts.flatMap(({ assertions }) => assertions),
    whenCannotTell: warned ? 'warn' : 'error',
  };
}

function readFlags(flags: AuditFlags): AuditSpec['read'] | undefined {
  const read = {
    ...(flags.delimiter === undefined
      ? {}
      : { delimiter: flags.delimiter === '\\t' || flags.delimiter === 'tab' ? '\t' : flags.delimiter }),
    ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }),
    ...(flags.header === false ? { header: false } : {}),
  };
  return Object.keys(read).length > 0 ? read : undefined;
}

const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };

/** Columns from a flag, else the roles of the declaration. */
const rolesOf = (flag: string | undefined, base: readonly GroupRole[] | undefined) =>
  flag === undefined ? base : parseList(flag).map((column): GroupRole => ({ column }));

/** `all` stands for every column with few values, which is what an empty list says. */
const searchRoles = (flag: string | undefined, base: readonly GroupRole[] | undefined) =>
  flag === 'all' ? [] : rolesOf(flag, base);

function refuseUnusedBins(bins: BinFlags, roles: readonly GroupRole[]): void {
  for (const column of bins.keys()) {
    if (roles.some((role) => role.column === column)) continue;
    throw cliErrors.error('OMBUD_E_BAD_BINS', 'bins-of-nothing', { column });
  }
}

/**
 * What to audit: the declaration, with every flag winning over it.
 * @throws OmbudError `OMBUD_E_NO_SOURCE` when neither names a source
 */
export async function specFromFlags(source: string | undefined, flags: AuditFlags): Promise<AuditSpec> {
  const base = await declared(source, flags);
  const location = source ?? base.source;
  if (location === undefined) throw cliErrors.error('OMBUD_E_NO_SOURCE', 'none-named');
  const read = readFlags(flags);
  const bins = parseAllBins(flags.bins);
  const groups = withBins(rolesOf(flags.groups, base.groups) ?? [], bins);
  const strata = rolesOf(flags.strata, base.strata);
  const search = searchRoles(flags.searchColumns, base.searchColumns);
  refuseUnusedBins(bins, [...groups, ...(strata ?? []), ...(search ?? [])]);
  return {
    ...base,
    source: location,
    groups,
    ...optional('strata', strata && withBins(strata, bins)),
    ...optional('searchColumns', search && withBins(search, bins)),
    ...optional('decision', flags.decision === undefined ? undefined : parseBinary(flags.decision)),
    ...optional('outcome', flags.outcome === undefined ? undefined : parseBinary(flags.outcome)),
    ...optional('atSize', numberFlag('at', flags.at)),
    ...optional('shadow', flags.shadow),
    ...optional('people', flags.people),
    ...optional('score', flags.score),
    ...optional('need', flags.need),
    ...optional('count', flags.count),
    ...optional('weight', flags.weight),
    ...optional('subject', flags.subject),
    ...optional('time', flags.time),
    ...optional('period', periodFlag(flags.period)),
    ...optional('from', flags.from),
    ...optional('to', flags.to),
    ...optional('favourable', favourableFlag(flags.favourable ?? flags.favorable)),
    ...optional('reference', flags.reference === undefined ? undefined : parseReference(flags.reference)),
    ...optional('depth', numberFlag('depth', flags.depth)),
    ...optional(
      'population',
      flags.population === undefined ? undefined : await readPopulation(flags.population),
    ),
    ...optional('audits', flags.audits === undefined ? undefined : parseList(flags.audits)),
    ...optional('policy', await policyFlag(flags.policy)),
    ...optional('level', numberFlag('level', flags.level)),
    ...optional('seed', numberFlag('seed', flags.seed)),
    ...optional('read', read),
  };
}
