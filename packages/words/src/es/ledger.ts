import type { Catalogue } from '../message.ts';

/** Errors of `@ombud/ledger`, in Spanish. */
export const ledger: Catalogue = {
  'OMBUD_E_LEDGER_NOT_FOUND/no-ledger':
    'No hay ningún registro en {$location}: compruebe el lugar, o cree antes un registro allí.',
  'OMBUD_E_LEDGER_EXISTS/database':
    'Ya hay un registro en {$location}: un registro no se puede crear de nuevo. Elija otra base de datos.',
  'OMBUD_E_LEDGER_EXISTS/folder':
    'Ya hay un registro en {$location}: un registro no se puede crear de nuevo. Elija otra carpeta.',
  'OMBUD_E_LEDGER_LOCATION/neither-folder-nor-url':
    '"{$location}" no es un registro: dé una carpeta o una URL postgres://.',
  'OMBUD_E_LEDGER_LOCATION/postgres-url': 'La URL postgres:// del registro no se puede leer.',
  'OMBUD_E_LEDGER_COPY/failed': '{$program} falló en {$location}: {$why}',
  'OMBUD_E_LEDGER_COPY/no-program':
    'No está {$program}: instale los programas cliente de PostgreSQL, de la versión del servidor o más nuevos.',
  'OMBUD_E_LEDGER_LOCKED/another-writer':
    'Otro proceso tiene abierto el registro {$location} para escribir; un registro tiene un solo escritor. Detenga el otro, o espere a que termine.',
  'OMBUD_E_LEDGER_LOCKED/busy':
    'Otro proceso está escribiendo en el registro {$location}: inténtelo de nuevo cuando haya terminado.',
  'OMBUD_E_LEDGER_LOCKED/reader-holds-erased':
    'Otro proceso está leyendo el registro {$location}, de modo que lo borrado sigue en su diario de escritura: ciérrelo, y repita el borrado.',
  'OMBUD_E_LEDGER_READ_ONLY/folder':
    'No se puede escribir en el registro {$location}: compruebe que este usuario puede escribir en su carpeta.',
  'OMBUD_E_LEDGER_READ_ONLY/new-folder':
    'No se puede crear la carpeta {$location}: compruebe que la superior es una carpeta en la que este usuario puede escribir.',
  'OMBUD_E_LEDGER_READ_ONLY/opened-for-reading': 'El registro {$location} se abrió solo para leer.',
  'OMBUD_E_LEDGER_READ_ONLY/role':
    'Este usuario de la base de datos no puede hacer eso en el registro {$location} ({$detail}): use uno con derecho a ello.',
  'OMBUD_E_LEDGER_DISK_FULL/full':
    'El disco del registro {$location} está lleno: no se anotó nada de este lote. Haga sitio y anótelo de nuevo.',
  'OMBUD_E_LEDGER_STORE/disk':
    'El disco del registro {$location} dio un error ({$detail}): no se confirmó nada de este lote. Compruebe el disco.',
  'OMBUD_E_LEDGER_STORE/failed': 'El almacén del registro {$location} falló: {$detail}.',
  'OMBUD_E_LEDGER_UNREACHABLE/database':
    'No se puede llegar a la base de datos del registro {$location} ({$detail}): compruebe la URL y que el servidor esté en marcha.',
  'OMBUD_E_LEDGER_UNREACHABLE/too-many-files':
    'No se puede abrir el registro {$location} ni escribir en él: este proceso no puede abrir ningún archivo más. Permítale abrir más (ulimit -n), e inténtelo de nuevo.',
  'OMBUD_E_LEDGER_SCHEMA_VERSION/newer':
    'Este registro lo escribió una versión más nueva de Ombud: actualice Ombud para abrirlo.',
  'OMBUD_E_LEDGER_BUSY/queue-full':
    'Ya hay {$waiting :number} entradas esperando a ser anotadas: vaya más despacio e inténtelo de nuevo en un momento.',
  'OMBUD_E_LEDGER_CLOSED/closed': 'El registro se cerró: ábralo de nuevo para escribir.',
  'OMBUD_E_LEDGER_FENCED/changed-by-another':
    'Otra persona o proceso cambió el registro mientras estaba abierto aquí: no se anotó nada. Ciérrelo y ábralo de nuevo.',
  'OMBUD_E_LEDGER_CORRUPT/attributes-commitment':
    'Los atributos protegidos de la entrada {$index :string} no son aquellos con los que se comprometió.',
  'OMBUD_E_LEDGER_CORRUPT/attributes-missing':
    'Faltan los atributos protegidos de la entrada {$index :string}, y ningún borrado dice por qué.',
  'OMBUD_E_LEDGER_CORRUPT/attributes-not-erased':
    'Los atributos de la entrada {$index :string} constan como borrados, pero siguen ahí.',
  'OMBUD_E_LEDGER_CORRUPT/checkpoint-size':
    'El último punto de control es de {$checkpoint :string} entradas; el registro tiene {$size :string}.',
  'OMBUD_E_LEDGER_CORRUPT/checkpoint-tree':
    'El punto de control de {$size :string} entradas no firma el árbol de este registro.',
  'OMBUD_E_LEDGER_CORRUPT/database':
    'La base de datos del registro {$location} está dañada ({$detail}): restáurela desde una copia de seguridad, y compruebe después todo el registro.',
  'OMBUD_E_LEDGER_CORRUPT/entries':
    'Las entradas del registro {$location} no son las de su punto de control de {$size :string}: compruebe todo el registro, y restaure una copia de seguridad.',
  'OMBUD_E_LEDGER_CORRUPT/entry-count':
    'El registro dice que tiene {$size :string} entradas, pero hay {$found :string}.',
  'OMBUD_E_LEDGER_CORRUPT/entry-form': 'La entrada {$index :string} no tiene la forma canónica: se cambió.',
  'OMBUD_E_LEDGER_CORRUPT/entry-hash':
    'La entrada {$index :string} no tiene el resumen que guarda su tesela: se cambió uno de los dos.',
  'OMBUD_E_LEDGER_CORRUPT/entry-missing': 'Falta la entrada {$index :string}.',
  'OMBUD_E_LEDGER_CORRUPT/entry-time':
    'La entrada {$index :string} lleva una fecha anterior a la de la entrada que la precede.',
  'OMBUD_E_LEDGER_CORRUPT/last-time': 'La hora del registro no es la de su última entrada.',
  'OMBUD_E_LEDGER_CORRUPT/no-checkpoint': 'El registro {$location} no tiene ningún punto de control.',
  'OMBUD_E_LEDGER_CORRUPT/payload-about':
    'El contenido de la entrada {$index :string} está archivado bajo otra decisión que la que nombra su entrada.',
  'OMBUD_E_LEDGER_CORRUPT/payload-commitment':
    'El contenido de la entrada {$index :string} no es aquel con el que se comprometió.',
  'OMBUD_E_LEDGER_CORRUPT/payload-missing':
    'Falta el contenido de la entrada {$index :string}, y ningún borrado dice por qué.',
  'OMBUD_E_LEDGER_CORRUPT/payload-not-erased':
    'El contenido de la entrada {$index :string} consta como borrado, pero sigue ahí.',
  'OMBUD_E_LEDGER_CORRUPT/row-beyond-end':
    'Hay una fila {$index :string} en {$table} más allá del final del registro.',
  'OMBUD_E_LEDGER_CORRUPT/row-twice':
    'La fila {$index :string} de las tablas del registro está más de una vez, o no es de ninguna entrada: alguien cambió la base de datos.',
  'OMBUD_E_LEDGER_CORRUPT/schema':
    'La tabla {$table} del registro {$location} no es como la hace Ombud, o se le añadió algo: alguien cambió la base de datos. Restaure una copia de seguridad.',
  'OMBUD_E_LEDGER_CORRUPT/stored-tree': 'El árbol guardado no es el de las entradas.',
  'OMBUD_E_LEDGER_CORRUPT/tile-changed': 'La tesela {$index :string} del nivel {$level :string} se cambió.',
  'OMBUD_E_LEDGER_CORRUPT/tile-missing':
    'Falta la tesela {$index :string} del nivel {$level :string} en el registro {$location}: restáurela desde una copia de seguridad.',
  'OMBUD_E_LEDGER_CORRUPT/tree-not-signed':
    'El árbol del registro {$location} no es el que firma su punto de control: compruebe todo el registro, y restaure una copia de seguridad.',
  'OMBUD_E_LEDGER_CORRUPT/unfinished':
    'El registro {$location} no se terminó de crear: quítelo y créelo de nuevo.',
  'OMBUD_E_LEDGER_KEY/does-not-sign': 'La clave {$key} no firma este registro: nombre una que lo haga.',
  'OMBUD_E_LEDGER_KEY/missing-private':
    'El registro {$location} tiene {$keys :string} claves de firma, pero aquí solo hay {$present :string} de sus claves privadas: restáurelas.',
  'OMBUD_E_LEDGER_KEY/only-key':
    'La única clave de un registro no se puede retirar: añada antes su sucesora.',
  'OMBUD_E_LEDGER_KEY/unreadable':
    'La clave de firma del registro no se puede leer de {$file}: restáurela, o compruebe quién puede leerla.',
  'OMBUD_E_LEDGER_ORIGIN/form':
    'El origen "{$origin}" no puede estar vacío ni contener espacios o un signo más: use un nombre como example.org/loans.',
  'OMBUD_E_LEDGER_ENTRY/about': '"about" ha de ser el índice de una entrada, y no {$about :string}.',
  'OMBUD_E_LEDGER_ENTRY/about-erased':
    'Los datos de la entrada {$about :number useGrouping=never} ya no existen, se borraron con su persona: no se registra nada más sobre ella.',
  'OMBUD_E_LEDGER_ENTRY/decided':
    '"decided" ha de ser una hora UTC con milisegundos, como 2026-11-22T03:49:31.123Z, y no "{$decided}".',
  'OMBUD_E_LEDGER_ENTRY/model-digest': 'El resumen del modelo ha de ser SHA-256 en 64 cifras hexadecimales.',
  'OMBUD_E_LEDGER_ENTRY/no-decision': 'Una decisión necesita su valor "decision".',
  'OMBUD_E_LEDGER_ENTRY/score': '"score" ha de ser un número.',
  'OMBUD_E_LEDGER_ENTRY/text':
    '.input {$what :string}\n.match $what\nkey {{La clave de idempotencia ha de ser un texto de 1 a {$most :string} caracteres de Unicode válido.}}\nnote {{La nota ha de ser un texto de 1 a {$most :string} caracteres de Unicode válido.}}\nsubject {{La persona ha de ser un texto de 1 a {$most :string} caracteres de Unicode válido.}}\nmodel {{La versión del modelo ha de ser un texto de 1 a {$most :string} caracteres de Unicode válido.}}\n* {{El sistema ha de ser un texto de 1 a {$most :string} caracteres de Unicode válido.}}',
  'OMBUD_E_LEDGER_TOO_LARGE/entry':
    'La entrada ({$kind}) tendría {$bytes :string} bytes; una entrada tiene como máximo {$most :string}. Ponga menos en ella.',
  'OMBUD_E_LEDGER_INDEX/about-later':
    'La entrada trata de la entrada {$about :string}, que todavía no existe.',
  'OMBUD_E_LEDGER_INDEX/no-entry':
    'No hay ninguna entrada {$index :string} en el registro {$location}; la primera entrada tiene el índice 0.',
  'OMBUD_E_LEDGER_SIZE/not-a-size':
    'Aquí un tamaño es un número entero de 0 a {$largest :string}, el número de entradas; {$size :string} no lo es.',
  'OMBUD_E_LEDGER_SIZE/not-read-yet': 'La cobertura se conoce cuando se han leído todas las decisiones.',
  'OMBUD_E_LEDGER_INPUT/published-unreadable':
    '{$file} no se puede leer ({$detail}): compruebe la carpeta o la dirección donde se publicó el registro, y quién puede leerla.',
  'OMBUD_E_LEDGER_INPUT/tile-missing':
    'Falta {$file}: dé la carpeta o la dirección donde se publicó el registro.',
  'OMBUD_E_LEDGER_NOBODY/subject':
    'No se guarda nada (o ya no) sobre esta persona: compruebe el seudónimo. No se borró nada.',
  'OMBUD_E_LEDGER_PUBLISH/another-log':
    'El punto de control de {$folder} no lo firmó este registro: publique en otra carpeta.',
  'OMBUD_E_LEDGER_PUBLISH/cannot-write':
    'No se puede escribir en la carpeta {$folder} ({$detail}): lo publicado antes sigue íntegro.',
  'OMBUD_E_LEDGER_ROLLED_BACK/published-differs':
    'Lo que se publicó en {$folder} no es el comienzo de este registro: se cambió su pasado. No se escribió nada.',
  'OMBUD_E_LEDGER_ROLLED_BACK/published-more':
    '{$folder} contiene {$published :string} entradas, pero este registro tiene solo {$size :string}: se volvió a una copia más antigua. No se escribió nada.',
  'OMBUD_E_LEDGER_ROLLED_BACK/witness-other-past':
    'El testigo ha visto {$seen :string} entradas que no son el comienzo de este registro: se volvió a una copia más antigua, o se cambió su pasado.',
  'OMBUD_E_LEDGER_ROLLED_BACK/witness-other-tree':
    'El testigo ha visto otro árbol del mismo tamaño: se volvió a una copia más antigua del registro, o se cambió su pasado.',
  'OMBUD_E_LEDGER_ROLLED_BACK/witness-saw-more':
    'El testigo ha visto {$seen :string} entradas de este registro, que ahora tiene {$size :string}: se volvió a una copia más antigua, o se cambió su pasado.',
  'OMBUD_E_LEDGER_WITNESS/named-otherwise':
    'El testigo de esta carpeta se llama {$found}, y no {$name}: use su nombre, u otra carpeta.',
  'OMBUD_E_LEDGER_WITNESS/no-cosignature':
    'Lo que respondió {$url} no es una cofirma de {$name}: compruebe la clave del testigo.',
  'OMBUD_E_LEDGER_WITNESS/not-a-witness-key': '{$name} no es la clave de un testigo.',
  'OMBUD_E_LEDGER_WITNESS/refused':
    'El testigo {$url} lo rechazó ({$status :string}: {$answer}): pregunte a quien lo lleva si atestigua {$origin}.',
  'OMBUD_E_LEDGER_WITNESS/unreachable':
    'No se puede llegar al testigo {$url}: compruebe su dirección e inténtelo de nuevo.',
  'OMBUD_E_LEDGER_EVIDENCE/form': 'La evidencia no se verifica: no contiene una declaración in-toto.',
  'OMBUD_E_LEDGER_EVIDENCE/no-known-key':
    'La evidencia no se verifica: ninguna de las claves dadas la ha firmado.',
  'OMBUD_E_LEDGER_EVIDENCE/not-json': 'La evidencia no se verifica: su declaración no es JSON.',
  'OMBUD_E_LEDGER_EVIDENCE/not-json-object':
    'La evidencia no se verifica: su declaración no es un objeto JSON.',
  'OMBUD_E_LEDGER_EVIDENCE/signature': 'La evidencia no se verifica: la firma de {$name} es incorrecta.',
  'OMBUD_E_LEDGER_LOCATION/name':
    '"{$name}" no puede ser el nombre de un registro en una base de datos: use letras minúsculas, cifras y guiones bajos, como máximo 31, con una letra al principio.',
  'OMBUD_E_LEDGER_STORE/randomness':
    'La fuente de azar se repite, de modo que nada sellado con ella sería secreto: no se anotó nada.',
  'OMBUD_E_LEDGER_UNREACHABLE/answer-lost':
    'La conexión con el registro {$location} se perdió antes de que la base de datos respondiera, y el lote no se anotó: envíelo de nuevo.',
  'OMBUD_E_LEDGER_UNREACHABLE/connection-lost':
    'La conexión con el registro {$location} se perdió: no se anotó nada de este lote. Envíelo de nuevo.',
  'OMBUD_E_LEDGER_NOT_DURABLE/setting-off':
    'La base de datos del registro {$location} tiene {$setting} = off, de modo que lo que confirma se puede perder: actívelo.',
  'OMBUD_E_LEDGER_CLOCK/ahead':
    'El reloj dice {$time}, pero la última entrada es de {$last}: ponga el reloj en hora, o diga que el intervalo es real.',
  'OMBUD_E_LEDGER_CLOCK/jumped':
    'El reloj saltó a {$time} mientras el registro estaba abierto: póngalo en hora, y abra el registro de nuevo. No se anotó nada.',
  'OMBUD_E_LEDGER_CORRUPT/about-later':
    'La entrada {$index :string} trata de la entrada {$about :string}, que vino después.',
  'OMBUD_E_LEDGER_CORRUPT/below-high-water':
    'El registro {$location} tiene {$size :string} entradas, pero aquí se anotaron {$mark :string}: se eliminó su diario de escritura, o se puso en su lugar una base de datos más antigua. Restaure lo que falta.',
  'OMBUD_E_LEDGER_CORRUPT/decided-later':
    'La entrada {$index :string} dice que se decidió en {$decided}, después de anotarse.',
  'OMBUD_E_LEDGER_CORRUPT/entry-in-future':
    'La entrada {$index :string} lleva la fecha {$time}, que aún no ha llegado.',
  'OMBUD_E_LEDGER_CORRUPT/erasure-beyond-end':
    'La entrada {$index :string} borra entradas que todavía no existían.',
  'OMBUD_E_LEDGER_CORRUPT/erasure-unasked':
    'La entrada {$index :string} borra datos de personas y no dice a petición de quién.',
  'OMBUD_E_LEDGER_CORRUPT/key-not-vouched':
    'La entrada {$index :string} cambia las claves, y ninguna clave de confianza responde por ella.',
  'OMBUD_E_LEDGER_CORRUPT/others-saw-more':
    'Otros han visto {$seen :string} entradas de este registro, que ahora tiene {$size :string}: se volvió a una copia más antigua.',
  'OMBUD_E_LEDGER_CORRUPT/replayed':
    'La entrada {$index :string} tiene el compromiso de una entrada anterior: una decisión se anotó dos veces.',
  'OMBUD_E_LEDGER_CORRUPT/weak-salt':
    'La sal de la entrada {$index :string} es un mismo carácter repetido, de modo que lo que oculta se puede adivinar.',
  'OMBUD_E_LEDGER_KEY/not-pinned':
    'Nadie fijó la clave del registro {$location}, y lo que su base de datos dice de sus propias claves no prueba nada: dé la clave de verificación.',
  'OMBUD_E_LEDGER_ENTRY/decided-later':
    '"decided" es {$decided}, que aún no ha llegado: dé el momento en que se tomó la decisión.',
  'OMBUD_E_LEDGER_ENTRY/key-reused':
    'La clave "{$key}" se usó para la entrada {$index :string}, que dice otra cosa: dé a cada borrador su propia clave.',
  'OMBUD_E_LEDGER_ENTRY/key-twice':
    'La clave "{$key}" está dos veces en un lote, para dos borradores distintos: dé a cada borrador su propia clave.',
  'OMBUD_E_LEDGER_ENTRY/no-field': 'Aquí no hay ningún campo {$pointer}; hay {$fields}.',
  'OMBUD_E_LEDGER_ENTRY/not-a-value': '"{$member}" ha de ser un texto, un número, true, false o null.',
  'OMBUD_E_LEDGER_ENTRY/not-an-object': '"{$member}" ha de ser un objeto con miembros con nombre.',
  'OMBUD_E_LEDGER_ENTRY/not-appended':
    'Una entrada de la clase {$kind} la hace la llamada que hace lo que dice, y no se puede añadir.',
  'OMBUD_E_LEDGER_ENTRY/schema':
    '"{$member}" de la entrada ({$kind}) no es como pide el esquema de las entradas: no se anotó nada.',
  'OMBUD_E_LEDGER_ENTRY/sealed-twice': 'Un borrador sellado se puede anotar una vez: séllelo de nuevo.',
  'OMBUD_E_LEDGER_ENTRY/unknown-member':
    '"{$member}" no es un miembro de este contenido: ponga en "inputs" aquello en lo que se apoyó la decisión.',
  'OMBUD_E_LEDGER_INDEX/erasure-beyond-end':
    'Las entradas {$first :string} a {$last :string} no se pueden borrar: el registro tiene {$size :string} entradas.',
  'OMBUD_E_LEDGER_WITNESS/too-few':
    'Ningún punto de control de {$size :string} entradas o más tiene los testigos que se piden: pídales antes que cofirmen.',
};
