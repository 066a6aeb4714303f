import { raw } from 'hono/html';

/** One step of the way from a start to an end. */
export interface Step {
  readonly label: string;
  /** How far it goes; above 0 is to the right. */
  readonly by: number;
  /** The same as text. */
  readonly amount: string;
}

/**
 * The way from a start to an end, a bar a step, each beginning where the one before ended. The label stands above its bar, so
 * that it can be read at 320 px; the amounts are text, so that no colour is needed to read it.
 */
export function Waterfall({ caption, steps }: { readonly caption: string; readonly steps: readonly Step[] }) {
  const ends = [0];
  for (const { by } of steps) ends.push((ends.at(-1) ?? 0) + by);
  const low = Math.min(...ends);
  const span = Math.max(Math.max(...ends) - low, 1e-12);
  const x = (value: number): number => Math.round(((value - low) / span) * 9600 + 200) / 100;
  return (
    <figure>
      <figcaption>{caption}</figcaption>
      {steps.map(({ label, amount }, i) => {
        const [from = 0, to = 0] = [ends[i], ends[i + 1]];
        const left = x(Math.min(from, to));
        const width = Math.max(0.4, x(Math.max(from, to)) - left);
        return (
          <div class="wf">
            <span>{label}</span>
            <span class="n">{amount}</span>
            {raw(
              `<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="${to >= from ? 'u' : 'o'}" x="${left}" y="0" width="${width}" height="6"/></svg>`,
            )}
          </div>
        );
      })}
    </figure>
  );
}
