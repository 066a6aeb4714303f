/** What to do now: short steps that follow from the verdict alone. */
import type { AssertionResult } from '@ombud/contract';
import type { Telling } from '../telling.ts';
import { claimsWith } from './claims.ts';
import { whoText } from './leading.ts';

const missingCodes: ReadonlySet<string> = new Set(['missing-worst-case', 'missing-differential']);

function failSteps(t: Telling, rule: AssertionResult): readonly string[] {
  const owner = t.result.system?.owner;
  const who = rule.group === null ? t.say('name/people') : whoText(t, rule.group);
  const reversed = claimsWith(t, 'strata-reverse').length > 0;
  return [
    owner === undefined ? t.say('next/decide') : t.say('next/decide-owner', { owner: t.visible(owner.name) }),
    reversed ? t.say('next/strata-first') : t.say('next/where', { who }),
    t.say('next/again'),
  ];
}

function openSteps(t: Telling, rule: AssertionResult): readonly string[] {
  const people = rule.peopleNeeded;
  return [
    t.say('next/no-pass'),
    ...(rule.reason !== null && missingCodes.has(rule.reason.code) ? [t.say('next/missing')] : []),
    people === null || people.beyond ? t.say('next/look-open') : t.say('next/collect'),
  ];
}

function passSteps(t: Telling): readonly string[] {
  const small = Math.max(0, ...t.result.verdict.assertions.map(({ covers }) => covers.smallGroups));
  return [
    t.say('next/keep'),
    ...(small > 0 ? [t.say('next/small-groups', { n: small })] : []),
    t.say('next/not-proof'),
  ];
}

/** The steps that follow from the rule that leads, the most urgent first. */
export function nextSteps(t: Telling, rule: AssertionResult): readonly string[] {
  switch (rule.state) {
    case 'fail':
      return failSteps(t, rule);
    case 'cannot-tell':
      return openSteps(t, rule);
    case 'pass':
      return passSteps(t);
  }
}
