import type { Catalogue } from '../message.ts';

/** Errors of `@ombud/table`, and why a row cannot be read, in Spanish. */
export const table: Catalogue = {
  'row/columns': 'tiene {$found} valores donde la cabecera nombra {$expected} columnas',
  'row/key-twice': 'nombra dos veces una clave',
  'row/not-json': 'no es JSON válido',
  'row/not-object': 'no es un objeto JSON',
  'row/not-utf-8': 'no es texto UTF-8',
  'row/quotes': 'sus comillas no están emparejadas',
  'row/unsafe-name': 'tiene un miembro con el nombre "__proto__", que no se puede guardar',
  'row/too-deep': 'tiene más de {$most :number} niveles de profundidad',
  'role/count': 'recuento',
  'role/decision': 'decisión',
  'role/group': 'grupo',
  'role/groups': 'grupos',
  'role/outcome': 'resultado',
  'role/population': 'población',
  'role/score': 'puntuación',
  'role/strata': 'estratos',
  'role/stratum': 'estrato',
  'role/subject': 'persona',
  'role/system': 'sistema',
  'role/time': 'tiempo',
  'role/weight': 'peso',
  'OMBUD_E_NO_SOURCE/empty-folder':
    'La fuente "{$source}" no contiene ningún archivo de datos. Compruebe la ruta; ponga entre comillas patrones como "data/*.csv".',
  'OMBUD_E_NO_SOURCE/no-file':
    'La fuente "{$source}" no existe. Compruebe la ruta; ponga entre comillas patrones como "data/*.csv".',
  'OMBUD_E_NO_SOURCE/no-system': '"{$source}" no nombra un registro y un sistema. Escriba ledger:DIR#SYSTEM.',
  'OMBUD_E_SOURCE_FORMAT/mixed':
    'La fuente "{$source}" mezcla archivos de varios formatos. Indique archivos de un solo formato, por ejemplo "data/*.parquet".',
  'OMBUD_E_SOURCE_FORMAT/unknown':
    'El nombre de "{$file}" no dice qué formato es. Use .csv, .tsv, .txt, .parquet, .json, .ndjson o .jsonl (también .gz), o una carpeta de ellos.',
  'OMBUD_E_UNREADABLE/cut-short':
    '"{$file}" no se puede leer hasta el final: está dañado o cortado. Escríbalo de nuevo.',
  'OMBUD_E_UNREADABLE/failed':
    '"{$file}" no se puede leer ({$why}). Repare el archivo o expórtelo de nuevo, y repita.',
  'OMBUD_E_UNREADABLE/json':
    '"{$file}" contiene JSON mal formado en la línea o el valor {$line}. Repare el archivo o expórtelo de nuevo, y repita.',
  'OMBUD_E_UNREADABLE/line':
    'La línea {$line} de "{$file}" no se puede leer como texto delimitado. Repare el archivo o expórtelo de nuevo, y repita.',
  'OMBUD_E_UNREADABLE/line-ends':
    '"{$file}" mezcla finales de línea, o no es texto delimitado. Repare el archivo o expórtelo de nuevo, y repita.',
  'OMBUD_E_UNREADABLE/line-ends-cr':
    'Las líneas de "{$file}" terminan solo con un retorno de carro (CR), así que se leería como una sola línea. Guárdelo con finales de línea LF o CRLF y vuelva a ejecutar.',
  'OMBUD_E_UNREADABLE/not-text':
    '"{$file}" no es texto: su contenido es de {$format}. Dé a su nombre la terminación de lo que es, o guárdelo como CSV, y vuelva a ejecutar.',
  'OMBUD_E_UNREADABLE/other-columns':
    '"{$file}" tiene otras columnas que "{$first}". Audite juntos los archivos con las mismas columnas, y los demás aparte.',
  'OMBUD_E_UNREADABLE/parquet':
    '"{$file}" no es un archivo Parquet completo ({$why}). Repare el archivo o expórtelo de nuevo, y repita.',
  'OMBUD_E_UNREADABLE/same-but-for-case':
    'Las columnas {$columns.list} de "{$file}" solo se distinguen por las mayúsculas, así que nadie puede decir cuál se quiere. Dé a cada una su nombre, y repita.',
  'OMBUD_E_RAGGED_LINE/columns':
    'La línea {$line} de "{$file}" tiene {$found} valores donde la cabecera tiene {$expected}. Corrija esa línea, o ponga entre comillas el valor que contiene el delimitador.',
  'OMBUD_E_RAGGED_LINE/quote':
    'La línea {$line} de "{$file}" abre unas comillas que no se cierran. Ciérrelas, y repita.',
  'OMBUD_E_RAGGED_LINE/row':
    'La fila {$row} de la tabla tiene {$found} valores y la tabla tiene {$expected} columnas. Dé a cada fila un valor por columna.',
  'OMBUD_E_ENCODING/not-utf-8':
    '"{$file}" no es texto UTF-8. Guárdelo como UTF-8, o indique su codificación.',
  'OMBUD_E_ENCODING/not-utf-8-line':
    '"{$file}", línea {$line}, no es texto UTF-8. Guárdelo como UTF-8, o indique su codificación.',
  'OMBUD_E_ENCODING/unknown': 'La codificación "{$encoding}" no se conoce. Use utf-8, utf-16 o latin-1.',
  'command/OMBUD_E_ENCODING/not-utf-8': 'Por ejemplo --encoding latin-1.',
  'command/OMBUD_E_ENCODING/not-utf-8-line': 'Por ejemplo --encoding latin-1.',
  'OMBUD_E_NO_ROWS/empty-file': '"{$file}" está vacío. Indique un archivo que contenga decisiones.',
  'OMBUD_E_NO_ROWS/no-decision':
    'El registro {$location} no contiene ninguna decisión del sistema "{$system}" que se pueda leer. Compruebe el nombre tras #.',
  'OMBUD_E_NO_ROWS/no-rows':
    'La fuente "{$source}" tiene columnas y ninguna fila. Indique un archivo que contenga decisiones.',
  'OMBUD_E_BAD_WINDOW/empty': 'No hay nada desde {$from} y antes de {$to}. Dé un comienzo anterior al fin.',
  'OMBUD_E_BAD_WINDOW/no-time':
    'Se pidió un período, y nadie dijo qué columna contiene el momento de la decisión. Nómbrela.',
  'command/OMBUD_E_BAD_WINDOW/no-time': 'Por ejemplo --time decided_at.',
  'OMBUD_E_BAD_WINDOW/nobody':
    'Nada de la columna "{$column}" está desde {$from} y antes de {$to}: {$before :number} antes, {$after :number} después, {$undated :number} sin un momento que se pueda leer.',
  'OMBUD_E_BAD_WINDOW/within-second': 'El momento "{$text}" cae dentro de un segundo. Dé segundos enteros.',
  'OMBUD_E_NO_ROWS/no-value':
    'La columna "{$column}" ({$role}) no contiene ningún valor. Elija una columna que esté rellena.',
  'OMBUD_E_DATABASE/failed':
    'La base de datos de "{$location}" no pudo responder ({$state}). No se contó nada. Su propio registro dice más.',
  'OMBUD_E_DATABASE/lost':
    'La conexión con la base de datos de "{$location}" terminó antes de la respuesta. No se contó nada. Inténtelo de nuevo.',
  'OMBUD_E_DATABASE/not-trino':
    'Lo que responde en "{$location}" no habla el protocolo de Trino. Compruebe la máquina y el puerto, y si necesita ?tls=true.',
  'OMBUD_E_DATABASE/refused':
    'La base de datos de "{$location}" lo rechazó ({$state}): el usuario, la contraseña o el derecho a leer la tabla. La contraseña se lee de PGPASSWORD u OMBUD_TRINO_PASSWORD.',
  'OMBUD_E_DATABASE/unreachable':
    'Ninguna base de datos responde en "{$location}". Compruebe la máquina y el puerto, y que esté en marcha.',
  'OMBUD_E_DATABASE/worker-lost':
    'Una máquina del clúster de "{$location}" se perdió mientras contaba ({$state}). No se contó nada. Inténtelo de nuevo.',
  'OMBUD_E_DATABASE_LOCATION/malformed':
    '"{$location}" no es el lugar de una tabla. Escriba postgres://USER@HOST/DATABASE#TABLE o trino://USER@HOST:PORT/CATALOG/SCHEMA/TABLE.',
  'OMBUD_E_DATABASE_LOCATION/needs-tls':
    'No se envía una contraseña a "{$location}" sin cifrado. Añada ?tls=true, o quite OMBUD_TRINO_PASSWORD del entorno.',
  'OMBUD_E_DATABASE_LOCATION/no-table':
    '"{$location}" no nombra ninguna tabla. Escriba postgres://USER@HOST/DATABASE#TABLE o trino://USER@HOST:PORT/CATALOG/SCHEMA/TABLE.',
  'OMBUD_E_DATABASE_LOCATION/not-here':
    '"{$location}" es una tabla de una base de datos, y aquí hace falta un archivo.',
  'OMBUD_E_DATABASE_LOCATION/password':
    'El lugar "{$location}" se escribió con una contraseña, y los lugares aparecen en resultados e informes. Dé la contraseña en el entorno como PGPASSWORD u OMBUD_TRINO_PASSWORD, y cámbiela si otros la vieron.',
  'OMBUD_E_DATABASE_LOCATION/setting':
    'El lugar "{$location}" tiene un ajuste que aquí no se conoce. Se conocen: {$allowed.list}.',
  'OMBUD_E_DATABASE_LOCATION/unknown-table':
    'No hay ninguna tabla "{$table}" en "{$location}", o no se permite verla. Los nombres se toman como están escritos, con sus mayúsculas.',
  'OMBUD_E_UNKNOWN_COLUMN/no-column':
    '.input {$near.count :number} .match $near.count 0 {{No hay ninguna columna "{$column}" para: {$role}. Las columnas son: {$columns.list}.}} * {{No hay ninguna columna "{$column}" para: {$role}. ¿Quiso decir {$near.or}?}}',
  'OMBUD_E_MISSING_ROLE/not-named':
    '.input {$roles.count :number} .input {$more :number} .match $roles.count $more one 0 {{Falta el papel: {$roles}; las columnas de "{$source}" son: {$columns.list}.}} one * {{Falta el papel: {$roles}; las columnas de "{$source}" son: {$columns.list} y {$more} más.}} * 0 {{Faltan los papeles: {$roles}; las columnas de "{$source}" son: {$columns.list}.}} * * {{Faltan los papeles: {$roles}; las columnas de "{$source}" son: {$columns.list} y {$more} más.}}',
  'command/OMBUD_E_MISSING_ROLE/not-named':
    'Nombre la columna con una opción (--decision, --groups), o ejecute "ombud init" para que se propongan los papeles.',
  'OMBUD_E_ROLE_CONFLICT/counts':
    'En datos de recuentos no hay personas sueltas, así que los papeles recuento y {$role} se excluyen. Quite uno de los dos.',
  'OMBUD_E_ROLE_CONFLICT/memory':
    'Una tabla de recuentos en memoria no tiene columna para: {$role}. Quite ese papel, o audite un archivo de decisiones sueltas.',
  'OMBUD_E_ROLE_CONFLICT/two-roles':
    'La columna "{$column}" se nombró como {$role} y también como {$otherRole}. Dé a cada columna un solo papel.',
  'OMBUD_E_NOT_A_NUMBER/no-number':
    'La {$role} debe ser un número, y la columna "{$column}" no tiene ninguno: tiene textos como "{$value}". Indique una columna de números.',
  'OMBUD_E_NOT_BINARY/many':
    '.input {$more :number} .match $more 0 {{La columna "{$column}" ({$role}) tiene {$number :number} valores y no se nombró ninguno como positivo: {$values.list}. Diga qué valores son positivos.}} * {{La columna "{$column}" ({$role}) tiene {$number :number} valores y no se nombró ninguno como positivo: {$values.list} y {$more} más. Diga qué valores son positivos.}}',
  'OMBUD_E_NOT_BINARY/no-number':
    'La columna "{$column}" ({$role}) no contiene ningún número, así que "{$condition}" no se puede leer de nadie. Nombre los valores que son positivos.',
  'OMBUD_E_NOT_BINARY/not-plain':
    'No está claro qué valor de la columna "{$column}" ({$role}) es positivo: {$values.list}. Diga qué valores son positivos.',
  'command/OMBUD_E_NOT_BINARY/many': 'Por ejemplo --{$flag} {$example}.',
  'command/OMBUD_E_NOT_BINARY/not-plain': 'Por ejemplo --{$flag} {$example}.',
  'OMBUD_E_NO_SUCH_VALUE/no-value':
    '.input {$near.count :number} .input {$more :number} .match $near.count $more 0 0 {{La columna "{$column}" ({$role}) no tiene ningún valor "{$value}"; contiene {$values.list}. Use uno de los valores que contiene.}} 0 * {{La columna "{$column}" ({$role}) no tiene ningún valor "{$value}"; contiene {$values.list} y {$more} más. Use uno de los valores que contiene.}} * 0 {{La columna "{$column}" ({$role}) no tiene ningún valor "{$value}"; contiene {$values.list}. ¿Quiso decir {$near.or}?}} * * {{La columna "{$column}" ({$role}) no tiene ningún valor "{$value}"; contiene {$values.list} y {$more} más. ¿Quiso decir {$near.or}?}}',
  'OMBUD_E_ONE_GROUP/no-value':
    'La columna de grupo "{$column}" no contiene ningún valor. Elija una columna con al menos dos grupos de personas.',
  'OMBUD_E_ONE_GROUP/one-group':
    'La columna de grupo "{$column}" contiene un solo grupo, "{$value}", así que no hay con quién comparar. Elija una columna con al menos dos grupos de personas.',
  'OMBUD_E_TOO_MANY_GROUPS/cells':
    'Los grupos y los estratos forman juntos más de {$most :number} celdas distintas. Elija columnas con menos valores, o divida en tramos una numérica.',
  'OMBUD_E_TOO_MANY_GROUPS/decision-values':
    '.input {$found :number} .match $found 0 {{La columna "{$column}" ({$role}) tiene más de {$most :number} valores distintos; como máximo se pueden mostrar {$most :number}. Dé una condición sobre el número, como 10 o más.}} * {{La columna "{$column}" ({$role}) tiene {$found} valores distintos; como máximo se pueden mostrar {$most :number}. Dé una condición sobre el número, como 10 o más.}}',
  'OMBUD_E_TOO_MANY_GROUPS/values':
    '.input {$found :number} .match $found 0 {{La columna "{$column}" ({$role}) tiene más de {$most :number} valores distintos; como máximo se pueden mostrar {$most :number}. Elija una columna con menos valores, o divida en tramos una numérica.}} * {{La columna "{$column}" ({$role}) tiene {$found} valores distintos; como máximo se pueden mostrar {$most :number}. Elija una columna con menos valores, o divida en tramos una numérica.}}',
  'command/OMBUD_E_TOO_MANY_GROUPS/decision-values': 'Por ejemplo --{$flag} {$example}.',
  'OMBUD_E_BAD_COUNT/negative':
    'La columna de recuentos "{$column}" tiene un valor negativo, {$value}. Los recuentos han de ser números enteros, cero o más.',
  'OMBUD_E_BAD_COUNT/not-number':
    'La columna de recuentos "{$column}" tiene un valor que no es un número. Los recuentos han de ser números enteros, cero o más.',
  'OMBUD_E_BAD_COUNT/too-large':
    'Los recuentos de "{$column}" suman más de 2^53, y a partir de ahí ningún entero es exacto. Cuente en miles lo que se cuenta.',
  'OMBUD_E_BAD_COUNT/not-whole':
    'La columna de recuentos "{$column}" tiene un valor que no es un número entero. Los recuentos han de ser números enteros, cero o más.',
  'OMBUD_E_BAD_WEIGHT/negative':
    'La columna de pesos "{$column}" tiene un valor negativo, {$value}. Los pesos han de ser números, cero o más.',
  'OMBUD_E_BAD_WEIGHT/not-number':
    'La columna de pesos "{$column}" tiene un valor que no es un número. Los pesos han de ser números, cero o más.',
  'OMBUD_E_BAD_WEIGHT/too-large':
    'La columna de pesos "{$column}" tiene un valor tan grande que su cuadrado excede todo número, {$value}. Divida todos los pesos por un mismo número: solo cuentan sus proporciones.',
  'OMBUD_E_BAD_WEIGHT/too-small':
    'Todos los pesos de "{$column}" son tan pequeños que sus cuadrados son 0; el mayor es {$value}. Multiplique todos los pesos por un mismo número: solo cuentan sus proporciones.',
  'OMBUD_E_NOT_A_NUMBER/too-large':
    '"{$column}" tiene un valor tan grande que su cuadrado excede todo número, {$value}. Cuente en una unidad mayor, o declare el valor como ausente si significa ninguno.',
  'OMBUD_E_BAD_BINS/not-increasing':
    'Los tramos de "{$column}" no son números crecientes. Los tramos son números crecientes, por ejemplo 25, 40, 65.',
  'OMBUD_E_ENGINE/failed':
    'El motor falló con "{$file}" ({$why}). Parece culpa nuestra: comuníquelo, por favor, con la orden que ejecutó.',
  'OMBUD_E_NO_ROWS/no-shadow':
    'El registro {$location} no contiene ninguna decisión sin efecto del sistema "{$system}" que se pueda leer: sus decisiones tratan de personas.',
  'OMBUD_E_NO_ROWS/only-shadow':
    'El registro {$location} no contiene ninguna decisión del sistema "{$system}" que tuviera efecto y se pueda leer: solo decidió a la sombra. Una auditoría de esas decisiones se ha de pedir.',
  'OMBUD_E_NO_ROWS/no-people':
    'El registro {$location} no contiene ninguna decisión del sistema «{$system}» que tomara una persona y que se pueda leer.',
  'OMBUD_E_NO_ROWS/only-people':
    'El registro {$location} no contiene ninguna decisión que tomara el propio sistema «{$system}» y que se pueda leer: decidieron personas. Una auditoría de esas decisiones hay que pedirla.',
  'role/model': 'modelo',
  'OMBUD_E_DATABASE/untrusted':
    'Nadie en quien esta máquina confíe responde por el certificado de "{$location}", así que no se preguntó nada. Indique su autoridad en NODE_EXTRA_CA_CERTS o, para PostgreSQL, en sslrootcert.',
};
