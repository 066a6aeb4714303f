import {
  type Document,
  entriesAt,
  listAt,
  type Node,
  namespaceOf,
  readDocuments,
  textAt,
  type Unreadable,
} from './document.ts';
import { asksAtGateway, type Exposure, exposuresOf } from './exposures.ts';
import { couldOpen, type Elsewhere, envFilesOf, type Siblings } from './settings.ts';
import {
  composeWorkload,
  dashboardNamed,
  isAuthenticator,
  openDashboard,
  type Workload,
  workloadOf,
} from './workloads.ts';

/** A dashboard that anybody can reach without authentication. */
export interface Exposed {
  readonly file: string;
  readonly line: number;
  /** How it is reached: `LoadBalancer`, `Ingress`, `ports`, ... */
  readonly by: string;
  /** Name of the way in. */
  readonly entry: string;
  readonly dashboard: string;
  readonly workload: string;
  /** The setting that switched the login off; null where the program has none of its own. */
  readonly because: string | null;
}

/** Settings that could switch the login of a dashboard off, and are in none of the files. */
export interface Unseen {
  readonly file: string;
  readonly line: number;
  readonly dashboard: string;
  readonly workload: string;
  /** What it is and its name, as the manifest says it. */
  readonly kind: Elsewhere['kind'];
  readonly name: string;
}

/** What the check of a deployment found: ways in that anybody can reach, and documents that cannot be read. */
export interface DeploymentCheck {
  readonly exposed: readonly Exposed[];
  readonly unreadable: readonly Unreadable[];
  /** Of dashboards that are reached and ask, as far as the files tell. */
  readonly unseen: readonly Unseen[];
  /** Ways in that were looked at. */
  readonly ways: number;
  readonly documents: number;
}

const selects = (selector: Readonly<Record<string, string>>, { labels }: Workload): boolean =>
  Object.entries(selector).every(([name, value]) => labels[name] === value);

interface Cluster {
  readonly documents: readonly Document[];
  readonly workloads: readonly Workload[];
  readonly asksAtGateway: boolean;
}

/** The services of the files by name, to find the pods behind a name. */
function behind({ documents, workloads }: Cluster, exposure: Exposure): Workload[] {
  const named = documents.filter(
    (document) =>
      textAt(document.content, 'kind') === 'Service' &&
      exposure.services.includes(textAt(document.content, 'metadata', 'name') ?? ''),
  );
  const selectors = [
    ...(exposure.selector === null ? [] : [{ selector: exposure.selector, namespace: exposure.namespace }]),
    ...named.flatMap((document) => {
      const entries = entriesAt(document.content, 'spec', 'selector');
      return entries.length === 0
        ? []
        : [
            {
              selector: Object.fromEntries(entries.map(([name, value]) => [name, String(value)])),
              namespace: namespaceOf(document),
            },
          ];
    }),
  ];
  return workloads.filter((workload) =>
    selectors.some(
      ({ selector, namespace }) => namespace === workload.namespace && selects(selector, workload),
    ),
  );
}

/** What a way in leads to, as far as the files tell; null where something asks first. */
function reachedBy(cluster: Cluster, exposure: Exposure): Workload[] | null {
  const isRoute = exposure.kind === 'VirtualService' || exposure.kind === 'HTTPRoute';
  if (exposure.asks || (isRoute && cluster.asksAtGateway)) return null;
  const found = behind(cluster, exposure);
  return found.some(isAuthenticator) ? null : found;
}

/** Where the login of a dashboard that is reached could be switched off out of sight. */
function unseenOf(workload: Workload): Unseen[] {
  const dashboard = dashboardNamed(workload.name, ...workload.images);
  if (dashboard === null || openDashboard(workload) !== null) return [];
  const { file, line } = workload.document;
  return workload.elsewhere
    .filter((elsewhere) => couldOpen(dashboard, elsewhere))
    .map(({ kind, name }) => ({
      file,
      line,
      dashboard: dashboard.name,
      workload: workload.name,
      kind,
      name,
    }));
}

function exposedBy(
  { document, kind, name, services }: Exposure,
  reached: readonly Workload[] | null,
): Exposed[] {
  const way = { file: document.file, line: document.line, by: kind, entry: name };
  if (reached === null) return [];
  if (reached.length > 0)
    return reached.flatMap((workload) => {
      const open = openDashboard(workload);
      return open === null
        ? []
        : [{ ...way, dashboard: open.dashboard.name, workload: workload.name, because: open.because }];
    });
  // What runs behind it is not in these files: its name tells whether it is a dashboard without a login of its own.
  return services.flatMap((service) => {
    const dashboard = dashboardNamed(service);
    return dashboard?.login === 'none'
      ? [{ ...way, dashboard: dashboard.name, workload: service, because: null }]
      : [];
  });
}

/** A route of a mesh leads outside only where something outside reaches its gateway, or where nothing tells. */
function reachedFromOutside(
  exposure: Exposure,
  all: readonly Exposure[],
  documents: readonly Document[],
): boolean {
  if (exposure.kind !== 'VirtualService' && exposure.kind !== 'HTTPRoute') return true;
  const gatewayServices = documents.filter(
    ({ content }) =>
      textAt(content, 'kind') === 'Service' && /gateway/.test(textAt(content, 'metadata', 'name') ?? ''),
  );
  if (gatewayServices.length === 0) return exposure.kind === 'HTTPRoute';
  return all.some(
    ({ kind, name }) => ['LoadBalancer', 'NodePort', 'externalIPs'].includes(kind) && /gateway/.test(name),
  );
}

function onHosts({ workloads }: Cluster): Exposed[] {
  return workloads
    .filter(({ onHost }) => onHost)
    .flatMap((workload) => {
      const open = openDashboard(workload);
      const { file, line } = workload.document;
      return open === null || isAuthenticator(workload)
        ? []
        : [
            {
              file,
              line,
              by: 'hostNetwork',
              entry: workload.name,
              dashboard: open.dashboard.name,
              workload: workload.name,
              because: open.because,
            },
          ];
    });
}

/** A published port that listens beyond this machine: "8080:80", {published: 8080}; not "127.0.0.1:8080:80". */
function isPublic(port: Node): boolean {
  if (typeof port === 'number') return true;
  if (typeof port === 'string') return !/^(127\.\d+\.\d+\.\d+|\[?::1\]?|localhost):/.test(port);
  const host = textAt(port, 'host_ip');
  return textAt(port, 'published') !== undefined && (host === undefined || !/^(127\.|::1$)/.test(host));
}

/** Traefik serves a service that asks for it by labels; without a middleware that asks who it is, to anybody. */
function servedByTraefik(service: Node): boolean {
  const labels = [
    ...listAt(service, 'labels').map(String),
    ...entriesAt(service, 'labels').map(([name, value]) => `${name}=${value}`),
  ];
  return (
    labels.some((label) => /^traefik\.enable=true$/.test(label)) &&
    !labels.some((label) => /\.middlewares=.*(auth|oidc|sso|allowlist|whitelist)/i.test(label))
  );
}

function composeExposed(
  document: Document,
  siblings: Siblings,
): { exposed: Exposed[]; ways: number; reached: Workload[] } {
  let ways = 0;
  const reached: Workload[] = [];
  const exposed = entriesAt(document.content, 'services').flatMap(([name, service]): Exposed[] => {
    const workload = composeWorkload(document, name, service, siblings);
    const ports = listAt(service, 'ports').filter(isPublic);
    const by =
      ports.length > 0
        ? 'ports'
        : workload.onHost
          ? 'network_mode'
          : servedByTraefik(service)
            ? 'traefik'
            : null;
    if (by === null) return [];
    ways++;
    if (isAuthenticator(workload)) return [];
    reached.push(workload);
    const open = openDashboard(workload);
    if (open === null) return [];
    const { file, line } = document;
    return [
      { file, line, by, entry: name, dashboard: open.dashboard.name, workload: name, because: open.because },
    ];
  });
  return { exposed, ways, reached };
}

/** A file of a deployment. */
export interface DeploymentFile {
  readonly name: string;
  readonly text: string;
}

/** The files of settings that the compose files name, as paths beside them: whoever reads files gives their text to the check. */
export const neededEnvFiles = (files: readonly DeploymentFile[]): string[] => [
  ...new Set(
    files
      .flatMap(({ name, text }) => readDocuments(name, text))
      .flatMap((one) => ('content' in one ? envFilesOf(one) : [])),
  ),
];

/**
 * Finds dashboards that are reached from outside without authentication: what was done to tens of Kubeflow clusters in
 * 2020. Reads Kubernetes manifests (services, ingresses, meshes) and compose files; files are read together, since a way
 * in and what is behind it often stand apart.
 *
 * @param files name and text of each
 * @param envFiles the text of the files of settings that compose files name, by the path that `neededEnvFiles` gives
 * @example checkDeployment([{ name: 'gateway.yaml', text }]).exposed // [] where nothing is open
 */
export function checkDeployment(
  files: readonly DeploymentFile[],
  envFiles: Siblings['envFiles'] = new Map(),
): DeploymentCheck {
  const read = files.flatMap(({ name, text }) => readDocuments(name, text));
  const documents = read.filter((one): one is Document => 'content' in one);
  const unreadable = read.filter((one): one is Unreadable => 'reason' in one);
  const siblings: Siblings = { documents, envFiles };
  const cluster: Cluster = {
    documents,
    workloads: documents.flatMap((document) => workloadOf(document, siblings) ?? []),
    asksAtGateway: documents.some(asksAtGateway),
  };
  const all = documents.flatMap(exposuresOf);
  const ways = all
    .filter((exposure) => reachedFromOutside(exposure, all, documents))
    .map((exposure) => ({ exposure, reached: reachedBy(cluster, exposure) }));
  const composes = documents
    .filter(({ content }) => 'services' in content)
    .map((document) => composeExposed(document, siblings));
  const reached = new Set([
    ...ways.flatMap((way) => way.reached ?? []),
    ...cluster.workloads.filter((workload) => workload.onHost && !isAuthenticator(workload)),
    ...composes.flatMap((compose) => compose.reached),
  ]);
  return {
    exposed: [
      ...ways.flatMap((way) => exposedBy(way.exposure, way.reached)),
      ...onHosts(cluster),
      ...composes.flatMap(({ exposed }) => exposed),
    ],
    unreadable,
    unseen: [...reached].flatMap(unseenOf),
    ways: ways.length + composes.reduce((sum, compose) => sum + compose.ways, 0),
    documents: documents.length,
  };
}
