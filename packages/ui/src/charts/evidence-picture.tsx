import type { Voice } from '@ombud/words';

interface EvidenceProps {
  readonly voice: Voice;
  /** What the picture says, for whoever hears it. */
  readonly spoken: string;
  /** Block and evidence, oldest first. */
  readonly points: readonly (readonly [block: number, evidence: number])[];
  /** Where it opens. */
  readonly opensAt: { readonly at: number; readonly label: string };
}

const width = 320;
const height = 120;
const top = 16;
const bottom = 22;
const right = 8;
const place = (value: number): number => Number(value.toFixed(1));
/** Evidence begins near 1 and grows by powers; what is less says nothing. */
const height10 = (evidence: number): number => Math.log10(Math.max(1, evidence));

/** How the evidence of a detector grew, block by block, on a scale of powers of ten, and the line at which it opens. */
export function EvidencePicture({ voice, spoken, points, opensAt }: EvidenceProps) {
  const most = Math.max(height10(opensAt.at) * 1.08, ...points.map(([, evidence]) => height10(evidence)));
  const last = points.at(-1)?.[0] ?? 1;
  const y = (evidence: number) => place(top + (height - top - bottom) * (1 - height10(evidence) / most));
  const x = (block: number) => place(((width - right) * block) / last);
  const path = points.map(([block, evidence]) => `L${x(block)} ${y(evidence)}`).join('');
  const newest = points.at(-1);
  return (
    <svg class="ot" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken}>
      <line class="m" x1="0" x2={width} y1={y(opensAt.at)} y2={y(opensAt.at)} />
      <text x="0" y={y(opensAt.at) - 5}>
        {opensAt.label}
      </text>
      <path d={`M0 ${y(1)}${path}`} />
      {newest === undefined ? (
        ''
      ) : (
        <g class={newest[1] >= opensAt.at ? 'b' : undefined}>
          {newest[1] >= opensAt.at ? (
            <rect x={x(newest[0]) - 4} y={y(newest[1]) - 4} width="8" height="8" />
          ) : (
            <circle cx={x(newest[0])} cy={y(newest[1])} r="4" />
          )}
        </g>
      )}
      <text x="0" y={height - 5}>
        0
      </text>
      {newest === undefined ? (
        ''
      ) : (
        <text x={width} y={height - 5} text-anchor="end">
          {voice.count(last)}
        </text>
      )}
    </svg>
  );
}
