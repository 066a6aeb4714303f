import type { Explanation } from '@ombud/contract';
import {
  groupsOf,
  justAccepted,
  type Moved,
  otherBackgrounds,
  type Prediction,
  type PrincipalReason,
  principalReasons,
  type Reasons,
  type Recourse,
  recourseFinder,
  stabilityOf,
} from '@ombud/explain';
import { decodeCell, type Model } from '@ombud/model';
import type { Asker, Shares } from './asker.ts';
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
  asker: Asker,
  settings: ExplainSettings,
  row: Float64Array,
  everybody: readonly Float64Array[],
  { plans, language }: { readonly plans: number; readonly language: string },
): Promise<ExplanationParts> {
  const { decision, reasons: rules } = settings;
  const { model } = asker;
  const [prediction] = await asker.predictions([row]);
  if (prediction === undefined) throw new TypeError('a model answered one row with none');
  const accepted = justAccepted(decision, everybody, await asker.predictions(everybody));
  const background = accepted ?? everybody;
  const groups = groupsOf(rules);
  const columnsOf = (player: string): readonly string[] => groups[player] ?? [player];
  const shares = await asker.sharesOf(row, background, groups);
  const reasonsFor = ({ players, attribution }: Shares): Reasons =>
    principalReasons(movedBy(players, attribution.contributions, decision, columnsOf), rules, language);
  const told = prediction.favourable ? { principal: [], also: [], blocked: [] } : reasonsFor(shares);
  const byPlayer = new Map(shares.players.map((name, i) => [name, shares.attribution.contributions[i] ?? 0]));
  return {
    prediction: shown(prediction),
    method: shares.method,
    baseline: shares.attribution.baseline,
    attributions: shares.players.map((column, i) => ({
      column,
      columns: columnsOf(column),
      value: shownValue(model, row, columnsOf(column)),
      contribution: byPlayer.get(column) ?? 0,
      standardError: shares.standardErrors?.[i] ?? null,
    })),
    reasons: told.principal.map(reasonOf(groups, byPlayer)),
    also: told.also.map(reasonOf(groups, byPlayer)),
    blocked: told.blocked,
    stability:
      prediction.favourable || accepted === null
        ? null
        : stabilityOf(
            told,
            await Promise.all(
              otherBackgrounds(accepted, everybody).map(async (rows) =>
                reasonsFor(await asker.sharesOf(row, rows, groups)),
              ),
            ),
          ),
    recourse: prediction.favourable ? null : await recourseOf(asker, settings, row, everybody, plans),
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

/** JSON has no NaN: a model that gives no probability gives null. */
const shown = ({ raw, probability, decision, favourable }: Prediction): Explanation['prediction'] => ({
  raw: raw === null || Number.isNaN(raw) ? null : raw,
  probability: Number.isNaN(probability) ? null : probability,
  decision,
  favourable,
});

function movedBy(
  players: readonly string[],
  contributions: Float64Array,
  { favourable }: ExplainSettings['decision'],
  columnsOf: (player: string) => readonly string[],
): Moved[] {
  const sign = favourable === 'positive' ? 1 : -1;
  return players.map((name, i) => ({
    name,
    columns: columnsOf(name),
    towards: sign * (contributions[i] ?? 0),
  }));
}

function shownValue(
  model: Model,
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
  { model, predictions }: Asker,
  { decision, rules }: ExplainSettings,
  row: Float64Array,
  background: readonly Float64Array[],
  plans: number,
): Promise<Explanation['recourse']> {
  if (rules === null) return null;
  const find = recourseFinder({ model, decision, rules, background, solver: highsSolver() });
  const found = await find(row, { plans, changes: 3, ranges: true });
  const then = await predictions(found.plans.map((plan) => plan.row));
  return toContract(found, rules.time?.unit ?? null, then);
}

function toContract(
  { state, proof, plans, unknown }: Recourse,
  unit: string | null,
  then: readonly Prediction[],
): Explanation['recourse'] {
  return {
    state,
    proof,
    unknown,
    plans: plans.flatMap(({ changes, cost }, i) => {
      const prediction = then[i];
      if (prediction === undefined) return [];
      return [
        {
          changes: changes.map((change) => ({ ...change, unit: change.column === 'time' ? unit : null })),
          cost,
          prediction: shown(prediction),
        },
      ];
    }),
  };
}
