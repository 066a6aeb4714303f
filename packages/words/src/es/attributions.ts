import type { Catalogue } from '../message.ts';

/** Attributions and their pictures, and their errors, in Spanish. */
export const attributions: Catalogue = {
  'OMBUD_E_ATTRIBUTION/group-twice':
    'La columna "{$column}" está en "{$group}" y también en otro grupo: póngala en uno.',
  'OMBUD_E_ATTRIBUTION/missing-value':
    'La columna "{$column}" no tiene valor, y un modelo lineal no puede responder sin él: dé un valor.',
  'OMBUD_E_ATTRIBUTION/no-background':
    'Esta explicación compara a las personas con un fondo, y no se dio ninguno: dé al menos una fila.',
  'OMBUD_E_ATTRIBUTION/no-column':
    'El grupo "{$group}" nombra la columna "{$column}", que el modelo no lee: nombre columnas del modelo.',
  'OMBUD_E_ATTRIBUTION/no-cover':
    'El archivo de modelo ({$format}) no dice cuántas personas pasaron por cada nodo, así que el modelo solo se puede explicar frente a un fondo: dé uno.',
  'OMBUD_E_ATTRIBUTION/no-output':
    'El modelo tiene {$outputs :number} salidas y se pidió la número {$output}: cuente desde 0.',
  'OMBUD_E_ATTRIBUTION/row':
    'Una fila contiene {$found :number} valores y el modelo lee {$expected :number}: dé un valor por columna.',
  'OMBUD_E_ATTRIBUTION/too-few-rounds':
    'Hacen falta al menos 2 rondas para decir cuán seguros son los valores, y se pidieron {$rounds :number}: pida más.',
  'OMBUD_E_ATTRIBUTION/too-large':
    'Un árbol del modelo tiene {$nodes :number} divisiones y {$players :number} columnas en un mismo camino, más de lo que se puede explicar con sus recuentos: dé un fondo.',
  'explain/number': '{$value :number maximumFractionDigits=3}',
  'explain/signed': '{$value :number signDisplay=exceptZero maximumFractionDigits=3}',
  'explain/column-and-value': '{$column} = {$value}',
  'explain/others':
    '.input {$count :number} .match $count one {{{$count} columna más}} * {{{$count} columnas más}}',
  'explain/baseline': 'inicio {$baseline :number maximumFractionDigits=3}',
  'explain/margin': 'puntuación {$margin :number maximumFractionDigits=3}',
  'explain/axis': 'lo que la columna añade a la puntuación',
  'explain/low': 'valor bajo',
  'explain/high': 'valor alto',
  'explain/missing': 'sin valor',
  'explain/waterfall/title':
    'Lo que movió la puntuación de {$baseline :number maximumFractionDigits=3} a {$margin :number maximumFractionDigits=3}',
  'explain/waterfall/description':
    'Una barra por columna, la mayor primero; la mayor es {$column} con {$by :number signDisplay=exceptZero maximumFractionDigits=3}.',
  'explain/beeswarm/title':
    '.input {$people :number} .match $people one {{Lo que cada columna añade a la puntuación de {$people} persona}} * {{Lo que cada columna añade a la puntuación de {$people} personas}}',
  'explain/beeswarm/description':
    'Una fila por columna y un punto por persona; los puntos a la derecha suben la puntuación, los de la izquierda la bajan.',
  'explain/dependence/title':
    '.input {$people :number} .match $people one {{Lo que {$column} añade a la puntuación de {$people} persona}} * {{Lo que {$column} añade a la puntuación de {$people} personas}}',
  'explain/dependence/description':
    '.input {$missing :number} .match $missing 0 {{Un punto por persona: cuánto vale {$column}, y lo que añade a la puntuación.}} * {{Un punto por persona: cuánto vale {$column}, y lo que añade a la puntuación; {$missing} sin valor están en el borde.}}',
};
