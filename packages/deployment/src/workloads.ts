import { authenticators, type Dashboard, dashboards } from './dashboards.ts';
import { at, type Document, entriesAt, listAt, type Node, namespaceOf, textAt } from './document.ts';
import { containerSettings, type Elsewhere, type Siblings, serviceSettings, texts } from './settings.ts';

/** What runs: a pod template, or a service of a compose file. */
export interface Workload {
  readonly document: Document;
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly images: readonly string[];
  /** Arguments, commands and `NAME=value` settings of all its containers. */
  readonly settings: readonly string[];
  /** Where more of its settings come from, which is in none of the files. */
  readonly elsewhere: readonly Elsewhere[];
  /** It takes the address of the machine it runs on. */
  readonly onHost: boolean;
}

const nameOf = ({ content }: Document): string => textAt(content, 'metadata', 'name') ?? '';

/** Where the pod lies in each kind that runs one. */
const podPaths: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  Notebook: ['spec', 'template'],
};

const labelsAt = (node: Node, ...path: readonly string[]): Record<string, string> =>
  Object.fromEntries(entriesAt(node, ...path).map(([name, value]) => [name, String(value)]));

/** The workload of a Kubernetes document; null where it runs nothing. */
export function workloadOf(document: Document, siblings: Siblings): Workload | null {
  const path = podPaths[textAt(document.content, 'kind') ?? ''];
  if (path === undefined) return null;
  const pod = at(document.content, ...path);
  const containers = [...listAt(pod, 'spec', 'containers'), ...listAt(pod, 'spec', 'initContainers')];
  const settings = containers.map((container) =>
    containerSettings(container, namespaceOf(document), siblings),
  );
  const hostPorts = containers.some((container) =>
    listAt(container, 'ports').some(
      (port) => textAt(port, 'hostPort') !== undefined && textAt(port, 'hostIP') !== '127.0.0.1',
    ),
  );
  return {
    document,
    name: nameOf(document),
    namespace: namespaceOf(document),
    labels: labelsAt(pod, 'metadata', 'labels'),
    images: containers.flatMap((container) => textAt(container, 'image') ?? []),
    settings: settings.flatMap(({ known }) => known),
    elsewhere: settings.flatMap(({ elsewhere }) => elsewhere),
    onHost: textAt(pod, 'spec', 'hostNetwork') === 'true' || hostPorts,
  };
}

/** A service of a compose file as a workload. */
export function composeWorkload(
  document: Document,
  name: string,
  service: Node,
  siblings: Siblings,
): Workload {
  const { known, elsewhere } = serviceSettings(document, service, siblings);
  return {
    document,
    name,
    namespace: '',
    labels: {},
    images: texts([at(service, 'image')]),
    settings: known,
    elsewhere,
    onHost: textAt(service, 'network_mode') === 'host',
  };
}

/** Whether the workload asks who it is before it passes anything on; also a sidecar that does. */
export const isAuthenticator = ({ name, images }: Workload): boolean =>
  [name, ...images].some((text) => authenticators.test(text));

/** Which dashboard a name or an image is; null where it is none that is known. */
export const dashboardNamed = (...names: readonly string[]): Dashboard | null =>
  dashboards.find(({ pattern }) => names.some((name) => pattern.test(name))) ?? null;

/** The dashboard that a workload shows to anybody who reaches it, and what switched its login off; null where it asks. */
export function openDashboard(
  workload: Workload,
): { readonly dashboard: Dashboard; readonly because: string | null } | null {
  const dashboard = dashboardNamed(workload.name, ...workload.images);
  if (dashboard === null) return null;
  const matching = (patterns: readonly RegExp[]) =>
    workload.settings.find((setting) => patterns.some((pattern) => pattern.test(setting))) ?? null;
  if (dashboard.login === 'none') {
    // That it is set at all, by a secret for example, is what switches a login on.
    const isSet = workload.elsewhere.some(
      ({ setting }) => setting !== null && dashboard.on.some((pattern) => pattern.test(`${setting}=x`)),
    );
    return matching(dashboard.on) === null && !isSet ? { dashboard, because: null } : null;
  }
  const off = matching(dashboard.off);
  return off === null ? null : { dashboard, because: off };
}
