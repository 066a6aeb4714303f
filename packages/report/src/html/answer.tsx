import type { Result } from '@ombud/contract';
import { answerSentences, reversalSentences } from '../words/answer.ts';
import { VERDICT_WORDS, verdictSentence } from '../words/verdict.ts';
import type { Section } from './section.ts';
import { unbroken } from './table.tsx';

function Verdict({ result }: { readonly result: Result }) {
  const { state, assertions } = result.verdict;
  if (assertions.length === 0) return <p class="v">{verdictSentence(result)}</p>;
  return (
    <p class={`v ${state}`}>
      <span class="sign" aria-hidden="true">
        {VERDICT_WORDS[state].sign}
      </span>
      <strong>{verdictSentence(result)}</strong> <a href="#rules">Rule by rule</a>
    </p>
  );
}

/** The answer in sentences, a warning when strata reverse it, and the verdict. */
export function answerSection(result: Result): Section {
  const warnings = reversalSentences(result);
  const sentences = answerSentences(result).filter((sentence) => !warnings.includes(sentence));
  return {
    id: 'answer',
    title: 'The answer',
    body: (
      <>
        <div class="answer">
          {sentences.map((sentence) => (
            <p>{unbroken(sentence)}</p>
          ))}
        </div>
        {warnings.map((warning) => (
          <p class="warn">
            <strong>Careful:</strong> {unbroken(warning)} <a href="#strata">See the strata</a>
          </p>
        ))}
        <Verdict result={result} />
      </>
    ),
  };
}
