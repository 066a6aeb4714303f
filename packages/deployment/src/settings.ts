import type { Dashboard } from './dashboards.ts';
import { at, type Document, entriesAt, listAt, type Node, namespaceOf, textAt } from './document.ts';

/** Where settings of a workload come from that are in none of the files that were given. */
export interface Elsewhere {
  readonly kind: 'configmap' | 'env-file' | 'secret' | 'variable';
  /** The name of it, as the manifest says it. */
  readonly name: string;
  /** The one setting that comes from there; null where it may be any. */
  readonly setting: string | null;
}

/** The settings of a workload, and where more of them come from. */
export interface Settings {
  /** Arguments, commands and `NAME=value`. */
  readonly known: readonly string[];
  readonly elsewhere: readonly Elsewhere[];
}

/** What the settings of a manifest may name: the other documents, and the text of files beside a compose file. */
export interface Siblings {
  readonly documents: readonly Document[];
  /** By the path that `envFilesOf` gave; null where there is no such file. */
  readonly envFiles: ReadonlyMap<string, string | null>;
}

export const texts = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node) => (['string', 'number', 'boolean'].includes(typeof node) ? [String(node)] : []));

const join = (all: readonly Settings[]): Settings => ({
  known: all.flatMap(({ known }) => known),
  elsewhere: all.flatMap(({ elsewhere }) => elsewhere),
});

const known = (...settings: readonly string[]): Settings => ({ known: settings, elsewhere: [] });
const elsewhere = (kind: Elsewhere['kind'], name: string, setting: string | null): Settings => ({
  known: [],
  elsewhere: [{ kind, name, setting }],
});

/** What a ConfigMap holds; null where it is in none of the files. A Secret is never looked into. */
function configMap({ documents }: Siblings, namespace: string, name: string): [string, string][] | null {
  const found = documents.find(
    (document) =>
      textAt(document.content, 'kind') === 'ConfigMap' &&
      textAt(document.content, 'metadata', 'name') === name &&
      namespaceOf(document) === namespace,
  );
  return found === undefined
    ? null
    : entriesAt(found.content, 'data').map(([key, value]) => [key, String(value)]);
}

function fromSource(source: Node, namespace: string, siblings: Siblings): Settings {
  const prefix = textAt(source, 'prefix') ?? '';
  const map = textAt(source, 'configMapRef', 'name');
  if (map !== undefined) {
    const data = configMap(siblings, namespace, map);
    return data === null
      ? elsewhere('configmap', map, null)
      : known(...data.map(([key, value]) => `${prefix}${key}=${value}`));
  }
  const secret = textAt(source, 'secretRef', 'name');
  return secret === undefined ? known() : elsewhere('secret', secret, null);
}

function fromEntry(entry: Node, namespace: string, siblings: Siblings): Settings {
  const name = textAt(entry, 'name') ?? '';
  const value = textAt(entry, 'value');
  if (value !== undefined) return known(`${name}=${value}`);
  const from = at(entry, 'valueFrom');
  const map = textAt(from, 'configMapKeyRef', 'name');
  if (map !== undefined) {
    const key = textAt(from, 'configMapKeyRef', 'key');
    const found = configMap(siblings, namespace, map)?.find(([one]) => one === key);
    return found === undefined ? elsewhere('configmap', map, name) : known(`${name}=${found[1]}`);
  }
  const secret = textAt(from, 'secretKeyRef', 'name');
  return secret === undefined ? known(`${name}=(elsewhere)`) : elsewhere('secret', secret, name);
}

/** Of each name the first: the order in which settings are given is that in which they win, also where one is out of sight. */
function winning(all: readonly Settings[]): Settings {
  const names = new Set<string>();
  const isFirst = (name: string): boolean => {
    const wins = !names.has(name);
    names.add(name);
    return wins;
  };
  return join(
    all.map(({ known, elsewhere }) => ({
      known: known.filter((setting) => isFirst(setting.split('=', 1)[0] ?? '')),
      elsewhere: elsewhere.filter(({ setting }) => setting === null || isFirst(setting)),
    })),
  );
}

/** The settings of a container of Kubernetes. What its own list says wins over what it takes from elsewhere, and the later over the earlier. */
export function containerSettings(container: Node, namespace: string, siblings: Siblings): Settings {
  const own = listAt(container, 'env').map((entry) => fromEntry(entry, namespace, siblings));
  const taken = listAt(container, 'envFrom').map((source) => fromSource(source, namespace, siblings));
  return join([
    known(...texts(listAt(container, 'command')), ...texts(listAt(container, 'args'))),
    winning([...own.reverse(), ...taken.reverse()]),
  ]);
}

const envFileNames = (service: Node): string[] => {
  const named = at(service, 'env_file');
  const entries = Array.isArray(named) ? named : named === undefined ? [] : [named];
  return entries.flatMap((entry) => (typeof entry === 'string' ? [entry] : (textAt(entry, 'path') ?? [])));
};

/** A file that stands beside another, or below it; a front reads it. */
const pathBeside = (file: string, name: string): string =>
  /^([/\\]|[A-Za-z]:)/.test(name) ? name : `${/^(.*[/\\])?/.exec(file)?.[0] ?? ''}${name}`;

/** The files of settings that the compose services of a document name. */
export const envFilesOf = ({ file, content }: Document): string[] =>
  entriesAt(content, 'services').flatMap(([, service]) =>
    envFileNames(service).map((name) => pathBeside(file, name)),
  );

/** `NAME=value` lines, with or without `export` and quotes; a `#` begins a remark. */
const linesOf = (text: string): string[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const found = /^\s*(?:export\s+)?([\w.-]+)\s*=\s*(.*?)\s*$/.exec(line);
    return found === null ? [] : [`${found[1]}=${(found[2] ?? '').replace(/^(["'])(.*)\1.*$/, '$2')}`];
  });

/** `NAME=value`, `NAME` alone (from the shell that starts it), and a value that is a variable with or without a default. */
function fromText(setting: string): Settings {
  const [, name = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(setting) ?? [];
  if (value === undefined) return elsewhere('variable', name, name);
  const variable = /^\$\{?(\w+)(?::?-([^}]*))?\}?$/.exec(value);
  if (variable === null) return known(setting);
  const [, from = '', otherwise] = variable;
  // What the manifest falls back on is what it is without the variable.
  return otherwise === undefined ? elsewhere('variable', from, name) : known(`${name}=${otherwise}`);
}

/** The settings of a service of a compose file. */
export function serviceSettings(document: Document, service: Node, { envFiles }: Siblings): Settings {
  const command = textAt(service, 'command');
  const environment = [
    ...texts(listAt(service, 'environment')),
    ...entriesAt(service, 'environment').map(([key, value]) => (value === null ? key : `${key}=${value}`)),
  ];
  const files = envFileNames(service).map((name) => {
    const text = envFiles.get(pathBeside(document.file, name)) ?? null;
    return text === null ? elsewhere('env-file', name, null) : known(...linesOf(text).reverse());
  });
  return join([
    known(...(command === undefined ? texts(listAt(service, 'command')) : command.split(/\s+/))),
    winning([...environment.map(fromText), ...files.reverse()]),
  ]);
}

/** Values with which programs switch a login off. */
const tried = ['true', 'false', '', 'Admin', 'User', 'x'];

/** Whether what comes from there could switch the login of this dashboard off. */
export const couldOpen = ({ off }: Dashboard, { setting }: Elsewhere): boolean =>
  setting === null || tried.some((value) => off.some((pattern) => pattern.test(`${setting}=${value}`)));
