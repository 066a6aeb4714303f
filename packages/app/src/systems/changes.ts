/** What changed from one declaration to the next, member by member. */
import { canonicalJson, type JsonObject, type JsonValue } from '@ombud/kernel';

/** One change: `policy.use` became something else, was added or is gone. */
export type DeclarationChange =
  | { readonly kind: 'added'; readonly path: string; readonly after: string }
  | { readonly kind: 'removed'; readonly path: string; readonly before: string }
  | { readonly kind: 'changed'; readonly path: string; readonly before: string; readonly after: string };

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: JsonValue): string => (typeof value === 'string' ? value : canonicalJson(value));

/** Members with their paths; a list is one value, since a place in it names nothing. */
function membersOf(document: JsonObject, path: readonly string[] = []): [string, JsonValue][] {
  return Object.entries(document).flatMap(([name, value]): [string, JsonValue][] =>
    isObject(value) ? membersOf(value, [...path, name]) : [[[...path, name].join('.'), value]],
  );
}

/**
 * What changed, in the order of the paths.
 * @example changesOf({ title: 'Loans' }, { title: 'Small loans' }) // [{ kind: 'changed', path: 'title', ... }]
 */
export function changesOf(before: JsonObject, after: JsonObject): readonly DeclarationChange[] {
  const old = new Map(membersOf(before).map(([path, value]) => [path, textOf(value)]));
  const fresh = new Map(membersOf(after).map(([path, value]) => [path, textOf(value)]));
  const paths = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return paths.flatMap((path): DeclarationChange[] => {
    const was = old.get(path);
    const is = fresh.get(path);
    if (was === is) return [];
    if (was === undefined) return [{ kind: 'added', path, after: is ?? '' }];
    if (is === undefined) return [{ kind: 'removed', path, before: was }];
    return [{ kind: 'changed', path, before: was, after: is }];
  });
}
