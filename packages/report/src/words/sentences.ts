import type { BinaryRole, Group, Result } from '@ombud/contract';
import { groupLabel } from '../text/group.ts';
import { visible, visibleShort } from '../text/visible.ts';

/** `approved = yes`, or `approved = yes or maybe`. */
function roleText(role: BinaryRole): string {
  const values = role.positive.map((value) => visibleShort(value));
  return `${visibleShort(role.column)} = ${values.join(' or ')}`;
}

/** The plural noun for everybody: `people` unless the declaration says another. */
export function peopleNoun(result: Result): string {
  return visible(result.wording.people ?? 'people');
}

/** `women`, or `people with sex = F` when the declaration gives no word; never guesses one. */
export function groupNoun(result: Result, group: Group): string {
  const entries = Object.entries(group);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined) {
    const words = result.wording.groups?.[only[0]];
    const word = words !== undefined && Object.hasOwn(words, only[1]) ? words[only[1]] : undefined;
    if (word !== undefined) return visible(word);
  }
  return `${peopleNoun(result)} with ${groupLabel(group)}`;
}

/** A short name for charts: the declared word for one attribute, else the values. */
export function groupName(result: Result, group: Group): string {
  return Object.entries(group)
    .map(([name, value]) => {
      const words = result.wording.groups?.[name];
      const word = words !== undefined && Object.hasOwn(words, value) ? words[value] : undefined;
      return visibleShort(word ?? value);
    })
    .join(', ');
}

/** Past tense of the positive decision: `were admitted`, or `got the positive decision (approved = yes)`, which `brief` cuts. */
export function decidedText(result: Result, brief = false): string {
  if (result.wording.decided !== undefined) return visible(result.wording.decided);
  const role = result.roles.decision;
  return role === null || brief
    ? 'got the positive decision'
    : `got the positive decision (${roleText(role)})`;
}

/** Past tense of the favourable decision, whichever of the two that is. */
export function favouredText(result: Result, brief = false): string {
  if (result.roles.favourable === 'positive') return decidedText(result, brief);
  const role = result.roles.decision;
  return role === null || brief
    ? 'got the favourable decision'
    : `got the favourable decision (not ${roleText(role)})`;
}

/** Past tense of the positive outcome: `repaid the loan`, or `had the positive outcome (repaid = 1)`. */
export function happenedText(result: Result, brief = false): string {
  if (result.wording.happened !== undefined) return visible(result.wording.happened);
  const role = result.roles.outcome;
  return role === null || brief ? 'had the positive outcome' : `had the positive outcome (${roleText(role)})`;
}

/**
 * Which decision is the positive one and whether it is good for the person, in one sentence, as every report says at
 * its top; and which outcome is the positive one, where there is an outcome.
 */
export function meaningSentences(result: Result): readonly string[] {
  const { decision, outcome, favourable } = result.roles;
  const sentences: string[] = [];
  if (decision !== null) {
    const good = favourable === 'positive' ? 'favourable' : 'unfavourable';
    const decided =
      result.wording.decided === undefined
        ? ''
        : `, for ${peopleNoun(result)} who ${visible(result.wording.decided)}`;
    sentences.push(`Positive means ${roleText(decision)}${decided}; for the person this is ${good}.`);
  }
  if (outcome !== null) {
    const happened =
      result.wording.happened === undefined
        ? ''
        : `, for ${peopleNoun(result)} who ${visible(result.wording.happened)}`;
    const start = decision === null ? 'Positive means' : 'The positive outcome is';
    sentences.push(`${start} ${roleText(outcome)}${happened}.`);
  }
  return sentences;
}

/** The heading of every report: the system's title, its id, or the name of its data. */
export function resultTitle(result: Result): string {
  const file = result.source.location.split(/[\\/]/).at(-1);
  return visible(result.system?.title ?? result.system?.id ?? (file || result.source.location));
}
