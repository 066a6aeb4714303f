import { type Section, stateSigns } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { answer, reversals } from '../words/claims.ts';
import { verdictText } from '../words/verdict.ts';

function Verdict({ t }: { readonly t: Telling }) {
  const { state, assertions } = t.result.verdict;
  if (assertions.length === 0) return <p class="v">{verdictText(t)}</p>;
  return (
    <p class={`v ${state}`}>
      <span class="sign" aria-hidden="true">
        {stateSigns[state]}
      </span>
      <strong>{verdictText(t)}</strong> <a href="#rules">{t.say('answer/rule-by-rule')}</a>
    </p>
  );
}

/** The answer in sentences, a warning when strata reverse it, and the verdict. */
export function answerSection(t: Telling): Section {
  const warnings = reversals(t);
  const sentences = answer(t).filter((sentence) => !warnings.includes(sentence));
  return {
    id: 'answer',
    title: t.say('answer/title'),
    body: (
      <>
        <div class="answer">
          {sentences.map((sentence) => (
            <p>{t.unbroken(sentence)}</p>
          ))}
        </div>
        {warnings.map((warning) => (
          <p class="warn">
            <strong>{t.say('answer/careful')}</strong> {t.unbroken(warning)}{' '}
            <a href="#strata">{t.say('answer/see-strata')}</a>
          </p>
        ))}
        <Verdict t={t} />
      </>
    ),
  };
}
