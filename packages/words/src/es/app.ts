import type { Catalogue } from '../message.ts';

/** Errors of `@ombud/app`, in Spanish. */
export const app: Catalogue = {
  'OMBUD_E_BAD_CONFIG/inverted-decision':
    'La otra decisión es esta vuelta del revés: quien es un sí en una es un no en la otra, y nada más puede decirse. Indique la columna de otra decisión, u otro límite de “{$column}”.',
  'OMBUD_E_BAD_CONFIG/ll144-needs-audit':
    'La página de la Local Law 144 muestra la auditoría "ll144", que no se pidió. No se auditó nada.',
  'OMBUD_E_BAD_CONFIG/no-such-format':
    '.input {$near.count :number} .match $near.count 0 {{No hay ningún formato "{$name}". Los formatos son: {$formats.list}.}} * {{No hay ningún formato "{$name}". ¿Quiso decir {$near.or}?}}',
  'OMBUD_E_BAD_CONFIG/one-format':
    'El archivo "{$path}" admite un solo formato. Nombre uno, o dé una carpeta.',
  'OMBUD_E_BAD_CONFIG/several-formats': 'Varios formatos ({$formats.list}) necesitan una carpeta de destino.',
  'OMBUD_E_BAD_CONFIG/sign-needs-ledger':
    'La evidencia trata de un punto de control de un registro, y "{$source}" no es un registro. No se auditó nada. Audite ledger:DIR#SYSTEM.',
  'OMBUD_E_BAD_CONFIG/unknown-ending':
    'No se escribió nada: "{$ending}" de "{$path}" no es un formato de informe. Use {$endings.list}; o termine con una barra el nombre de una carpeta.',
  'OMBUD_E_BAD_EVIDENCE/envelope': 'Esto no es un sobre de evidencia: dé el que se escribió al firmar.',
  'OMBUD_E_BAD_EVIDENCE/no-ledger':
    'La evidencia no trata de un registro, así que no hay ninguna entrada que buscar.',
  'OMBUD_E_BAD_EVIDENCE/unreadable': 'La evidencia "{$file}" no se puede leer: compruebe su nombre.',
  'OMBUD_E_CASES/case-missing':
    '.input {$problems :number} .match $problems one {{El registro está íntegro, y un caso no está como dice: el trámite "{$matter}" falta en su tabla: alguien lo quitó (entrada {$entry :number useGrouping=never}).}} * {{El registro está íntegro, y {$problems} trámites de casos no están como dice. El primero: "{$matter}" falta en su tabla: alguien lo quitó (entrada {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/data-differs':
    '.input {$problems :number} .match $problems one {{El registro está íntegro, y un caso no está como dice: el trámite "{$matter}" dice otra cosa que su última entrada (entrada {$entry :number useGrouping=never}).}} * {{El registro está íntegro, y {$problems} trámites de casos no están como dice. El primero: "{$matter}" dice otra cosa que su última entrada (entrada {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/deadline-differs':
    '.input {$problems :number} .match $problems one {{El registro está íntegro, y un caso no está como dice: el trámite "{$matter}" tiene otro plazo que su última entrada (entrada {$entry :number useGrouping=never}).}} * {{El registro está íntegro, y {$problems} trámites de casos no están como dice. El primero: "{$matter}" tiene otro plazo que su última entrada (entrada {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/entry-missing':
    '.input {$problems :number} .match $problems one {{El registro está íntegro, y un caso no está como dice: el trámite "{$matter}" saltó: el paso anterior no tiene entrada (entrada {$entry :number useGrouping=never}).}} * {{El registro está íntegro, y {$problems} trámites de casos no están como dice. El primero: "{$matter}" saltó: el paso anterior no tiene entrada (entrada {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/move-not-in-table':
    '.input {$problems :number} .match $problems one {{El registro está íntegro, y un caso no está como dice: el trámite "{$matter}" dio un paso que ninguna tabla permite (entrada {$entry :number useGrouping=never}).}} * {{El registro está íntegro, y {$problems} trámites de casos no están como dice. El primero: "{$matter}" dio un paso que ninguna tabla permite (entrada {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/not-in-ledger':
    '.input {$problems :number} .match $problems one {{El registro está íntegro, y un caso no está como dice: el trámite "{$matter}" no tiene entrada, y ha de tenerla (entrada {$entry :number useGrouping=never}).}} * {{El registro está íntegro, y {$problems} trámites de casos no están como dice. El primero: "{$matter}" no tiene entrada, y ha de tenerla (entrada {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/state-differs':
    '.input {$problems :number} .match $problems one {{El registro está íntegro, y un caso no está como dice: el trámite "{$matter}" está en otro estado que el que dice su última entrada (entrada {$entry :number useGrouping=never}).}} * {{El registro está íntegro, y {$problems} trámites de casos no están como dice. El primero: "{$matter}" está en otro estado que el que dice su última entrada (entrada {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/time-differs':
    '.input {$problems :number} .match $problems one {{El registro está íntegro, y un caso no está como dice: el trámite "{$matter}" tiene otra hora que el registro: alguien la atrasó o la adelantó (entrada {$entry :number useGrouping=never}).}} * {{El registro está íntegro, y {$problems} trámites de casos no están como dice. El primero: "{$matter}" tiene otra hora que el registro: alguien la atrasó o la adelantó (entrada {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/version-differs':
    '.input {$problems :number} .match $problems one {{El registro está íntegro, y un caso no está como dice: el trámite "{$matter}" es más viejo o más nuevo que su última entrada (entrada {$entry :number useGrouping=never}).}} * {{El registro está íntegro, y {$problems} trámites de casos no están como dice. El primero: "{$matter}" es más viejo o más nuevo que su última entrada (entrada {$entry :number useGrouping=never}).}}',
  'OMBUD_E_BREAKER_RULE/blocks':
    'El disyuntor se abriría tras {$blocks :number} bloques, que nadie llegará a ver: como máximo {$most :number}.',
  'OMBUD_E_BREAKER_RULE/itself':
    'El disyuntor compara "{$watched}" de "{$column}" consigo mismo, así que nunca podría abrirse: nombre otra referencia.',
  'OMBUD_E_BREAKER_RULE/no-group':
    '.input {$near.count :number} .match $near.count 0 {{El disyuntor vigila "{$column}", que ninguna decisión puede tener, así que nunca podría abrirse: los grupos declarados son {$groups.list}.}} * {{El disyuntor vigila "{$column}", que ninguna decisión puede tener, así que nunca podría abrirse. ¿Quiso decir {$near.or}?}}',
  'OMBUD_E_BREAKER_RULE/no-positive':
    'El disyuntor vigila una razón, y nada dice qué decisión es la positiva, así que nunca podría abrirse: declare data.decision.positive.',
  'OMBUD_E_BREAKER/busy':
    'En este momento los disyuntores se ponen al día con el registro: inténtelo de nuevo.',
  'OMBUD_E_BREAKER/closed': 'El disyuntor de "{$system}" está cerrado: no hay nada que cerrar.',
  'OMBUD_E_BREAKER/no-proposal':
    'Nadie ha propuesto cerrar el disyuntor de "{$system}": una persona lo propone, y otra lo cierra.',
  'OMBUD_E_BREAKER/not-closed': 'El disyuntor de "{$system}" ya está abierto.',
  'OMBUD_E_BREAKER/not-inside':
    'El disyuntor de "{$system}" sigue abierto: {$counted :number} decisiones o respuestas desde que se abrió todavía no muestran que se respete el límite de {$limit :number}.',
  'OMBUD_E_BREAKER/old-version':
    'La versión {$version} de "{$system}" se declaró antes de que se abriera el disyuntor, o nadie la ha aprobado: nombre una más nueva que esté aprobada, o diga qué se corrigió.',
  'OMBUD_E_BREAKER/rule-broken':
    'El disyuntor de "{$system}" sigue abierto: su regla "{$rule}" aún no se cumple ({$value :number}, y {$limit :number} lo detiene).',
  'OMBUD_E_BASELINE/not-a-day': '"{$text}" no es un día: escríbalo como 2027-01-31.',
  'OMBUD_E_BASELINE/unreadable':
    'La línea de base "{$file}" no se puede leer, y no se disculpó nada: nombre el archivo que se escribió como tal.',
  'OMBUD_E_CANNOT_WRITE/exists': '"{$path}" ya existe, y no se escribió encima.',
  'OMBUD_E_CANNOT_WRITE/folder':
    'No se puede escribir en "{$path}": la carpeta no se puede crear. Elija otro lugar.',
  'OMBUD_E_CANNOT_WRITE/full':
    'No se puede escribir en "{$path}": el disco está lleno. Haga sitio, o elija otro lugar.',
  'OMBUD_E_CANNOT_WRITE/is-file':
    '"{$path}" es un archivo, y para varios informes hace falta una carpeta. Elija otro lugar.',
  'OMBUD_E_CANNOT_WRITE/not-allowed':
    'No se puede escribir en "{$path}": no está permitido. Elija otro lugar.',
  'OMBUD_E_CANNOT_WRITE/other': 'No se puede escribir en "{$path}": {$why}. Elija otro lugar.',
  'OMBUD_E_CANNOT_WRITE/part-is-file':
    'No se puede escribir en "{$path}": parte de la ruta es un archivo. Elija otro lugar.',
  'OMBUD_E_CANNOT_WRITE/read-only':
    'No se puede escribir en "{$path}": el lugar es de solo lectura. Elija otro lugar.',
  'OMBUD_E_CONNECTION/not-confirmed':
    'La evidencia nombra un registro en {$host}, y no se conectó con él: solo el sobre lo dice. Nombre usted el registro, como SOURCE.',
  'OMBUD_E_CONNECTION/untrusted-keys':
    'Nadie responde por esta evidencia: el registro que nombra un sobre no puede responder por el sobre. Dé la clave de verificación del registro, o nombre usted el registro, como SOURCE.',
  'OMBUD_E_RELEASES/backwards':
    'Antes se publicó un resultado sobre {$before} entradas, y uno sobre {$size} delataría a personas por resta. Firme con ese tamaño o uno mayor.',
  'OMBUD_E_RELEASES/other-bins':
    'Antes se publicaron los tramos de {$column} como {$bins.list}, y otros delatarían a personas por resta. Use los mismos.',
  'OMBUD_E_RELEASES/other-decision':
    'Se publicaron resultados de este sistema con otro sentido de la decisión o del resultado, y la diferencia delataría a personas. Use el mismo.',
  'OMBUD_E_RELEASES/other-time':
    'Antes se publicó un resultado sobre un período que se solapa con este, y la diferencia delataría a personas. Use el mismo período, o uno que no se solape.',
  'OMBUD_E_RELEASES/damaged':
    'Las publicaciones de "{$file}" no se pueden leer: sin ellas la próxima podría delatar a personas. Restaure el archivo desde una copia de seguridad.',
  'OMBUD_E_RELEASES/no-file':
    'Un registro en una base de datos necesita un archivo propio para lo que se publicó de él: nombre uno, en un lugar privado.',
  'command/OMBUD_E_RELEASES/no-file': 'La opción es --releases.',
  'OMBUD_E_RELEASES/unreadable':
    'Las publicaciones de "{$file}" no se pueden leer: compruebe quién puede leer el archivo.',
  'OMBUD_E_DEPLOYMENT_FILES/cannot-read': 'El manifiesto {$path} no se puede leer: compruebe su nombre.',
  'OMBUD_E_DEPLOYMENT_FILES/none':
    'No hay ningún manifiesto en {$paths.list}: nombre archivos YAML o JSON de Kubernetes o de compose, o una carpeta que los contenga.',
  'OMBUD_E_RESULT_FILE/broken':
    'El resultado "{$file}" no está entero: lo que una auditoría escribe en "{$where}" falta o es otra cosa. Dé el archivo como lo escribió la auditoría.',
  'OMBUD_E_RESULT_FILE/unreadable':
    'El resultado "{$file}" no se puede leer: nombre un result.json que haya escrito una auditoría.',
  'OMBUD_E_EXPLAIN_MODEL/another':
    'Decidió otro modelo: la entrada {$index} nombra el archivo de modelo {$expected}, y "{$file}" es {$found}. Dé el archivo que decidió.',
  'OMBUD_E_EXPLAIN_MODEL/not-named':
    'La entrada {$index} no nombra el archivo del modelo que decidió, así que nadie puede decir que sea este: anote las decisiones con el resumen de su modelo.',
  'OMBUD_E_EXPLAIN_USAGE/bad-row': 'La línea {$line} de "{$file}" no se puede leer: corríjala, o quítela.',
  'OMBUD_E_EXPLAIN_USAGE/entry-needs-ledger':
    'Una entrada está en un registro, y "{$source}" no lo es: escriba ledger:DIR#SYSTEM, o nombre una fila.',
  'OMBUD_E_EXPLAIN_USAGE/no-cutoff':
    'El modelo da una puntuación y no una probabilidad, y nadie dijo con qué puntuación cambia la decisión. Declare explain.cutoff.',
  'OMBUD_E_EXPLAIN_USAGE/group-needs-table':
    'El recurso por grupo se mide en una tabla de personas, y "{$source}" es un registro: exporte las decisiones, o nombre un archivo.',
  'OMBUD_E_EXPLAIN_USAGE/ledger-needs-entry':
    '"{$source}" es un registro: diga cuál de sus entradas se ha de explicar.',
  'OMBUD_E_EXPLAIN_USAGE/no-model': 'El archivo de modelo "{$file}" no se puede leer: compruebe su nombre.',
  'OMBUD_E_EXPLAIN_USAGE/no-output':
    'El modelo no tiene ninguna clase "{$output}" que explicar: tiene {$outputs.list}.',
  'OMBUD_E_EXPLAIN_USAGE/no-recourse-rules':
    'Nada en "{$file}" dice qué pueden cambiar las personas: declárelo en explain, recourse.',
  'OMBUD_E_EXPLAIN_USAGE/no-rows': 'No hay nadie en "{$file}".',
  'OMBUD_E_EXPLAIN_USAGE/cutoff-beyond':
    'El corte {$cutoff :number} no es una probabilidad, que está entre 0 y 1: declare otro explain.cutoff, o explain.scale: raw.',
  'OMBUD_E_EXPLAIN_USAGE/no-such-protected':
    '.input {$near.count :number} .match $near.count 0 {{Ni el modelo ni los datos tienen la columna protegida "{$column}", así que no protegería a nadie.}} * {{Ni el modelo ni los datos tienen la columna protegida "{$column}", así que no protegería a nadie. ¿Quiso decir {$near.or}?}}',
  'OMBUD_E_EXPLAIN_USAGE/plan-untellable':
    '"{$column}" no se puede decir a la persona ni decidir por ella, así que ningún plan puede cambiarla: quítela de lo que las personas pueden cambiar.',
  'OMBUD_E_EXPLAIN_USAGE/no-such-column':
    '"{$source}" no tiene ninguna columna "{$column}" por la que encontrar a una persona.',
  'OMBUD_E_EXPLAIN_USAGE/no-such-decision':
    'La entrada {$index} de "{$source}" no es una decisión de este sistema que se pueda leer: compruebe el número, o si se borró.',
  'OMBUD_E_EXPLAIN_USAGE/no-such-row':
    '"{$source}" no tiene la fila {$row}: tiene las filas 1 a {$rows :number}.',
  'OMBUD_E_EXPLAIN_USAGE/not-one-row':
    'Donde "{$column}" es "{$value}" ha de haber una sola persona, y hay {$rows :number}: nombre una fila, u otra columna.',
  'OMBUD_E_EXPLAIN_USAGE/remote-needs-inputs':
    'Un servidor no dice lo que lee: declare sus columnas y sus tipos en inputs.',
  'OMBUD_E_EXPLAIN_USAGE/which-row':
    '"{$source}" tiene {$rows :number} personas: diga a cuál se ha de explicar, por su fila o por un valor.',
  'OMBUD_E_LEDGER_INPUT/cannot-export':
    '{$file} no se puede escribir: compruebe que su carpeta existe y se puede escribir.',
  'OMBUD_E_LEDGER_INPUT/no-rows': 'No hay filas en {$file}: no se anotó nada.',
  'OMBUD_E_LEDGER_INPUT/not-a-payload':
    'Esto no es un contenido con su sal: dé el archivo que vino con el recibo.',
  'OMBUD_E_LEDGER_INPUT/rows-refused':
    'De {$all} filas de {$file} se rechazaron {$refused}; las otras {$accepted} están anotadas.',
  'OMBUD_E_LEDGER_NOBODY/no-payload':
    'La entrada {$index :number useGrouping=never} no tiene contenido: se borró, o nunca lo tuvo.',
  'OMBUD_E_LEDGER_USAGE/erase-at-server':
    'Un servidor guarda nombres, cartas y palabras de personas junto al registro {$location}: borre allí, donde todo se va a la vez.',
  'OMBUD_E_LEDGER_USAGE/export-format':
    'El nombre {$file} no dice cómo escribirlo: use un nombre que termine en {$endings.list}.',
  'OMBUD_E_LEDGER_USAGE/no-entry': 'Este recibo no contiene su entrada: dé también la entrada.',
  'OMBUD_E_LEDGER_USAGE/no-key':
    'Un recibo se comprueba con la clave de su registro: dé la clave de verificación.',
  'OMBUD_E_LEDGER_USAGE/no-tree-for-audit':
    'El recibo es de {$receipt} entradas y la auditoría de {$audit}: dé también el registro publicado, para mostrar que son un mismo registro.',
  'OMBUD_E_LEDGER_USAGE/no-tree-for-growth':
    'El crecimiento se comprueba con el registro publicado: dé su carpeta o su dirección.',
  'OMBUD_E_LEDGER_USAGE/not-loopback':
    'Otros podrían llegar al testigo en {$host}: ponga un servidor web con TLS delante de 127.0.0.1, o diga que es lo que quiere.',
  'OMBUD_E_LEDGER_USAGE/whom-to-erase':
    'Diga de quién son los datos que se han de borrar, o qué antigüedad han de tener.',
  'OMBUD_E_LEDGER_WITNESS/cannot-listen': 'No se puede escuchar en {$host}:{$port}: elija otro puerto.',
  'OMBUD_E_NO_INCIDENT/audit':
    '.input {$near.count :number} .match $near.count 0 {{No hay ninguna auditoría "{$name}". Hay: {$all.list}.}} * {{No hay ninguna auditoría "{$name}". ¿Quiso decir {$near.or}?}}',
  'OMBUD_E_NO_INCIDENT/incident':
    '.input {$near.count :number} .match $near.count 0 {{No hay ningún incidente "{$name}". Hay: {$all.list}.}} * {{No hay ningún incidente "{$name}". ¿Quiso decir {$near.or}?}}',
  'OMBUD_E_SAME_PERSON/closing': 'Usted propuso cerrar "{$system}", así que ha de cerrarlo otra persona.',
  'OMBUD_E_SAME_PERSON/rule':
    'Usted declaró o aprobó aquello por lo que "{$system}" decidía cuando se detuvo, así que han de ponerlo en marcha otras personas.',
  'OMBUD_E_SAME_PERSON/declared':
    'Quien declaró la versión {$version} de "{$system}" no puede aprobarla: ha de hacerlo otra persona.',
  'OMBUD_E_STATE/newer':
    'Las tablas de "{$capability}" junto al registro son de una versión más nueva de Ombud: use esa, o vuelva atrás primero con ella.',
  'OMBUD_E_STATE/no-migration': '"{$capability}" no tiene ninguna migración "{$name}": tiene {$names.list}.',
  'OMBUD_E_STATE_USE/changes-while-reading':
    'Se ejecutó una instrucción que cambia algo donde solo se permite leer. Es un fallo del programa.',
  'OMBUD_E_STATE_USE/name-taken':
    'La tabla "{$table}" de "{$capability}" tiene el nombre de otra. Es un fallo del programa.',
  'OMBUD_E_SYSTEM/no-version': 'El sistema "{$system}" no tiene la versión {$version}.',
  'OMBUD_E_SYSTEM/not-declared': 'No hay ningún sistema "{$system}": declárelo primero.',
  'OMBUD_E_SYSTEM_STATE/approved-already': 'La versión {$version} de "{$system}" ya se había aprobado.',
  'OMBUD_E_SYSTEM_STATE/retired': 'La versión {$version} de "{$system}" ya está retirada.',
  'OMBUD_E_SYSTEM_STATE/same-declaration':
    'La versión {$version} de "{$system}" dice lo mismo: no se declaró nada.',
  'OMBUD_E_VERIFY_NOT_COUNTED/erased':
    'La decisión no se contó en la auditoría de las primeras {$size} entradas: se había borrado.',
  'OMBUD_E_VERIFY_NOT_COUNTED/not-covered':
    'La decisión no se contó en la auditoría de las primeras {$size} entradas: la auditoría no dice por qué.',
  'OMBUD_E_VERIFY_NOT_COUNTED/other-kind':
    'La entrada no se contó en la auditoría de las primeras {$size} entradas: no es una decisión.',
  'OMBUD_E_VERIFY_NOT_COUNTED/other-system':
    'La entrada no se contó en la auditoría de las primeras {$size} entradas: es de otro sistema.',
  'OMBUD_E_VERIFY_NOT_COUNTED/other-time':
    'La decisión no se contó en la auditoría de las primeras {$size} entradas: es de otro período que el de la auditoría.',
  'OMBUD_E_VERIFY_NOT_COUNTED/recorded-later':
    'La decisión no se contó en la auditoría de las primeras {$size} entradas: se anotó después de la auditoría.',
  'OMBUD_E_VERIFY_NOT_COUNTED/unreadable':
    'La decisión no se contó en la auditoría de las primeras {$size} entradas: no se pudo leer.',
  'OMBUD_E_VERIFY_REPORT/differs':
    'La página no es la que da esta evidencia: alguien la cambió, o muestra otra auditoría.',
  'OMBUD_E_VERIFY_REPORT/no-report': 'La página no es un informe de Ombud.',
  'OMBUD_E_VERIFY_PAYLOAD/not-recorded': 'El contenido no es el que se anotó.',
  'row/attribute-not-declared':
    '.input {$near.count :number} .match $near.count 0 {{su atributo "{$name}" no se declaró}} * {{su atributo "{$name}" no se declaró; ¿quiso decir {$near.or}?}}',
  'row/input-missing': 'falta su dato de entrada "{$name}"; null dice que no se conoce',
  'row/input-not-declared':
    '.input {$near.count :number} .match $near.count 0 {{su dato de entrada "{$name}" no se declaró}} * {{su dato de entrada "{$name}" no se declaró; ¿quiso decir {$near.or}?}}',
  'row/input-type': 'su dato de entrada "{$name}" no es del tipo declarado, {$type}',
  'row/no-version': 'su sistema no tiene la versión {$version}',
  'row/unfit-member': 'su miembro "{$member}" falta o no se puede usar',
  'row/unknown-member': 'su miembro "{$member}" no se conoce',
  'row/empty': 'está vacío: {$part} ("{$column}")',
  'row/recorded-otherwise':
    'esta línea del archivo se registró antes como la entrada {$index :string}, con otras columnas u otro modelo; para registrarla otra vez, indique una columna de claves que sean todas nuevas (--key)',
  'row/no-column': 'no tiene la columna "{$column}"',
  'row/no-such-decision': 'no hay anotada ninguna decisión de este sistema para "{$value}" ("{$column}")',
  'row/not-a-number': 'su puntuación ("{$column}") no es un número',
  'row/not-a-single-value': '"{$column}" no es un solo valor',
  'row/not-a-time': 'su momento ("{$column}") no es una fecha ni una hora como 2026-11-22T03:49:31Z',
  'row/other-person':
    'la entrada {$index :number useGrouping=never} es una decisión sobre otra persona que "{$value}"',
  'row/several-decisions':
    '"{$value}" ("{$column}") tiene {$decisions} decisiones: nombre la suya por el índice de su entrada',
  'OMBUD_E_VERIFY_NOT_COUNTED/not-shadow':
    'La decisión no se contó en la auditoría de las primeras {$size} entradas: la auditoría trataba de decisiones sin efecto, y esta lo tuvo.',
  'OMBUD_E_VERIFY_NOT_COUNTED/shadow':
    'La decisión no se contó en la auditoría de las primeras {$size} entradas: no tuvo efecto, porque se tomó a la sombra de otra.',
  'OMBUD_E_VERIFY_NOT_COUNTED/by-person':
    'La decisión no se contó en la auditoría de las primeras {$size} entradas: la tomó una persona en lugar del sistema.',
  'OMBUD_E_VERIFY_NOT_COUNTED/by-system':
    'La decisión no se contó en la auditoría de las primeras {$size} entradas: la auditoría era sobre decisiones que tomaron personas, y esta la tomó el sistema.',
  'OMBUD_E_BASELINE/other-count':
    'La línea de base de {$file} es de una auditoría en la que una fila representa a otro número de personas: por otra columna, o por ninguna. Aquí no disculpa nada: escriba una de esta auditoría.',
  'OMBUD_E_BASELINE/other-weight':
    'La línea de base de {$file} es de una auditoría en la que las personas tienen otros pesos: por otra columna, o por ninguna. Aquí no disculpa nada: escriba una de esta auditoría.',
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
};
