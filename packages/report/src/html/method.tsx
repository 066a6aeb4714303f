import { Definitions, type Section } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { auditAsks, auditTitle, methodName, testName } from '../words/audits.ts';

type Entry = readonly [term: string, text: string];

const unique = (ids: readonly string[], name: (id: string) => string): string =>
  [...new Set(ids)].map(name).join(', ');

function ratesEntry(t: Telling): readonly Entry[] {
  const intervals = t.result.findings.flatMap(({ groups }) =>
    groups.flatMap(({ interval }) => interval ?? []),
  );
  const [first] = intervals;
  if (first === undefined) return [];
  const methods = unique(
    intervals.map(({ method }) => method),
    (id) => methodName(t, id),
  );
  return [[t.say('method/rates'), t.say('method/rates-level', { methods, level: t.share(first.level) })]];
}

function comparisonsEntry(t: Telling): readonly Entry[] {
  const intervals = t.result.findings.flatMap(({ comparisons }) =>
    comparisons.flatMap(({ interval }) => interval ?? []),
  );
  if (intervals.length === 0) return [];
  const methods = unique(
    intervals.map(({ method }) => method),
    (id) => methodName(t, id),
  );
  const together = intervals.some(({ simultaneous }) => simultaneous);
  return [
    [t.say('method/comparisons'), t.say(together ? 'method/simultaneous' : 'method/separate', { methods })],
  ];
}

function testsEntry(t: Telling): readonly Entry[] {
  const { findings } = t.result;
  const tests = unique(
    [
      ...findings.flatMap(({ comparisons }) => comparisons.flatMap(({ test }) => test ?? [])),
      ...findings.flatMap(({ heterogeneity }) => heterogeneity?.test ?? []),
    ],
    (id) => testName(t, id),
  );
  return tests === '' ? [] : [[t.say('method/tests'), tests]];
}

function dependenceEntry(t: Telling): readonly Entry[] {
  const { weight, subject, count } = t.result.roles;
  const parts = [
    ...(weight === null ? [] : [t.say('method/weighted', { column: t.short(weight) })]),
    ...(subject === null ? [] : [t.say('method/repeated', { column: t.short(subject) })]),
    ...(count === null ? [] : [t.say('method/many', { column: t.short(count) })]),
  ];
  return parts.length === 0 ? [] : [[t.say('method/dependence'), parts.join('; ')]];
}

function runEntries(t: Telling): readonly Entry[] {
  const { run, source } = t.result;
  return [
    [
      t.say('method/source'),
      t.say('method/source-is', {
        source: t.short(source.location, 300),
        rows: t.exact(source.rows),
        fingerprint: t.short(source.fingerprint, 200),
      }),
    ],
    [
      t.say('method/run'),
      t.say('method/run-is', {
        version: t.short(run.version),
        seed: String(run.seed),
        started: t.short(run.started),
        seconds: t.oneDigit(run.elapsedMs / 1000),
      }),
    ],
  ];
}

const terms = ['interval', 'cannot-tell', 'p-adjusted', 'chance'] as const;

/** How it was measured: the statistic words once in plain language, the methods, the run. */
export function methodSection(t: Telling): Section {
  const audits = [...new Set(t.result.findings.map(({ audit }) => audit))];
  const asked = audits.flatMap((id): Entry[] => {
    const asks = auditAsks(t, id);
    return asks === null ? [] : [[auditTitle(t, id), asks]];
  });
  return {
    id: 'method',
    title: t.say('method/title'),
    body: (
      <>
        <h3>{t.say('method/words')}</h3>
        <Definitions
          entries={terms.map((term): Entry => [t.say(`method/${term}`), t.say(`method/${term}-means`)])}
        />
        <h3>{t.say('method/questions')}</h3>
        <Definitions entries={asked} />
        <h3>{t.say('method/methods')}</h3>
        <Definitions
          entries={[
            ...ratesEntry(t),
            ...comparisonsEntry(t),
            ...testsEntry(t),
            ...dependenceEntry(t),
            ...runEntries(t),
          ]}
        />
        <p class="soft">{t.say('method/no-score')}</p>
      </>
    ),
  };
}
