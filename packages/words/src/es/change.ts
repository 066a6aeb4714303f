import type { Catalogue } from '../message.ts';

/** What changed between two audits. */
export const change: Catalogue = {
  'change/title': 'Qué cambió',
  'change/verdict': 'El veredicto era «{$before}», y ahora es «{$after}».',
  'change/verdict-same': 'El veredicto es el mismo: «{$state}».',
  'change/sides': 'Antes: {$before} ({$rowsBefore} filas). Después: {$after} ({$rowsAfter} filas).',
  'change/paired':
    '{$people} personas están en ambos, y cada una se compara consigo misma. Solo antes: {$before}; solo después: {$after}; no entran en lo que cambió.',
  'change/regrouped':
    '.input {$n :number} .match $n one {{Una de ellas está antes en otro grupo que después, y se cuenta en cada lado en el grupo de ese lado.}} * {{{$n} de ellas están antes en otro grupo que después, y se cuentan en cada lado en el grupo de ese lado.}}',
  'change/unnamed':
    'Las filas que no nombran a nadie no se pueden emparejar y tampoco entran: {$before} antes, {$after} después.',
  'change/same-counts':
    'Los dos cuentan exactamente lo mismo: sus huellas son iguales. Salvo que dos muestras de personas distintas hayan salido iguales, son de las mismas decisiones.',
  'change/unpaired': 'Los dos se comparan como dos muestras de personas distintas.',
  'change/gap-wider':
    '{$rate}: la brecha entre {$group} y {$reference} creció, de {$before} a {$after} (cambio {$change}; intervalo del {$level} {$interval}; p {$p}).',
  'change/gap-narrower':
    '{$rate}: la brecha entre {$group} y {$reference} se redujo, de {$before} a {$after} (cambio {$change}; intervalo del {$level} {$interval}; p {$p}).',
  'change/gap-turned':
    '{$rate}: la brecha entre {$group} y {$reference} se invirtió, de {$before} a {$after} (cambio {$change}; intervalo del {$level} {$interval}; p {$p}).',
  'change/rate-up':
    '{$rate} de {$group}: subió de {$before} a {$after} (cambio {$change}; intervalo del {$level} {$interval}; p {$p}).',
  'change/rate-down':
    '{$rate} de {$group}: bajó de {$before} a {$after} (cambio {$change}; intervalo del {$level} {$interval}; p {$p}).',
  'change/more':
    '.input {$n :number} .match $n one {{Otra más cambió con seguridad.}} * {{Otras {$n} cambiaron con seguridad.}}',
  'change/not-sure':
    '.input {$n :number} .match $n one {{De otra brecha o tasa nadie puede decir que cambió.}} * {{De otras {$n} brechas y tasas nadie puede decir que cambiaron.}}',
  'change/none-sure':
    '.input {$n :number} .match $n one {{Se comparó una brecha o tasa, y nadie puede decir que cambió.}} * {{Se compararon {$n} brechas y tasas, y de ninguna puede decirse que cambió.}}',
  'change/nothing-compared': 'Ninguna tasa de ningún grupo está en ambos, así que no se comparó nada.',
  'change/not-judged': 'sin juzgar',
  'change/rule': '{$title}: {$before}, ahora {$after}.',
  'change/gap': '{$rate}: {$group} menos {$reference}',
  'change/rate': '{$rate}: {$group}',
  'change/before': 'Antes',
  'change/after': 'Después',
  'change/what': 'Qué',
  'change/head': 'Cambio',
  'change/lead': 'Qué cambió con seguridad',
  'change/picture':
    'Cambio de las brechas entre grupos; ✗ marca las que con seguridad crecieron o se invirtieron',
  'change/gaps-table': 'Cada brecha y cada tasa; primero el cambio más seguro.',
  'change/rules-table': 'Cada regla, antes y después.',
  'change/intervals':
    'Cada intervalo del {$level} vale por sí solo; p está ajustado para todo lo que se comparó.',
  'reason/other-meaning': 'No significa lo mismo en ambos: {$role}. Un cambio puede ser de significado.',
  'reason/other-favourable':
    'No se dijo igual en ambos si la decisión positiva es buena o mala para la persona: lo favorable en uno no lo es en el otro, y las reglas sobre ello no son comparables.',
  'reason/other-weights':
    'Las personas no cuentan igual en ambos: las filas tienen peso, o representan a varias, solo en uno o por otra columna.',
  'reason/other-groups': 'Estos atributos están solo en uno de los dos, y no se comparan: {$columns.list}.',
  'reason/not-compared':
    'Solo se comparan las tasas, sus brechas y las reglas. Esto se midió en ambos y no se compara: {$audits.list}. Sus números están en ambos informes.',
  'reason/no-match': 'Ninguna persona de uno está en el otro, así que nadie puede compararse consigo mismo.',
  'reason/other-rows':
    'Algunos momentos no se pudieron leer uno por uno como los leyó la auditoría, así que no se empareja a las personas.',
  'reason/weighted':
    'No se empareja a las personas cuando una fila tiene peso o representa a varias: son dos muestras.',
  'reason/not-files':
    'Las personas se emparejan solo entre dos archivos; de otra fuente los dos son dos muestras.',
  'reason/repeated': 'Algunas personas están varias veces, así que no pueden emparejarse una a una.',

  'baseline/held':
    'Comparado con la línea de base del {$date}. Reglas que no se cumplen como entonces: {$known}; seguramente peor o para más grupos: {$worse}; incumplimientos nuevos: {$fresh}.',
  'baseline/held-until':
    'Comparado con la línea de base del {$date}, que termina el {$expires}. Reglas que no se cumplen como entonces: {$known}; seguramente peor o para más grupos: {$worse}; incumplimientos nuevos: {$fresh}.',
  'baseline/expired': 'La línea de base del {$date} terminó el {$expires}, y no excusa nada.',
  'baseline/known': 'No cumple, como ya en la línea de base del {$date}',
  'baseline/worse': 'No cumple, peor que en la línea de base del {$date}',
  'baseline/open': 'No se puede saber; no cumplía en la línea de base del {$date}',
  'baseline/verdict-known':
    'No cumple, como ya en la línea de base del {$date}; nada nuevo y nada seguramente peor. {$tally}',
  'baseline/verdict-worse': 'No cumple: peor que en la línea de base del {$date}. {$tally}',
  'baseline/verdict-new': 'No cumple: algo que sí se cumplía en la línea de base del {$date}. {$tally}',
};
