import type { Catalogue } from '../message.ts';

/** The reports on scores and on time, in Spanish. */
export const scores: Catalogue = {
  'audit/calibration': 'Calibración',
  'audit/calibration/asks':
    'Si las personas con la misma puntuación tienen el resultado con igual frecuencia en cada grupo, y si la puntuación es verdadera.',
  'audit/auc': 'Ordenación',
  'audit/auc/asks':
    'Con qué frecuencia la puntuación pone a alguien con el resultado por encima de alguien sin él, dentro de cada grupo y entre grupos.',
  'audit/need-at-equal-score': 'Necesidad a igual puntuación',
  'audit/need-at-equal-score/asks':
    'Si personas de grupos distintos con la misma puntuación necesitan lo mismo. Si un grupo necesita más, la puntuación representa otra cosa que la necesidad.',
  'audit/score-distributions': 'Distribución de las puntuaciones',
  'audit/score-distributions/asks':
    'Cómo están las puntuaciones de cada grupo junto a las de los demás, sea cual sea la decisión y lo que ocurrió.',
  'audit/threshold-sweep': 'Barrido de umbrales',
  'audit/threshold-sweep/asks':
    'Cuál sería cada tasa de cada grupo si se decidiera con otro umbral de la puntuación.',
  'audit/ranking-exposure': 'Exposición en la ordenación',
  'audit/ranking-exposure/asks':
    'Quién tiene los primeros puestos cuando se ordena a las personas por la puntuación: la parte de cada grupo entre los primeros, junto a su parte del total.',
  'audit/over-time': 'En el tiempo',
  'audit/over-time/asks':
    'Cada tasa por período, y el cambio más probable. Las tasas de períodos sueltos saltan por azar; la p ajustada dice si un cambio es más que eso.',
  'audit/drift': 'Deriva',
  'audit/drift/asks':
    'Si las personas, puntuaciones, decisiones y resultados del último período son como los de antes.',
  'measure/false-negative-rate': 'tasa de falsos negativos',
  'method/delong-logit': 'DeLong en la escala logit',
  'method/newcombe-mann-whitney': 'Newcombe para el estadístico de Mann-Whitney',
  'method/student': 'Student',
  'method/wald': 'Wald',
  'method/within-bands': 'normal, dentro de tramos',
  'method/beside-slope': 'normal, dentro de tramos estrechos y sin la pendiente de la puntuación',
  'method/beta-mixture-sequence': 'secuencia de confianza (mezcla beta)',
  'method/hedges-olkin': 'Hedges-Olkin',
  'method/welch': 'Welch',
  'method/dvoretzky-kiefer-wolfowitz': 'banda de Dvoretzky-Kiefer-Wolfowitz',
  'test/welch': 'Welch',
  'test/kolmogorov-smirnov': 'Kolmogorov-Smirnov',
  'test/kolmogorov-smirnov-exact': 'Kolmogorov-Smirnov, exacta',
  'test/delong': 'DeLong',
  'test/delong-q': 'Q de Cochran con varianzas de DeLong',
  'test/within-bands-z': 'z dentro de tramos de la puntuación',
  'test/beside-slope-z': 'z dentro de tramos estrechos y sin la pendiente de la puntuación',

  'role/need': 'necesidad',
  'reason/scores-repeated':
    'Los pesos y las personas en varias filas cambian la seguridad de esto de un modo que sus métodos no conocen.',
  'reason/no-weighted-places':
    'Quien representa a otras personas no tiene un puesto propio en una clasificación, así que con pesos no se puede decir quién está entre los primeros.',
  'reason/no-scores': 'Nadie tiene puntuación.',
  'reason/no-common-score':
    'Ningún tramo de la puntuación tiene dos personas de cada uno de dos grupos de {$groupBy}, así que no se puede comparar a nadie a igual puntuación.',
  'reason/no-both-outcomes':
    'Menos de dos grupos de {$groupBy} tienen personas con el resultado y personas sin él.',
  'reason/no-period': 'No se puede leer ninguna de las fechas; escríbalas como 2026-03-17.',
  'reason/one-period': 'Las fechas caen en {$periods :number} período; hacen falta dos.',
  'reason/many-periods':
    'Las fechas caen en {$periods :number} períodos, y se pueden mostrar {$most :number} como máximo. Elija un período más largo.',

  'head/score': 'Puntuación',
  'head/mean-score': 'Puntuación media',
  'head/difference-at-score': 'Diferencia a igual puntuación (intervalo)',
  'head/compared-people': 'Personas comparadas',
  'head/not-comparable': 'Personas sin nadie con quien comparar',
  'head/with-outcome': 'Con el resultado',
  'head/without-outcome': 'Sin él',
  'head/auc': 'Dentro del grupo (AUC)',
  'head/bpsn': 'Sin él, frente a otras con él (BPSN)',
  'head/bnsp': 'Con él, frente a otras sin él (BNSP)',
  'head/in-the-large': 'Tasa menos puntuación media',
  'head/slope': 'Pendiente',
  'head/intercept': 'Ordenada',
  'head/calibration-error': 'Error de calibración',
  'head/threshold': 'Umbral',
  'head/own-threshold': 'Umbral que siguen sus decisiones',
  'head/follow-it': 'Decisiones que lo siguen',
  'head/mean-difference': 'Diferencia de las puntuaciones medias (intervalo)',
  'head/standardised': 'En desviaciones típicas (intervalo)',
  'head/largest-distance': 'Mayor distancia de las partes por debajo de una puntuación',
  'head/p-distance': 'p de eso, ajustada',
  'head/moved': 'Por mover de media',
  'head/median-score': 'Puntuación mediana',
  'head/among-first': 'Entre los primeros {$first}',
  'head/column': 'Columna',
  'head/value': 'Valor',
  'head/stability': 'Índice de estabilidad (PSI)',
  'head/test': 'Prueba',
  'head/periods': 'Períodos con personas',
  'head/change-at': 'Cambio más probable',
  'head/rate-before': 'Tasa antes',
  'head/rate-after': 'Tasa después',
  'head/may-be': 'También puede ser',

  'pairs/caption': '{$title}: diferencias entre grupos por {$by}',
  'need/caption': 'Cuánto más {$need} a igual puntuación, por {$by}',
  'need/intro':
    'La diferencia de la media de {$need} entre personas con la misma puntuación; donde pocas la comparten, dentro de tramos estrechos y sin la pendiente de la propia puntuación.',
  'need/bands': 'Media de {$need} por tramo de la puntuación y {$by}',
  'need/cell': '{$mean}, {$n} personas',
  'need/picture':
    'La media de {$need} en {$bands} tramos de la puntuación con más o menos las mismas personas, primero las puntuaciones bajas; las barras son intervalos del 95 %. Si la puntuación significara la misma necesidad para todas, las líneas coincidirían.',
  'need/axis': 'Tramo de la puntuación',
  'ranking/caption': 'Lo bien que ordena la puntuación, por {$by}',
  'ranking/intro':
    'De todos los pares de una persona con el resultado y otra sin él, la parte en que la primera tiene la puntuación más alta; un empate cuenta la mitad. 50 % no es mejor que una moneda.',
  'ranking/intro-steps':
    'De todos los pares de una persona con el resultado y otra sin él, la parte en que la primera tiene la puntuación más alta; un empate cuenta la mitad. 50 % no es mejor que una moneda. Hay tantas puntuaciones distintas que antes se juntaron las vecinas en mil escalones.',
  'calibration/caption': 'La puntuación como probabilidad, por {$by}',
  'calibration/intro':
    'Una puntuación verdadera tiene una tasa igual a la puntuación media (diferencia 0), pendiente 1 y ordenada 0. Una pendiente menor que 1 dice que las puntuaciones son demasiado extremas. El error de calibración es la raíz de la distancia cuadrática media en los tramos, sin lo que pone el azar.',
  'calibration/no-chance':
    'Algunas puntuaciones están fuera de 0 a 1, así que no se pueden leer como probabilidad; los grupos se comparan a igual puntuación.',
  'calibration/bins': 'Puntuación y tasa por {$by}',
  'calibration/picture':
    'Con qué frecuencia ocurrió el resultado en tramos de la puntuación con más o menos las mismas personas; las barras son intervalos del 95 %. Donde las líneas se separan, la misma puntuación significa otra tasa.',
  'calibration/picture-chance':
    'Con qué frecuencia ocurrió el resultado en tramos de la puntuación con más o menos las mismas personas; las barras son intervalos del 95 %. En la línea discontinua la puntuación es verdadera.',
  'scores/steps': 'Hay tantas puntuaciones distintas que antes se juntaron las vecinas en mil escalones.',
  'sweep/caption': 'Tasas con el umbral {$threshold}, por {$by}',
  'sweep/caption-own': 'Tasas con el umbral de cada grupo, por {$by}',
  'sweep/numbers': '{$title} con cada umbral, por {$by}',
  'sweep/present-at-least':
    'Las decisiones siguen ahora el umbral {$threshold}: el {$follows} de las personas recibe la decisión positiva justo cuando su puntuación es al menos esa.',
  'sweep/present-at-most':
    'Las decisiones siguen ahora el umbral {$threshold}: el {$follows} de las personas recibe la decisión positiva justo cuando su puntuación es como mucho esa.',
  'sweep/no-present':
    'Las decisiones no siguen un umbral de la puntuación, así que no se marca ninguno. Las tasas de la tabla son las de {$threshold}, en medio de las puntuaciones.',
  'sweep/picture':
    '{$title} de cada grupo con cada umbral de la puntuación. Cada banda vale para todos los umbrales a la vez con una probabilidad del {$level}.',
  'sweep/picture-present':
    '{$title} de cada grupo con cada umbral de la puntuación. Cada banda vale para todos los umbrales a la vez con una probabilidad del {$level}. La línea vertical es el umbral que siguen ahora las decisiones.',
  'distributions/caption': 'Dónde están las puntuaciones, por {$by}',
  'distributions/intro':
    'La mayor distancia es la de las dos partes de personas con una puntuación como mucho (Kolmogorov-Smirnov). Por mover de media es cuánto habría que mover las puntuaciones para igualar los dos grupos (Wasserstein).',
  'distributions/numbers': 'Parte de las personas con una puntuación como mucho, por {$by}',
  'distributions/picture':
    'La parte de cada grupo con una puntuación como mucho. Donde una línea está por encima de otra, ese grupo tiene puntuaciones más bajas.',
  'exposure/caption': 'Los primeros puestos por {$by}',
  'exposure/first-at-least':
    'La puntuación más alta tiene el primer puesto; las personas con la misma puntuación comparten sus puestos.',
  'exposure/first-at-most':
    'La puntuación más baja tiene el primer puesto; las personas con la misma puntuación comparten sus puestos.',
  'exposure/divergence':
    'En los primeros {$depth} puestos la divergencia de las partes respecto a las del total (NDKL) es {$value}; las ordenaciones al azar dan {$lot} de media, y p, la parte de ellas que se aleja al menos tanto, es {$p}.',
  'exposure/cell': '{$share}, sesgo {$skew}',
  'exposure/picture':
    '{$title}: el sesgo de cada grupo entre tantos de los primeros puestos, el logaritmo de su parte allí sobre su parte del total. En 0 un grupo tiene su parte de los puestos, por debajo de 0 menos; las barras son intervalos que valen para todos los grupos a la vez.',
  'exposure/axis': 'Tantos de los primeros puestos',
  'drift/caption': 'Deriva: {$after} frente a los períodos anteriores',
  'drift/intro':
    '{$after} ({$afterN} personas) se pone junto a {$from} a {$to} ({$beforeN} personas). El índice es 0 donde nada se movió; lo que pone el azar depende del número de personas, así que mire p, ajustada para todas las columnas.',
  'drift/picture': '{$column}: la parte de cada valor, antes y en el último periodo.',
  'drift/column': '{$column} antes y después',
  'drift/no-value': 'sin valor',
  'periods/caption': '{$title}: el cambio más probable, por {$by}',
  'periods/intro':
    'Se busca un cambio en todos los períodos a la vez. Donde una subida o bajada constante encaja igual de bien, o donde la tasa se mueve más de lo que un cambio explica, no se nombra ningún momento, y las dos tasas son las del cambio único más cercano. p está ajustada por eso y por todos los grupos de la tabla.',
  'periods/caption-weighted': '{$title} en el primer y en el último período, por {$by}',
  'periods/weighted':
    'Con pesos cada período tiene su tasa y su intervalo. No se busca un cambio: su prueba es sobre personas que cuentan igual.',
  'periods/passed': '{$period}, como antes desde {$until}',
  'periods/rose': 'subió; sin un momento único',
  'periods/fell': 'bajó; sin un momento único',
  'periods/unsteady': 'se movió; ningún cambio único encaja',
  'periods/picture': '{$title}, un punto por período; las barras son intervalos del 95 % de cada período.',
  'periods/from-to': '{$first} a {$last}',

  'claim/need-more':
    'A igual puntuación, {$group} tienen de media {$value} más de {$need} que {$reference} ({$interval}): la puntuación representa otra cosa que esta necesidad.',
  'claim/need-fewer':
    'A igual puntuación, {$group} tienen de media {$value} menos de {$need} que {$reference} ({$interval}): la puntuación representa otra cosa que esta necesidad.',
  'claim/need-chance':
    'A igual puntuación, {$group} y {$reference} tienen lo mismo de {$need}, hasta donde se puede saber ({$interval}).',
  'claim/need-open':
    'A igual puntuación, {$group} y {$reference} pueden tener la misma {$need}: la diferencia ({$interval}) excluye la igualdad, pero entre tantas preguntas el azar solo puede traer una brecha así.',
  'claim/auc-worse':
    'La puntuación ordena a {$group} peor que a {$reference}: entre {$group} pone con menos frecuencia a alguien con el resultado por encima de alguien sin él, en {$value} ({$interval}).',
  'claim/auc-better':
    'La puntuación ordena a {$group} mejor que a {$reference}: entre {$group} pone con más frecuencia a alguien con el resultado por encima de alguien sin él, en {$value} ({$interval}).',
  'claim/auc-chance':
    'No se puede saber si la puntuación ordena a {$group} mejor o peor que a {$reference} ({$interval}).',
  'claim/auc-open':
    'La puntuación puede ordenar a {$group} tan bien como a {$reference}: la diferencia ({$interval}) excluye la igualdad, pero entre tantas preguntas el azar solo puede traer una brecha así.',
  'claim/calibration-more':
    'A igual puntuación, el resultado ocurre con más frecuencia a {$group} que a {$reference}, en {$value} ({$interval}).',
  'claim/calibration-fewer':
    'A igual puntuación, el resultado ocurre con menos frecuencia a {$group} que a {$reference}, en {$value} ({$interval}).',
  'claim/calibration-chance':
    'A igual puntuación, el resultado ocurre a {$group} con la misma frecuencia que a {$reference}, hasta donde se puede saber ({$interval}).',
  'claim/calibration-open':
    'A igual puntuación, el resultado puede ocurrir a {$group} con la misma frecuencia que a {$reference}: la diferencia ({$interval}) excluye la igualdad, pero entre tantas preguntas el azar solo puede traer una brecha así.',
  'claim/own-thresholds':
    'Se decide sobre los grupos con umbrales distintos de la puntuación: {$thresholds}. El {$follows} de las decisiones los sigue.',
  'claim/own-thresholds-ends':
    'Se decide sobre los {$n} grupos con umbrales distintos de la puntuación; el más bajo y el más alto: {$thresholds}. El {$follows} de las decisiones los sigue.',
  'claim/threshold-at-least': '{$group} reciben la decisión positiva desde {$threshold}',
  'claim/threshold-at-most': '{$group} reciben la decisión positiva hasta {$threshold}',
  'claim/rate-passed':
    '{$title} de {$group} fue {$after} desde {$period}, por un tiempo: antes, y desde {$until}, fue {$before}. Es más que azar, y no es un cambio duradero.',
  'claim/rate-rose':
    '{$title} de {$group} subió con el tiempo, de {$fromRate} en {$from} a {$toRate} en {$to}, más de lo que explica el azar. Una subida constante encaja tan bien como un cambio en un momento, así que no se nombra ninguno.',
  'claim/rate-fell':
    '{$title} de {$group} bajó con el tiempo, de {$fromRate} en {$from} a {$toRate} en {$to}, más de lo que explica el azar. Una bajada constante encaja tan bien como un cambio en un momento, así que no se nombra ninguno.',
  'claim/rate-unsteady':
    '{$title} de {$group} se movió más de lo que explica el azar, entre {$fromRate} en {$from} y {$toRate} en {$to}. Ni un cambio único ni una subida o bajada constante lo explican.',
  'claim/rate-changed': '{$title} de {$group} cambió de {$before} a {$after}, lo más probable en {$period}.',
};
