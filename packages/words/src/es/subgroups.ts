import type { Catalogue } from '../message.ts';

/** The search for the worst subgroup, in Spanish. */
export const subgroups: Catalogue = {
  'audit/worst-subgroup': 'Subgrupo peor tratado',
  'audit/worst-subgroup/asks':
    '¿En qué grupo de unas pocas columnas, que nadie nombró antes, es la decisión o un error peor que en los demás?',
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
  'subgroups/some': 'Estos se confirmaron.',
  'subgroups/none': 'Ninguno se confirmó: lo que destacó en una mitad puede ser azar.',
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
