import type { Catalogue } from '../message.ts';

/** Of the command and of roles, what a person meets at an audit and at a check; the rest is told in English. */
export const command: Catalogue = {
  'role/count': 'recuento',
  'role/decision': 'decisión',
  'role/group': 'grupo',
  'role/groups': 'grupos',
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
  'cli/verify/counted':
    'Se contó en la auditoría de las primeras {$size :number useGrouping=never} entradas.',
  'cli/verify/evidence':
    'Verificado: el registro {$origin} firmó esta auditoría de sus primeras {$size :number useGrouping=never} entradas (raíz {$root}).',
  'cli/verify/evidence-in-log': 'El registro publicado creció desde ese punto de control.',
  'cli/verify/page-same': 'La página es esa auditoría firmada, byte por byte.',
  'cli/verify/page-unchecked':
    'Los datos están firmados; el aspecto de la página no se comprobó, porque la hizo la versión {$version} y esta es otra.',
  'OMBUD_E_VERIFY_REPORT/differs':
    'La página no es la que da esta evidencia: alguien la cambió, o muestra otra auditoría.',
  'OMBUD_E_VERIFY_REPORT/no-report': 'La página no es un informe de Ombud.',
  'OMBUD_E_NO_SOURCE/no-file':
    'La fuente "{$source}" no existe. Compruebe la ruta; ponga entre comillas patrones como "data/*.csv".',
  'OMBUD_E_NO_SOURCE/none-named':
    'No se indicó ninguna fuente. Escriba "ombud audit FILE --decision COLUMN --groups COLUMN", o cree un ombud.yaml con "ombud init FILE".',
  'OMBUD_E_UNKNOWN_COLUMN/no-column':
    '.input {$near.count :number} .match $near.count 0 {{No hay ninguna columna "{$column}" para: {$role}. Las columnas son: {$columns.list}.}} * {{No hay ninguna columna "{$column}" para: {$role}. ¿Quiso decir {$near.or}?}}',
  'OMBUD_E_BAD_CONFIG/no-language': 'Ombud no habla "{$tag}". Habla: {$languages.list}.',
};
