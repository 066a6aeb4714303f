import type { Explanation } from '@ombud/contract';
import { type Step, Waterfall } from '@ombud/ui';
import { type Language, say, visible } from '@ombud/words';
import { scoreText, signed, valueText } from './values.ts';

const most = 12;

/** The longest contributions, and the others as one; to the right is the favourable decision. */
function stepsOf({ attributions, labels, rule }: Explanation, language: Language): readonly Step[] {
  const sign = rule.favourable === 'positive' ? 1 : -1;
  const step = (label: string, contribution: number): Step => ({
    label,
    by: sign * contribution,
    amount: signed(contribution, language),
  });
  const sorted = [...attributions].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const shown = sorted.slice(0, most).map(({ column, columns, value, contribution }) => {
    const name = visible(labels[column] ?? column);
    return step(columns.length > 1 ? name : `${name} = ${valueText(value, language)}`, contribution);
  });
  const rest = sorted.slice(most);
  if (rest.length === 0) return shown;
  const contribution = rest.reduce((sum, one) => sum + one.contribution, 0);
  return [...shown, step(say(language, 'explanation/rest', { n: rest.length }), contribution)];
}

/** The way from the baseline to the score. */
export function ScoreWaterfall({
  explanation,
  language,
}: {
  readonly explanation: Explanation;
  readonly language: Language;
}) {
  const { baseline, attributions } = explanation;
  const score = attributions.reduce((sum, { contribution }) => sum + contribution, baseline);
  const caption = say(language, 'explanation/waterfall-caption', {
    baseline: scoreText(baseline, language),
    score: scoreText(score, language),
    shown: Math.min(most, attributions.length),
    all: attributions.length,
  });
  return <Waterfall caption={caption} steps={stepsOf(explanation, language)} />;
}
