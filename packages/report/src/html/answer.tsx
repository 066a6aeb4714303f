import { groupings, headline, isAboutPeople } from '@ombud/audit/answer';
import type { AssertionResult, Finding } from '@ombud/contract';
import { type Section, stateSigns } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { answerParts, reversals } from '../words/answer.ts';
import { findingJudged, leading, verdictLine } from '../words/leading.ts';
import { limitSentence } from '../words/limit.ts';
import { nextSteps } from '../words/next-steps.ts';
import { verdictText } from '../words/verdict.ts';
import { finished } from './finished.ts';
import { RatesPicture } from './rates-picture.tsx';

/** The verdict in one line of words and numbers; colour only repeats the sign and the words. */
function VerdictLine({ t }: { readonly t: Telling }) {
  const { state, assertions } = t.result.verdict;
  if (assertions.length === 0) return <p class="v">{t.say('verdict/none')}</p>;
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
function leadingFinding(t: Telling, rule: AssertionResult | null): Finding | null {
  const judged = rule === null ? null : findingJudged(t, rule);
  if (judged !== null && judged.groups.length > 0) return judged;
  for (const grouping of groupings(t.result)) {
    const found = headline(t.result, grouping);
    if (found !== null) return found;
  }
  return null;
}

/** The answer in its sentences. */
interface Answer {
  /** The rule that leads; null without a policy. */
  readonly rule: AssertionResult | null;
  readonly pictured: Finding | null;
  /** Beside the picture: who got the decision, or, where another rate is pictured, what was found of it. */
  readonly lead: string | null;
  /** In which the strata change the crude answer. */
  readonly warnings: readonly string[];
  /** What the first screen has no room for. */
  readonly rest: readonly string[];
}

function answerOf(t: Telling): Answer {
  const rule = leading(t.result.verdict);
  const pictured = leadingFinding(t, rule);
  const warnings = reversals(t);
  const told = answerParts(t, pictured?.groupBy ?? null);
  const ofRule = rule !== null && pictured !== null && !isAboutPeople(pictured);
  const lead = ofRule ? limitSentence(t, rule) : told.lead;
  const rest = [told.lead, ...told.rest].filter(
    (sentence) => sentence !== null && sentence !== lead && !warnings.includes(sentence),
  );
  return { rule, pictured, lead, warnings, rest: rest.filter((sentence) => sentence !== null) };
}

/** The verdict in one line, one sentence, and the picture with the limit in it; a warning when strata reverse it. */
function firstScreen(t: Telling, { pictured, lead, warnings }: Answer): Section {
  return {
    id: 'answer',
    title: t.say('answer/title'),
    body: (
      <>
        <VerdictLine t={t} />
        {lead === null ? '' : <p class="lead">{t.unbroken(lead)}</p>}
        {pictured === null ? '' : <RatesPicture t={t} finding={pictured} />}
        {warnings.map((warning) => (
          <p class="warn">
            <strong>{t.say('answer/careful')}</strong> {t.unbroken(warning)}{' '}
            <a class="jump" href="#strata">
              {t.say('answer/see-strata')}
            </a>
          </p>
        ))}
        {t.result.verdict.assertions.length === 0 ? (
          ''
        ) : (
          <p>
            {verdictText(t)}{' '}
            <a class="jump" href="#rules">
              {t.say('answer/rule-by-rule')}
            </a>
          </p>
        )}
      </>
    ),
  };
}

/** What to do now: short steps that follow from the verdict. */
function nextSection(t: Telling, { rule }: Answer): Section {
  const { favourable, decision } = t.result.roles;
  const steps = [
    ...(favourable === null && decision !== null ? [t.say('next/declare')] : []),
    ...(rule === null ? [t.say('next/set-limit')] : nextSteps(t, rule)),
  ];
  return {
    id: 'next',
    title: t.say('next/title'),
    body: (
      <ol class="next">
        {steps.map((step) => (
          <li>{t.unbroken(step)}</li>
        ))}
      </ol>
    ),
  };
}

const moreSection = (t: Telling, { rest }: Answer): Section => ({
  id: 'more',
  title: t.say('answer/more'),
  body: (
    <div class="answer">
      {rest.map((sentence) => (
        <p>{t.unbroken(sentence)}</p>
      ))}
    </div>
  ),
});

/** The answer as the page has it, worked out once. */
interface AnswerSections {
  readonly first: Section;
  readonly next: Section;
  /** Null where the first screen said everything. */
  readonly more: Section | null;
  /** The finding of the first picture, which no later part draws again. */
  readonly pictured: Finding | null;
}

/** The first screen, what to do now, and the rest of the answer. */
export function answerSections(t: Telling): AnswerSections {
  const answer = answerOf(t);
  return {
    first: finished(firstScreen(t, answer)),
    next: finished(nextSection(t, answer)),
    more: answer.rest.length === 0 ? null : finished(moreSection(t, answer)),
    pictured: answer.pictured,
  };
}
