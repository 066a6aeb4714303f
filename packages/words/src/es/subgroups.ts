import type { Catalogue } from '../message.ts';

/** The search for the worst subgroup, and decisions with several classes or of numbers, in Spanish. */
export const subgroups: Catalogue = {
  'audit/worst-subgroup': 'Subgrupo peor tratado',
  'audit/worst-subgroup/asks':
    '¿En qué grupo de unas pocas columnas, que nadie nombró antes, es la decisión o un error peor que en los demás?',
  'audit/several-classes': 'Varias clases',
  'audit/several-classes/asks':
    'La decisión tiene más de dos valores: con qué frecuencia se da cada uno a cada grupo, y con cuánto acierto.',
  'audit/number-gaps': 'Diferencias de números',
  'audit/number-gaps/asks':
    'Los números que se decidieron y los que ocurrieron, por grupo, y cuánto se separan.',
  'measure/decision': 'decisión',
  'measure/outcome': 'resultado',
  'measure/error': 'error',
  'head/mean': 'Media (intervalo)',
  'head/median': 'Mediana (intervalo)',
  'head/quantile': 'El {$share} está por debajo (intervalo)',
  'head/absolute': 'Error absoluto medio (intervalo)',
  'head/root-mean-square': 'Raíz del error cuadrático medio',
  'numbers/picture': 'Media de cada grupo ({$title})',
  'numbers/caption': '{$title}, por {$by}',
  'numbers/decision': 'El número que se decidió.',
  'numbers/outcome': 'El número que ocurrió.',
  'numbers/error': 'El número que se decidió menos el que ocurrió: por encima de 0, se decidió de más.',
  'numbers/steps':
    'Hay tantos números distintos que para los cuantiles se juntaron los vecinos en mil escalones; las medias son exactas.',
  'head/class': 'Clase',
  'head/given': 'Se le da a',
  'head/true-positive': 'De quienes la tienen, se les da',
  'head/false-positive': 'De quienes no, se les da',
  'head/predictive-value': 'De quienes la reciben, la tienen',
  'head/agreement': 'Decisión y resultado coinciden',
  'head/macro-true-positive': 'Media de las tasas de verdaderos positivos',
  'head/macro-predictive-value': 'Media de los valores predictivos',
  'head/macro-f1': 'Media de F1',
  'head/what-rate': 'Tasa',
  'classes/picture-share': 'Con qué frecuencia se dio cada clase, grupo junto a grupo',
  'classes/picture-found': 'De quienes tienen la clase, a cuántos se dio, grupo junto a grupo',
  'classes/dot': '{$class}: {$group}',
  'classes/caption': 'Cada clase frente a todas las demás, por {$by}',
  'classes/intro': 'Una clase es un valor de la decisión; el resultado se dice con las mismas palabras.',
  'classes/intro-shares': 'Una clase es un valor de la decisión.',
  'classes/macro': 'Medias de las clases, por {$by}',
  'classes/macro-intro':
    'Cada clase cuenta lo mismo, tenga las personas que tenga; una clase que nadie tiene o nadie recibió no entra en la media.',
  'classes/pairs': 'Diferencias entre grupos, clase por clase, por {$by}',
  'role/search': 'búsqueda',
  'reason/no-search': 'No se dieron columnas en las que buscar un subgrupo.',
  'reason/no-subgroup': 'Ningún subgrupo tiene {$least :number} personas en cada mitad.',
  'head/subgroup': 'Subgrupo',
  'head/where-found': 'En la mitad donde se encontró',
  'head/asked-again': 'En la otra mitad',
  'head/everybody-else': 'El resto allí',
  'head/confirmed': 'Confirmado',
  'subgroups/rate': '{$rate} de {$n}',
  'subgroups/yes': 'sí',
  'subgroups/no': 'no',
  'subgroups/event-refused': 'Se cuenta la decisión negativa.',
  'subgroups/event-chosen': 'Se cuenta la decisión positiva.',
  'subgroups/event-false-positive':
    'Se cuenta la decisión positiva entre las personas para quienes el resultado no ocurrió.',
  'subgroups/event-false-negative':
    'Se cuenta la decisión negativa entre las personas para quienes el resultado ocurrió.',
  'subgroups/event-happened': 'Se cuenta el resultado.',
  'subgroups/searched':
    'En una mitad de las personas, sorteada con un hash, se miraron {$lookedAt} subgrupos de hasta {$depth} de {$columns} columnas. Por los que más destacaron, frente al resto y frente a cada grupo más amplio, se preguntó de nuevo en la otra mitad; la probabilidad de que se confirme alguno que no es peor es como mucho {$level}.',
  'subgroups/picture':
    'Cuánto más a menudo que los demás, en la mitad que no intervino en la elección; ✗ marca lo confirmado',
  'subgroups/some': 'Estos se confirmaron.',
  'subgroups/none': 'Ninguno se confirmó: lo que destacó en una mitad puede ser azar.',
  'subgroups/columns': 'Se buscó en: {$columns}.',
  'subgroups/not-many-columns':
    'No se buscó, porque hay demasiadas columnas con pocos valores, en: {$columns}; nombre las columnas para buscar en otras.',
  'subgroups/not-many-values':
    'No se buscó, porque tienen demasiados valores para ser grupos, en: {$columns}.',
  'subgroups/not-few-people':
    'No se buscó, porque ningún valor tiene {$least} personas en cada mitad, en: {$columns}; ponga los números en tramos.',
  'subgroups/left-out':
    'Otras {$n} columnas con pocos valores no se buscaron; nombre las columnas para buscar en otras.',
  'subgroups/all-asked': 'Los {$n} subgrupos por los que se preguntó de nuevo',
  'claim/subgroup-refused':
    'De {$lookedAt} subgrupos de {$columns} columnas, {$group} son quienes más destacan por la decisión negativa: la recibió el {$rate}, y del resto {$others} (diferencia {$interval}). Se encontraron en una mitad de las personas, y esto dice la otra mitad.',
  'claim/subgroup-chosen':
    'De {$lookedAt} subgrupos de {$columns} columnas, {$group} son quienes más destacan por la decisión positiva: la recibió el {$rate}, y del resto {$others} (diferencia {$interval}). Se encontraron en una mitad de las personas, y esto dice la otra mitad.',
  'claim/subgroup-false-positive':
    'De {$lookedAt} subgrupos de {$columns} columnas, {$group} son quienes más destacan por falsos positivos: el {$rate} de aquellas para quienes el resultado no ocurrió, y del resto {$others} (diferencia {$interval}). Se encontraron en una mitad de las personas, y esto dice la otra mitad.',
  'claim/subgroup-false-negative':
    'De {$lookedAt} subgrupos de {$columns} columnas, {$group} son quienes más destacan por falsos negativos: el {$rate} de aquellas para quienes el resultado ocurrió, y del resto {$others} (diferencia {$interval}). Se encontraron en una mitad de las personas, y esto dice la otra mitad.',
  'claim/subgroup-happened':
    'De {$lookedAt} subgrupos de {$columns} columnas, {$group} son quienes más destacan por el resultado: lo tuvo el {$rate}, y del resto {$others} (diferencia {$interval}). Se encontraron en una mitad de las personas, y esto dice la otra mitad.',
};
