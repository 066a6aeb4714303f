import type { Explanation } from '@ombud/contract';
import {
  explainerOf,
  groupsOf,
  justAccepted,
  type Moved,
  otherBackgrounds,
  type PrincipalReason,
  predict,
  principalReasons,
  type Reasons,
  type Recourse,
  recourseFinder,
  stabilityOf,
} from '@ombud/explain';
import { decodeCell, type OpenModel } from '@ombud/model';
import { fingerprintOf } from './digest.ts';
import { highsSolver } from './highs-solver.ts';
import type { ExplainSettings } from './settings.ts';

/** The parts of an explanation that depend only on the model, the person and the people compared with. */
export type ExplanationParts = Omit<
  Explanation,
  'schema' | 'made' | 'version' | 'system' | 'about' | 'model' | 'language' | 'labels' | 'rule' | 'validUntil'
>;

/** Explains one row: what the model gives, what moved it, the reasons, and what would change it. */
export async function explainRow(
  model: OpenModel,
  settings: ExplainSettings,
  row: Float64Array,
  everybody: readonly Float64Array[],
  { plans, language }: { readonly plans: number; readonly language: string },
): Promise<ExplanationParts> {
  const { decision, reasons: rules } = settings;
  const prediction = predict(model, decision, row);
  const accepted = acceptedOf(model, decision, everybody);
  const background = accepted ?? everybody;
  const groups = groupsOf(rules);
  const attributionsFor = (rows: readonly Float64Array[]) => {
    const explainer = explainerOf(model, rows, { output: decision.output, groups });
    const [attribution] = explainer.explain([row]);
    return { explainer, attribution };
  };
  const { explainer, attribution } = attributionsFor(background);
  const contributions = attribution?.contributions ?? new Float64Array(0);
  const columnsOf = (player: string): readonly string[] => groups[player] ?? [player];
  const movedBy = (values: Float64Array): Moved[] =>
    explainer.players.map((name, i) => ({
      name,
      columns: columnsOf(name),
      towards: (decision.favourable === 'positive' ? 1 : -1) * (values[i] ?? 0),
    }));
  const reasonsFor = (values: Float64Array): Reasons => principalReasons(movedBy(values), rules, language);
  const told = prediction.favourable ? { principal: [], also: [], blocked: [] } : reasonsFor(contributions);
  const stability =
    prediction.favourable || accepted === null
      ? null
      : stabilityOf(
          told,
          otherBackgrounds(accepted, everybody).map((rows) =>
            reasonsFor(attributionsFor(rows).attribution?.contributions ?? new Float64Array(0)),
          ),
        );
  const byPlayer = new Map(explainer.players.map((name, i) => [name, contributions[i] ?? 0]));
  return {
    prediction,
    method: explainer.method,
    baseline: attribution?.baseline ?? 0,
    attributions: explainer.players.map((column) => ({
      column,
      columns: columnsOf(column),
      value: shownValue(model, row, columnsOf(column)),
      contribution: byPlayer.get(column) ?? 0,
      standardError: null,
    })),
    reasons: told.principal.map(reasonOf(groups, byPlayer)),
    also: told.also.map(reasonOf(groups, byPlayer)),
    blocked: told.blocked,
    stability,
    recourse: prediction.favourable ? null : await recourseOf(model, settings, row, everybody, plans),
    background: {
      rows: background.length,
      fingerprint: fingerprintOf(
        model.features.map(({ name }) => name),
        background,
      ),
      people: accepted === null ? 'all' : 'just-accepted',
    },
  };
}

/** Those just accepted; null where the background has nobody whose decision is the favourable one. */
function acceptedOf(
  model: OpenModel,
  decision: ExplainSettings['decision'],
  everybody: readonly Float64Array[],
): readonly Float64Array[] | null {
  return everybody.some((one) => predict(model, decision, one).favourable)
    ? justAccepted(model, decision, everybody)
    : null;
}

function shownValue(
  model: OpenModel,
  row: Float64Array,
  columns: readonly string[],
): Explanation['attributions'][number]['value'] {
  const [only] = columns;
  const place = model.features.findIndex(({ name }) => name === only);
  const feature = model.features[place];
  return columns.length === 1 && feature !== undefined ? decodeCell(feature, row[place] ?? Number.NaN) : null;
}

const reasonOf =
  (groups: Readonly<Record<string, readonly string[]>>, byPlayer: ReadonlyMap<string, number>) =>
  ({ code, columns, text, contribution }: PrincipalReason): Explanation['reasons'][number] => {
    const column = groups[code] === undefined ? (columns[0] ?? code) : code;
    return { code, column, text, contribution: byPlayer.get(column) ?? contribution };
  };

async function recourseOf(
  model: OpenModel,
  { decision, rules }: ExplainSettings,
  row: Float64Array,
  background: readonly Float64Array[],
  plans: number,
): Promise<Explanation['recourse']> {
  if (rules === null) return null;
  const find = recourseFinder({ model, decision, rules, background, solver: highsSolver() });
  return toContract(
    await find(row, { plans, changes: 3, ranges: true }),
    rules.time?.unit ?? null,
    (changed) => predict(model, decision, changed),
  );
}

function toContract(
  { state, proof, plans, unknown }: Recourse,
  unit: string | null,
  prediction: (row: Float64Array) => Explanation['prediction'],
): Explanation['recourse'] {
  return {
    state,
    proof,
    unknown,
    plans: plans.map(({ changes, cost, row }) => ({
      changes: changes.map((change) => ({ ...change, unit: change.column === 'time' ? unit : null })),
      cost,
      prediction: prediction(row),
    })),
  };
}
