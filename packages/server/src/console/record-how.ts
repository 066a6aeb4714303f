/** How a system records a decision, ready to be copied: made from what it declared. */
import { configOf, type SystemVersion } from '@ombud/app';

type Example = string | number | boolean;

const exampleOf = (type: string): Example => {
  switch (type) {
    case 'number':
    case 'integer':
      return 1;
    case 'boolean':
      return true;
    case 'date':
      return '2026-01-31';
    default:
      return 'a';
  }
};

/** A decision that fits a declaration. */
function decisionOf(version: SystemVersion): Record<string, unknown> {
  const { data, inputs = [] } = configOf(version);
  const decision = data?.decision;
  const positive =
    decision !== undefined && 'positive' in decision && decision.positive !== undefined
      ? decision.positive[0]
      : 'yes';
  // Not known: an invented value would be a group of its own in the next audit.
  const attributes = (data?.groups ?? []).map(({ column }) => [column, null] as const);
  return {
    subject: 's-1',
    decision: positive ?? 'yes',
    ...(attributes.length === 0 ? {} : { attributes: Object.fromEntries(attributes) }),
    ...(inputs.length === 0
      ? {}
      : { inputs: Object.fromEntries(inputs.map(({ name, type }) => [name, exampleOf(type)])) }),
  };
}

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The command that records one decision. */
export const recordCommand = (origin: string, version: SystemVersion): string =>
  [
    `curl ${origin}/api/v1/systems/${version.system}/decisions \\`,
    '  -H "Authorization: Bearer $OMBUD_KEY" -H \'Content-Type: application/json\' \\',
    `  -d ${quoted(JSON.stringify(decisionOf(version)))}`,
  ].join('\n');

/** The commands that fetch the receipt of an entry, and verify it without the server. */
export const verifyCommands = (origin: string, index: string, key: string): string =>
  [
    `curl ${origin}/api/v1/log/entries/${index}/receipt -H "Authorization: Bearer $OMBUD_KEY" > receipt.txt`,
    `npx ombud verify receipt.txt --key ${quoted(key)}`,
  ].join('\n');
