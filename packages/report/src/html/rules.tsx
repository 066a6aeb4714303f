import type { AssertionResult } from '@ombud/contract';
import { Fold, LimitPicture, type Section, State } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { cardTitle, coverText, othersBeyond, realAndOpen, whoAgainstWhom } from '../words/card.ts';
import { besideLimit, inOrder } from '../words/leading.ts';
import { limitSentence, limitText } from '../words/limit.ts';
import { stateWord } from '../words/verdict.ts';

function stateText(t: Telling, assertion: AssertionResult): string {
  const verdict = stateWord(t, assertion);
  return assertion.level === 'warn' ? t.say('verdict/warning-only', { verdict }) : verdict;
}

/** Where nothing differs between the two. */
function alikeAt(measure: string): number | null {
  switch (measure) {
    case 'ratio':
    case 'odds-ratio':
      return 1;
    case 'difference':
      return 0;
    default:
      return null;
  }
}

interface CardProps {
  readonly t: Telling;
  readonly rule: AssertionResult;
}

function Picture({ t, rule }: CardProps) {
  const { actual, interval, judge, expected } = rule;
  if (actual === null) return null;
  const shown = judge === 'interval' ? interval : null;
  const { value, limit } = besideLimit(t, rule, actual);
  const limitLabel = t.say('chart/limit', { limit });
  const range = t.range(shown, rule.measure === 'difference' ? t.points : t.ratio);
  return (
    <LimitPicture
      voice={t}
      label={
        shown === null
          ? `${value}, ${limitLabel}`
          : t.say('chart/against-limit', { value, range, limit: limitLabel })
      }
      value={actual}
      interval={shown}
      limit={expected}
      side={rule.operator}
      alike={alikeAt(rule.measure)}
      state={rule.state}
      limitLabel={limitLabel}
    />
  );
}

function Card({ t, rule }: CardProps) {
  const who = whoAgainstWhom(t, rule);
  const others = othersBeyond(t, rule);
  const sentences = [limitSentence(t, rule), ...realAndOpen(t, rule), ...(others === null ? [] : [others])];
  const cover = coverText(t, rule);
  return (
    <article class={`card ${rule.state}`}>
      <h3>
        <State state={rule.state} word={stateText(t, rule)} />: {cardTitle(t, rule)}
      </h3>
      {who === null || rule.actual === null ? (
        ''
      ) : (
        <p>
          <span class="big">{besideLimit(t, rule, rule.actual).value}</span> {who}
        </p>
      )}
      <Picture t={t} rule={rule} />
      <p>{sentences.join(' ')}</p>
      {cover.length === 0 ? '' : <p class="meta">{t.unbroken(cover.join(' '))}</p>}
      <p class="meta">
        {t.say(rule.judge === 'point' ? 'card/from-point' : 'card/from', {
          limit: limitText(t, rule),
          source: t.short(rule.source),
        })}
      </p>
    </article>
  );
}

interface CardsProps {
  readonly t: Telling;
  readonly rules: readonly AssertionResult[];
}

const Cards = ({ t, rules }: CardsProps) => (
  <div class="cards">
    {rules.map((rule) => (
      <Card t={t} rule={rule} />
    ))}
  </div>
);

/** Cards shown at once; the rest is folded, and a very long rest is in the JSON, SARIF and JUnit reports. */
const shownRules = 6;
const mostRules = 60;

/** The policy rule by rule, one card each, failures first; null when no policy was set. */
export function rulesSection(t: Telling): Section | null {
  const { assertions } = t.result.verdict;
  if (assertions.length === 0) return null;
  return {
    id: 'rules',
    title: t.say('rules/title'),
    body: <Cards t={t} rules={inOrder(assertions).slice(0, shownRules)} />,
  };
}

/** The rules that the summary has no room for; null when it holds all. */
export function moreRulesSection(t: Telling): Section | null {
  const sorted = inOrder(t.result.verdict.assertions);
  const rest = sorted.slice(shownRules, mostRules);
  const left = sorted.length - mostRules;
  if (rest.length === 0) return null;
  return {
    id: 'more-rules',
    title: t.say('rules/more-caption'),
    body: (
      <>
        <Fold title={t.say('rules/more', { n: rest.length })}>
          <Cards t={t} rules={rest} />
        </Fold>
        {left > 0 ? <p>{t.say('rules/elsewhere', { n: t.count(left) })}</p> : ''}
      </>
    ),
  };
}
