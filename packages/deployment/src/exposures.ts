import { at, type Document, entriesAt, listAt, type Node, namespaceOf, textAt } from './document.ts';

/** A way in from outside, and what it leads to. */
export interface Exposure {
  readonly document: Document;
  /** `LoadBalancer`, `NodePort`, `Ingress`, `Gateway`, ... as the file says it. */
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** Labels of the pods that it leads to. */
  readonly selector: Readonly<Record<string, string>> | null;
  /** Names of the services that it leads to. */
  readonly services: readonly string[];
  /** The way in itself asks who it is. */
  readonly asks: boolean;
}

const kindOf = ({ content }: Document): string => textAt(content, 'kind') ?? '';
const nameOf = ({ content }: Document): string => textAt(content, 'metadata', 'name') ?? '';

const annotationsOf = ({ content }: Document): [string, string][] =>
  entriesAt(content, 'metadata', 'annotations').map(([name, value]) => [name, String(value)]);

/** Annotations with which a cloud keeps a load balancer inside the organisation's own network. */
const internal: readonly (readonly [RegExp, RegExp])[] = [
  [/azure-load-balancer-internal$/, /^true$/],
  [/aws-load-balancer-internal$/, /^(true|0\.0\.0\.0\/0)$/],
  [/aws-load-balancer-scheme$/, /^internal$/],
  [/alb\.ingress\.kubernetes\.io\/scheme$/, /^internal$/],
  [/load-balancer-type$/, /^internal$/i],
  [/oci-load-balancer-internal$/, /^true$/],
  [/kubernetes\.io\/ingress\.class$/, /internal/],
];

const isInternal = (document: Document): boolean =>
  annotationsOf(document).some(([name, value]) =>
    internal.some(([key, yes]) => key.test(name) && yes.test(value)),
  );

/** Address ranges other than everybody. */
function isRestricted(ranges: readonly Node[]): boolean {
  return ranges.length > 0 && ranges.every((range) => !/^(0\.0\.0\.0|::)\/0$/.test(String(range)));
}

const selectorOf = (node: Node): Record<string, string> | null => {
  const entries = entriesAt(node, 'spec', 'selector');
  return entries.length === 0
    ? null
    : Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
};

function serviceExposure(document: Document): Exposure[] {
  const { content } = document;
  const type = textAt(content, 'spec', 'type') ?? 'ClusterIP';
  const outside = listAt(content, 'spec', 'externalIPs').length > 0;
  if (type !== 'LoadBalancer' && type !== 'NodePort' && !outside) return [];
  if (isInternal(document) || isRestricted(listAt(content, 'spec', 'loadBalancerSourceRanges'))) return [];
  return [
    {
      document,
      kind: outside && type === 'ClusterIP' ? 'externalIPs' : type,
      name: nameOf(document),
      namespace: namespaceOf(document),
      selector: selectorOf(content),
      services: [nameOf(document)],
      asks: false,
    },
  ];
}

/** Annotations with which an ingress controller asks who it is. */
const asking: readonly (readonly [RegExp, RegExp])[] = [
  [/nginx\.ingress\.kubernetes\.io\/auth-(url|type|tls-secret|secret)$/, /./],
  [/alb\.ingress\.kubernetes\.io\/auth-type$/, /^(cognito|oidc)$/],
  [/traefik.*router\.middlewares$/, /auth|oidc|sso|allowlist|whitelist/i],
  [/haproxy.*\/auth-type$/, /./],
  [/cloud\.google\.com\/backend-config$/, /iap/i],
  [/whitelist-source-range$|allowlist-source-range$/, /^(?!0\.0\.0\.0\/0)/],
];

const asks = (document: Document): boolean =>
  annotationsOf(document).some(([name, value]) =>
    asking.some(([key, yes]) => key.test(name) && yes.test(value)),
  );

function ingressExposure(document: Document): Exposure[] {
  if (isInternal(document)) return [];
  const backends = [
    at(document.content, 'spec', 'defaultBackend'),
    ...listAt(document.content, 'spec', 'rules').flatMap((rule) =>
      listAt(rule, 'http', 'paths').map((path) => at(path, 'backend')),
    ),
  ];
  return [
    {
      document,
      kind: 'Ingress',
      name: nameOf(document),
      namespace: namespaceOf(document),
      selector: null,
      services: backends.flatMap(
        (backend) => textAt(backend, 'service', 'name') ?? textAt(backend, 'serviceName') ?? [],
      ),
      asks: asks(document),
    },
  ];
}

/** First label of a host such as `centraldashboard.kubeflow.svc.cluster.local`. */
const serviceOfHost = (host: string): string => host.split('.')[0] ?? host;

/** A route of Istio's or of the Gateway API: it leads outside where a gateway that is reached from outside serves it. */
function routeExposure(document: Document): Exposure[] {
  const { content } = document;
  const gateways = [
    ...listAt(content, 'spec', 'gateways').map(String),
    ...listAt(content, 'spec', 'parentRefs').map((ref) => textAt(ref, 'name') ?? ''),
  ].filter((name) => name !== 'mesh');
  if (gateways.length === 0) return [];
  const hosts = [
    ...listAt(content, 'spec', 'http').flatMap((rule) =>
      listAt(rule, 'route').map((route) => textAt(route, 'destination', 'host')),
    ),
    ...listAt(content, 'spec', 'rules').flatMap((rule) =>
      listAt(rule, 'backendRefs').map((ref) => textAt(ref, 'name')),
    ),
  ].filter((host) => host !== undefined);
  return [
    {
      document,
      kind: kindOf(document),
      name: nameOf(document),
      namespace: namespaceOf(document),
      selector: null,
      services: hosts.map(serviceOfHost),
      asks: false,
    },
  ];
}

/** Every way in from outside that a document opens by itself. */
export function exposuresOf(document: Document): Exposure[] {
  switch (kindOf(document)) {
    case 'Service':
      return serviceExposure(document);
    case 'Ingress':
      return ingressExposure(document);
    case 'VirtualService':
    case 'HTTPRoute':
      return routeExposure(document);
    default:
      return [];
  }
}

/** Kinds and settings with which a mesh asks who it is before anything passes its gateway. */
export function asksAtGateway(document: Document): boolean {
  const { content } = document;
  switch (kindOf(document)) {
    case 'AuthorizationPolicy':
      return (
        textAt(content, 'spec', 'action') === 'CUSTOM' ||
        listAt(content, 'spec', 'rules').some((rule) =>
          [...listAt(rule, 'from'), ...listAt(rule, 'when')].some((part) =>
            /requestPrincipals|request\.auth/.test(JSON.stringify(part)),
          ),
        )
      );
    case 'EnvoyFilter':
      return /ext_authz|jwt_authn|oauth2/.test(JSON.stringify(at(content, 'spec') ?? ''));
    case 'SecurityPolicy':
      return /oidc|jwt|extAuth|basicAuth/.test(JSON.stringify(at(content, 'spec') ?? ''));
    default:
      return false;
  }
}
