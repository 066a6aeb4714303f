import type { Catalogue } from '../message.ts';

/** Of the command and of roles, what a person meets at an audit and at a check; the rest is told in English. */
export const command: Catalogue = {
  'role/count': 'recuento',
  'role/decision': 'decisión',
  'role/group': 'grupo',
  'role/groups': 'grupos',
  'role/model': 'modelo',
  'role/outcome': 'resultado',
  'role/score': 'puntuación',
  'role/stratum': 'estrato',
  'role/subject': 'persona',
  'role/system': 'sistema',
  'role/time': 'tiempo',
  'role/weight': 'peso',
  'cli/audit/baseline':
    '.input {$n :number} .match $n one {{La línea de base en {$path} conoce {$n} incumplimiento.}} * {{La línea de base en {$path} conoce {$n} incumplimientos.}}',
  'cli/audit/no-report':
    'Añada --out CARPETA para el informe completo como página, y para el resultado como JSON.',
  'cli/audit/report': 'El informe completo: {$path}',
  'cli/audit/using': 'Se usa {$file}; las opciones mandan.',
  'cli/audit/written': 'Escrito: {$files.list}',
  'cli/remedies/law':
    'Antes de usar un umbral por grupo, pregunte si es lícito. En los Estados Unidos la ley federal prohíbe puntuaciones de corte distintas por raza, color, religión, sexo u origen nacional en pruebas de empleo (42 U.S.C. 2000e-2(l)), y un acreedor no puede decidir por esas características (15 U.S.C. 1691(a), 12 CFR 1002.4(a)).',
  'cli/remedies/no-thresholds':
    'Sin umbrales: hacen falta una puntuación, una decisión conocida y personas de ambas decisiones.',
  'cli/remedies/no-weights': 'Sin pesos: nadie tiene a la vez grupo y etiqueta.',
  'cli/remedies/none-applied':
    'Nada de esto se aplicó. Cada remedio tiene un coste, y personas que lo pagan.',
  'cli/remedies/threshold-from':
    '  {$group}: positiva desde una puntuación de {$threshold}. De {$people} personas, {$gain} ganarían la decisión positiva y {$lose} la perderían; positivas por error {$falseNow}, luego {$falseThen}; negativas por error {$missedNow}, luego {$missedThen}.',
  'cli/remedies/threshold-to':
    '  {$group}: positiva hasta una puntuación de {$threshold}. De {$people} personas, {$gain} ganarían la decisión positiva y {$lose} la perderían; positivas por error {$falseNow}, luego {$falseThen}; negativas por error {$missedNow}, luego {$missedThen}.',
  'cli/remedies/thresholds':
    'Un umbral para cada grupo, de modo que cada uno reciba la parte actual de decisiones positivas ({$share}). El error se cuenta donde se conoce el resultado.',
  'cli/remedies/weight-no': '  {$group}, etiqueta no: {$people} personas de peso {$weight}',
  'cli/remedies/weight-yes': '  {$group}, etiqueta sí: {$people} personas de peso {$weight}',
  'cli/remedies/weights-decision':
    'Pesos que hacen la decisión independiente del grupo al entrenar: {$people} personas valdrían por {$worth}.',
  'cli/remedies/weights-outcome':
    'Pesos que hacen el resultado independiente del grupo al entrenar: {$people} personas valdrían por {$worth}.',
  'cli/verify/counted':
    'Se contó en la auditoría de las primeras {$size :number useGrouping=never} entradas.',
  'cli/verify/evidence':
    'Verificado: el registro {$origin} firmó esta auditoría de sus primeras {$size :number useGrouping=never} entradas (raíz {$root}).',
  'cli/verify/evidence-in-log': 'El registro publicado creció desde ese punto de control.',
  'cli/verify/page-written':
    'La página que comprueba está en {$file}. No necesita red: ábrala con un doble clic.',
  'cli/verify/page-same': 'La página es esa auditoría firmada, byte por byte.',
  'cli/verify/page-unchecked':
    'Los datos están firmados; el aspecto de la página no se comprobó, porque la hizo la versión {$version} y esta es otra.',
  'OMBUD_E_VERIFY_REPORT/differs':
    'La página no es la que da esta evidencia: alguien la cambió, o muestra otra auditoría.',
  'OMBUD_E_VERIFY_REPORT/no-report': 'La página no es un informe de Ombud.',
  'OMBUD_E_DATABASE/untrusted':
    'Nadie en quien esta máquina confíe responde por el certificado de "{$location}", así que no se preguntó nada. Indique su autoridad en NODE_EXTRA_CA_CERTS o, para PostgreSQL, en sslrootcert.',
  'OMBUD_E_NO_SOURCE/no-file':
    'La fuente "{$source}" no existe. Compruebe la ruta; ponga entre comillas patrones como "data/*.csv".',
  'OMBUD_E_NO_SOURCE/none-named':
    'No se indicó ninguna fuente. Escriba "ombud audit FILE --decision COLUMN --groups COLUMN", o cree un ombud.yaml con "ombud init FILE".',
  'OMBUD_E_UNKNOWN_COLUMN/no-column':
    '.input {$near.count :number} .match $near.count 0 {{No hay ninguna columna "{$column}" para: {$role}. Las columnas son: {$columns.list}.}} * {{No hay ninguna columna "{$column}" para: {$role}. ¿Quiso decir {$near.or}?}}',
  'OMBUD_E_BASELINE/other-decision':
    'La línea de base de {$file} es de otra decisión, por su columna o por lo que en ella es positivo. Aquí no disculpa nada: escriba una de esta auditoría.',
  'OMBUD_E_BASELINE/other-favourable':
    'La línea de base de {$file} es de una auditoría en la que no se dijo lo mismo sobre si la decisión positiva es buena o mala para la persona. Aquí no disculpa nada: escriba una de esta auditoría.',
  'OMBUD_E_BASELINE/other-groups':
    'La línea de base de {$file} es de otros grupos: ninguno de sus atributos se audita aquí como allí. Aquí no disculpa nada: escriba una de esta auditoría.',
  'OMBUD_E_BASELINE/other-outcome':
    'La línea de base de {$file} es de otro resultado, por su columna o por lo que en él es positivo. Aquí no disculpa nada: escriba una de esta auditoría.',
  'OMBUD_E_BASELINE/other-policy':
    'La línea de base de {$file} es de otra política: aquí no se juzga por ninguno de sus paquetes ni archivos. Aquí no disculpa nada: escriba una de esta auditoría.',
  'OMBUD_E_BASELINE/other-system':
    'La línea de base de {$file} es de otro sistema. Aquí no disculpa nada: escriba una de esta auditoría.',
  'OMBUD_E_BAD_CONFIG/flag-alone': '--{$flag} no hace nada sin --{$needs}. Añádalo, o quite --{$flag}.',
  'OMBUD_E_BAD_CONFIG/flags-apart': '--{$flag} no hace nada junto con --{$other}. Quite uno de los dos.',
  'OMBUD_E_BAD_CONFIG/sign-no-baseline':
    'Lo que se firma es el resultado mismo, que ninguna línea de base disculpa. Firme en una ejecución y compare con la línea de base en otra.',
  'OMBUD_E_BAD_CONFIG/ll144-needs-audit':
    'La página de la Local Law 144 muestra la auditoría "ll144", que no se pidió. No se auditó nada.',
  'command/OMBUD_E_BAD_CONFIG/ll144-needs-audit': 'Añada --policy nyc-ll144, o --audits ll144.',
  'OMBUD_E_BAD_CONFIG/no-language': 'Ombud no habla "{$tag}". Habla: {$languages.list}.',
};
