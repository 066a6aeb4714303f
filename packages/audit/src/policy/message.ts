import type { AssertionResult, ComparisonInterval, VerdictState } from '@ombud/contract';
import type { Claim } from './claims.ts';

const number = (value: number): string =>
  Math.abs(value) >= 1000
    ? value.toLocaleString('en', { maximumFractionDigits: 0 })
    : String(Number(value.toPrecision(3)));

function intervalText(interval: ComparisonInterval | null): string {
  if (!interval) return '';
  const low = interval.low === null ? 'no lower end' : number(interval.low);
  const high = interval.high === null ? 'no upper end' : number(interval.high);
  return `${Math.round(interval.level * 1000) / 10} % interval ${low} to ${high}`;
}

const bracketed = (parts: readonly (string | null)[]): string => {
  const said = parts.filter((part) => part !== null && part !== '');
  return said.length > 0 ? ` (${said.join('; ')})` : '';
};

/** One sentence of what was found and what was asked; where it cannot be told, how many people would tell. */
export function messageOf(claim: Claim, state: VerdictState, judge: AssertionResult['judge']): string {
  const limit = `${claim.operator === '>=' ? 'at least' : 'at most'} ${number(claim.expected)}`;
  const measured =
    claim.actual === null
      ? 'could not be measured'
      : `is ${number(claim.actual)}${bracketed([claim.rates, judge === 'interval' ? intervalText(claim.interval) : null])}`;
  const head = `${claim.subject} ${measured}; the limit is ${limit}.`;
  if (state !== 'cannot-tell') return head;
  const tell =
    claim.wouldTell === null
      ? ''
      : ` About ${claim.wouldTell.toLocaleString('en')} people in each group would tell, if the rates stay as they are.`;
  return `${head} Too few people to tell.${tell}`;
}
