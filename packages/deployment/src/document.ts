import { parseAllDocuments } from 'yaml';

/** A value of a manifest, read with care: nothing is assumed of its shape. */
export type Node = unknown;

/** One YAML document and where it stands. */
export interface Document {
  readonly file: string;
  /** First line of the document in its file, from 1. */
  readonly line: number;
  readonly content: Readonly<Record<string, Node>>;
}

/** A document that was not looked at: the file is larger than 5 MB, is no YAML, or its aliases blow up. */
export interface Unreadable {
  readonly file: string;
  readonly line: number;
  readonly reason: 'too-large' | 'not-yaml' | 'aliases';
}

const isObject = (node: Node): node is Readonly<Record<string, Node>> =>
  typeof node === 'object' && node !== null && !Array.isArray(node);

/** Walks down by keys and list indexes; undefined where the path ends before. */
export function at(node: Node, ...path: readonly (string | number)[]): Node {
  return path.reduce<Node>((here, step) => {
    if (typeof step === 'number') return Array.isArray(here) ? here[step] : undefined;
    return isObject(here) && Object.hasOwn(here, step) ? here[step] : undefined;
  }, node);
}

export const textAt = (node: Node, ...path: readonly (string | number)[]): string | undefined => {
  const found = at(node, ...path);
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean'
    ? String(found)
    : undefined;
};

export const listAt = (node: Node, ...path: readonly (string | number)[]): readonly Node[] => {
  const found = at(node, ...path);
  return Array.isArray(found) ? found : [];
};

export const entriesAt = (node: Node, ...path: readonly (string | number)[]): [string, Node][] => {
  const found = at(node, ...path);
  return isObject(found) ? Object.entries(found) : [];
};

/** The namespace that a Kubernetes document says; what says none is in `default`. */
export const namespaceOf = ({ content }: Document): string =>
  textAt(content, 'metadata', 'namespace') ?? 'default';

/** Documents larger than this, or aliases that blow up, are not manifests of a deployment. */
const mostBytes = 5_000_000;

/** Reads every document of a file; lists (`kind: List`) are taken apart. */
export function readDocuments(file: string, text: string): (Document | Unreadable)[] {
  if (text.length > mostBytes) return [{ file, line: 1, reason: 'too-large' }];
  return [...parseAllDocuments(text)].flatMap((parsed): (Document | Unreadable)[] => {
    const line = text.slice(0, parsed.contents?.range?.[0] ?? parsed.range?.[0] ?? 0).split('\n').length;
    const [problem] = parsed.errors;
    if (problem !== undefined) return [{ file, line: problem.linePos?.[0].line ?? line, reason: 'not-yaml' }];
    let content: Node;
    try {
      content = parsed.toJS({ maxAliasCount: 100 });
    } catch {
      return [{ file, line, reason: 'aliases' }];
    }
    if (content === null || content === undefined) return [];
    if (!isObject(content)) return [];
    const items = textAt(content, 'kind') === 'List' ? listAt(content, 'items').filter(isObject) : [content];
    return items.map((item) => ({ file, line, content: item }));
  });
}
