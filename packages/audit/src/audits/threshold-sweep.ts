import type { Finding, PresentThreshold, SweepDetails } from '@ombud/contract';
import {
  quantileEdges,
  type ScoreCount,
  type SweptRate,
  sweptRates,
  thresholdSweep,
  weightedSweep,
} from '@ombud/stats';
import { type Cells, type ScoreCell, type ScoredGroup, type Scores, scoreCounts } from '@ombud/table';
import { type AuditContext, finding } from './audit.ts';
import { ownThresholds, presentThreshold } from './present-threshold.ts';
import { defineScoreAudit, everybodyByScore, groupsOrReason } from './score-audit.ts';
import { selectiveLabels } from './unknown.ts';

const id = 'threshold-sweep';

/** More thresholds than this no picture can tell apart. */
const mostThresholds = 40;

type Entry = SweepDetails['groups'][number];

/** What a sweep is made with: thresholds, the side of them that gets the positive decision, the level of its bands. */
interface Question {
  readonly thresholds: readonly number[];
  readonly direction: SweepDetails['direction'];
  readonly level: number;
  readonly weighted: boolean;
  /** Whether outcomes are known whatever was decided; where they are not, no rate about them is told. */
  readonly labelled: boolean;
}

/** Each score where there are few, else quantiles of everybody; the thresholds that are followed are always among them. */
function thresholdsOf(cells: readonly ScoreCell[], marked: readonly PresentThreshold[]): readonly number[] {
  const scores = [...new Set(cells.map(({ score }) => score))];
  const chosen =
    scores.length <= mostThresholds ? scores : quantileEdges(everybodyByScore(cells), mostThresholds);
  const all = new Set([...chosen, ...marked.map(({ threshold }) => threshold)]);
  return [...all].sort((a, b) => a - b);
}

function pointsOf(
  counts: readonly ScoreCount[],
  rates: readonly SweptRate[],
  { thresholds, direction, level, weighted }: Question,
): Entry['rates'] {
  // Down from a threshold is from its mirror image on.
  const sign = direction === 'at-least' ? 1 : -1;
  const turned = counts.map((count) => ({ ...count, score: sign * count.score }));
  const swept = (weighted ? weightedSweep : thresholdSweep)(
    turned,
    thresholds.map((at) => sign * at),
    level,
  );
  return rates.map((rate) => {
    const points = swept[rate].map(({ value, interval }) => ({
      value,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    }));
    return { rate, points: sign === 1 ? points : points.reverse() };
  });
}

function groupEntry({ group, cells }: ScoredGroup, question: Question): Entry {
  const known = scoreCounts(cells);
  const ofOutcome = sweptRates.filter((rate) => rate !== 'selection-rate');
  const withOutcome = known.reduce((sum, { negatives, positives }) => sum + negatives + positives, 0);
  return {
    group,
    n: cells.reduce((sum, { n }) => sum + n, 0),
    withOutcome,
    present: presentThreshold(cells, question.direction)?.threshold ?? null,
    rates: [
      ...pointsOf(everybodyByScore(cells), ['selection-rate'], question),
      ...(withOutcome > 0 && question.labelled ? pointsOf(known, ofOutcome, question) : []),
    ],
  };
}

function measure(scores: Scores, groupBy: readonly string[], { level }: AuditContext, cells: Cells): Finding {
  const groups = groupsOrReason(id, scores, groupBy);
  if ('audit' in groups) return groups;
  const common = presentThreshold(scores.cells);
  const own = ownThresholds(groups.map((group) => group.cells));
  // A threshold that nobody uses is not the present one, however many decisions happen to follow it.
  const present = own === null ? common : null;
  const direction = own?.direction ?? present?.direction ?? 'at-least';
  const thresholds = thresholdsOf(
    scores.cells,
    own?.thresholds ?? (present === null ? [] : [present.threshold]),
  );
  // At another threshold others would be decided about, of whom nobody knows what would have happened.
  const labelled = selectiveLabels(cells) === null;
  const question = { thresholds, direction, level, weighted: scores.weighted === true, labelled };
  const details: SweepDetails = {
    kind: 'sweep',
    exact: scores.exact,
    direction,
    level,
    present: present?.threshold ?? null,
    thresholds,
    groups: groups.map((group) => groupEntry(group, question)),
  };
  return finding(id, groupBy, { details });
}

/**
 * Each rate as it would be at every other threshold of the score, in a band that holds at all thresholds together, with the
 * threshold that the decisions follow now. Dvoretzky, Kiefer, Wolfowitz (1956) with the constant of Massart (1990); with weights see
 * `weightedSweep`.
 */
export const thresholdSweepAudit = defineScoreAudit({
  id,
  title: 'Threshold sweep',
  description: 'What each rate of each group would be at other thresholds of the score.',
  needs: ['score', 'groups'],
  tags: ['eu-ai-act-15'],
  attributes: 'single',
  measure,
});
