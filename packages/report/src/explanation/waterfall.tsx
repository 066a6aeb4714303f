import type { Explanation } from '@ombud/contract';
import { type Language, say } from '@ombud/words';
import { raw } from 'hono/html';
import { visibleShort } from '../text/visible.ts';
import { scoreText, signed, valueText } from './values.ts';

const most = 12;

interface Bar {
  readonly label: string;
  readonly contribution: number;
}

/** The longest contributions, and the others as one. */
function barsOf({ attributions, labels }: Explanation, language: Language): readonly Bar[] {
  const sorted = [...attributions].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const shown = sorted.slice(0, most).map(({ column, columns, value, contribution }) => {
    const name = visibleShort(labels[column] ?? column, 48);
    return { label: columns.length > 1 ? name : `${name} = ${valueText(value, language)}`, contribution };
  });
  const rest = sorted.slice(most);
  if (rest.length === 0) return shown;
  const contribution = rest.reduce((sum, one) => sum + one.contribution, 0);
  return [...shown, { label: say(language, 'explanation/rest', { n: rest.length }), contribution }];
}

/**
 * The way from the baseline to the score, a bar a column: the label above its bar, so that it can be read at 320 px. Bars to
 * the right speak for the favourable decision.
 */
export function Waterfall({
  explanation,
  language,
}: {
  readonly explanation: Explanation;
  readonly language: Language;
}) {
  const sign = explanation.rule.favourable === 'positive' ? 1 : -1;
  const bars = barsOf(explanation, language);
  const ends = [0];
  for (const { contribution } of bars) ends.push((ends.at(-1) ?? 0) + sign * contribution);
  const low = Math.min(...ends);
  const span = Math.max(Math.max(...ends) - low, 1e-12);
  const x = (value: number): number => Math.round(((value - low) / span) * 9600 + 200) / 100;
  return (
    <figure>
      <figcaption>
        {say(language, 'explanation/waterfall-caption', {
          baseline: scoreText(explanation.baseline, language),
          score: scoreText(ends.length > 0 ? explanation.baseline + sign * (ends.at(-1) ?? 0) : 0, language),
          shown: Math.min(most, explanation.attributions.length),
          all: explanation.attributions.length,
        })}
      </figcaption>
      {bars.map(({ label, contribution }, i) => {
        const [from = 0, to = 0] = [ends[i], ends[i + 1]];
        const left = x(Math.min(from, to));
        const width = Math.max(0.4, x(Math.max(from, to)) - left);
        const side = to >= from ? 'for' : 'against';
        return (
          <div class="wf">
            <span class="l">{label}</span>
            <span class="n">{signed(contribution, language)}</span>
            {raw(
              `<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="${side}" x="${left}" y="0" width="${width}" height="6"/></svg>`,
            )}
          </div>
        );
      })}
    </figure>
  );
}

export const WATERFALL_STYLE = `
.wf{display:grid;grid-template-columns:1fr auto;column-gap:.8rem;padding:.2rem 0;max-width:46rem;break-inside:avoid}
.wf .n{font-variant-numeric:tabular-nums}
.wf svg{grid-column:1/3;display:block;width:100%;height:14px;background:var(--panel)}
.wf .for{fill:var(--accent)}.wf .against{fill:var(--other)}
`.replaceAll('\n', '');
