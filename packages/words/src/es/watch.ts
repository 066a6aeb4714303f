/** La vigilancia: por qué se abrió un disyuntor, qué dice un aviso, y las páginas de ambos. */
export const watch = {
  'alert/audit-overdue': '{$title}: la auditoría del {$from} al {$to} está atrasada',
  'alert/audit-overdue-more':
    'Ninguna auditoría de lo decidido del {$from} al {$to} ha terminado. Falló, o nada la hizo: mire las auditorías del sistema.',
  'alert/breaker-closed': '{$title} vuelve a decidir',
  'alert/breaker-human-only': '{$title} ya no decide: deciden personas',
  'alert/breaker-open': '{$title} fue detenido',
  'alert/drift': '{$title}: «{$column}» no es como era',
  'alert/drift-more':
    'En el periodo desde el {$from} los valores de «{$column}» se reparten de otro modo que antes: índice de estabilidad {$index}, y un cambio tan grande no es azar (p {$p}, de todas las columnas). Esto no detiene nada: mire si las personas han cambiado, o lo que se registra de ellas.',
  'alert/footer': 'Ombud escribió esto por sí solo, y lo dice una vez. {$link}',
  'alert/recording-stopped': '{$title} ya no registra nada',
  'alert/recording-stopped-more':
    'La última decisión se registró el {$when}, y ninguna desde entonces durante {$hours :number} horas o más. De decisiones tomadas y no registradas no se puede responder: mire si el sistema sigue decidiendo.',

  'breaker/because-closed': 'Dos personas lo cerraron: {$why}',
  'breaker/because-missing-notices':
    '{$value :number} personas no recibieron notificación; se detiene con {$limit :number}.',
  'breaker/because-overdue-appeals':
    '{$value :number} recursos esperan fuera de plazo; se detiene con {$limit :number}.',
  'breaker/because-overturned':
    'Los recursos respondidos se estiman más a menudo que {$limit}. La evidencia es {$evidence}, tras {$blocks :number} respuestas.',
  'breaker/because-person': '{$by} lo detuvo: {$why}',
  'breaker/because-person-unnamed': 'Alguien lo detuvo: {$why}',
  'breaker/because-ratio':
    'Para «{$column}» {$watched}, la decisión buena llega menos de {$limit} veces tan a menudo como para los demás. La evidencia es {$evidence}, tras {$blocks :number} bloques, en la decisión {$at :number useGrouping=never}.',
  'breaker/because-stale-audit':
    'No hubo auditoría durante {$value :number maximumFractionDigits=1} días; se detiene con {$limit :number}.',
  'breaker/because-unconfirmed-suspensions':
    'Una suspensión no se confirmó durante {$value :number maximumFractionDigits=1} días; se detiene con {$limit :number}.',
  'breaker/closed': 'Cerrado: el sistema decide.',
  'breaker/close': 'Cerrarlo, como segunda persona',
  'breaker/close-how':
    '{$by} propuso cerrarlo: {$why} Quien lo cierra asume la misma responsabilidad. Ninguno de los dos hizo la regla.',
  'breaker/close-own': 'Usted propuso cerrarlo: {$why} Otra persona debe cerrarlo.',
  'breaker/closing': 'Lo que pide el cierre',
  'breaker/closing-broken': 'Primero debe acabar esto: {$what}',
  'breaker/closing-cannot-tell':
    'Todavía no: se contaron {$counted :number} decisiones de personas, en la sombra, o respuestas sobre ellas. No están con seguridad dentro del límite de {$limit}.',
  'breaker/closing-edge':
    'El extremo de la secuencia de confianza que debe estar dentro del límite es {$edge}.',
  'breaker/closing-inside':
    'Con seguridad dentro del límite de {$limit}, sobre {$counted :number} decisiones.',
  'breaker/closing-not-needed': 'No lo abrió ningún detector: bastan dos personas y un motivo.',
  'breaker/declaration': 'La regla está en la declaración del sistema, en «breaker».',
  'breaker/detectors': 'Evidencia',
  'breaker/detectors-how':
    'El detector mira después de cada bloque. Se puede mirar tantas veces como se quiera: mientras se respeta el límite alcanza la línea una vez cada tantos bloques de media, o menos.',
  'breaker/detector-overturned': 'Recursos estimados, límite {$limit}',
  'breaker/detector-ratio': '{$column} {$watched} frente a los demás, límite {$limit}',
  'breaker/detector-ratio-against': '{$column} {$watched} frente a {$reference}, límite {$limit}',
  'breaker/detector-now': '{$evidence} de {$opensAt} tras {$blocks :number} bloques',
  'breaker/evidence-line': 'se abre con {$opensAt}',
  'breaker/evidence-spoken':
    '{$title}: evidencia por bloques, en una escala de potencias de diez. Se abre con {$opensAt}. {$points}',
  'breaker/evidence-point': 'Tras {$block :number} bloques: {$evidence}',
  'breaker/hold': 'Efectos que aún no se ejecutaron',
  'breaker/hold-confirmed': 'El sistema que decide los retiene desde el {$when}.',
  'breaker/hold-nobody':
    'No se declaró a quién decirle que los retenga: quien opera el sistema que decide debe pararlos a mano.',
  'breaker/hold-open':
    'El {$when} se ordenó retenerlos. El sistema que decide aún no ha tomado el mensaje. Nadie debe darlos por retenidos.',
  'breaker/hold-taken':
    'El {$when} se dijo al sistema que decide que los retenga, y no lo ha confirmado. Nadie debe darlos por retenidos.',
  'breaker/hold-refused':
    'El {$when} se dijo al sistema que decide que los retenga, y dijo que no. No están retenidos: quien lo opera debe pararlos a mano.',
  'breaker/human-only': 'Abierto: deciden personas, el sistema no.',
  'breaker/known-since': 'Lo dice el asiento {$entry :number useGrouping=never} del registro.',
  'breaker/nothing-watched': 'Ningún detector vigila este sistema.',
  'breaker/open': 'Abierto: el sistema está detenido.',
  'breaker/page': 'Disyuntor de {$title}',
  'breaker/propose': 'Proponer cerrarlo',
  'breaker/propose-how':
    'Otra persona debe cerrarlo después. Quien declaró o aprobó una versión anterior a la apertura no puede hacer ni lo uno ni lo otro.',
  'breaker/release-confirmed': 'El sistema que decide deja seguir los efectos desde el {$when}.',
  'breaker/release-open':
    'El {$when} se ordenó que los efectos pueden seguir. El sistema que decide aún no ha tomado el mensaje.',
  'breaker/release-taken':
    'El {$when} se dijo al sistema que decide que los efectos pueden seguir, y no lo ha confirmado.',
  'breaker/release-refused':
    'El {$when} se dijo al sistema que decide que los efectos pueden seguir, y dijo que no.',
  'breaker/remedy': 'Lo que se corrigió',
  'breaker/remedy-hint': 'En una frase; o déjelo vacío y nombre una versión nueva.',
  'breaker/rule': 'Regla',
  'breaker/rule-limit': 'Se detiene con',
  'breaker/rule-now': 'Ahora',
  'breaker/rule-missing-notices': 'Personas sin notificación',
  'breaker/rule-overdue-appeals': 'Recursos fuera de plazo',
  'breaker/rule-stale-audit': 'Días desde una auditoría',
  'breaker/rule-unconfirmed-suspensions': 'Días que una suspensión no está confirmada',
  'breaker/rules': 'Reglas fijas',
  'breaker/rules-none': 'No se declaró ninguna regla fija.',
  'breaker/stop': 'Detener el sistema',
  'breaker/stop-as': 'Y entonces',
  'breaker/stop-as-human-only': 'Deciden personas',
  'breaker/stop-as-open': 'No se decide nada',
  'breaker/stop-how': 'Para detenerlo basta una persona. Para volver a empezar hacen falta dos.',
  'breaker/tripped': 'La evidencia ha alcanzado la línea: se abre ahora.',
  'breaker/unreadable': '{$n :number} decisiones ya no se pudieron leer y no se contaron.',
  'breaker/version': 'Versión nueva',
  'breaker/version-hint': 'Su número, si lo corrige una versión declarada y aprobada desde entonces.',
  'breaker/waits': 'Lo que espera',
  'breaker/waits-appeals': 'Recursos fuera de plazo: {$n :number}.',
  'breaker/waits-late':
    'Decisiones que el sistema tomó a pesar de todo desde que se abrió, registradas y marcadas: {$n :number} de los últimos {$of :number} asientos.',
  'breaker/waits-notices': 'Personas sin notificación: {$n :number}.',
  'breaker/waits-suspensions':
    'Suspensiones sin confirmar: {$n :number}. A {$refused :number} de ellas el sistema que decide dijo que no.',
  'breaker/why': 'Por qué',
  'breaker/why-hint': 'Queda en el registro, a la vista: nada personal.',

  'watch/add-webhook': 'Añadir un webhook',
  'watch/alert': 'Aviso',
  'watch/alerts': 'Avisos',
  'watch/alerts-caption': 'Los últimos avisos; cada uno se dijo una vez',
  'watch/alerts-none': 'Aún no hubo ninguno.',
  'watch/by-schedule': 'el calendario',
  'watch/decider': 'Dirección del sistema que decide',
  'watch/decider-hint':
    'Se le dice que retenga los efectos mientras el disyuntor no está cerrado. Si queda vacío, se le dice al que está declarado para los casos.',
  'watch/declared':
    'Esto está declarado con el sistema, en ombud.yaml: lo cambia una versión nueva de la declaración.',
  'watch/drift': 'Avisar de la deriva',
  'watch/drift-hint': 'Se busca una vez en la auditoría de cada periodo, sobre todo. No detiene nada.',
  'watch/every': 'Auditar según calendario',
  'watch/every-day': 'cada día',
  'watch/every-month': 'cada mes',
  'watch/every-never': 'nunca',
  'watch/every-week': 'cada semana',
  'watch/how':
    'Los avisos vienen de los detectores, de las reglas fijas y de lo que falta. Un veredicto según calendario es un archivo y no avisa a nadie, por más que se repita.',
  'watch/mail': 'Direcciones de correo',
  'watch/mail-hint': 'Una por línea.',
  'watch/mail-nowhere': 'En settings.json no se declaró servidor de correo: el correo espera.',
  'watch/over': 'De qué',
  'watch/over-everything': 'todo lo registrado hasta entonces',
  'watch/over-period': 'lo decidido en ese tiempo',
  'watch/page': 'Vigilancia de {$title}',
  'watch/receiver': 'A',
  'watch/remove': 'Quitar',
  'watch/save': 'Guardar',
  'watch/saved-secret':
    'Los mensajes a {$url} se firman con este secreto. Se muestra ahora y nunca más: déselo a quien los recibe.',
  'watch/settings': 'Cómo se vigila',
  'watch/sign': 'Evidencia',
  'watch/silent': 'Horas sin una decisión',
  'watch/silent-hint': 'Con tantas, se avisa. Vacío: nunca.',
  'watch/state-given-up': 'ya no se intenta',
  'watch/state-none': 'no se dijo a nadie',
  'watch/state-overtaken': 'ya no se envía',
  'watch/state-refused': 'rechazado por el receptor',
  'watch/state-sent': 'dicho',
  'watch/state-waiting': 'aún sin entregar',
  'watch/told': 'Dicho',
  'watch/url': 'Dirección',
  'watch/webhooks': 'Webhooks',
  'watch/webhooks-caption': 'Adónde van los mensajes firmados',
  'watch/webhooks-how':
    'Los mensajes van firmados (Standard Webhooks). Las direcciones dentro de nuestra propia red se rechazan si settings.json no las lista.',
  'watch/what': 'Qué',
  'watch/when': 'Cuándo',

  'act/watch-declared': 'Declaró cómo se vigila un sistema',

  'route/alerts-list': 'Los últimos avisos de un sistema',
  'route/breaker-close-form': 'Cerrar un disyuntor, con un formulario',
  'route/breaker-held': 'El sistema que decide dice que hizo lo que el disyuntor pidió',
  'route/breaker-page': 'Página de un disyuntor',
  'route/breaker-propose-form': 'Proponer cerrar un disyuntor, con un formulario',
  'route/breaker-stop-form': 'Detener un sistema, con un formulario',
  'route/watch-declare': 'Declarar cómo se vigila un sistema y a quién se avisa',
  'route/watch-form': 'Declarar cómo se vigila un sistema, con un formulario',
  'route/watch-page': 'Página de cómo se vigila un sistema',
  'route/watch-read': 'Cómo se vigila un sistema y a quién se avisa',
  'route/webhook-add-form': 'Añadir un webhook, con un formulario',
  'route/webhook-remove-form': 'Quitar un webhook, con un formulario',
} as const;
