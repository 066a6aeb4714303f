import { describe, expect, test } from 'vitest';
import { checkDeployment, neededEnvFiles } from './check.ts';

const check = (...texts: string[]) =>
  checkDeployment(texts.map((text, i) => ({ name: `${i}.yaml`, text: text.replace(/^\n/, '') })));

const gatewayService = (type: string) => `
apiVersion: v1
kind: Service
metadata: { name: istio-ingressgateway, namespace: istio-system }
spec:
  type: ${type}
  selector: { istio: ingressgateway }
  ports: [{ port: 80 }]
`;

const kubeflow = `
apiVersion: networking.istio.io/v1alpha3
kind: Gateway
metadata: { name: kubeflow-gateway, namespace: kubeflow }
spec:
  selector: { istio: ingressgateway }
  servers: [{ hosts: ["*"], port: { name: http, number: 80, protocol: HTTP } }]
---
apiVersion: networking.istio.io/v1alpha3
kind: VirtualService
metadata: { name: centraldashboard, namespace: kubeflow }
spec:
  gateways: [kubeflow-gateway]
  hosts: ["*"]
  http:
    - match: [{ uri: { prefix: / } }]
      route: [{ destination: { host: centraldashboard.kubeflow.svc.cluster.local, port: { number: 80 } } }]
`;

const authservice = `
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: authn-filter, namespace: istio-system }
spec:
  configPatches:
    - patch: { value: { name: envoy.filters.http.ext_authz } }
`;

const deployment = (name: string, image: string, more = '') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: main, image: "${image}"${more} }] }
`;

const service = (name: string, type: string, annotations = '{}', more = '') => `
apiVersion: v1
kind: Service
metadata: { name: ${name}, annotations: ${annotations} }
spec: { type: ${type}, selector: { app: ${name} }, ports: [{ port: 80 }]${more} }
`;

const ingress = (name: string, to: string, annotations = '{}') => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: ${name}, annotations: ${annotations} }
spec: { rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: ${to}, port: { number: 80 } } } }] } }] }
`;

describe('found', () => {
  test('Kubeflow 2020: the gateway of the mesh made a public load balancer, nothing that asks', () => {
    const { exposed } = check(gatewayService('LoadBalancer'), kubeflow);
    expect(exposed).toEqual([
      {
        file: '1.yaml',
        line: 8,
        by: 'VirtualService',
        entry: 'centraldashboard',
        dashboard: 'Kubeflow',
        workload: 'centraldashboard',
        because: null,
      },
    ]);
  });

  test.each<[string, string[], string, string]>([
    [
      'TensorBoard behind a load balancer',
      [deployment('tb', 'tensorflow/tensorboard'), service('tb', 'LoadBalancer')],
      'LoadBalancer',
      'TensorBoard',
    ],
    [
      'MLflow on a node port',
      [deployment('ml', 'ghcr.io/mlflow/mlflow:v2'), service('ml', 'NodePort')],
      'NodePort',
      'MLflow',
    ],
    [
      'Prometheus behind a plain ingress',
      [deployment('p', 'prom/prometheus'), service('p', 'ClusterIP'), ingress('in', 'p')],
      'Ingress',
      'Prometheus',
    ],
    [
      'a notebook whose token is empty',
      [
        deployment('nb', 'jupyter/base-notebook', `, args: ["start-notebook.sh", "--NotebookApp.token=''"]`),
        service('nb', 'LoadBalancer'),
      ],
      'LoadBalancer',
      'Jupyter',
    ],
    [
      'Kubernetes Dashboard with its login skipped',
      [
        deployment('kd', 'kubernetesui/dashboard:v2', ', args: ["--enable-skip-login"]'),
        service('kd', 'LoadBalancer'),
      ],
      'LoadBalancer',
      'Kubernetes Dashboard',
    ],
    [
      'Grafana for anybody',
      [
        deployment('g', 'grafana/grafana', ', env: [{ name: GF_AUTH_ANONYMOUS_ENABLED, value: "true" }]'),
        service('g', 'LoadBalancer'),
      ],
      'LoadBalancer',
      'Grafana',
    ],
    [
      'a load balancer open to all addresses by its range',
      [
        deployment('tb', 'tensorboard'),
        service('tb', 'LoadBalancer', '{}', ', loadBalancerSourceRanges: ["0.0.0.0/0"]'),
      ],
      'LoadBalancer',
      'TensorBoard',
    ],
    [
      'Flower on the address of the host',
      [deployment('flower', 'mher/flower', ', ports: [{ containerPort: 5555, hostPort: 5555 }]')],
      'hostNetwork',
      'Flower',
    ],
    [
      'compose: a port on every address',
      ['services: { mlflow: { image: ghcr.io/mlflow/mlflow, ports: ["5000:5000"] } }'],
      'ports',
      'MLflow',
    ],
    [
      'compose: 0.0.0.0 in the long form',
      [
        'services: { tb: { image: tensorboard, ports: [{ target: 6006, published: 6006, host_ip: 0.0.0.0 }] } }',
      ],
      'ports',
      'TensorBoard',
    ],
    [
      'compose: served by Traefik with no middleware',
      [
        'services: { prometheus: { image: prom/prometheus, labels: ["traefik.enable=true", "traefik.http.routers.p.rule=Host(`p`)"] } }',
      ],
      'traefik',
      'Prometheus',
    ],
    [
      'compose: Elasticsearch with its security off',
      [
        'services: { es: { image: elasticsearch:8, environment: ["xpack.security.enabled=false"], ports: ["9200:9200"] } }',
      ],
      'ports',
      'Kibana or Elasticsearch',
    ],
    [
      'a list of documents',
      [
        `kind: List\nitems:\n  - ${JSON.stringify({ kind: 'Service', metadata: { name: 'tensorboard' }, spec: { type: 'LoadBalancer' } })}`,
      ],
      'LoadBalancer',
      'TensorBoard',
    ],
  ])('%s', (_, texts, by, dashboard) => {
    expect(check(...texts).exposed).toMatchObject([{ by, dashboard }]);
  });
});

describe('clean: ten correct deployments', () => {
  test.each<[string, string[]]>([
    ['Kubeflow as it ships: the gateway inside the cluster', [gatewayService('ClusterIP'), kubeflow]],
    [
      'Kubeflow behind a load balancer and a filter that asks',
      [gatewayService('LoadBalancer'), kubeflow, authservice],
    ],
    ['a public web site', [deployment('web', 'nginx'), service('web', 'LoadBalancer')]],
    [
      'TensorBoard behind an ingress with auth-url',
      [
        deployment('tb', 'tensorboard'),
        service('tb', 'ClusterIP'),
        ingress('in', 'tb', '{ nginx.ingress.kubernetes.io/auth-url: "https://sso/auth" }'),
      ],
    ],
    [
      'Prometheus behind an internal load balancer',
      [
        deployment('p', 'prom/prometheus'),
        service('p', 'LoadBalancer', '{ networking.gke.io/load-balancer-type: Internal }'),
      ],
    ],
    [
      'a load balancer for the office alone',
      [
        deployment('tb', 'tensorboard'),
        service('tb', 'LoadBalancer', '{}', ', loadBalancerSourceRanges: ["203.0.113.0/24"]'),
      ],
    ],
    [
      'MLflow behind oauth2-proxy in the same pod',
      [
        `
apiVersion: apps/v1
kind: Deployment
metadata: { name: mlflow }
spec:
  template:
    metadata: { labels: { app: mlflow } }
    spec: { containers: [{ name: a, image: mlflow }, { name: b, image: quay.io/oauth2-proxy/oauth2-proxy }] }
`,
        service('mlflow', 'LoadBalancer'),
      ],
    ],
    [
      'Grafana and Jupyter with their own logins',
      [
        deployment('g', 'grafana/grafana'),
        service('g', 'LoadBalancer'),
        deployment('nb', 'jupyter/base-notebook'),
        service('nb', 'LoadBalancer'),
      ],
    ],
    [
      'compose: on loopback',
      [
        'services: { mlflow: { image: mlflow, ports: ["127.0.0.1:5000:5000"] }, es: { image: elasticsearch, environment: { xpack.security.enabled: "false" } } }',
      ],
    ],
    [
      'compose: only the proxy that asks has a port',
      [
        'services: { tb: { image: tensorboard, expose: ["6006"] }, proxy: { image: quay.io/oauth2-proxy/oauth2-proxy, ports: ["443:4180"] } }',
      ],
    ],
    [
      'an ALB that asks by OIDC',
      [
        deployment('tb', 'tensorboard'),
        service('tb', 'ClusterIP'),
        ingress('in', 'tb', '{ alb.ingress.kubernetes.io/auth-type: oidc }'),
      ],
    ],
  ])('%s', (_, texts) => {
    expect(check(...texts).exposed).toEqual([]);
  });
});

describe('hostile input', () => {
  test.each([
    ['no YAML', 'a: [1, 2'],
    [
      'aliases that blow up',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]`,
    ],
    ['a large file', 'x'.repeat(5_000_001)],
  ])('%s is told as unreadable', (_, text) => {
    expect(check(text).unreadable).toHaveLength(1);
  });

  test.each([
    '',
    'null',
    '- 1',
    '"text"',
    'kind: Service\nspec: 7',
    'services: [1, 2]',
    'kind: Deployment\nspec: { template: null }',
    '__proto__: { kind: Service }',
  ])('nothing is assumed of the shape: %s', (text) => {
    expect(check(text).exposed).toEqual([]);
  });
});

describe('settings that stand elsewhere', () => {
  const grafana = (container: string) => `
apiVersion: v1
kind: List
items:
- apiVersion: apps/v1
  kind: Deployment
  metadata: { name: g, namespace: x }
  spec: { template: { metadata: { labels: { a: g } }, spec: { containers: [{ name: g, image: grafana/grafana, ${container} }] } } }
- apiVersion: v1
  kind: Service
  metadata: { name: g, namespace: x }
  spec: { type: LoadBalancer, selector: { a: g }, ports: [{ port: 80 }] }
`;
  const map = (value: string, namespace = 'x') => `
apiVersion: v1
kind: ConfigMap
metadata: { name: cm, namespace: ${namespace} }
data: { GF_AUTH_ANONYMOUS_ENABLED: "${value}", ANON: "${value}" }
`;
  const all = 'envFrom: [{ configMapRef: { name: cm } }]';
  const one =
    'env: [{ name: GF_AUTH_ANONYMOUS_ENABLED, valueFrom: { configMapKeyRef: { name: cm, key: ANON } } }]';

  test.each([all, one])('a ConfigMap of the files is read: %s', (container) => {
    const open = check(grafana(container), map('true'));
    expect(open.exposed).toMatchObject([{ because: 'GF_AUTH_ANONYMOUS_ENABLED=true' }]);
    expect(check(grafana(container), map('false'))).toMatchObject({ exposed: [], unseen: [] });
    // Of another namespace it is another.
    for (const files of [[grafana(container)], [grafana(container), map('true', 'y')]])
      expect(check(...files)).toMatchObject({
        exposed: [],
        unseen: [{ kind: 'configmap', name: 'cm', workload: 'g', dashboard: 'Grafana' }],
      });
  });

  test('what the container says itself wins over what it takes', () => {
    const own = `env: [{ name: GF_AUTH_ANONYMOUS_ENABLED, value: "false" }], ${all}`;
    expect(check(grafana(own), map('true')).exposed).toEqual([]);
    expect(check(grafana(own.replace('false', 'true')), map('false')).exposed).toHaveLength(1);
  });

  test('what the container takes from a Secret under that name wins over what it takes whole, and is told', () => {
    const own =
      'env: [{ name: GF_AUTH_ANONYMOUS_ENABLED, valueFrom: { secretKeyRef: { name: s, key: k } } }]';
    for (const value of ['true', 'false'])
      expect(check(grafana(`${own}, ${all}`), map(value))).toMatchObject({
        exposed: [],
        unseen: [{ kind: 'secret', name: 's' }],
      });
  });

  test('a Secret is told where it could open the door, and not where it holds a password', () => {
    const secret = (name: string) =>
      `env: [{ name: ${name}, valueFrom: { secretKeyRef: { name: s, key: k } } }]`;
    expect(check(grafana(secret('GF_AUTH_ANONYMOUS_ENABLED'))).unseen).toMatchObject([
      { kind: 'secret', name: 's' },
    ]);
    expect(check(grafana(secret('GF_SECURITY_ADMIN_PASSWORD'))).unseen).toEqual([]);
    expect(check(grafana('envFrom: [{ secretRef: { name: s } }]')).unseen).toMatchObject([
      { kind: 'secret' },
    ]);
  });

  test('a dashboard that nobody reaches is not asked about', () => {
    expect(check(grafana(all).replace('LoadBalancer', 'ClusterIP')).unseen).toEqual([]);
  });

  const compose = (settings: string) => ({
    name: 'deploy/compose.yaml',
    text: `services:\n  graf: { image: grafana/grafana, ports: ["3000:3000"], ${settings} }\n`,
  });
  test.each([
    ['env_file: x.env', 'deploy/x.env'],
    ['env_file: [./x.env]', 'deploy/./x.env'],
    ['env_file: [{ path: /etc/x.env, required: false }]', '/etc/x.env'],
  ])('an env_file of compose is read, and named where it is not there: %s', (settings, path) => {
    const file = compose(settings);
    expect(neededEnvFiles([file])).toEqual([path]);
    const text = '# who may look\nexport GF_AUTH_ANONYMOUS_ENABLED="true"\n';
    expect(checkDeployment([file], new Map([[path, text]])).exposed).toHaveLength(1);
    const off = checkDeployment([file], new Map([[path, `${text}GF_AUTH_ANONYMOUS_ENABLED=false\n`]]));
    expect(off).toMatchObject({ exposed: [], unseen: [] });
    expect(checkDeployment([file], new Map([[path, null]]))).toMatchObject({
      exposed: [],
      unseen: [{ kind: 'env-file' }],
    });
  });

  test('a variable of whoever starts it is told, and its default is read', () => {
    const of = (value: string) => checkDeployment([compose(`environment: [${value}]`)]);
    expect(of('GF_AUTH_ANONYMOUS_ENABLED').unseen).toMatchObject([{ kind: 'variable' }]);
    expect(of(`"GF_AUTH_ANONYMOUS_ENABLED=\${ANON}"`).unseen).toMatchObject([
      { kind: 'variable', name: 'ANON' },
    ]);
    expect(of(`"GF_AUTH_ANONYMOUS_ENABLED=\${ANON:-true}"`).exposed).toHaveLength(1);
    const file = compose('environment: [GF_AUTH_ANONYMOUS_ENABLED], env_file: x.env');
    const text = 'GF_AUTH_ANONYMOUS_ENABLED=false\n';
    expect(checkDeployment([file], new Map([['deploy/x.env', text]])).unseen).toMatchObject([
      { kind: 'variable' },
    ]);
    expect(of(`"GF_SECURITY_ADMIN_PASSWORD=\${PASSWORD}"`).unseen).toEqual([]);
  });
});
