import type { Result } from '@ombud/contract';
import { levelText } from '../text/numbers.ts';
import { visibleShort } from '../text/visible.ts';
import { auditWords } from '../words/audits.ts';
import type { Section } from './section.ts';

function unique(texts: readonly string[]): string {
  return [...new Set(texts)].map((text) => visibleShort(text)).join(', ');
}

function methods(result: Result): readonly (readonly [string, string])[] {
  const { findings, roles } = result;
  const comparisons = findings.flatMap((finding) => finding.comparisons);
  const rates = unique(
    findings.flatMap(({ groups }) => groups.flatMap(({ interval }) => interval?.method ?? [])),
  );
  const pairs = unique(comparisons.flatMap(({ interval }) => interval?.method ?? []));
  const tests = unique([
    ...comparisons.flatMap(({ test }) => test ?? []),
    ...findings.flatMap(({ heterogeneity }) => heterogeneity?.test ?? []),
  ]);
  const together = comparisons.some(({ interval }) => interval?.simultaneous === true);
  const level = findings.flatMap(({ groups }) => groups.flatMap(({ interval }) => interval?.level ?? []))[0];
  const dependent = [
    ...(roles.weight === null ? [] : [`people are weighted by ${visibleShort(roles.weight)}`]),
    ...(roles.subject === null
      ? []
      : [`several rows of one person (${visibleShort(roles.subject)}) count as one source of information`]),
    ...(roles.count === null
      ? []
      : [`each row stands for as many people as ${visibleShort(roles.count)} says`]),
  ].join('; ');
  const notes: readonly (readonly [string, string])[] = [
    [
      'Intervals of rates',
      rates === '' ? '' : `${rates}${level === undefined ? '' : `, ${levelText(level)}`}`,
    ],
    [
      'Intervals of comparisons',
      pairs === ''
        ? ''
        : `${pairs}; ${together ? 'simultaneous: all of a table hold together at the level' : 'each by itself'}`,
    ],
    ['Tests', tests],
    ['Weights and repeats', dependent],
  ];
  return notes.filter(([, text]) => text !== '');
}

const WORDS: readonly (readonly [string, string])[] = [
  [
    'Interval',
    'The data is one sample of what the system does. The interval holds the rates that fit the data well: with ' +
      'few people it is wide. Of many such 95 % intervals, about 95 in 100 hold the true rate.',
  ],
  [
    'Cannot tell',
    'The interval reaches over the limit, so more people are needed to say pass or fail. It is never counted as a pass.',
  ],
  [
    'p, adjusted',
    'How easily chance alone would give a gap this large if the groups were treated alike. With many groups some gap ' +
      'always looks large; the adjusted number takes this into account.',
  ],
  [
    'Larger than chance explains',
    'The interval of the comparison does not include “no difference”. It does not say what the cause is.',
  ],
];

function Definitions({ entries }: { readonly entries: readonly (readonly [string, string])[] }) {
  return (
    <dl>
      {entries.map(([term, text]) => (
        <>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </>
      ))}
    </dl>
  );
}

/** How it was measured: the statistic words once in plain language, the methods, the run. */
export function methodSection(result: Result): Section {
  const { run, source } = result;
  const audits = [...new Set(result.findings.map(({ audit }) => audit))];
  const asked = audits.flatMap((id) => {
    const words = auditWords(id);
    return words === null ? [] : [[words.title, words.asks] as const];
  });
  return {
    id: 'method',
    title: 'How this was measured',
    body: (
      <>
        <h3>The words</h3>
        <Definitions entries={WORDS} />
        <h3>The questions</h3>
        <Definitions entries={asked} />
        <h3>The methods</h3>
        <Definitions
          entries={[
            ...methods(result),
            [
              'Source',
              `${visibleShort(source.location, 300)}, ${source.rows} rows, fingerprint ${visibleShort(source.fingerprint, 200)}`,
            ],
            [
              'Run',
              `Ombud ${visibleShort(run.version)}, seed ${run.seed}, started ${visibleShort(run.started)}, ${(run.elapsedMs / 1000).toFixed(1)} seconds`,
            ],
          ]}
        />
        <p class="soft">
          There is no single fairness score here, on purpose: the numbers answer different questions, and a
          policy has to say which of them matter.
        </p>
      </>
    ),
  };
}
