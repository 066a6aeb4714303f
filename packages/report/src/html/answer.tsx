import { groupings, headline, isAboutPeople } from '@ombud/audit/answer';
import type { Finding } from '@ombud/contract';
import { type Section, stateSigns } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { answerParts, reversals } from '../words/claims.ts';
import { findingJudged, leading, verdictLine } from '../words/leading.ts';
import { limitSentence } from '../words/limit.ts';
import { nextSteps } from '../words/next-steps.ts';
import { verdictText } from '../words/verdict.ts';
import { RatesPicture } from './rates-picture.tsx';

/** The verdict in one line of words and numbers; colour only repeats the sign and the words. */
function VerdictLine({ t }: { readonly t: Telling }) {
  const { state, assertions } = t.result.verdict;
  if (assertions.length === 0) return <p class="v">{verdictText(t)}</p>;
  return (
    <p class={`v line ${state}`}>
      <span class="sign" aria-hidden="true">
        {stateSigns[state]}
      </span>{' '}
      <strong>{t.unbroken(verdictLine(t))}</strong>
    </p>
  );
}

/** The finding of the first picture: that of the rule that leads, else the first that answers who got the decision. */
export function leadingFinding(t: Telling): Finding | null {
  const rule = leading(t);
  const judged = rule === null ? null : findingJudged(t, rule);
  if (judged !== null && judged.groups.length > 0) return judged;
  for (const grouping of groupings(t.result)) {
    const found = headline(t.result, grouping);
    if (found !== null) return found;
  }
  return null;
}

/** The sentence beside the picture: who got the decision, or, where another rate is pictured, what was found of it. */
function leadSentence(t: Telling, finding: Finding | null): string | null {
  const rule = leading(t);
  if (rule !== null && finding !== null && !isAboutPeople(finding)) return limitSentence(t, rule);
  return answerParts(t, finding?.groupBy ?? null).lead;
}

/** The verdict in one line, one sentence, and the picture with the limit in it; a warning when strata reverse it. */
export function answerSection(t: Telling): Section {
  const finding = leadingFinding(t);
  const lead = leadSentence(t, finding);
  const rules = t.result.verdict.assertions.length;
  return {
    id: 'answer',
    title: t.say('answer/title'),
    body: (
      <>
        <VerdictLine t={t} />
        {lead === null ? '' : <p class="lead">{t.unbroken(lead)}</p>}
        {finding === null ? '' : <RatesPicture t={t} finding={finding} />}
        {reversals(t).map((warning) => (
          <p class="warn">
            <strong>{t.say('answer/careful')}</strong> {t.unbroken(warning)}{' '}
            <a href="#strata">{t.say('answer/see-strata')}</a>
          </p>
        ))}
        {rules === 0 ? (
          ''
        ) : (
          <p>
            {verdictText(t)} <a href="#rules">{t.say('answer/rule-by-rule')}</a>
          </p>
        )}
      </>
    ),
  };
}

/** What to do now: short steps that follow from the verdict. */
export function nextSection(t: Telling): Section {
  return {
    id: 'next',
    title: t.say('next/title'),
    body: (
      <ol class="next">
        {nextSteps(t).map((step) => (
          <li>{t.unbroken(step)}</li>
        ))}
      </ol>
    ),
  };
}

/** The rest of the answer, which the first screen has no room for; null when it said everything. */
export function moreSection(t: Telling): Section | null {
  const warnings = reversals(t);
  const finding = leadingFinding(t);
  const { lead, rest: others } = answerParts(t, finding?.groupBy ?? null);
  const said = leadSentence(t, finding);
  const rest = [lead, ...others].filter(
    (sentence) => sentence !== null && sentence !== said && !warnings.includes(sentence),
  );
  if (rest.length === 0) return null;
  return {
    id: 'more',
    title: t.say('answer/more'),
    body: (
      <div class="answer">
        {rest.map((sentence) => (
          <p>{t.unbroken(sentence ?? '')}</p>
        ))}
      </div>
    ),
  };
}
