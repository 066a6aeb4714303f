import { cancel, isCancel, multiselect, select } from '@clack/prompts';
import type { AuditSpec, BinarySpec, GroupRole } from '@ombud/contract';
import { type Profile, profile, propose } from '@ombud/table';
import { say, visible } from '@ombud/words';
import { cliErrors } from '../errors.ts';
import { language } from '../terminal.ts';

const ask = (key: string, params: Readonly<Record<string, unknown>> = {}): string =>
  say(language, `cli/ask/${key}`, params);

function given<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) {
    cancel(ask('nothing-audited'));
    throw cliErrors.error('OMBUD_E_MISSING_ROLE', 'not-chosen');
  }
  return answer as Exclude<T, symbol>;
}

async function askPositive(found: Profile, column: string): Promise<BinarySpec> {
  const values = found.columns.find(({ name }) => name === column)?.values ?? [];
  const options = values
    .slice(0, 20)
    .map(({ value, rows }) => ({ value, label: `${visible(value)} (${rows.toLocaleString('en')})` }));
  const positive = given(
    await multiselect({
      message: ask('positive', { column: visible(column) }),
      options,
      required: true,
    }),
  );
  return { column, positive };
}

async function askDecision(found: Profile, proposed: BinarySpec | null): Promise<BinarySpec> {
  const options = found.columns
    .filter(({ distinct }) => distinct >= 2 && distinct <= 20)
    .map(({ name, distinct }) => ({ value: name, label: visible(name), hint: ask('values', { distinct }) }));
  if (options.length === 0)
    throw cliErrors.error('OMBUD_E_MISSING_ROLE', 'nothing-like-a-decision', { source: found.source });
  const column = given(
    await select({
      message: ask('decision'),
      options,
      ...(proposed ? { initialValue: proposed.column } : {}),
    }),
  );
  return proposed?.column === column && proposed.positive ? proposed : askPositive(found, column);
}

async function askGroups(found: Profile, proposed: readonly GroupRole[]): Promise<GroupRole[]> {
  const offered = found.columns.filter(
    ({ name, distinct }) =>
      (distinct >= 2 && distinct <= 100) || proposed.some(({ column }) => column === name),
  );
  const options = offered.map(({ name, distinct }) => ({
    value: name,
    label: visible(name),
    hint: ask('values', { distinct }),
  }));
  const names = given(
    await multiselect({
      message: ask('groups'),
      options,
      initialValues: proposed.map(({ column }) => column),
      required: true,
    }),
  );
  return names.map((column) => proposed.find((role) => role.column === column) ?? { column });
}

/** Whether the positive decision is good for the person is never assumed: it is asked once, where nobody declared it. */
async function askFavourable(spec: AuditSpec): Promise<AuditSpec> {
  const { decision, favourable } = spec;
  if (favourable !== undefined || decision === undefined) return spec;
  const asked = { column: visible(decision.column), values: visible((decision.positive ?? []).join(' or ')) };
  const answer = given(
    await select({
      message: ask('favourable', asked),
      options: [
        { value: 'positive' as const, label: ask('good') },
        { value: 'negative' as const, label: ask('bad') },
      ],
    }),
  );
  return { ...spec, favourable: answer };
}

/** Missing roles are proposed from the columns and asked for. Without a person to ask, the audit says which are missing. */
export async function askForRoles(spec: AuditSpec): Promise<AuditSpec> {
  const complete = (spec.decision || spec.outcome || spec.score) && spec.groups.length > 0;
  if (complete || spec.source.startsWith('ledger:'))
    return spec.policy === undefined ? spec : askFavourable(spec);
  const found = await profile(spec.source, spec.read);
  const proposed = propose(found);
  const decision =
    spec.decision || spec.outcome || spec.score ? null : await askDecision(found, proposed.decision);
  const groups = spec.groups.length > 0 ? spec.groups : await askGroups(found, proposed.groups);
  return askFavourable({ ...spec, groups, ...(decision ? { decision } : {}) });
}
