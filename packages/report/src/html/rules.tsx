import type { AssertionResult } from '@ombud/contract';
import { Fold, type Section, State, Table } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { limitSentence } from '../words/limit.ts';
import { ruleTitle, stateWord, verdictText } from '../words/verdict.ts';

const order = { fail: 0, 'cannot-tell': 1, pass: 2 } as const;

interface RulesProps {
  readonly t: Telling;
  readonly caption: string;
  readonly assertions: readonly AssertionResult[];
}

const intervalCell = (t: Telling, { judge, interval }: AssertionResult): string =>
  judge === 'point' ? t.say('rules/point') : t.range(interval, t.ratio);

function stateText(t: Telling, assertion: AssertionResult): string {
  const verdict = stateWord(t, assertion);
  return assertion.level === 'warn' ? t.say('verdict/warning-only', { verdict }) : verdict;
}

function Rules({ t, caption, assertions }: RulesProps) {
  return (
    <Table
      caption={caption}
      head={[
        t.say('head/rule'),
        t.say('head/verdict'),
        t.say('head/found'),
        t.say('head/interval'),
        t.say('head/in-words'),
        t.say('head/from'),
      ]}
      text={[1, 4, 5]}
      rows={assertions.map((assertion) => [
        ruleTitle(t, assertion),
        <State state={assertion.state} word={stateText(t, assertion)} />,
        t.ratio(assertion.actual),
        intervalCell(t, assertion),
        limitSentence(t, assertion),
        t.short(assertion.source),
      ])}
    />
  );
}

/** Rules shown at once; the rest is folded, and a very long rest is in the JSON, SARIF and JUnit reports. */
const shownRules = 12;
const mostRules = 60;

/** The policy rule by rule, failures first; null when no policy was set. */
export function rulesSection(t: Telling): Section | null {
  const { assertions } = t.result.verdict;
  if (assertions.length === 0) return null;
  const sorted = [...assertions].sort((a, b) => order[a.state] - order[b.state]);
  const rest = sorted.slice(shownRules, mostRules);
  const left = sorted.length - mostRules;
  return {
    id: 'rules',
    title: t.say('rules/title'),
    body: (
      <>
        <p>{verdictText(t)}</p>
        <Rules t={t} caption={t.say('rules/caption')} assertions={sorted.slice(0, shownRules)} />
        {rest.length === 0 ? (
          ''
        ) : (
          <Fold title={t.say('rules/more', { n: rest.length })}>
            <Rules t={t} caption={t.say('rules/more-caption')} assertions={rest} />
          </Fold>
        )}
        {left > 0 ? <p>{t.say('rules/elsewhere', { n: t.count(left) })}</p> : ''}
      </>
    ),
  };
}
