import type { Catalogue } from '../message.ts';

/** Errors of `@ombud/contest`, in Spanish. */
export const contest: Catalogue = {
  'OMBUD_E_NOTICE/unsigned':
    'No se puede enviar ningún aviso de "{$system}" en "{$language}": nadie que tenga esa lengua materna ha firmado sus frases.',
  'OMBUD_E_NOTICE/changed':
    'No se puede enviar ningún aviso de "{$system}" en "{$language}": {$reviewer} firmó sus frases el {$on}, y desde entonces una de ellas es otra. Haga que se lean de nuevo.',
  'OMBUD_E_NOTICE/untranslated':
    'No se puede enviar ningún aviso de "{$system}" en "{$language}": al catálogo le faltan {$keys.count :number} frases, la primera {$keys.list}.',
  'OMBUD_E_NOTICE/lacks': 'El aviso no se envía: le falta lo que pide "{$pack}": {$parts.list}.',
  'OMBUD_E_NOTICE/no-reasons':
    'El aviso no se envía: no da ningún motivo. Diga por qué se decidió así sobre esta persona.',
  'OMBUD_E_NOTICE/blaming-words':
    'El aviso no se envía: dice {$words.or}, que culpa a una persona antes de que nadie lo haya mirado. Diga en su lugar lo que ocurrió.',
  'OMBUD_E_NOTICE/words-unchecked':
    'El aviso no se envía: no hay ninguna lista de palabras que culpan para el idioma "{$language}".',
  'OMBUD_E_NOTICE/hard-to-read':
    'El aviso no se envía: está escrito para el curso escolar {$grade}, y {$highest :number} es el más alto que se permite. Use frases más cortas y palabras corrientes.',
  'OMBUD_E_NOTICE/too-long':
    'El aviso no se envía: ocupa {$lines :number} líneas, y en una página caben {$most :number}. Acorte los motivos, o los nombres de los datos.',
  'OMBUD_E_NOTICE/other-kind':
    'El aviso no se envía: habla de "{$said}", y el sistema declaró que decide sobre "{$kind}".',
  'OMBUD_E_NOTICE/other-decision':
    'El aviso no se envía: lo que se registró es "{$decision}", y la carta diría otra cosa.',
  'OMBUD_E_NOTICE/other-day':
    'El aviso no se envía: dice que la decisión es de {$decidedOn}, y se registró como de {$recordedOn}.',
  'OMBUD_E_NOTICE/not-decided-yet':
    'El aviso no se envía: dice que la decisión es de {$decidedOn}, y se registró el {$recordedOn}, antes de eso.',
  'OMBUD_E_NOTICE/ends-before': 'El aviso no se envía: algo en él termina antes de empezar.',
  'OMBUD_E_NOTICE/no-currency': 'El aviso no se envía: un importe no está en ninguna moneda (ISO 4217).',
  'OMBUD_E_NOTICE/no-reduction': 'El aviso no se envía: habla de una reducción, y lo que queda no es menos.',
  'OMBUD_E_NOTICE/no-way':
    'El aviso no se envía: ninguna de las vías que se nombran para él está abierta aquí. Un correo electrónico necesita un servidor de correo; un webhook, un portador.',
  'OMBUD_E_NOTICE/second-in-letter':
    'El aviso no se envía: lo que se pregunta a la persona además del código está en la carta, de modo que quien encuentre la carta lo sabe.',
  'OMBUD_E_NOTICE/second-unfit':
    'El aviso no se envía: lo que se sabe de la persona no es lo que el sistema pregunta además del código ({$kind}), o es demasiado poco.',
  'OMBUD_E_NOTICE/told-twice':
    'La decisión {$decision} está dos veces en esta petición: la primera se envía, esta no.',
  'OMBUD_E_NOTICE/shadow':
    'El aviso no se envía: la decisión se registró como hecha en la sombra, sin efecto. Con ella no se decidió sobre nadie.',
  'OMBUD_E_NOTICE/other-decider':
    'El aviso no se envía: según lo declarado por el sistema diría que decidió una persona, y según lo registrado no decidió ninguna. Registre con "by": "person" lo que deciden personas, o declare que decide la máquina.',
  'OMBUD_E_CONTEST_CALENDAR/unknown':
    'No hay ningún calendario de días festivos "{$calendar}": use uno de {$known}.',
  'OMBUD_E_CONTEST_CALENDAR/beyond':
    'El calendario de días festivos contiene los años {$first} a {$last}, y {$year} queda fuera: escriba la tabla de nuevo.',
  'OMBUD_E_CONTEST_CASE/no-case': 'No hay ningún caso "{$case}".',
  'OMBUD_E_CONTEST_CASE/no-file': 'No hay ningún archivo "{$file}".',
  'OMBUD_E_CONTEST_CASE/no-matter':
    'El caso "{$case}" no tiene nada de esta clase que se pueda pedir: {$machine}.',
  'OMBUD_E_CONTEST_CASE/no-message':
    'El aviso más reciente de un caso de "{$system}" no salió como "{$message}".',
  'OMBUD_E_CONTEST_CASE/no-decision':
    'La entrada {$entry} no es una decisión de "{$system}" que se pueda leer, así que no se puede abrir un caso sobre ella.',
  'OMBUD_E_CONTEST_CASE/erased': 'Lo que la persona dijo en el caso "{$case}" se borró.',
  'OMBUD_E_CONTEST_MOVE/by-review':
    'Una apelación la asigna y la decide solo su revisión: pida "{$event}" a la revisión.',
  'OMBUD_E_CONTEST_MOVE/busy':
    'Otros cambiaron el caso "{$case}" en el mismo momento, una y otra vez: inténtelo de nuevo.',
  'OMBUD_E_CONTEST_MOVE/guard': 'Se rechaza "{$event}": necesita "{$guard}", y eso no se cumple.',
  'OMBUD_E_CONTEST_MOVE/no-such-matter': 'El caso "{$case}" no tiene nada llamado "{$matter}".',
  'OMBUD_E_CONTEST_MOVE/no-reviewer':
    'El caso no se puede dar a «{$reviewer}»: solo a quien puede entrar y revisa para este sistema.',
  'OMBUD_E_CONTEST_MOVE/no-such-move': '"{$event}" no es posible en el estado "{$state}".',
  'OMBUD_E_CONTEST_MOVE/not-assigned': 'Lo lleva otra persona: "{$actor}" no puede hacer "{$event}".',
  'OMBUD_E_CONTEST_MOVE/not-yet': '"{$event}" llega demasiado pronto: el plazo corre hasta {$deadline}.',
  'OMBUD_E_CONTEST_MOVE/not-yours': '"{$event}" en el estado "{$state}" no corresponde al papel "{$by}".',
  'OMBUD_E_CONTEST_MOVE/other-search':
    'Se rechaza «{$event}»: no nombra ninguna búsqueda de la reparación, o nombra una que no es la última. Lea lo que la reparación encuentra y paga ahora, y responda de nuevo.',
  'OMBUD_E_CONTEST_MOVE/own-rule':
    '"{$actor}" hizo o aprobó la regla, o participó en la decisión, y no responde por ella.',
  'OMBUD_E_CONTEST_MOVE/received-when':
    'No puede haber llegado el {$received}: la decisión es de {$from}, y hoy es {$to}.',
  'OMBUD_E_CONTEST_MOVE/twice-in-a-batch':
    'El caso "{$case}" está dos veces en un lote: envíe el segundo paso después del primero.',
  'OMBUD_E_CONTEST_ENTER/not-known': 'El código, o lo que lo acompaña, no es correcto.',
  'OMBUD_E_CONTEST_ENTER/mistyped':
    'Hay un error en el código. Tiene 16 letras y cifras. Mire de nuevo la carta, por favor.',
  'OMBUD_E_CONTEST_ENTER/wait':
    'Espere {$seconds} segundos, por favor, e inténtelo de nuevo. Su acceso no está bloqueado.',
  'OMBUD_E_CONTEST_FILE/empty': 'El archivo está vacío.',
  'OMBUD_E_CONTEST_FILE/not-what-it-says': 'El archivo dice que es {$said}, y es {$found}.',
  'OMBUD_E_CONTEST_FILE/too-large': 'El archivo tiene {$size} bytes; el máximo es {$most}.',
  'OMBUD_E_CONTEST_FILE/too-many': 'Ya hay {$most} archivos, que es el máximo.',
  'OMBUD_E_CONTEST_FILE/type': 'No se puede admitir esta clase de archivo: use una de {$allowed.list}.',
  'OMBUD_E_CONTEST_REMEDY/query':
    'La consulta "{$name}" no tiene ninguna condición que se pueda leer, o no nombra ningún campo.',
  'OMBUD_E_CONTEST_REMEDY/money':
    'El importe no es un número entero de la unidad más pequeña de {$currency}, o no es mayor que cero.',
  'OMBUD_E_CONTEST_REMEDY/currency':
    '"{$currency}" no es una moneda en la que se pueda pagar a alguien (ISO 4217).',
  'OMBUD_E_CONTEST_REMEDY/not-approved':
    'El remedio está en "{$state}": antes de que dos personas lo aprueben no se avisa a nadie ni se mueve dinero.',
  'OMBUD_E_CONTEST_REMEDY/not-declared':
    'La suma para el caso "{$case}" no es la que se aprobó: una suma fija se paga como se declaró, y toda suma en su moneda.',
  'OMBUD_E_CONTEST_REMEDY/too-early':
    'El remedio está en "{$state}": se avisa a las personas, y se ordenan sus propias sumas, cuando se llega a ese punto.',
  'OMBUD_E_CONTEST_REMEDY/ordered-twice':
    'La orden de pago "{$order}" está dos veces en una petición: cada una se da una vez.',
  'OMBUD_E_CONTEST_REMEDY/no-order':
    'No se ordenó dinero para el caso "{$case}": nada de él se puede pagar ni rechazar.',
  'OMBUD_E_CONTEST_REMEDY/settled':
    'Del dinero del caso "{$case}" consta "{$before}", y "{$after}" no se sigue de ello.',
  'OMBUD_E_CONTEST_REMEDY/other-currency':
    'Ya se ordenó dinero para el caso «{$case}» en otra moneda que {$currency}: no se puede decir cuánto queda por ordenar.',
  'OMBUD_E_CONTEST_REMEDY/order-changed':
    'La orden de pago "{$order}" existe con otro importe: una orden no cambia nunca.',
};
