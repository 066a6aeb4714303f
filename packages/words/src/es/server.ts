import type { Catalogue } from '../message.ts';

/** Errors of the server, in Spanish. */
export const server: Catalogue = {
  'OMBUD_E_HTTP_INPUT/content-type': 'El cuerpo no es de un tipo que aquí se lea: envíelo como {$types.or}.',
  'OMBUD_E_HTTP_INPUT/idempotency-key': 'Una Idempotency-Key tiene de 1 a {$most} caracteres.',
  'OMBUD_E_HTTP_INPUT/missing': 'Falta "{$path}".',
  'OMBUD_E_HTTP_INPUT/not-a-choice': '"{$path}" ha de ser uno de {$choices.list}.',
  'OMBUD_E_KEY/ended': 'Esta clave ha caducado: cree otra.',
  'OMBUD_E_KEY/expires-past':
    'La clave habría caducado antes de usarse, el {$expires}: nombre una hora posterior.',
  'OMBUD_E_KEY/rotated': 'Otra clave ocupa ya el lugar de esta: rote aquella o cree otra.',
  'OMBUD_E_HTTP_INPUT/key-twice': 'El cuerpo nombra una clave dos veces: ¿cuál de las dos vale?',
  'OMBUD_E_HTTP_INPUT/not-utf-8': 'El cuerpo no es texto en UTF-8.',
  'OMBUD_E_HTTP_INPUT/other-system':
    'La declaración nombra otro sistema que la dirección, que trata de "{$system}".',
  'OMBUD_E_HTTP_INPUT/drift-alone':
    '«{$path}»: la deriva se busca en auditorías periódicas de todo lo registrado: declare un calendario así, o quite la deriva.',
  'OMBUD_E_HTTP_INPUT/subjects-or-age': 'Nombre personas en "subjects" o una edad en "olderThanDays".',
  'OMBUD_E_HTTP_INPUT/too-deep': '"{$path}" tiene demasiados niveles.',
  'OMBUD_E_HTTP_INPUT/unsafe-name':
    'El cuerpo tiene un miembro con el nombre "__proto__", que no se puede guardar.',
  'OMBUD_E_HTTP_INPUT/not-json': 'El cuerpo no es JSON.',
  'OMBUD_E_HTTP_INPUT/too-large-value': '"{$path}" es demasiado grande: como máximo {$most :number}.',
  'OMBUD_E_HTTP_INPUT/unfit': '"{$path}" no se puede usar como está: consulte el documento de la API.',
  'OMBUD_E_HTTP_INPUT/unknown-member': '"{$path}" tiene un miembro "{$member}" que no se conoce.',
  'OMBUD_E_HTTP_INPUT/wrong-type': '"{$path}" es del tipo equivocado: se espera {$expected}.',
  'OMBUD_E_HTTP_TOO_LARGE/body': 'La petición pasa de {$most :number} bytes: envíela por partes.',
  'OMBUD_E_HTTP_NO_ROUTE/method': 'Esta dirección admite {$methods.list}.',
  'OMBUD_E_HTTP_NO_ROUTE/path': 'No hay nada en esta dirección.',
  'OMBUD_E_HTTP_FORGED/host':
    'No se llega al servidor con el nombre "{$host}". Declare el nombre en sus ajustes, o use uno declarado.',
  'OMBUD_E_HTTP_FORGED/origin': 'La petición vino de una página de otro lugar, y no se hizo nada.',
  'OMBUD_E_HTTP_FORGED/token':
    'El formulario es demasiado viejo o de otro lugar, y no se hizo nada. Abra la página de nuevo.',
  'OMBUD_E_HTTP_LIMIT/logins': 'Demasiados intentos: espere {$seconds :number} segundos.',
  'OMBUD_E_HTTP_LIMIT/requests': 'Demasiadas peticiones: espere {$seconds :number} segundos.',
  'OMBUD_E_UNEXPECTED/fault':
    'Algo falló por nuestra parte. Diga a quien lleva este servidor el número de la petición.',
  'OMBUD_E_WHO/credentials': 'El nombre o la contraseña no es correcto.',
  'OMBUD_E_WHO/factor-offer':
    'Este secreto no se hizo para usted aquí, o es demasiado viejo: abra otra vez la página de su cuenta y lea el nuevo.',
  'OMBUD_E_WHO/old-factor':
    'El código del segundo factor que tiene no vale o ya se usó: espere al siguiente, o use un código de recuperación.',
  'OMBUD_E_WHO/password-again': 'La contraseña no es correcta: no se cambió nada.',
  'OMBUD_E_WHO/key': 'Esta clave no abre nada aquí: es incorrecta, ha caducado o se revocó.',
  'OMBUD_E_WHO/log-in': 'Inicie sesión, o envíe una clave.',
  'OMBUD_E_WHO/passkey':
    'La llave de acceso no se aceptó: no es de una cuenta de aquí, o el intento es demasiado viejo. Inténtelo otra vez, o entre con su contraseña.',
  'OMBUD_E_WHO/second-factor': 'El código es incorrecto, demasiado viejo o ya se usó.',
  'OMBUD_E_ONE_PERSON/key':
    'Usted y "{$other}" son uno: uno de los dos es una clave que hizo el otro. Ha de hacerlo otra persona.',
  'OMBUD_E_ONE_PERSON/mailbox':
    'Usted y "{$other}" tienen el mismo buzón, así que pueden ser una sola persona. Ha de hacerlo otra.',
  'OMBUD_E_ONE_PERSON/made':
    'Uno de ustedes, usted o "{$other}", creó o invitó al otro hace menos de {$days :number} días. Ha de hacerlo otra persona, o esperan.',
  'OMBUD_E_ONE_PERSON/same': 'Usted dio aquí el primero de dos pasos. El segundo ha de darlo otra persona.',
  'OMBUD_E_FORBIDDEN/all-systems': 'Esto necesita un papel para todos los sistemas, y el suyo es para uno.',
  'OMBUD_E_FORBIDDEN/decider': 'Quien decidió, o pudo decidir, no revisa.',
  'OMBUD_E_FORBIDDEN/not-assigned': 'Esto no le está asignado.',
  'OMBUD_E_FORBIDDEN/other-system': 'Usted no puede hacer esto para el sistema "{$system}".',
  'OMBUD_E_FORBIDDEN/role': 'Esto es para: {$allowed.list}.',
  'OMBUD_E_PEOPLE_ONLY/key': 'Esto es para personas: inicie sesión; la clave de una máquina no sirve.',
  'OMBUD_E_SERVE/no-administrator':
    'Otros podrían llegar al servidor en {$host}, y nadie lo administra todavía. Inícielo primero en 127.0.0.1 y abra el enlace que muestra.',
  'OMBUD_E_SERVE/no-tls':
    'Otros podrían llegar al servidor en {$host}, y leer lo que pasa. Declare tls o trustedProxy en settings.json, o quédese en 127.0.0.1.',
  'OMBUD_E_SERVE/settings': '{$file} no se puede usar en "{$at}": corríjalo.',
  'OMBUD_E_BACKUP/exists': '{$to} ya existe: indique una carpeta que no exista.',
  'OMBUD_E_BACKUP/file':
    'La copia no está entera: falta su archivo {$file}, o no es el que se escribió. Haga otra copia.',
  'OMBUD_E_BACKUP/newer': 'La copia la hizo una versión más nueva de Ombud: recupérela con esa.',
  'OMBUD_E_BACKUP/no-backup': '{$from} no es una copia, o no se terminó: no tiene {$file}.',
  'OMBUD_E_BACKUP/not-empty': '{$folder} ya contiene algo: recupere en una carpeta nueva.',
  'OMBUD_E_BACKUP/not-for-database':
    'La copia es de una carpeta con SQLite y solo puede volver a serlo: omita la base de datos.',
  'OMBUD_E_BACKUP/unfinished':
    '{$part} quedó de una ejecución que no terminó: mírelo, bórrelo y ejecute esto de nuevo.',
  'OMBUD_E_BACKUP_DIFFERS/checkpoint':
    'Lo que se recuperó no es el registro que se copió: su punto de control es otro.',
  'OMBUD_E_SERVE_LISTEN/cannot-listen': 'No se puede escuchar en {$host}:{$port}: elija otro puerto.',
  'OMBUD_E_ACCOUNT/last-administrator': 'Nadie podría administrar más: dé antes el papel a otra persona.',
  'OMBUD_E_ACCOUNT/name-taken': 'El nombre "{$name}" está ocupado.',
  'OMBUD_E_ACCOUNT_INPUT/password-common':
    'Esta contraseña está entre las primeras que se prueban: elija otra.',
  'OMBUD_E_ACCOUNT_INPUT/password-short':
    'Una contraseña tiene de {$fewest} a {$most} caracteres; varias palabras forman una buena.',
  'OMBUD_E_INVITATION/used': 'Este enlace ya se usó, o es demasiado viejo. Pida uno nuevo.',
  'OMBUD_E_NO_ACCOUNT/account': 'No hay tal cuenta.',
  'OMBUD_E_NO_ACCOUNT/key': 'No hay tal clave, o se revocó.',
  'OMBUD_E_NO_ACCOUNT/passkey': 'No hay tal llave de acceso, o se quitó.',
  'OMBUD_E_DECLARED/name':
    '"{$system}" no puede ser el nombre de un sistema: use letras, cifras, ".", "_" y "-".',
  'OMBUD_E_DECLARED/other-system':
    'La declaración es de "{$system}", y esta página trata de "{$wanted}". Declare otro sistema en su propia página.',
  'OMBUD_E_DECISION/refused': 'La decisión no se anotó: {$why}.',
  'OMBUD_E_NO_DECISION/no-decision':
    'La entrada {$index :number useGrouping=never} no es una decisión: compruebe el número.',
  'OMBUD_E_NO_DECISION/nobody': 'No se guarda nada sobre esta persona.',
  'OMBUD_E_NO_DECISION/not-there':
    'La entrada {$index :number useGrouping=never} no es una decisión de "{$system}" que se pueda leer: compruebe el número, o si se borró.',
  'OMBUD_E_NO_AUDIT/audit': 'No hay tal auditoría de "{$system}".',
  'OMBUD_E_NO_AUDIT/none-yet': 'Todavía no ha terminado ninguna auditoría de "{$system}": pida una.',
  'OMBUD_E_NO_AUDIT/not-finished': 'La auditoría no ha terminado, o falló.',
  'OMBUD_E_NO_AUDIT/not-signed': 'La auditoría no se firmó: pida una con "sign".',
  'OMBUD_E_NO_HOLD/none':
    'El disyuntor de "{$system}" no pidió nada con la entrada {$entry :number useGrouping=never}.',
  'OMBUD_E_NO_TILE/beyond-end': 'El registro todavía no llega hasta {$path}.',
  'OMBUD_E_NO_PROVIDER/none': 'En los ajustes no se declara ningún proveedor.',
  'OMBUD_E_WATCH_DECLARED/schedule':
    'Cuándo se audita este sistema está declarado con él, en ombud.yaml: declare una versión nueva para cambiarlo.',
  'OMBUD_E_WATCH_DECLARED/tell':
    'A quién llegan por correo los avisos de este sistema está declarado con él, en ombud.yaml: declare una versión nueva para cambiarlo.',
  'OMBUD_E_OIDC/provider':
    'El proveedor no responde como debe: inténtelo de nuevo, o dígaselo a quien lleva este servidor.',
  'OMBUD_E_NO_CONTEST/no-pack': 'No hay ninguna ley sobre plazos llamada "{$pack}".',
  'OMBUD_E_NO_CONTEST/not-declared':
    '"{$system}" todavía no ha declarado nada para sus casos: envíelo a /api/v1/systems/{$system}/contest.',
  'OMBUD_E_OIDC_REFUSED/refused':
    'El proveedor no confirmó quién es usted, o ningún grupo suyo tiene aquí un papel.',
};
