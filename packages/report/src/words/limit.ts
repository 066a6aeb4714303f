import type { AssertionResult, ComparisonInterval, Reference } from '@ombud/contract';
import { english, say } from '@ombud/words';
import { groupLabel } from '../text/group.ts';
import { auditWords } from './audits.ts';
import { reasonSentence } from './reasons.ts';

const number = (value: number): string =>
  Math.abs(value) >= 1000
    ? value.toLocaleString('en', { maximumFractionDigits: 0 })
    : String(Number(value.toPrecision(3)));

const percent = (value: number): string => `${Number((100 * value).toFixed(1))} %`;

/** The rate in words, at the start of a sentence. */
function rateName(rate: string): string {
  return rate === 'adverse-impact'
    ? 'Rate of the favourable decision'
    : (auditWords(rate)?.title ?? rate.charAt(0).toUpperCase() + rate.slice(1).replaceAll('-', ' '));
}

const referenceText = (reference: Reference): string =>
  typeof reference === 'string' ? say(english, `reference/${reference}`) : groupLabel(reference);

function whatText({ measure, rate, group, reference }: AssertionResult): string {
  const params = {
    rate: rateName(rate),
    group: group === null ? '' : groupLabel(group),
    reference: reference === null ? '' : referenceText(reference),
  };
  return say(english, `limit/${measure}`, params);
}

function intervalText({ low, high, level }: ComparisonInterval): string {
  return say(english, 'limit/interval', {
    level: `${Math.round(level * 1000) / 10} %`,
    low: low === null ? say(english, 'limit/no-lower-end') : number(low),
    high: high === null ? say(english, 'limit/no-upper-end') : number(high),
  });
}

function factsText({ rates, interval, judge }: AssertionResult): string {
  const both =
    rates === null
      ? []
      : [say(english, 'limit/rates', { group: percent(rates.group), reference: percent(rates.reference) })];
  return [...both, ...(judge === 'interval' && interval !== null ? [intervalText(interval)] : [])].join('; ');
}

function foundText(assertion: AssertionResult): string {
  const { operator, expected, actual } = assertion;
  const limit = say(english, operator === '>=' ? 'limit/at-least' : 'limit/at-most', {
    value: number(expected),
  });
  const params = { what: whatText(assertion), limit };
  if (actual === null) return say(english, 'limit/not-measured', params);
  const facts = factsText(assertion);
  const found = { ...params, value: number(actual) };
  return facts === ''
    ? say(english, 'limit/found', found)
    : say(english, 'limit/found-with', { ...found, facts });
}

/** One sentence of what was found and what was asked; where it cannot be told, how many people would tell. */
export function assertionSentence(assertion: AssertionResult): string {
  const { audit, measure, reason, peopleNeeded } = assertion;
  if (reason?.code === 'text') return reasonSentence(reason);
  if (measure === 'none')
    return say(english, 'limit/not-judged', { audit, why: reason === null ? '' : reasonSentence(reason) });
  const tell =
    peopleNeeded === null
      ? []
      : [say(english, 'limit/people-needed', { people: peopleNeeded.toLocaleString('en') })];
  return [foundText(assertion), ...(reason === null ? [] : [reasonSentence(reason)]), ...tell].join(' ');
}
