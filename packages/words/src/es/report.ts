import type { Catalogue } from '../message.ts';

/** The reports in Spanish: headings, tables, pictures and notes. */
export const report: Catalogue = {
  'page/title': 'Auditoría: {$title}',
  'page/skip': 'Ir a la respuesta',
  'page/contents': 'Contenido',
  'page/answerable': 'Responde: {$owner}.',
  'page/answerable-contact': 'Responde: {$owner} ({$contact}).',
  'page/data': 'Datos: {$source}. Auditado el {$day} con Ombud {$version}.',
  'page/appendix': 'Apéndice: todas las figuras y tablas, y cómo se midió',
  'page/ledger':
    'Contado en el registro {$origin}, en su punto de control de {$size} entradas, raíz {$root}.',
  'page/period': 'Decisiones de {$from} a {$to}.',
  'page/window': 'Solo decisiones desde {$from} y antes de {$to}.',
  'page/window-from': 'Solo decisiones desde {$from}.',
  'page/window-to': 'Solo decisiones antes de {$to}.',
  'page/verify':
    'Si esta página es la auditoría firmada de ese registro: ombud verify evidence.json --log PUBLICADO --key CLAVE --report evidence.html',
  'page/footer':
    'Hecho por Ombud {$version} solo a partir del resultado; el mismo resultado da la misma página. Todas las cifras están en los informes JSON y CSV.',
  'page/by': 'Por {$by}',
  'page/title-by': '{$title} por {$by}',
  'page/title-says': '{$title}: {$text}',
  'page/numbers': 'Las cifras: {$title}',

  'answer/title': 'La respuesta',
  'answer/more': 'Más sobre la respuesta',
  'answer/careful': 'Cuidado:',
  'answer/see-strata': 'Ver los estratos',
  'answer/rule-by-rule': 'Regla por regla',

  'line/fail': 'No cumple {$rule}: {$who} {$value}, límite {$limit}',
  'line/fail-bare': 'No cumple {$rule}',
  'line/cannot-tell': 'No se puede saber si se cumple {$rule}: {$who} {$value}, límite {$limit}',
  'line/cannot-tell-bare': 'No se puede saber si se cumple {$rule}',
  'line/warns': 'Cumple, con un aviso sobre {$rule}: {$who} {$value}, límite {$limit}',
  'line/warns-bare': 'Cumple, con un aviso sobre {$rule}',
  'line/only-warns':
    'No se puede saber; no se cumple un límite que solo avisa, {$rule}: {$who} {$value}, límite {$limit}',
  'line/only-warns-bare': 'No se puede saber; no se cumple un límite que solo avisa, {$rule}',
  'line/pass': 'Cumple; lo más cercano a su límite es {$rule}: {$who} {$value}, límite {$limit}',
  'line/pass-bare': 'Cumple {$rule}',
  'line/apart': '{$who} y {$reference}, con una diferencia de',
  'line/rule-four-fifths': 'la regla de los cuatro quintos',
  'line/rule-audit': 'el límite de «{$audit}»',

  'next/title': 'Qué hacer ahora',
  'next/decide':
    'Nombre a la persona que responde del sistema, y que ella decida si el sistema sigue decidiendo mientras se estudia la brecha.',
  'next/decide-owner':
    '{$owner} responde del sistema y decide si sigue decidiendo mientras se estudia la brecha.',
  'next/strata-first': 'Mire primero los estratos: dentro de ellos la brecha va en el otro sentido.',
  'next/where':
    'Averigüe de dónde viene la brecha para {$who}: compare lo igual con lo igual, y lea sobre quién se decidió mal.',
  'next/again': 'Cambie lo que causa la brecha y audite de nuevo con la misma política.',
  'next/no-pass': 'No lo tome por un aprobado.',
  'next/missing': 'Averigüe por qué a unos grupos les faltan valores más que a otros, y complételos.',
  'next/collect':
    'Reúna más decisiones (cada regla dice cuántas personas bastarían) y audite de nuevo; entretanto vigile la brecha.',
  'next/look-open': 'Lea regla por regla por qué no se puede saber.',
  'next/keep': 'Guarde este informe, y audite de nuevo cuando cambien el modelo, los datos o las personas.',
  'next/small-groups':
    '.input {$n :number} .match $n one {{Mire a mano el grupo demasiado pequeño para quedar cubierto ({$n}).}} * {{Mire a mano los {$n} grupos demasiado pequeños para quedar cubiertos.}}',
  'next/not-proof':
    'Un aprobado dice que se respetan estos límites. No dice que el sistema sea legal ni justo.',
  'next/declare': 'Declare si la decisión positiva es buena o mala para la persona.',
  'next/set-limit':
    'Fije como política los límites que usted defiende, para que una auditoría pueda dar un veredicto.',

  'people/title': 'Qué significan las brechas en personas',
  'people/all-by': 'Todos los grupos por {$by}',
  'people/caption': 'Qué significan en personas las brechas por {$by}',
  'people/about-more': 'unas {$n} más',
  'people/about-fewer': 'unas {$n} menos',
  'people/note':
    'Es aritmética sobre las tasas medidas, para mostrar el tamaño de una brecha. No dice por qué existe la brecha.',

  'rates/who-decided': 'Quién recibió la decisión',
  'rates/who-happened': 'Para quién ocurrió el resultado',
  'rates/wrongly': 'Sobre quién se decidió mal',
  'rates/mistakes-by': 'Errores por {$by}',

  'crossed/title': 'Donde se cruzan los atributos',
  'crossed/intro':
    'Un sistema puede tratar por igual cada atributo y, aun así, tratar mal una combinación de ellos.',

  'strata/title': 'Comparar lo igual con lo igual',
  'strata/not-reversed': 'Por {$by}, los estratos no cambian con seguridad la respuesta.',
  'strata/reading-nobody-comparable': 'no se puede comparar a nadie',
  'strata/reading-no-gap': 'la brecha puede ser azar',
  'strata/reading-reversal': 'invertido',
  'strata/reading-mostly-explained': 'desaparece la mayor parte de la brecha',
  'strata/reading-not-explained': 'la brecha permanece',
  'strata/reading-unclear': 'no está claro',
  'strata/together': 'en conjunto',
  'strata/pair': '{$group} y {$reference}',
  'strata/pair-reversed': '{$group} y {$reference}: los estratos invierten la respuesta',
  'strata/lean':
    'La línea gruesa discontinua es el conjunto; cada línea fina es un estrato. {$others} de {$strata} estratos se inclinan al otro lado.',
  'strata/lean-orange':
    'La línea gruesa discontinua es el conjunto; cada línea fina es un estrato. {$others} de {$strata} estratos se inclinan al otro lado (naranja).',
  'strata/table-too': '{$text} La tabla tiene las mismas cifras.',
  'strata/odds':
    'En conjunto, las odds de {$group} son {$crude} veces las de {$reference}. Dentro de los estratos (Mantel-Haenszel) son {$inside} veces.',
  'strata/odds-interval':
    'En conjunto, las odds de {$group} son {$crude} veces las de {$reference}. Dentro de los estratos (Mantel-Haenszel) son {$inside} veces ({$range}).',
  'strata/no-difference':
    'Prueba de que no hay diferencia dentro de los estratos (Cochran-Mantel-Haenszel): p {$p}.',
  'strata/one-odds-ratio':
    'Prueba de que todos los estratos comparten una razón de odds (Breslow-Day): p {$p}.',
  'strata/rate-of': '{$rate} de {$n}',
  'strata/nobody': 'nadie',
  'strata/caption': 'Tasas por {$by} dentro de cada {$strata}',
  'strata/row-together': 'En conjunto',
  'strata/row-alike': 'Si se repartieran por igual entre los estratos',
  'strata/pairs-caption': 'Cada par de grupos, en conjunto y dentro de los estratos (Mantel-Haenszel)',
  'strata/pairs-by': 'En conjunto y dentro de los estratos, por {$by}',
  'strata/numbers': 'Las cifras: estratos por {$by}',

  'identity/title': 'Lo que no se puede tener a la vez',
  'identity/formula':
    'En cada grupo las cuatro cifras van unidas: tasa de falsos positivos = p/(1−p) × (1−PPV)/PPV × (1−FNR), donde p es la tasa base, PPV el valor predictivo positivo y FNR la tasa de falsos negativos (Chouldechova 2017).',
  'identity/caption': 'Tasa base, calibración y errores por {$by}',
  'identity/unknown': 'Los datos no permiten saber si las tasas base difieren.',
  'identity/incompatible':
    'El resultado no es igual de frecuente en los grupos. Por eso una decisión no puede estar igual de bien calibrada y cometer los mismos errores de ambas clases en cada grupo: algo tiene que ceder, y qué cede es una elección.',
  'identity/compatible':
    'Las tasas base son parecidas, así que se pueden tener a la vez igual calibración e iguales tasas de error.',
  'identity/last-column':
    'La última columna es la tasa de falsos positivos que tendría cada grupo con el valor predictivo positivo de todas las personas ({$ppv}) y su tasa de falsos negativos ({$fnr}).',

  'll144/title': 'Ley local 144 de Nueva York',
  'll144/intro':
    'Estas son las cifras que la norma (6 RCNY 5-301) pide publicar. La norma no fija ningún umbral, así que aquí no hay nada que cumplir o incumplir. Una razón de impacto es una tasa dividida por la tasa más alta.',
  'll144/caption-scoring': 'Tasas de puntuación y razones de impacto por {$by}',
  'll144/caption-selection': 'Tasas de selección y razones de impacto por {$by}',
  'll144/people': '{$applicants} solicitantes; no se conoce la categoría de {$unknown}.',
  'll144/median':
    'La puntuación mediana de la muestra es {$median}; la tasa de puntuación es la parte por encima de ella.',
  'll144/highest': 'tasa más alta',
  'll144/short-scoring': 'Ley local 144, tasa de puntuación por {$by}',
  'll144/short-selection': 'Ley local 144, tasa de selección por {$by}',
  'll144/short-people': 'Categoría desconocida: {$unknown} de {$applicants} personas.',
  'll144/short-median': 'La mediana de la muestra es {$median}.',
  'll144/page': 'Auditoría de sesgo según la Ley Local 144 de la ciudad de Nueva York: {$title}',
  'll144/dates': 'Fechas y datos',
  'll144/what': 'Qué se declara',
  'll144/stated': 'Lo declarado',
  'll144/audit-date': 'Fecha de la auditoría de sesgo',
  'll144/distribution-date': 'Fecha de distribución de la herramienta',
  'll144/source': 'Fuente de los datos',
  'll144/explanation': 'Explicación de los datos',
  'll144/not-stated': 'No se declara. La norma lo pide (6 RCNY 5-303).',
  'll144/not-explained': 'No se explica. La norma lo pide (6 RCNY 5-303).',
  'll144/not-asked': 'El resultado no contiene tablas de la Ley Local 144: no se pidieron a la auditoría.',
  'll144/no-ratio': 'excluida',
  'll144/left-out-because': '{$category}: sin razón de impacto, y no es la tasa más alta. {$why}',
  'll144/unknown':
    'Se evaluó a {$unknown} personas más que no están en esta tabla, porque no se conoce su categoría ({$by}).',
  'll144/method':
    'Tasa de selección: seleccionadas entre candidatas. Tasa de puntuación: candidatas con una puntuación superior a la mediana de la muestra entre candidatas. Razón de impacto: la tasa de una categoría entre la tasa más alta de una categoría. La norma no fija ningún umbral.',
  'll144/left-out': 'excluida',

  'costs/title': 'Qué cuesta el cambio más barato',
  'costs/caption':
    'Coste mediano del cambio más barato por {$by}, en partes de las personas a las que se adelanta',
  'costs/short': 'Qué cuesta el cambio más barato, por {$by}',
  'short/median-cost': 'mediana',
  'head/with-plan': 'Personas con un cambio',
  'head/median-cost': 'Coste mediano',
  'shares/title': 'Quién está en los datos',
  'shares/caption': 'Partes de las personas en los datos por {$by}, frente a {$population}',
  'shares/short': 'Quién está en los datos, por {$by}, junto a {$population}',

  'coverage/title': 'A quién se contó',
  'coverage/counted': 'Se contaron {$counted} de {$rows} {$people}.',
  'coverage/counted-share': 'Se contaron {$counted} de {$rows} {$people} ({$share}).',
  'coverage/note':
    'Nada que faltara se sustituyó por un valor supuesto; una persona sin valor en un atributo cuenta en los demás.',
  'coverage/left-out-caption': 'Personas excluidas, y por qué',
  'coverage/left-out': '{$rows} excluidas: {$why}',
  'coverage/left-out-sentence': '{$rows} excluidas: {$why}.',
  'coverage/outside':
    'Fuera de ese tiempo: {$before} antes y {$after} después; no están en ninguna cifra de este informe.',
  'meaning/shadow':
    'Estas decisiones no tuvieron efecto sobre nadie: se tomaron a la sombra de otras y se registraron para compararlas.',
  'meaning/by-people': 'Estas decisiones las tomaron personas en lugar del sistema.',
  'coverage/shadow':
    '.input {$n :number} .match $n one {{Una decisión registrada no tuvo efecto, porque se tomó a la sombra de otra; no está en ninguna cifra de este informe.}} * {{{$n} decisiones registradas no tuvieron efecto, porque se tomaron a la sombra de otras; no están en ninguna cifra de este informe.}}',
  'coverage/not-shadow':
    '.input {$n :number} .match $n one {{Una decisión registrada tuvo efecto; no está en ninguna cifra de este informe.}} * {{{$n} decisiones registradas tuvieron efecto; no están en ninguna cifra de este informe.}}',
  'coverage/by-people':
    '.input {$n :number} .match $n one {{Una decisión registrada la tomó una persona en lugar del sistema; no está en ninguna cifra de este informe.}} * {{{$n} decisiones registradas las tomaron personas en lugar del sistema; no están en ninguna cifra de este informe.}}',
  'coverage/by-system':
    '.input {$n :number} .match $n one {{Una decisión registrada la tomó el propio sistema; no está en ninguna cifra de este informe.}} * {{{$n} decisiones registradas las tomó el propio sistema; no están en ninguna cifra de este informe.}}',
  'coverage/withheld':
    '.input {$groups :number} .match $groups one {{Un grupo se reserva, porque publicarlo podría delatar a alguien: un recuento de menos de {$least :number} personas, o aquello de lo que otro se deduciría. El resultado exacto está comprometido y lo guarda quien opera el sistema.}} * {{{$groups} grupos se reservan, porque publicarlos podría delatar a alguien: recuentos de menos de {$least :number} personas, o aquello de lo que otros se deducirían. El resultado exacto está comprometido y lo guarda quien opera el sistema.}}',
  'coverage/nothing-missing': 'No faltaba ningún valor en las columnas usadas.',
  'coverage/missing-caption': 'Valores que faltan, columna por columna',
  'coverage/missing': '{$column}: falta en {$rows}',
  'coverage/missing-read': '{$column}: falta en {$rows}; leído como ausente: {$texts}',
  'coverage/missing-short': 'Faltan: {$columns}.',
  'coverage/text': '«{$text}» ({$rows})',
  'coverage/not-measured':
    '.input {$n :number} .match $n one {{{$n} auditoría no se pudo medir; el informe dice por qué.}} * {{{$n} auditorías no se pudieron medir; el informe dice por qué.}}',

  'unmeasured/title': 'Qué no se midió',
  'unmeasured/caption': 'Auditorías sin medición, y por qué',
  'unmeasured/item': '{$title}: {$state}. {$why}',
  'unmeasured/failed': 'La auditoría falló.',
  'unmeasured/not-applicable': 'no procede',

  'rules/title': 'La política, regla por regla',
  'rules/more-caption': 'Más reglas de la política',
  'rules/more': '.input {$n :number} .match $n one {{{$n} regla más}} * {{{$n} reglas más}}',
  'rules/elsewhere': '{$n} reglas más están en los informes JSON, SARIF y JUnit.',
  'card/against': '{$who} frente a {$reference}',
  'card/pair': '{$pair} ({$value})',
  'card/more': '.input {$n :number} .match $n one {{{$n} más}} * {{{$n} más}}',
  'card/others': 'Rebasan también con seguridad el límite: {$pairs}.',
  'card/pairs':
    '.input {$n :number} .match $n one {{{$failing} de {$n} par rebasa con seguridad el límite.}} * {{{$failing} de {$n} pares rebasan con seguridad el límite.}}',
  'card/real-and-open':
    'La brecha es mayor de lo que explica el azar por sí solo, y aun así no se puede saber si rebasa el límite.',
  'card/covers': 'Cubre a {$people} de {$of} personas.',
  'card/small': '{$who} ({$n})',
  'card/not-judged': 'Con demasiado pocas personas para que un aprobado los cubra: {$groups}.',
  'card/from': 'Límite: {$limit}. De: {$source}.',
  'card/from-point': 'Límite: {$limit}, juzgado solo por la cifra. De: {$source}.',
  'rules/warning': 'aviso: {$text}',
  'rules/says': '{$title}. {$text}',

  'tables/title': 'Todas las tasas medidas',
  'tables/by': 'Tablas por {$by}',
  'tables/range': '{$title}: {$low} a {$high}',
  'tables/range-test': '{$title}: {$low} a {$high}; ¿todas iguales? {$test}, p {$p}',
  'tables/every-rate': 'Todas las tasas de los {$groups} grupos por {$by}',
  'tables/on-paper':
    'No se imprime cómo se comparan estos grupos (cocientes, diferencias, pruebas). El informe JSON lo tiene todo; la página en pantalla, una parte.',
  'page/printed-few': 'Se imprime una fila de cada {$n}; en pantalla la página las muestra todas.',
  'tables/events-of': '{$events} de {$n}',
  'tables/every-caption':
    'Tasas de todos los grupos por {$by} en tanto por ciento; debajo de cada una, cuántas personas de cuántas y el intervalo en tanto por ciento',
  'tables/every-caption-cut':
    'Tasas de grupos por {$by} en tanto por ciento; debajo de cada una, cuántas personas de cuántas y el intervalo en tanto por ciento; {$rest} grupos más están en los informes CSV y JSON',
  'tables/first-rows': '{$caption}; las primeras {$shown} de {$rows}',
  'tables/ends': 'las {$ends} más bajas y las {$ends} más altas de {$groups} grupos',
  'tables/intervals-method': 'intervalos del {$level} ({$method})',
  'tables/compared-with': 'comparado con {$reference}',
  'tables/between-below':
    '.input {$n :number} .match $n one {{{$n} grupo más está entre estos.}} * {{{$n} grupos más están entre estos.}}',
  'tables/between':
    '.input {$n :number} .match $n one {{… {$n} grupo en medio}} * {{… {$n} grupos en medio}}',

  'method/title': 'Cómo se midió',
  'method/words': 'Las palabras',
  'method/questions': 'Las preguntas',
  'method/methods': 'Los métodos',
  'method/interval': 'Intervalo',
  'method/interval-means':
    'Los datos son una muestra de lo que hace el sistema. El intervalo contiene las tasas que encajan bien con los datos: con pocas personas es ancho. De muchos intervalos así, del 95 %, unos 95 de cada 100 contienen la tasa verdadera.',
  'method/cannot-tell': 'No se puede saber',
  'method/cannot-tell-means':
    'El intervalo cruza el límite, así que hacen falta más personas para decir si se cumple. Nunca cuenta como un aprobado.',
  'method/p-adjusted': 'p, ajustada',
  'method/p-adjusted-means':
    'Con qué facilidad daría el azar por sí solo una brecha tan grande si se tratara igual a los grupos. Con muchos grupos alguna brecha siempre parece grande; la cifra ajustada lo tiene en cuenta.',
  'method/chance': 'Mayor de lo que explica el azar',
  'method/chance-means':
    'El intervalo de la comparación no incluye «ninguna diferencia». No dice cuál es la causa.',
  'method/rates': 'Intervalos de tasas',
  'method/rates-level': '{$methods}, {$level}',
  'method/comparisons': 'Intervalos de comparaciones',
  'method/simultaneous': '{$methods}; simultáneos: todos los de una tabla valen juntos a ese nivel',
  'method/separate': '{$methods}; cada uno por sí solo',
  'method/tests': 'Pruebas',
  'method/dependence': 'Pesos y repeticiones',
  'method/weighted': 'las personas se ponderan por {$column}',
  'method/repeated': 'varias filas de una persona ({$column}) cuentan como una sola fuente de información',
  'method/many': 'cada fila representa a tantas personas como dice {$column}',
  'method/source': 'Fuente',
  'method/source-is': '{$source}, {$rows} filas, huella {$fingerprint}',
  'method/run': 'Ejecución',
  'method/run-is': 'Ombud {$version}, semilla {$seed}, iniciada {$started}, {$seconds} segundos',
  'method/no-score':
    'Aquí no hay una puntuación única de equidad, a propósito: las cifras responden a preguntas distintas, y una política tiene que decir cuáles importan.',

  'markdown/verdict': 'Veredicto',
  'markdown/rates': 'Tasas',
  'markdown/tables': 'Más tablas',
  'markdown/cell-p': '{$ratio}, p {$p}',
  'markdown/cut':
    '.input {$n :number} .match $n one {{{$n} tabla más está en los otros informes: no cabe en un comentario.}} * {{{$n} tablas más están en los otros informes: no caben en un comentario.}}',
  'markdown/footer': 'Ombud {$version}, semilla {$seed}, fuente {$source} (huella {$fingerprint}).',
  'junit/answer': 'Respuesta',
  'sarif/unknown': 'La auditoría {$audit}.',
  'sarif/how':
    '{$asks} Una regla se cumple cuando todo su intervalo está dentro del límite, no se cumple cuando está fuera, y si no, no se puede saber; eso nunca es un aprobado.',
  'terminal/elsewhere': 'También se midió, con tablas en el informe completo: {$audits}.',
  'terminal/more-rules': '.input {$n :number} .match $n one {{… {$n} regla más}} * {{… {$n} reglas más}}',
};
