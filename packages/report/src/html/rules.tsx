import type { AssertionResult, Result } from '@ombud/contract';
import { count, range, ratio } from '../text/numbers.ts';
import { visibleShort } from '../text/visible.ts';
import { assertionSentence } from '../words/limit.ts';
import { assertionTitle, VERDICT_WORDS, verdictSentence } from '../words/verdict.ts';
import type { Section } from './section.ts';
import { Fold, Table } from './table.tsx';

const ORDER = { fail: 0, 'cannot-tell': 1, pass: 2 } as const;

function State({ assertion }: { readonly assertion: AssertionResult }) {
  const { sign, word } = VERDICT_WORDS[assertion.state];
  const warn = assertion.level === 'warn' ? ' (warning only)' : '';
  return (
    <span class={assertion.state}>
      <span class="sign" aria-hidden="true">
        {sign}
      </span>
      {word}
      {warn}
    </span>
  );
}

function Rules({
  caption,
  assertions,
}: {
  readonly caption: string;
  readonly assertions: readonly AssertionResult[];
}) {
  return (
    <Table
      caption={caption}
      head={['Rule', 'Verdict', 'Found', 'Interval', 'In words', 'From']}
      text={[1, 4, 5]}
      rows={assertions.map((assertion) => [
        assertionTitle(assertion),
        <State assertion={assertion} />,
        assertion.actual === null ? 'not measured' : ratio(assertion.actual),
        assertion.judge === 'point' ? 'judged on the number alone' : range(assertion.interval, ratio),
        assertionSentence(assertion),
        visibleShort(assertion.source),
      ])}
    />
  );
}

/** Rules shown at once; the rest is folded, and a very long rest is in the JSON, SARIF and JUnit reports. */
const SHOWN = 12;
const MOST = 60;

/** The policy rule by rule, failures first; null when no policy was set. */
export function rulesSection(result: Result): Section | null {
  const { assertions } = result.verdict;
  if (assertions.length === 0) return null;
  const sorted = [...assertions].sort((a, b) => ORDER[a.state] - ORDER[b.state]);
  const rest = sorted.slice(SHOWN, MOST);
  const left = sorted.length - MOST;
  return {
    id: 'rules',
    title: 'The policy, rule by rule',
    body: (
      <>
        <p>{verdictSentence(result)}</p>
        <Rules caption="Rules of the policy, those that failed first" assertions={sorted.slice(0, SHOWN)} />
        {rest.length === 0 ? (
          ''
        ) : (
          <Fold title={`${rest.length} more rules`}>
            <Rules caption="More rules of the policy" assertions={rest} />
          </Fold>
        )}
        {left > 0 ? <p>{count(left)} more rules are in the JSON, SARIF and JUnit reports.</p> : ''}
      </>
    ),
  };
}
