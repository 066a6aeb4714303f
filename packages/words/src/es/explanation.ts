import type { Catalogue } from '../message.ts';

/** The explanation of a decision, as a page and as a letter, in Spanish. */
export const explanation: Catalogue = {
  'letter/title': 'Por qué decidimos así, y qué podría cambiarlo',
  'letter/about-system':
    'Un programa de ordenador nos ayudó a decidir. Se llama {$system}. La respuesta no fue la que usted esperaba.',
  'letter/about': 'Un programa de ordenador nos ayudó a decidir. La respuesta no fue la que usted esperaba.',
  'letter/decided': 'Decidimos el {$date}.',
  'letter/good': 'Un programa de ordenador nos ayudó a decidir. La respuesta fue favorable para usted.',
  'letter/component':
    'Esta carta trata de una parte de cómo decidimos: {$component}. Usted no superó esta parte.',
  'letter/why': 'Por qué',
  'letter/why-text':
    '.input {$people :number} .match $people one {{Miramos lo que más contó en su contra. Para saberlo, le comparamos con una persona que fue aceptada por muy poco.}} * {{Miramos lo que más contó en su contra. Para saberlo, le comparamos con {$people} personas que fueron aceptadas por muy poco.}}',
  'letter/why-all':
    '.input {$people :number} .match $people one {{Miramos lo que más contó en su contra. Para saberlo, le comparamos con otra persona.}} * {{Miramos lo que más contó en su contra. Para saberlo, le comparamos con otras {$people} personas.}}',
  'letter/why-none': 'No destacó ninguna cosa por sí sola. Se sumaron muchas cosas pequeñas.',
  'letter/reason': '{$text} (lo suyo: {$value})',
  'letter/reason-missing': '{$text} (no tenemos ningún dato suyo)',
  'letter/reason-plain': '{$text}',
  'letter/also': 'Esto también contó, pero menos:',
  'letter/change': 'Qué podría cambiar la respuesta',
  'letter/change-why-not':
    'La lista de arriba muestra lo que contó. No muestra lo que ayudaría. Eso está aquí.',
  'letter/one-plan': 'Esto habría cambiado la respuesta, si todo lo demás hubiera seguido igual:',
  'letter/plans':
    'Cada una de estas cosas habría cambiado la respuesta, si todo lo demás hubiera seguido igual. Basta con una:',
  'letter/plan-joined': '{$changes}.',
  'letter/at-most': '{$label}: bajar de {$from} a {$to} o menos',
  'letter/at-least': '{$label}: subir de {$from} a {$to} o más',
  'letter/between': '{$label}: de {$from} a entre {$low} y {$high}',
  'letter/exactly': '{$label}: de {$from} a {$to}',
  'letter/wait': 'esperar {$to} {$unit}',
  'letter/none-exact':
    '.input {$changes :number} .match $changes one {{Probamos cada cambio de una sola cosa que usted podría hacer. Ninguno habría cambiado la respuesta. No probamos dos cambios a la vez.}} * {{Probamos cada cambio de hasta {$changes} cosas que usted podría hacer. Ninguno habría cambiado la respuesta. No probamos más de {$changes} a la vez.}}',
  'letter/none-any':
    'Comprobamos todos los cambios que usted podría hacer, fueran cuantos fueran. Ninguno habría cambiado la respuesta.',
  'letter/none-found': 'Buscamos un cambio que ayudara. No encontramos ninguno. Aun así puede haberlo.',
  'letter/none-human': 'Usted puede pedir en todo caso que una persona mire su caso.',
  'letter/unknown': 'No conocemos este dato suyo: {$labels}. Por eso no pudimos buscar ahí un cambio.',
  'letter/limits': 'Lo que esta carta no puede decirle',
  'letter/limits-program':
    'Le dice cómo funciona el programa. No dice que el programa acierte ni que sea justo.',
  'letter/limits-promise':
    'No es una promesa. Cuando usted lo pida de nuevo, podemos mirar también otras cosas.',
  'letter/limits-wrong':
    'Si un dato sobre usted es incorrecto, díganoslo. Entonces tenemos que mirarlo de nuevo.',
  'letter/limits-version':
    'Vale con este modelo, en esta fecha: modelo {$version}, {$date}. Cuando cambiemos el modelo, deja de valer.',
  'letter/limits-until': 'Deja de valer el {$date} como muy tarde.',
  'letter/contact': '¿Quiere preguntar o reclamar? Escriba a {$contact}.',
  'letter/number': 'Número de esta carta: {$number}',
  'explanation/title': 'Explicación de una decisión',
  'explanation/title-system': 'Explicación de una decisión de {$system}',
  'explanation/answer-unfavourable':
    'El modelo da {$value}; la decisión cambia en {$cutoff}. La respuesta no es favorable a la persona.',
  'explanation/answer-favourable':
    'El modelo da {$value}; la decisión cambia en {$cutoff}. La respuesta es favorable a la persona.',
  'explanation/reasons': 'Motivos principales',
  'explanation/reasons-none':
    'Ninguna columna lleva por sí sola una vigésima parte de lo que habló en contra de la persona.',
  'explanation/reasons-favourable': 'La decisión es la favorable, así que no hay nada de lo que dar motivos.',
  'explanation/reason': '{$code}: {$text} ({$contribution})',
  'explanation/reason-plain': '{$text} ({$contribution})',
  'explanation/also': 'Esto contó también, cada cosa menos:',
  'explanation/blocked': 'Una persona ha de mirarlo antes de que se envíe nada',
  'explanation/blocked-protected':
    '"{$column}" contó en contra de la persona, y la ley no permite decidir por ella. Dejarla fuera de la carta lo ocultaría.',
  'explanation/blocked-third-person':
    '"{$column}" contó en contra de la persona, y trata de otra persona: no se puede decir sin más.',
  'explanation/blocked-secret': '"{$column}" contó en contra de la persona, y está declarada como secreta.',
  'explanation/blocked-safety':
    '"{$column}" contó en contra de la persona, y decirlo podría poner a alguien en peligro.',
  'explanation/stability':
    '.input {$same :number} .match $same one {{Con otros {$tried :number} fondos razonables salen los mismos motivos una vez.}} * {{Con otros {$tried :number} fondos razonables salen los mismos motivos {$same} veces.}}',
  'explanation/waterfall': 'Lo que movió la puntuación',
  'explanation/waterfall-caption':
    'Desde el punto de partida de {$baseline} hasta la puntuación de {$score}; las barras hacia la derecha hablan a favor de la decisión favorable. Las {$shown :number} más largas de {$all :number}.',
  'explanation/rest': '{$n :number} más, juntas',
  'explanation/table': 'Todas las contribuciones',
  'explanation/column': 'Columna',
  'explanation/value': 'Valor',
  'explanation/contribution': 'Contribución',
  'explanation/error': 'Error estándar',
  'explanation/missing': 'falta',
  'explanation/recourse': 'Qué cambiaría la decisión',
  'explanation/recourse-not-asked':
    'No se preguntó nada: la decisión es la favorable, o no hay reglas declaradas.',
  'explanation/plan': 'Plan {$n :number}: {$changes} (coste {$cost}; entonces el modelo da {$value})',
  'explanation/proof-exact':
    '.input {$changes :number} .match $changes one {{Se miró: todos los valores de cada columna modificable por sí sola. Exacto.}} * {{Se miró: todos los valores de todas las combinaciones de hasta {$changes} columnas. Exacto.}}',
  'explanation/proof-optimiser':
    'Se miró: cualquier número de cambios, con un programa entero mixto y un margen de {$margin} en la puntuación.',
  'explanation/proof-bound':
    'Se miró: cualquier número de cambios. Ni lo mejor de cada cambio a la vez llega al corte.',
  'explanation/proof-search':
    'Heurístico: se preguntó por {$asked :number} filas. Un plan que se encontró es cierto; no encontrar ninguno no prueba nada.',
  'explanation/state-none-exists': 'No existe tal cambio, hasta donde eso alcanza.',
  'explanation/state-none-found': 'No se encontró tal cambio. Eso no prueba nada.',
  'explanation/moves': '{$column} se mueve con ella, de {$from} a {$to}',
  'explanation/method': 'Método',
  'explanation/method-text':
    'Valores de Shapley ({$method}) de la puntuación bruta, frente a {$rows :number} personas ({$people}); huella {$fingerprint}.',
  'explanation/people-just-accepted': 'las más cercanas por encima del corte',
  'explanation/people-all': 'todo el fondo',
  'explanation/people-training': 'los datos de entrenamiento, como los cuenta el archivo de modelo',
  'explanation/model':
    'Archivo de modelo {$digest}, formato {$format}, versión {$version}. Hecho el {$date} por Ombud {$ombud}.',
  'explanation/footer':
    'Hecho por Ombud {$version} solo con la explicación; la misma explicación da la misma página.',
  'explanation/cannot':
    'Describe el modelo, y no el mundo: lo que movió la puntuación no tiene por qué ser la causa de nada.',
  'explanation/letter-blocked':
    'No se escribe ninguna carta: {$columns} contó, y no se puede decir sin más. Una persona decide qué se envía.',
};
