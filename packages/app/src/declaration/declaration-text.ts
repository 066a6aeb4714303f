import type { BinarySpec, GroupRole } from '@ombud/contract';
import type { Profile, Proposal } from '@ombud/table';

/** A YAML scalar that cannot be anything but this text. JSON strings are YAML strings. */
const scalar = (text: string): string =>
  /^[A-Za-z][A-Za-z0-9_-]*$/.test(text) && !/^(y|n|yes|no|true|false|on|off|null)$/i.test(text)
    ? text
    : JSON.stringify(text);

const list = (values: readonly string[]): string => `[${values.map(scalar).join(', ')}]`;

function binaryLine(role: 'decision' | 'outcome', spec: BinarySpec | null, found: Profile): string[] {
  if (!spec)
    return role === 'decision'
      ? ['  # decision: { column: ..., positive: [...] }   # no column looks like a decision: name it']
      : [];
  const values = found.columns.find(({ name }) => name === spec.column)?.values ?? [];
  const seen = values.slice(0, 6).map(({ value, rows }) => `${JSON.stringify(value)} (${rows})`);
  if (!spec.positive)
    return [
      `  ${role}: { column: ${scalar(spec.column)}, positive: ${list(values.slice(0, 1).map(({ value }) => value))} }   # CHECK which is positive: ${seen.join(', ')}`,
    ];
  return [
    `  ${role}: { column: ${scalar(spec.column)}, positive: ${list(spec.positive)}${spec.negative === undefined ? '' : `, negative: ${list(spec.negative)}`} }   # it holds ${seen.join(', ')}`,
  ];
}

const groupItem = ({ column, bins }: GroupRole): string =>
  bins ? `{ column: ${scalar(column)}, bins: [${bins.join(', ')}] }` : scalar(column);

const roleLine = (role: string, column: string | null): string[] =>
  column === null ? [] : [`  ${role}: ${scalar(column)}`];

/** Values of a group for which a noun is proposed; more would bury the rest of the file. */
const mostNouns = 8;

/** The words of the answer, for a person to fill in: nobody but them knows what a value means. */
function wordLines(found: Profile, { groups }: Proposal): readonly string[] {
  const nouns = groups.flatMap(({ column, bins }) => {
    const values = found.columns.find(({ name }) => name === column)?.values ?? [];
    if (bins !== undefined || values.length === 0 || values.length > mostNouns) return [];
    const items = values.map(
      ({ value }) => `${scalar(value)}: ${JSON.stringify(`people with ${column} = ${value}`)}`,
    );
    return [`#     ${scalar(column)}: { ${items.join(', ')} }`];
  });
  return [
    '# words:                   # how the answer names people and decisions: take the # away, and write your own',
    '#   people: people         # everybody, as a plural noun: applicants',
    '#   decided: got the positive decision   # the positive decision in the past tense: were admitted',
    ...(nouns.length > 0 ? ['#   groups:              # a plural noun for each value: women', ...nouns] : []),
  ];
}

/**
 * A first `ombud.yaml`: what was found, what a person must check, and a policy to begin with.
 * @returns YAML text
 */
export function declarationText(id: string, source: string, found: Profile, proposal: Proposal): string {
  const groups =
    proposal.groups.length > 0
      ? `  groups: [${proposal.groups.map(groupItem).join(', ')}]`
      : '  # groups: [...]   # no column looks like a group of people: name them';
  const strata =
    proposal.strata.length > 0
      ? [
          `  # strata: [${proposal.strata.map(groupItem).join(', ')}]   # people are comparable only within these? then take the # away`,
        ]
      : [];
  const lines = [
    '# What Ombud audits, and by which limits. Proposed from the names and values of the columns: check every line.',
    `system: ${scalar(id)}`,
    'title: ""                # a name that people know',
    'purpose: ""              # what is decided, about whom',
    'data:',
    `  source: ${JSON.stringify(source)}`,
    ...binaryLine('decision', proposal.decision, found),
    ...binaryLine('outcome', proposal.outcome, found),
    `  favourable: ${proposal.favourable}   # ${proposal.favourable === 'positive' ? 'or negative' : 'or positive'}: is the positive decision good for the person?`,
    groups,
    ...strata,
    ...roleLine('score', proposal.score),
    ...roleLine('count', proposal.count),
    ...roleLine('subject', proposal.subject),
    ...roleLine('time', proposal.time),
    ...wordLines(found, proposal),
    'policy:',
    '  use: [us-four-fifths]  # a rule pack; or limits of your own:',
    '  # assert:',
    '  #   false-negative-rate: [warn, { maxDifference: 0.05 }]',
    '  whenCannotTell: error   # warn: do not stop (exit 3) when there are too few people to tell',
    '',
  ];
  return lines.join('\n');
}
