import type { Catalogue } from '../message.ts';

/** Errors of `@ombud/tlog`, in Spanish. */
export const tlog: Catalogue = {
  'OMBUD_E_VERIFY_RANGE/cosignature-time': 'La hora de una cofirma se da en segundos enteros desde 1970.',
  'OMBUD_E_VERIFY_RANGE/no-entry':
    'No hay ninguna entrada {$index :string} en un árbol de {$size :string} entradas; la primera tiene el índice 0.',
  'OMBUD_E_VERIFY_RANGE/not-a-size':
    'Aquí el tamaño de un árbol ha de ser un número entero desde {$least :string}, y no {$size :string}.',
  'OMBUD_E_VERIFY_RANGE/not-whole':
    '.input {$what :string}\n.match $what\nindex {{El índice ha de ser un número entero de 0 a 2^53 - 1.}}\nearlier-size {{El tamaño anterior del árbol ha de ser un número entero de 0 a 2^53 - 1.}}\nlater-size {{El tamaño posterior del árbol ha de ser un número entero de 0 a 2^53 - 1.}}\n* {{El tamaño del árbol ha de ser un número entero de 0 a 2^53 - 1.}}',
  'OMBUD_E_VERIFY_EMPTY_TREE/consistency': 'Una prueba de consistencia desde un árbol vacío no prueba nada.',
  'OMBUD_E_VERIFY_HASH/length': 'Un resumen tiene {$bytes :string} bytes; SHA-256 da 32.',
  'OMBUD_E_VERIFY_PROOF/consistency-too-few':
    'La prueba de consistencia tiene muy pocos resúmenes para estos tamaños de árbol.',
  'OMBUD_E_VERIFY_PROOF/consistency-too-many':
    'La prueba de consistencia tiene demasiados resúmenes para estos tamaños de árbol.',
  'OMBUD_E_VERIFY_PROOF/from-empty': 'Desde un árbol vacío la prueba de consistencia ha de estar vacía.',
  'OMBUD_E_VERIFY_PROOF/inclusion-too-few':
    'La prueba de inclusión tiene muy pocos resúmenes para estos tamaños de árbol.',
  'OMBUD_E_VERIFY_PROOF/inclusion-too-many':
    'La prueba de inclusión tiene demasiados resúmenes para estos tamaños de árbol.',
  'OMBUD_E_VERIFY_ROOT/consistency':
    'El árbol de {$newSize :string} entradas no continúa el árbol de {$oldSize :string} entradas: se cambió, se quitó o se intercaló una entrada anterior.',
  'OMBUD_E_VERIFY_ROOT/empty': 'Un árbol de tamaño 0 ha de tener la raíz del árbol vacío.',
  'OMBUD_E_VERIFY_ROOT/inclusion':
    'La entrada {$index :string} no está en este árbol de {$size :string} entradas: su prueba lleva a otra raíz.',
  'OMBUD_E_VERIFY_ROOT/published':
    'Las últimas teselas de este registro no llevan a la raíz de su punto de control de {$size :string} entradas.',
  'OMBUD_E_VERIFY_KEY/form': 'Una clave de verificación es como name+12345678+base64; este texto no lo es.',
  'OMBUD_E_VERIFY_KEY/id':
    'La clave de verificación de {$name} dice el identificador {$said}, pero su clave tiene {$id}: una letra está mal o falta; copie de nuevo toda la línea.',
  'OMBUD_E_VERIFY_KEY/length':
    'La clave de verificación de {$name} contiene {$bytes :string} bytes; una clave Ed25519 tiene 32.',
  'OMBUD_E_VERIFY_KEY/log-key-cosigns':
    '{$name} es una clave de registro; solo cofirma una clave de testigo (tipo 4).',
  'OMBUD_E_VERIFY_KEY/name':
    'El nombre de clave "{$name}" no puede estar vacío ni contener espacios o un signo más.',
  'OMBUD_E_VERIFY_KEY/no-signer': 'Una nota necesita al menos una clave que la firme.',
  'OMBUD_E_VERIFY_KEY/private-form':
    'La clave privada no se puede leer: es como PRIVATE+KEY+name+12345678+base64.',
  'OMBUD_E_VERIFY_KEY/private-id':
    'La clave privada de {$name} dice el identificador {$said}, pero su clave tiene {$id}.',
  'OMBUD_E_VERIFY_KEY/same-id':
    'Dos claves distintas llamadas {$name} tienen el mismo identificador; dé solo una.',
  'OMBUD_E_VERIFY_KEY/type':
    'La clave de verificación de {$name} no es ni una clave Ed25519 (tipo 1) ni una clave de testigo (tipo 4).',
  'OMBUD_E_VERIFY_KEY/witness-key-signs':
    '{$name} es una clave de testigo; cofirma, pero no puede firmar una nota.',
  'OMBUD_E_VERIFY_WEAK_KEY/weak':
    'La clave de verificación de {$name} es de orden pequeño o mixto, o no está en su forma canónica, de modo que sus firmas no prueban nada; pida a su dueño una clave Ed25519 correcta.',
  'OMBUD_E_VERIFY_NOTE/last-line': 'La última línea de firma ha de acabar con un salto de línea.',
  'OMBUD_E_VERIFY_NOTE/many-signatures':
    'La nota tiene {$count :string} firmas; se leen como máximo {$most :string}.',
  'OMBUD_E_VERIFY_NOTE/no-blank-line':
    'Una nota firmada tiene una línea en blanco antes de sus firmas; esta no la tiene.',
  'OMBUD_E_VERIFY_NOTE/not-plain-text': 'Una nota firmada ha de ser UTF-8 sin caracteres de control.',
  'OMBUD_E_VERIFY_NOTE/signature-line': 'La línea de firma "{$line}" no es "— name base64".',
  'OMBUD_E_VERIFY_NOTE/text-to-sign':
    'Un texto que se firma ha de acabar con un salto de línea y no tener otros caracteres de control.',
  'OMBUD_E_VERIFY_NOTE/too-long': 'La nota pasa de {$most :string} caracteres.',
  'OMBUD_E_VERIFY_SIGNATURE/wrong':
    'La firma de {$name} es incorrecta: el texto se cambió después de firmarse, o lo firmó otra clave.',
  'OMBUD_E_VERIFY_UNSIGNED/by-none': 'Ninguna de las claves dadas ({$keys}) ha firmado esta nota.',
  'OMBUD_E_VERIFY_UNSIGNED/by-witnesses-alone':
    'Este punto de control lo han firmado testigos, pero no su registro.',
  'OMBUD_E_VERIFY_UNSIGNED/no-key-given':
    'No se dio ninguna clave con la que comprobar las firmas de esta nota.',
  'OMBUD_E_VERIFY_CHECKPOINT/empty-root':
    'Un punto de control de tamaño 0 ha de tener la raíz del árbol vacío.',
  'OMBUD_E_VERIFY_CHECKPOINT/form':
    'Un punto de control tiene tres líneas (origen, tamaño, raíz), cada una con su salto de línea.',
  'OMBUD_E_VERIFY_CHECKPOINT/root': 'La raíz "{$text}" ha de ser el base64 de 32 bytes.',
  'OMBUD_E_VERIFY_CHECKPOINT/size': 'El tamaño de árbol "{$text}" ha de ser un número entero menor que 2^53.',
  'OMBUD_E_VERIFY_ORIGIN/other-key':
    'El punto de control es del registro {$origin}, pero la clave que lo firmó es de {$names}.',
  'OMBUD_E_VERIFY_ORIGIN/two-logs':
    'Los dos puntos de control son de registros distintos, {$older} y {$newer}.',
  'OMBUD_E_VERIFY_ROLLBACK/smaller':
    'El árbol posterior tiene {$newSize :string} entradas y el anterior {$oldSize :string}: se hizo retroceder el registro.',
  'OMBUD_E_VERIFY_SPLIT/two-roots':
    'Dos árboles de {$size :string} entradas tienen raíces distintas: el registro mostró dos historias distintas.',
  'OMBUD_E_VERIFY_RECEIPT/extra': 'La línea adicional del recibo no es base64.',
  'OMBUD_E_VERIFY_RECEIPT/form':
    'Un recibo empieza con la línea {$header} y tiene una línea en blanco antes de su punto de control.',
  'OMBUD_E_VERIFY_RECEIPT/hash-line': 'La línea "{$line}" del recibo no es el base64 de 32 bytes.',
  'OMBUD_E_VERIFY_RECEIPT/index-line': 'El recibo tiene "{$line}" en lugar de su línea de índice.',
  'OMBUD_E_VERIFY_RECEIPT/many-hashes': 'Una prueba tiene como máximo {$most :string} resúmenes.',
  'OMBUD_E_VERIFY_POLICY/itself':
    '{$name} tiene la clave pública del propio registro; un registro no puede ser su propio testigo.',
  'OMBUD_E_VERIFY_POLICY/not-a-witness':
    '{$name} no es una clave de testigo: una clave de testigo es de tipo 4 (cofirma).',
  'OMBUD_E_VERIFY_POLICY/threshold':
    'El umbral {$threshold :string} ha de ser un número entero de 0 a {$witnesses :string}, el número de testigos.',
  'OMBUD_E_VERIFY_WITNESSES/too-few':
    'De los {$threshold :string} testigos necesarios, {$seen :string} han cofirmado este punto de control.',
  'OMBUD_E_VERIFY_TILE/empty': 'Una tesela vacía no tiene resumen.',
  'OMBUD_E_VERIFY_TILE/hashes': 'Los resúmenes de {$path} no son los que firmó el registro.',
  'OMBUD_E_VERIFY_TILE/index': 'El índice de una tesela es un número entero desde 0, y no {$index :string}.',
  'OMBUD_E_VERIFY_TILE/last-too-short':
    'La última tesela del nivel {$level :string} contiene {$bytes :string} bytes donde un árbol de {$size :string} entradas necesita {$width :string} resúmenes.',
  'OMBUD_E_VERIFY_TILE/length':
    'Una tesela de {$width :string} resúmenes tiene {$needed :string} bytes; esta tiene {$bytes :string}.',
  'OMBUD_E_VERIFY_TILE/level':
    'El nivel de una tesela es un número entero de 0 a {$most :string}, y no {$level :string}.',
  'OMBUD_E_VERIFY_TILE/path': '"{$path}" no es la ruta de una tesela ni de un paquete de entradas.',
  'OMBUD_E_VERIFY_TILE/too-short':
    'La tesela {$index :string} del nivel {$level :string} tiene {$bytes :string} bytes donde hacen falta {$width :string} resúmenes.',
  'OMBUD_E_VERIFY_TILE/width': 'Una tesela contiene de 1 a 256 resúmenes, y no {$width :string}.',
  'OMBUD_E_VERIFY_BUNDLE/count': 'Un paquete contiene de 1 a 256 entradas, y no {$count :string}.',
  'OMBUD_E_VERIFY_BUNDLE/cut-off': 'El paquete termina en medio de su entrada {$entry :string}.',
  'OMBUD_E_VERIFY_BUNDLE/entry': 'La entrada {$index :string} no es la que firmó el registro.',
  'OMBUD_E_VERIFY_BUNDLE/entry-too-long':
    'La entrada {$entry :string} del paquete pasa de {$most :string} bytes.',
  'OMBUD_E_VERIFY_BUNDLE/width':
    'El paquete contiene {$count :string} entradas donde su ruta promete {$width :string}.',
};
