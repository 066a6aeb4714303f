import type { AssertionResult, Result } from '@ombud/audit/result';
import { range, ratio } from '../text/numbers.ts';
import { visible, visibleShort } from '../text/visible.ts';
import { assertionTitle, VERDICT_WORDS, verdictSentence } from '../words/verdict.ts';
import type { Section } from './section.ts';
import { Table } from './table.tsx';

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

/** The policy rule by rule, failures first; null when no policy was set. */
export function rulesSection(result: Result): Section | null {
  const { assertions } = result.verdict;
  if (assertions.length === 0) return null;
  const sorted = [...assertions].sort((a, b) => ORDER[a.state] - ORDER[b.state]);
  return {
    id: 'rules',
    title: 'The policy, rule by rule',
    body: (
      <>
        <p>{verdictSentence(result)}</p>
        <Table
          caption="Rules of the policy"
          head={['Rule', 'Verdict', 'Found', 'Interval', 'In words', 'From']}
          text={[1, 4, 5]}
          rows={sorted.map((assertion) => [
            assertionTitle(assertion),
            <State assertion={assertion} />,
            assertion.actual === null ? 'not measured' : ratio(assertion.actual),
            assertion.judge === 'point' ? 'judged on the number alone' : range(assertion.interval, ratio),
            visible(assertion.message),
            visibleShort(assertion.source),
          ])}
        />
      </>
    ),
  };
}
