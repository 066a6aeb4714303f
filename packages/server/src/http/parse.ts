/** Takes out of a request what a route declares, and names the first thing that does not fit. */
import { decodeUtf8, type OmbudError, parseStrictJson } from '@ombud/kernel';
import type { z } from 'zod';
import { serverErrors } from '../errors.ts';
import type { HeaderOf } from './request-headers.ts';
import type { Input, Route } from './route.ts';

type Issue = z.core.$ZodIssue;

/** Where a value may have several forms, the mistake is in the form that fits furthest. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().map((one) => deepest({ ...one, path: [...issue.path, ...one.path] }));
  return inner.sort((a, b) => b.path.length - a.path.length)[0] ?? issue;
}

function errorOf(part: string, whole: Issue): OmbudError {
  const issue = deepest(whole);
  const path = [part, ...issue.path.map(String)].join('.');
  const fail = (
    reason: (typeof serverErrors.declarations)['OMBUD_E_HTTP_INPUT']['reasons'][number],
    more = {},
  ) => serverErrors.error('OMBUD_E_HTTP_INPUT', reason, { path, ...more });
  switch (issue.code) {
    case 'unrecognized_keys':
      return fail('unknown-member', { member: issue.keys[0] ?? '' });
    case 'invalid_type':
      return issue.input === undefined ? fail('missing') : fail('wrong-type', { expected: issue.expected });
    case 'invalid_value':
      return fail('not-a-choice', { choices: issue.values.map(String) });
    case 'too_big':
      return fail('too-large-value', { most: Number(issue.maximum) });
    default:
      return fail('unfit');
  }
}

/** A schema walks into a value: one that is deeper than the walk can go is refused. */
function parsed(part: string, schema: z.ZodType, value: unknown) {
  try {
    return schema.safeParse(value, { reportInput: true });
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw serverErrors.error('OMBUD_E_HTTP_INPUT', 'too-deep', { path: part }, { cause });
  }
}

function checked(part: string, schema: z.ZodType, value: unknown): unknown {
  const result = parsed(part, schema, value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw issue === undefined
    ? serverErrors.error('OMBUD_E_HTTP_INPUT', 'unfit', { path: part })
    : errorOf(part, issue);
}

/** A query or a form: one text for each name, a list where a name comes twice. */
export function membersOf(fields: Iterable<[string, unknown]>): Record<string, unknown> {
  const members = new Map<string, unknown>();
  for (const [name, value] of fields) {
    const earlier = members.get(name);
    if (earlier === undefined) members.set(name, value);
    else members.set(name, Array.isArray(earlier) ? [...earlier, value] : [earlier, value]);
  }
  return Object.fromEntries(members);
}

const types = {
  json: ['application/json'],
  form: ['application/x-www-form-urlencoded'],
  multipart: ['multipart/form-data'],
  text: ['text/plain', 'application/octet-stream'],
} as const;

/** The body of a request by the type that its route takes; the form's token is taken out beside it. */
export async function readBody(
  route: Route,
  request: Request,
  header: HeaderOf,
): Promise<{ readonly body: unknown; readonly token: string | null }> {
  if (route.body === null) return { body: undefined, token: null };
  const takes = route.takes ?? 'json';
  const type = (header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const accepted: readonly string[] = types[takes];
  if (!accepted.includes(type))
    throw serverErrors.error('OMBUD_E_HTTP_INPUT', 'content-type', { path: 'body', types: accepted });
  if (takes === 'multipart') return formOf(await multipartOf(request));
  const raw = await textOf(request);
  switch (takes) {
    case 'text':
      return { body: raw, token: null };
    case 'json':
      return { body: jsonOf(raw), token: null };
    case 'form':
      return formOf(new URLSearchParams(raw));
  }
}

/** A form's members, and its token apart from them. */
function formOf(fields: Iterable<[string, unknown]>): {
  readonly body: unknown;
  readonly token: string | null;
} {
  const { token = null, ...body } = membersOf(fields);
  return { body, token: typeof token === 'string' ? token : null };
}

async function multipartOf(request: Request): Promise<Iterable<[string, unknown]>> {
  try {
    return await request.formData();
  } catch (cause) {
    throw serverErrors.error('OMBUD_E_HTTP_INPUT', 'unfit', { path: 'body' }, { cause });
  }
}

/** What cannot be kept as it was sent is refused; a large number is its digits. */
function jsonOf(raw: string): unknown {
  const read = parseStrictJson(raw);
  if ('refused' in read) throw serverErrors.error('OMBUD_E_HTTP_INPUT', read.refused, { path: 'body' });
  return read.value;
}

/** The text of a body; bytes that are no UTF-8 would be other letters in the log than in the request. */
async function textOf(request: Request): Promise<string> {
  const text = decodeUtf8(new Uint8Array(await request.arrayBuffer()));
  if (text === null) throw serverErrors.error('OMBUD_E_HTTP_INPUT', 'not-utf-8', { path: 'body' });
  return text;
}

/** The checked input of a route. */
export const inputOf = (
  route: Route,
  given: { readonly params: unknown; readonly query: unknown; readonly body: unknown },
): Input<unknown, unknown, unknown> => ({
  params: checked('path', route.params, given.params),
  query: checked('query', route.query, given.query),
  body: route.body === null ? undefined : checked('body', route.body, given.body),
});
