import type { Catalogue } from '../message.ts';

/** Errors of `@ombud/stats`, in Spanish. */
export const stats: Catalogue = {
  'OMBUD_E_STATS_COUNTS/cell': 'Una celda tiene {$value :string} personas. Dé recuentos de 0 o más.',
  'OMBUD_E_STATS_COUNTS/effective-n':
    'El número efectivo de personas es {$value :string}. Dé un número de 0 o más.',
  'OMBUD_E_STATS_COUNTS/expected-rate': 'La tasa esperada es {$value :string}. Dé un número de 0 a 1.',
  'OMBUD_E_STATS_COUNTS/hypothesis-weight':
    'Una regla tiene el peso {$value :string}. Dé un número mayor que 0.',
  'OMBUD_E_STATS_COUNTS/impossible':
    'Se dieron {$events :string} sucesos entre {$n :string} personas. Dé recuentos con 0 <= sucesos <= n.',
  'OMBUD_E_STATS_COUNTS/limit':
    '.input {$measure :string}\n.match $measure\nratio {{El límite de una razón es {$value :string}. Dé un número mayor que 0, por ejemplo 0.8.}}\n* {{El límite de una diferencia es {$value :string}. Dé un número estrictamente entre -1 y 1, por ejemplo -0.05.}}',
  'OMBUD_E_STATS_COUNTS/not-whole-people':
    '.input {$test :string}\n.match $test\nexact-binomial {{La prueba binomial exacta cuenta personas enteras sin pesos, y se dieron {$events :string} de {$n :string}. Dé números enteros con 0 <= sucesos <= n.}}\nfisher-exact {{La prueba exacta de Fisher cuenta personas enteras sin pesos, y se dieron {$events :string} de {$n :string}. Dé números enteros con 0 <= sucesos <= n.}}\n* {{La prueba exacta cuenta personas enteras sin pesos, y se dieron {$events :string} de {$n :string}. Dé números enteros con 0 <= sucesos <= n.}}',
  'OMBUD_E_STATS_COUNTS/quantile':
    'La parte de un cuantil es {$share :string}. Dé un número de 0 a 1, por ejemplo 0.5 para la mediana.',
  'OMBUD_E_STATS_COUNTS/share': 'Se dio un recuento o una parte de {$value :string}. Dé números de 0 o más.',
  'OMBUD_E_STATS_COUNTS/value':
    '{$n :string} personas tienen el valor {$value :string}. Dé valores finitos, y recuentos de 0 o más.',
  'OMBUD_E_STATS_COUNTS/variance': 'Se dio una varianza de {$value :string}. Dé un número de 0 o más.',
  'OMBUD_E_STATS_COUNTS/weight': 'Un estrato tiene el peso {$value :string}. Dé un número de 0 o más.',
  'OMBUD_E_STATS_LEVEL/not-between-0-and-1':
    'El nivel de confianza es {$level :string}. Dé un número estrictamente entre 0 y 1, por ejemplo 0.95.',
  'OMBUD_E_STATS_SHAPE/bins':
    'La referencia tiene {$reference :number} tramos, y la otra muestra {$current :number}. Dé los mismos tramos a ambas.',
  'OMBUD_E_STATS_SHAPE/counts-and-shares':
    'Se dieron {$counts :number} recuentos y {$shares :number} partes. Dé tantas partes como recuentos.',
  'OMBUD_E_STATS_SHAPE/not-square':
    'Una tabla de clases verdaderas y dadas ha de tener tantas columnas como filas ({$rows :number}). Dé a cada clase su fila y su columna.',
  'OMBUD_E_STATS_SHAPE/ragged-table':
    'Las filas de la tabla no tienen todas la misma longitud. Dé a cada fila un recuento por columna.',
  'OMBUD_E_STATS_SHAPE/p-values-and-weights':
    'Se dieron {$values :number} valores p y {$weights :number} pesos. Dé tantos pesos como valores p.',
  'OMBUD_E_STATS_SHAPE/strata':
    'Los estratos no tienen todos los mismos grupos y un peso cada uno. Dé tantos valores como grupos o estratos.',
};
