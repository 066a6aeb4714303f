import { dirname, isAbsolute, join } from 'node:path';
import type { Config, ExplainConfig } from '@ombud/contract';
import type { CausalRule, ColumnRule, DecisionRule, ReasonRules, RecourseRules } from '@ombud/explain';
import { nearest } from '@ombud/kernel';
import type { Model } from '@ombud/model';
import { appErrors } from '../errors.ts';

/** What a declaration says of explanations, as the pure packages take it. */
export interface ExplainSettings {
  readonly decision: DecisionRule;
  /** Nobody declared a cut-off: one half is taken, and only where the model gives probabilities. */
  readonly assumed: boolean;
  /** Null where nothing is declared that a person can change: then no plan is looked for. */
  readonly rules: RecourseRules | null;
  readonly reasons: ReasonRules;
  /** The file of the background, where one is declared. */
  readonly background: string | null;
  readonly component: string | null;
  readonly validDays: number | null;
  readonly system: {
    readonly id: string;
    readonly title: string | null;
    readonly owner: string | null;
    readonly contact: string | null;
  } | null;
  readonly timeColumn: string | null;
  readonly modelColumn: string | null;
  readonly missing: readonly string[] | null;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * @param config the declaration; null where there is none: a cut-off of one half, no plans, reasons by the columns' names
 * @param file where it stands, for the paths in it
 * @param favourable as asked; else as declared, else the positive decision
 * @param language of the labels
 * @throws OMBUD_E_EXPLAIN_USAGE/no-cutoff where the model gives no probability and no cut-off is declared; cutoff-beyond where a
 *   probability never reaches it; no-output where the declared class is none of the model's; plan-untellable where a person is to
 *   change what may not be told
 */
export function settingsOf(
  config: Config | null,
  file: string,
  model: Model,
  favourable: 'positive' | 'negative' | undefined,
  language: string,
): ExplainSettings {
  const explain = config?.explain;
  const scale = explain?.scale ?? 'probability';
  const cutoff = cutoffOf(explain?.cutoff, scale, model);
  const reasons = reasonsOf(config, explain);
  const rules = rulesOf(config, explain, model);
  refuseUntellable(rules, reasons);
  const background = explain?.background ?? null;
  return {
    decision: {
      cutoff,
      scale,
      favourable: favourable ?? config?.data?.favourable ?? 'positive',
      output: outputOf(explain?.output, model),
    },
    assumed: explain?.cutoff === undefined,
    rules,
    reasons,
    background: background === null || isAbsolute(background) ? background : join(dirname(file), background),
    component: explain?.component ?? null,
    validDays: explain?.validDays ?? null,
    system:
      config === null
        ? null
        : {
            id: config.system,
            title: config.title || null,
            owner: config.owner?.name ?? null,
            contact: config.owner?.contact ?? null,
          },
    timeColumn: config?.data?.time ?? null,
    modelColumn: config?.data?.model ?? null,
    missing: config?.data?.missing ?? null,
    labels: labelsOf(reasons, language),
  };
}

/**
 * Whether what the model gives is a probability: one half is its middle, and of a score or an amount it is nothing. Of a model
 * that can only be asked, its answers tell.
 */
function givesProbability({ kind, link, classes }: Model): boolean {
  if (kind === 'opaque') return true;
  switch (link.kind) {
    case 'logistic':
    case 'softmax':
      return true;
    case 'identity':
      // A forest of trees with shares of the classes in their leaves.
      return kind === 'trees' && classes !== null;
    case 'exponential':
    case 'log1p-exp':
    case 'signed-square':
      return false;
  }
}

function cutoffOf(declared: number | undefined, scale: DecisionRule['scale'], model: Model): number {
  const probable = scale === 'probability' && givesProbability(model);
  if (declared === undefined) {
    if (probable) return 0.5;
    throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'no-cutoff');
  }
  if (probable && (declared < 0 || declared > 1))
    throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'cutoff-beyond', { cutoff: declared });
  return declared;
}

/**
 * The class that is asked for, by name or place. One margin of a model of two classes speaks for the second; a model without
 * classes has one output, the first.
 */
function outputOf(asked: number | string | undefined, model: Model): number {
  if (asked === undefined) return 0;
  const names = model.classes ?? Array.from({ length: model.outputs }, (_, place) => String(place));
  const place = typeof asked === 'number' ? asked : names.indexOf(asked);
  const output = place - Math.max(0, names.length - model.outputs);
  if (output >= 0 && output < model.outputs) return output;
  throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'no-output', {
    output: String(asked),
    outputs: names.slice(-model.outputs),
  });
}

/** A plan is told to the person, so it names nothing that may not be told or decided by. */
function refuseUntellable(rules: RecourseRules | null, reasons: ReasonRules): void {
  const untellable = [...reasons.protected, ...reasons.unspeakable.map(({ column }) => column)];
  const column = untellable.find((name) => (rules?.columns[name]?.change ?? 'none') !== 'none');
  if (column !== undefined) throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'plan-untellable', { column });
}

/**
 * A protected column that nobody has protects nobody, and a letter would go out.
 * @param known columns of the model and of the data
 */
export function checkProtected(config: Config | null, known: readonly string[]): void {
  const column = config?.explain?.reasons?.protected.find((name) => !known.includes(name));
  if (column === undefined) return;
  const near = nearest(column, known);
  throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'no-such-protected', { column, near });
}

function reasonsOf(config: Config | null, explain: ExplainConfig | undefined): ReasonRules {
  const declared = explain?.reasons;
  const special = (config?.inputs ?? []).filter(({ sensitivity }) => sensitivity === 'special');
  return {
    most: declared?.most ?? 4,
    texts: declared?.texts ?? [],
    unspeakable: declared?.unspeakable ?? [],
    protected: [
      ...new Set([
        ...(declared?.protected ?? []),
        ...(config?.data?.groups ?? []).map(({ column }) => column),
        ...special.map(({ name }) => name),
      ]),
    ],
  };
}

type Rules = NonNullable<ExplainConfig['recourse']>['rules'];

const causalOf = (rule: Rules[number]): CausalRule =>
  'lower' in rule
    ? { kind: 'order', lower: rule.lower, upper: rule.upper, gap: rule.gap }
    : {
        kind: 'needs',
        column: rule.column,
        change: rule.goes,
        other: rule.needs,
        otherChange: rule.direction,
        by: rule.by,
      };

const withoutUndefined = <T extends object>(part: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

function rulesOf(
  config: Config | null,
  explain: ExplainConfig | undefined,
  model: Model,
): RecourseRules | null {
  const declared = explain?.recourse;
  const columns = { ...columnsOfInputs(config, model), ...declaredColumns(declared) };
  if (declared === undefined && Object.keys(columns).length === 0) return null;
  return {
    columns,
    links: (declared?.links ?? []).map((link) => withoutUndefined(link)),
    causal: (declared?.rules ?? []).map(causalOf),
    time: declared?.time ?? null,
  };
}

const declaredColumns = (declared: ExplainConfig['recourse']): Record<string, ColumnRule> =>
  Object.fromEntries(
    Object.entries(declared?.columns ?? {}).map(([name, rule]) => [
      name,
      withoutUndefined(rule) as ColumnRule,
    ]),
  );

/** What `inputs` says of columns that people can change; `explain.recourse.columns` says it more exactly, and wins. */
function columnsOfInputs(config: Config | null, model: Model): Record<string, ColumnRule> {
  const known = new Map(model.features.map((feature) => [feature.name, feature]));
  return Object.fromEntries(
    (config?.inputs ?? []).flatMap(({ name, type, mutable = false }): [string, ColumnRule][] => {
      const feature = known.get(name);
      if (feature === undefined || mutable === false) return [];
      const change = mutable === true ? 'any' : mutable;
      if (feature.categories !== null) return change === 'any' ? [[name, { change }]] : [];
      return [[name, type === 'integer' ? { change, step: 1 } : { change }]];
    }),
  );
}

function labelsOf({ texts }: ReasonRules, language: string): Record<string, string> {
  return Object.fromEntries(
    texts.flatMap(({ code, columns, text }) => {
      const told = text[language] ?? text[language.split('-')[0] ?? ''];
      const [only] = columns;
      return told === undefined ? [] : [[columns.length === 1 && only !== undefined ? only : code, told]];
    }),
  );
}
