import type { BinaryRole, Favourable, Group, Reference, ValuesRead } from '@ombud/contract';
import type { Key } from '@ombud/words';
import type { Telling } from '../telling.ts';
import { groupLabel } from '../text/group.ts';
import { baselineText } from './baseline.ts';
import { noticeText } from './reasons.ts';

/** `approved = yes`, `approved = yes or maybe`, or `score >= 7`. */
const roleText = (t: Telling, role: BinaryRole): string =>
  'condition' in role
    ? `${t.short(role.column)} ${role.condition.operator} ${t.exact(role.condition.value)}`
    : `${t.short(role.column)} = ${t.any(role.positive.map((value) => t.short(value)))}`;

/** The plural noun for everybody: `people` unless the declaration says another. */
export const peopleNoun = (t: Telling): string => {
  const { people } = t.result.wording;
  return people === undefined ? t.say('name/people') : t.visible(people);
};

function declaredWord({ result }: Telling, name: string, value: string): string | undefined {
  const words = result.wording.groups?.[name];
  return words !== undefined && Object.hasOwn(words, value) ? words[value] : undefined;
}

/** The declared word for a group of one attribute; null where none was declared. */
export function declaredNoun(t: Telling, group: Group): string | null {
  const entries = Object.entries(group);
  const [only] = entries;
  const word = entries.length === 1 && only !== undefined ? declaredWord(t, ...only) : undefined;
  return word === undefined ? null : t.visible(word);
}

/** `women`, or `people with sex = F` when the declaration gives no word; never guesses one. */
export function groupNoun(t: Telling, group: Group): string {
  return (
    declaredNoun(t, group) ??
    t.say('name/people-with', { people: peopleNoun(t), group: groupLabel(t, group) })
  );
}

/** A short name for charts: the declared word for one attribute, else the values. */
export const groupName = (t: Telling, group: Group): string =>
  Object.entries(group)
    .map(([name, value]) => t.short(declaredWord(t, name, value) ?? value))
    .join(', ');

/** The same where groups of different columns stand below each other: a value that has no word of its own is told with its column. */
export const subgroupName = (t: Telling, group: Group): string =>
  Object.entries(group)
    .map(([name, value]) => {
      const word = declaredWord(t, name, value);
      return word === undefined ? groupLabel(t, { [name]: value }) : t.short(word);
    })
    .join(', ');

/** What a group is compared with, by its noun: `everybody else`, or `women`. */
export const referenceNoun = (t: Telling, reference: Reference): string =>
  typeof reference === 'string' ? everybodyIn(t, reference) : groupNoun(t, reference);

/** The same, by its short name. */
export const referenceName = (t: Telling, reference: Reference): string =>
  typeof reference === 'string' ? everybodyIn(t, reference) : groupName(t, reference);

function everybodyIn(t: Telling, reference: Extract<Reference, string>): string {
  switch (reference) {
    case 'all-others':
      return t.say('name/everybody-else');
    case 'population':
      return t.say('name/population');
  }
}

/** A phrase, with the role in brackets where it is said in full. */
function phrase(
  t: Telling,
  keys: readonly [brief: Key, full: Key],
  role: BinaryRole | null,
  brief: boolean,
): string {
  return role === null || brief ? t.say(keys[0]) : t.say(keys[1], { meant: roleText(t, role) });
}

/** Past tense of the positive decision: `were admitted`, or `got the positive decision (approved = yes)`, which `brief` cuts. */
function decidedText(t: Telling, brief: boolean): string {
  const { wording, roles } = t.result;
  if (wording.decided !== undefined) return t.visible(wording.decided);
  return phrase(t, ['event/positive', 'event/positive-role'], roles.decision, brief);
}

/** Past tense of the favourable decision, whichever of the two that is. */
export function favouredText(t: Telling, brief: boolean): string {
  const { roles } = t.result;
  if (roles.favourable === 'positive') return decidedText(t, brief);
  return phrase(t, ['event/favourable', 'event/favourable-role'], roles.decision, brief);
}

/** Past tense of the positive outcome: `repaid the loan`, or `had the positive outcome (repaid = 1)`. */
function happenedText(t: Telling, brief: boolean): string {
  const { wording, roles } = t.result;
  if (wording.happened !== undefined) return t.visible(wording.happened);
  return phrase(t, ['event/outcome', 'event/outcome-role'], roles.outcome, brief);
}

/** What happened to the people whom an audit counts: `were admitted`; `brief` leaves out the column's value. */
export function eventText(t: Telling, audit: string, brief: boolean): string {
  switch (audit) {
    case 'adverse-impact':
      return favouredText(t, brief);
    case 'base-rate':
      return happenedText(t, brief);
    default:
      return decidedText(t, brief);
  }
}

/** What happened to those whom a rate has above its line; null where no word of the declaration fits. */
export function eventOf(t: Telling, rate: string): string | null {
  switch (rate) {
    case 'selection-rate':
    case 'adverse-impact':
    case 'base-rate':
    case 'true-positive-rate':
    case 'false-positive-rate':
      return eventText(t, rate, true);
    case 'positive-predictive-value':
    case 'false-omission-rate':
      return happenedText(t, true);
    default:
      return null;
  }
}

function decisionMeaning(t: Telling, decision: BinaryRole): string {
  const { roles, wording } = t.result;
  const given = { meant: roleText(t, decision), people: peopleNoun(t) };
  if (wording.decided === undefined) return t.say(`meaning/${sideOf(roles.favourable)}`, given);
  return t.say(`meaning/${sideOf(roles.favourable)}-for`, { ...given, decided: t.visible(wording.decided) });
}

const sideOf = (favourable: Favourable | null) =>
  favourable === null ? 'not-declared' : favourable === 'positive' ? 'favourable' : 'unfavourable';

function outcomeMeaning(t: Telling, outcome: BinaryRole): string {
  const { roles, wording } = t.result;
  const key = roles.decision === null ? 'meaning/outcome-alone' : 'meaning/outcome';
  const given = { meant: roleText(t, outcome), people: peopleNoun(t) };
  if (wording.happened === undefined) return t.say(key, given);
  return t.say(`${key}-for`, { ...given, happened: t.visible(wording.happened) });
}

/** `Read as yes: “yes” (450); as no: “no” (500), “withdrawn” (50).` */
function readText(t: Telling, { role, column, positive, negative, more }: ValuesRead): string {
  const named = (values: ValuesRead['positive']) =>
    values.length === 0
      ? t.say('read/none')
      : values
          .map(({ value, rows }) => t.say('coverage/text', { text: t.short(value), rows: t.count(rows) }))
          .join(', ');
  const given = { column: t.short(column), positive: named(positive), negative: named(negative) };
  const binary = t.result.roles[role];
  const isCondition = binary !== null && 'condition' in binary;
  const count = (values: ValuesRead['positive']) => t.count(values.reduce((sum, { rows }) => sum + rows, 0));
  if (isCondition)
    return t.say('read/condition', { meant: roleText(t, binary), yes: count(positive), no: count(negative) });
  return more > 0 ? t.say('read/values-more', { ...given, more }) : t.say('read/values', given);
}

/**
 * Which decision is the positive one and whether it is good for the person, in one sentence, as every report says at
 * its top; which outcome is the positive one, where there is an outcome; which values were read as yes and as no; and
 * what is odd about it.
 */
export function meanings(t: Telling): readonly string[] {
  const { roles, coverage, notices, verdict } = t.result;
  const { decision, outcome } = roles;
  return [
    ...(coverage.shadow?.audited === true ? [t.say('meaning/shadow')] : []),
    ...(coverage.people?.audited === true ? [t.say('meaning/by-people')] : []),
    ...(verdict.baseline === undefined ? [] : [baselineText(t, verdict.baseline)]),
    ...(decision === null ? [] : [decisionMeaning(t, decision)]),
    ...(outcome === null ? [] : [outcomeMeaning(t, outcome)]),
    ...(coverage.read ?? []).map((read) => readText(t, read)),
    ...(notices ?? []).map((notice) => noticeText(t, notice)),
  ];
}

/** The heading of every report: the system's title, its id, or the name of its data. */
export function resultTitle(t: Telling): string {
  const { system, source } = t.result;
  const file = source.location.split(/[\\/]/).at(-1);
  return t.visible(system?.title ?? system?.id ?? (file || source.location));
}
