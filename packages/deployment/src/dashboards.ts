/**
 * Programs that show or run everything to whoever reaches them: they have no login of their own, or it can be switched
 * off. Matched against the name of the image and of the workload.
 */
export interface Dashboard {
  readonly name: string;
  readonly pattern: RegExp;
  /** `none`: no login of its own. `own`: it has a login, unless one of `off` switches it off. */
  readonly login: 'none' | 'own';
  /** Arguments or `NAME=value` settings that switch the login off. */
  readonly off: readonly RegExp[];
  /** Arguments or settings that switch a login on where there is none by default. */
  readonly on: readonly RegExp[];
}

const dashboard = (
  name: string,
  pattern: RegExp,
  login: Dashboard['login'],
  off: readonly RegExp[] = [],
  on: readonly RegExp[] = [],
): Dashboard => ({ name, pattern, login, off, on });

export const dashboards: readonly Dashboard[] = [
  dashboard('Kubeflow', /kubeflow|centraldashboard|ml-pipeline-ui|katib-ui/i, 'none'),
  dashboard('Kubernetes Dashboard', /kubernetes-dashboard|kubernetesui\/dashboard/i, 'own', [
    /--enable-skip-login(?:=true)?$/,
    /--disable-settings-authorizer(?:=true)?$/,
  ]),
  dashboard('Jupyter', /jupyter|notebook-server/i, 'own', [
    /(?:NotebookApp|ServerApp|IdentityProvider)\.token=(?:''|""|)$/,
    /JUPYTER_TOKEN=$/,
  ]),
  dashboard('TensorBoard', /tensorboard/i, 'none'),
  dashboard('MLflow', /mlflow/i, 'none', [], [/--app-name[= ]basic-auth/]),
  dashboard('Ray dashboard', /\bray(?:project)?\b.*(?:head|dashboard)|rayproject\/ray/i, 'none'),
  dashboard(
    'Spark',
    /spark-(?:history|master|ui)|spark.*history-server/i,
    'none',
    [],
    [/spark\.ui\.filters=/],
  ),
  dashboard(
    'Prometheus',
    /prom\/(?:prometheus|alertmanager)|\bprometheus\b|\balertmanager\b/i,
    'none',
    [],
    [/--web\.config\.file=/],
  ),
  dashboard('Argo', /argo(?:cli|-server|-workflows)/i, 'own', [/--auth-mode[= ]server/]),
  dashboard('Airflow', /airflow/i, 'own', [/AUTH_ROLE_PUBLIC=(?:Admin|Op|User)/]),
  dashboard('Flower', /\bflower\b/i, 'none', [], [/--basic[-_]auth=/, /--auth=/, /FLOWER_BASIC_AUTH=./]),
  dashboard('Kibana or Elasticsearch', /kibana|elasticsearch|opensearch/i, 'own', [
    /xpack\.security\.enabled=false/i,
    /DISABLE_SECURITY_(?:PLUGIN|DASHBOARDS_PLUGIN)=true/i,
  ]),
  dashboard('Grafana', /grafana\/grafana|\bgrafana\b/i, 'own', [/GF_AUTH_ANONYMOUS_ENABLED=true/i]),
  dashboard('Adminer or phpMyAdmin', /adminer|phpmyadmin|pgadmin/i, 'own', [/PMA_USER=./]),
  dashboard('Streamlit or Gradio', /streamlit|gradio/i, 'none'),
  dashboard('Label Studio', /label-studio/i, 'own', [
    /LABEL_STUDIO_DISABLE_SIGNUP_WITHOUT_LINK=false.*public/i,
  ]),
  dashboard('Ombud', /\bombud\b/i, 'own', [/--no-auth/]),
];

/** Programs that ask who it is before they pass a request on. */
export const authenticators =
  /oauth2[-_]?proxy|authelia|pomerium|keycloak-gatekeeper|gogatekeeper|louketo|vouch|dex-?auth|oidc-authservice|authservice|ory.*oathkeeper|cloudflared|tailscale|teleport/i;
