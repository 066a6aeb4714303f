import { dirname, isAbsolute, join } from 'node:path';
import type { Config, ExplainConfig } from '@ombud/contract';
import type { CausalRule, ColumnRule, DecisionRule, ReasonRules, RecourseRules } from '@ombud/explain';
import type { Model } from '@ombud/model';
import { appErrors } from '../errors.ts';

/** What a declaration says of explanations, as the pure packages take it. */
export interface ExplainSettings {
  readonly decision: DecisionRule;
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
 * @throws OMBUD_E_EXPLAIN_USAGE/no-cutoff where the model gives no probability and no cut-off is declared; no-output where the declared class is none of the model's
 */
export function settingsOf(
  config: Config | null,
  file: string,
  model: Model,
  favourable: 'positive' | 'negative' | undefined,
  language: string,
): ExplainSettings {
  const explain = config?.explain;
  // One half is the middle of a probability; of a score or an amount it is nothing.
  if (explain?.cutoff === undefined && (model.link.kind === 'identity' || model.link.kind === 'exponential'))
    throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'no-cutoff');
  const reasons = reasonsOf(config, explain);
  const background = explain?.background ?? null;
  return {
    decision: {
      cutoff: explain?.cutoff ?? 0.5,
      scale: explain?.scale ?? 'probability',
      favourable: favourable ?? config?.data?.favourable ?? 'positive',
      output: outputOf(explain?.output, model),
    },
    rules: rulesOf(config, explain, model),
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

/** One margin of a binary model is output 0, whatever class is named; else the class by name or place. */
function outputOf(asked: number | string | undefined, model: Model): number {
  if (asked === undefined || (model.outputs === 1 && model.kind !== 'opaque')) return 0;
  const place = typeof asked === 'number' ? asked : (model.classes ?? []).indexOf(asked);
  if (place >= 0 && place < model.outputs) return place;
  throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'no-output', {
    output: String(asked),
    outputs: [...(model.classes ?? [])],
  });
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
    (config?.inputs ?? []).flatMap(({ name, type, mutable }): [string, ColumnRule][] => {
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
