import type { Catalogue } from '../message.ts';

/** Errors of `@ombud/explain`, in Spanish. */
export const explain: Catalogue = {
  'OMBUD_E_RECOURSE_RULES/no-such-column':
    '.input {$near.count :number} .match $near.count 0 {{Las reglas de recurso nombran la columna "{$column}", que el modelo no tiene: escríbala como el modelo.}} * {{Las reglas de recurso nombran la columna "{$column}", que el modelo no tiene. ¿Quiso decir {$near.or}?}}',
  'OMBUD_E_RECOURSE_RULES/empty-range':
    'En las reglas de recurso el valor más bajo de "{$column}" supera al más alto: inviértalos.',
  'OMBUD_E_RECOURSE_RULES/not-finite':
    'Un número de las reglas de recurso para "{$column}" no es un número: dé uno finito.',
  'OMBUD_E_RECOURSE_RULES/bad-cost':
    'El coste de cambiar "{$column}" ha de ser un número finito de al menos 0, y time necesita un máximo mayor que 0.',
  'OMBUD_E_RECOURSE_RULES/bad-step':
    'El paso de "{$column}" en las reglas de recurso ha de ser mayor que 0, por ejemplo 1 para números enteros.',
  'OMBUD_E_RECOURSE_RULES/no-such-category':
    'Las reglas de recurso dan a "{$column}" el valor "{$value}", que el modelo no conoce: conoce {$near}.',
  'OMBUD_E_RECOURSE_RULES/no-categories':
    '"{$column}" es un número en el modelo, así que las reglas de recurso le dan un intervalo y no una lista de valores.',
  'OMBUD_E_RECOURSE_RULES/not-a-number-column':
    '"{$column}" es una categoría en el modelo: no sube ni baja, no tiene intervalo ni paso, y no sigue a nada; dé la lista de sus valores.',
  'OMBUD_E_RECOURSE_RULES/follows-itself':
    '"{$column}" no puede seguirse a sí misma: nombre la columna que la mueve, o time.',
  'OMBUD_E_RECOURSE_RULES/moved-twice':
    'Dos cosas moverían "{$column}" a la vez: haga que siga a una columna, y no la ponga además entre las que cambia la persona.',
  'OMBUD_E_RECOURSE_RULES/follower-of-follower':
    '"{$column}" sigue a una columna que a su vez sigue a otra: nombre lo que mueve a ambas.',
  'OMBUD_E_RECOURSE_RULES/bad-ratio':
    'La razón con la que sigue "{$column}" ha de ser un número finito distinto de 0.',
  'OMBUD_E_RECOURSE_RULES/time-is-a-column':
    'El modelo tiene una columna llamada "time", así que la espera no puede llevar también ese nombre: cambie el de la columna, o prescinda de la espera.',
  'OMBUD_E_RECOURSE_RULES/no-lever':
    '"{$column}" sigue a "{$follows}", que nadie puede cambiar: póngala entre las columnas, o declare time.',
  'OMBUD_E_EXPLAIN_CUTOFF/never-reached':
    'El corte {$cutoff} no es un valor que el modelo pueda dar en esta escala: una probabilidad está entre 0 y 1.',
  'OMBUD_E_EXPLAIN_ROW/wrong-length':
    'La fila tiene {$found :number} valores y el modelo lee {$expected :number}: dé uno por columna del modelo.',
  'OMBUD_E_EXPLAIN_ROW/linear-missing':
    'Un modelo lineal no puede leer el valor que falta en "{$column}": dé un valor.',
  'OMBUD_E_REASONS/no-text':
    'No hay ninguna frase para el motivo "{$column}" en el idioma {$language}: declare una en reasons.',
  'OMBUD_E_REASONS/no-such-column':
    '.input {$near.count :number} .match $near.count 0 {{Se declara un motivo para "{$column}", que el modelo no tiene: escríbala como el modelo.}} * {{Se declara un motivo para "{$column}", que el modelo no tiene. ¿Quiso decir {$near.or}?}}',
  'OMBUD_E_REASONS/hidden-in-others':
    '"{$column}" no se puede decir sin más, y un mismo texto la dice junto con columnas que sí: lo que aportan podría ocultarla. Dele un texto propio.',
  'OMBUD_E_REASONS/bad-most': 'El número de motivos ha de ser un entero de al menos 1: {$most} no lo es.',
};
