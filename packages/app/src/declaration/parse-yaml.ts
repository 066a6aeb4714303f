import { contractErrors } from '@ombud/contract';
import { nearest, type OmbudError, type Params } from '@ombud/kernel';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { keysAt, type Schema } from './known-keys.ts';

type Code = keyof typeof contractErrors.declarations;
type Issue = z.core.$ZodIssue;

/** The path of the mistake: of an unknown key, the key itself. */
const pathOf = (issue: Issue): string[] =>
  [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])].map(String);

/** Where a value may have several forms, the mistake is in the form that fits furthest; a mistyped key explains a missing one. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().map((one) => deepest({ ...one, path: [...issue.path, ...one.path] }));
  const far = Math.max(...inner.map((one) => pathOf(one).length));
  const best = inner.filter((one) => pathOf(one).length === far);
  return (
    best.find(({ code }) => code === 'unrecognized_keys') ??
    best.find(({ code }) => code !== 'invalid_type') ??
    best[0] ??
    issue
  );
}

/** The line of the value at a path, or of the nearest thing around it that is there. */
function lineOf(document: Document, lines: LineCounter, path: readonly string[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** Our error for what the schema found. */
function errorOf(code: Code, issue: Issue, at: Params, schema: z.ZodType, isAbsent: boolean): OmbudError {
  const path = issue.path.map(String).join('.');
  const fail = (reason: Parameters<typeof contractErrors.error<Code>>[1], more: Params = {}): OmbudError =>
    contractErrors.error(code, reason, { ...at, path, ...more });
  switch (issue.code) {
    case 'unrecognized_keys': {
      const key = issue.keys[0] ?? '';
      const whole = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
      const keys = keysAt(whole, issue.path.map(String));
      return fail(path === '' ? 'unknown-key' : 'unknown-key-in', { key, keys, near: nearest(key, keys) });
    }
    case 'invalid_type':
      if (isAbsent) return fail('missing-key');
      return path === '' ? fail('no-keys') : fail('wrong-type', { expected: issue.expected });
    case 'invalid_value':
      return fail('not-a-choice', { choices: issue.values.map(String) });
    case 'too_small':
      return issue.origin === 'array'
        ? fail('list-too-short')
        : fail('too-small', { limit: Number(issue.minimum), inclusive: issue.inclusive !== false });
    case 'too_big':
      return fail('too-large', { limit: Number(issue.maximum), inclusive: issue.inclusive !== false });
    default:
      return fail('unfit');
  }
}

/** A few lines that repeat each other again and again would be more than any machine holds: the library stops, and so do we. */
function plainOf(
  document: Document,
  { code, file }: { readonly code: Code; readonly file: string },
): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    throw contractErrors.error(code, 'too-many-aliases', { file }, { cause });
  }
}

/**
 * Reads YAML and checks it against the schema that fits it.
 * @param file the name of the file, for messages
 * @param schemaOf the schema, from the keys at the top
 * @throws OmbudError of the code, with the file, the line and the path of the first mistake
 */
export function parseYaml<S extends z.ZodType>(
  text: string,
  file: string,
  schemaOf: (keys: readonly string[]) => S,
  code: Code,
): z.output<S> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) throw contractErrors.error(code, 'not-yaml', { file, line: lines.linePos(broken.pos[0]).line });
  const value = plainOf(document, { code, file });
  const schema = schemaOf(typeof value === 'object' && value !== null ? Object.keys(value) : []);
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const [first] = checked.error.issues;
  if (!first) throw contractErrors.error(code, 'no-keys', { file });
  const issue = deepest(first);
  const isAbsent = issue.path.length > 0 && !document.hasIn(issue.path.map(String));
  throw errorOf(code, issue, { file, line: lineOf(document, lines, pathOf(issue)) }, schema, isAbsent);
}
