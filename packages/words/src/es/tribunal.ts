import type { Catalogue } from '../message.ts';

/** What tribunals ask of two groups, in Spanish. */
export const tribunal: Catalogue = {
  'audit/tribunal': 'Lo que pregunta un tribunal',
  'audit/tribunal/asks':
    'Cuántas personas le faltan a un grupo, en personas y en desviaciones típicas, y si una sola persona le daría la vuelta.',
  'audit/adjusted-disparity': 'Disparidad ajustada',
  'audit/adjusted-disparity/asks':
    'La diferencia que queda cuando las personas son iguales en los estratos, por regresión logística.',
  'test/logit': 'regresión logística',
  'method/delta': 'método delta',
  'method/exact-conditional': 'exacto condicional',

  'head/shortfall': 'Faltan (personas)',
  'head/standard-deviations': 'Desviaciones típicas',
  'head/exact-p': 'p exacta',
  'head/mid-p': 'p media',
  'head/one-person': 'Una persona más',
  'head/cohens-h': 'h de Cohen',
  'head/phi': 'Phi',
  'head/pooled': 'Todos los estratos juntos',
  'head/crude-difference': 'Diferencia',
  'head/adjusted-difference': 'Diferencia entre personas iguales',

  'tribunal/caption': 'Lo que pregunta un tribunal, por {$by}',
  'tribunal/intro':
    'Los tribunales miran más de cerca a partir de 2 o 3 desviaciones típicas. Una diferencia a la que una persona da la vuelta no es una prueba.',
  'tribunal/turns-round': 'da la vuelta al orden (razón {$ratio})',
  'tribunal/stays': 'deja el orden (razón {$ratio})',
  'tribunal/pooled':
    '.input {$n :integer} .match $n one {{razón de momios {$ratio}, p exacta {$p}, p media {$midP}, {$n} estrato}} * {{razón de momios {$ratio}, p exacta {$p}, p media {$midP}, {$n} estratos}}',

  'adjusted/caption': 'La diferencia entre personas iguales, por {$by}',
  'adjusted/intro-logit':
    '.input {$n :integer} {{Regresión logística sobre {$n} personas con {$variables}; comparadas con {$reference}. Que quede una diferencia no prueba que haya injusticia, y que no quede no prueba que no la haya.}}',
  'adjusted/intro-firth':
    '.input {$n :integer} {{Regresión logística con la penalización de Firth, porque algún grupo tiene pocas personas de un lado, sobre {$n} personas con {$variables}; comparadas con {$reference}. Que quede una diferencia no prueba que haya injusticia, y que no quede no prueba que no la haya.}}',
  'adjusted/tainted':
    'Atención: "{$column}" difiere ella misma por grupo (V de Cramér {$v}): mantenerla igual puede ocultar lo que se busca.',

  'reason/no-regression-of-weights':
    'Hay pesos, o personas con varias filas: esta regresión no está hecha para ellos.',
  'reason/no-fit':
    'Las variables dicen lo mismo unas que otras, o que el grupo, así que nadie puede distinguirlas.',
};
