import type { Catalogue } from '../message.ts';

/** Why something was not measured or cannot be told, and what a limit found, in Spanish. */
export const findings: Catalogue = {
  'OMBUD_E_BAD_RESULT/not-a-result':
    'Esto no es un resultado de una auditoría de Ombud que esta versión pueda leer (su esquema es {$schema}). Dé un result.json que Ombud haya escrito, o actualice Ombud.',
  'reason/text': '{$text}',
  'reason/audit-threw': '{$audit} falló: {$message}',
  'reason/not-given':
    '.input {$roles.count :number} .match $roles.count one {{{$audit} necesita {$roles}, que no se indicó.}} * {{{$audit} necesita {$roles}, que no se indicaron.}}',
  'reason/no-people': 'Esta tasa no cuenta a nadie en ningún grupo de {$groupBy}.',
  'reason/one-group':
    'Solo un grupo de {$groupBy} tiene personas en esta tasa, así que no hay con quién comparar.',
  'reason/no-refused': 'El modelo no rechaza a nadie en estos datos.',
  'reason/no-reference': 'No hay grupo con el que comparar.',
  'reason/no-population': 'No se indicó la parte de la población para {$attribute}.',
  'reason/one-category': 'Menos de dos categorías son lo bastante grandes para comparar.',
  'reason/nothing-to-judge': 'La auditoría no midió nada a lo que se aplique este límite.',
  'notice/several-decisions':
    '.input {$rows :integer} .input {$people :integer} {{Atención: las {$rows} decisiones son sobre {$people} personas ("{$column}"). Quien tiene varias es una persona en cada intervalo, prueba y veredicto.}}',
  'notice/undated':
    '.input {$people :integer} .match $people one {{Atención: {$people} persona no tiene en "{$column}" una fecha que se pueda leer, y no está en nada de lo que se dice sobre el tiempo.}} * {{Atención: {$people} personas no tienen en "{$column}" una fecha que se pueda leer, y no están en nada de lo que se dice sobre el tiempo.}}',
  'notice/of-a-later-version':
    'Atención: este resultado lo escribió Ombud {$version}, que cuenta más de lo que puede esta versión: {$kinds.list}. Use aquella versión para verlo entero.',
  'notice/search-many-columns':
    'Atención: el peor subgrupo se buscó en {$searched :integer} columnas y no en otras {$n :integer}, porque son demasiadas: {$columns.list}. Nombre las columnas que importan.',
  'notice/search-many-values':
    '.input {$n :integer} .match $n one {{Atención: el peor subgrupo no se buscó en {$n} columna con demasiados valores para ser grupos: {$columns.list}. Ponga en tramos los números que importan.}} * {{Atención: el peor subgrupo no se buscó en {$n} columnas con demasiados valores para ser grupos: {$columns.list}. Ponga en tramos los números que importan.}}',
  'notice/search-few-people':
    '.input {$n :integer} .match $n one {{Atención: el peor subgrupo no se pudo buscar en {$n} columna en la que ningún valor tiene bastantes personas: {$columns.list}. Ponga los números en tramos.}} * {{Atención: el peor subgrupo no se pudo buscar en {$n} columnas en las que ningún valor tiene bastantes personas: {$columns.list}. Ponga los números en tramos.}}',
  'notice/groups-cut':
    '.input {$groups :number} .input {$listed :number} {{Por {$groupBy} hay {$groups} grupos; se muestran {$listed}: las tasas más bajas y más altas y los que se comparan. El veredicto juzgó todos.}}',
  'reason/too-few-people': 'Hay demasiado pocas personas para saberlo.',
  'reason/selective-labels':
    '.input {$decision :string} .match $decision positive {{El resultado solo se conoce para una de las decisiones: {$people :integer} personas con la decisión positiva no lo tienen, así que esta tasa no se puede medir. Valen el valor predictivo entre las demás, y cotas.}} * {{El resultado solo se conoce para una de las decisiones: {$people :integer} personas con la decisión negativa no lo tienen, así que esta tasa no se puede medir. Valen el valor predictivo entre las demás, y cotas.}}',
  'reason/missing':
    'Falta algo de {$people :integer} de {$of :integer} personas, en cada grupo por igual hasta donde llega el azar.',
  'reason/missing-ignored':
    'Falta algo de {$people :integer} de {$of :integer} personas, y la política lo ignora.',
  'reason/missing-survived':
    'Falta algo de {$people :integer} de {$of :integer} personas; el aprobado se mantiene incluso en el peor caso.',
  'reason/missing-worst-case':
    'Falta algo de {$people :integer} de {$of :integer} personas; en el peor caso se rebasa el límite.',
  'reason/missing-differential':
    'Falta algo de {$people :integer} de {$of :integer} personas, en un grupo más de lo que explica el azar; entre ellas podría rebasarse el límite.',
  'reason/unreadable':
    '{$people :integer} de {$of :integer} decisiones registradas no se pueden leer, y la política no lo permite.',
  'reason/erased':
    '{$people :integer} de {$of :integer} decisiones registradas se borraron; el aprobado se mantiene fueran cuales fueran.',
  'reason/erased-could-reverse':
    '{$people :integer} de {$of :integer} decisiones registradas se borraron; entre ellas podría rebasarse el límite.',
  'reason/favourable-not-declared':
    'Nadie declaró si la decisión positiva es buena o mala para la persona, así que nada se dice de impacto adverso.',
  'reason/outside-differs':
    '{$people :integer} personas están en grupos demasiado pequeños para juzgarlos o en ninguno conocido; tomadas juntas, {$events :integer} lo tuvieron, y eso rebasa el límite.',
  'reason/all-positive-decision':
    'Todos los valores de "{$column}" se leyeron como la decisión positiva ({$values.list}), así que no se comparó nada.',
  'reason/all-negative-decision':
    'Todos los valores de "{$column}" se leyeron como la decisión negativa ({$values.list}), así que no se comparó nada.',
  'reason/all-positive-outcome':
    'Todos los valores de "{$column}" se leyeron como el resultado positivo ({$values.list}), así que no se comparó nada.',
  'reason/all-negative-outcome':
    'Todos los valores de "{$column}" se leyeron como el resultado negativo ({$values.list}), así que no se comparó nada.',
  'reason/nobody-has-it': 'Nadie lo tiene en ningún grupo, así que no hay razón.',
  'reason/pairs-not-compared': 'La auditoría no comparó cada dos grupos, así que esto no es un aprobado.',
  'reason/uncovered':
    'Los grupos lo bastante grandes reúnen {$covered :integer} de {$of :integer} personas; {$people :integer} ({$share :percent maximumFractionDigits=1}) están en grupos menores o en ninguno conocido, y la política permite {$limit :percent maximumFractionDigits=1}.',
  'reason/withheld': 'Se dice con menos personas de las que pueden publicarse ({$code}).',
  'read/none': 'nada',
  'read/values': 'De {$column}, se leyó como sí: {$positive}; como no: {$negative}.',
  'read/values-more':
    '.input {$more :number} .match $more one {{De {$column}, se leyó como sí: {$positive}; como no: {$negative}, y {$more} valor más.}} * {{De {$column}, se leyó como sí: {$positive}; como no: {$negative}, y {$more} valores más.}}',
  'read/condition': '{$meant} se cumplió para {$yes} y no para {$no}.',
  'notice/sounds-bad':
    'Atención: "{$column}" suena a algo malo para la persona. Diga si la decisión positiva es buena o mala para ella.',
  'notice/all-positive-decision':
    'Atención: todos los valores de "{$column}" se leyeron como la decisión positiva: {$values.list}. Si alguno significa otra cosa, diga qué valores son positivos; si no, no hay nada que comparar.',
  'notice/all-negative-decision':
    'Atención: todos los valores de "{$column}" se leyeron como la decisión negativa: {$values.list}. Si alguno significa otra cosa, diga qué valores son positivos; si no, no hay nada que comparar.',
  'notice/all-positive-outcome':
    'Atención: todos los valores de "{$column}" se leyeron como el resultado positivo: {$values.list}. Si alguno significa otra cosa, diga qué valores son positivos; si no, no hay nada que comparar.',
  'notice/all-negative-outcome':
    'Atención: todos los valores de "{$column}" se leyeron como el resultado negativo: {$values.list}. Si alguno significa otra cosa, diga qué valores son positivos; si no, no hay nada que comparar.',
  'notice/needs-bins':
    'Atención: "{$column}" tiene {$numbers :number} números, la mayoría de menos de 30 personas, y cada uno se audita como un grupo aparte. Divídala en tramos, con límites como {$edges.list}.',
  'notice/third-values-decision':
    'Atención: varios valores de "{$column}" se leyeron como la decisión negativa: {$values.list}. Uno que no sea una decisión, como retirado, no es ni lo uno ni lo otro: indique también los valores negativos.',
  'notice/third-values-outcome':
    'Atención: varios valores de "{$column}" se leyeron como el resultado negativo: {$values.list}. Uno que aún no se conoce no es ni lo uno ni lo otro: indique también los valores negativos.',
  'notice/opposite-polarity':
    'Atención: la decisión positiva ("{$decision}") va con menos, no con más, resultado positivo ("{$outcome}"). Si la decisión debe prever el resultado, uno de los dos está al revés, y lo que se llama error no lo es.',
  'notice/twice-named':
    'Atención: junto a "{$column}" hay una columna "{$other}". Un encabezado que nombra dos veces una columna recibe ese número: compruebe cuál de las dos es.',
  'notice/looks-missing':
    'Atención: valores de "{$column}" que parecen ausentes se contaron como grupos: {$values.list}. Indíquelos como ausentes si lo son.',
  'notice/same-but-for-case':
    'Atención: valores de "{$column}" que solo difieren en mayúsculas o espacios se cuentan como grupos distintos: {$values.list}.',
  'left-out/text': '{$text}',
  'left-out/no-decision': 'sin decisión',
  'left-out/no-outcome': 'sin resultado',
  'left-out/no-score': 'sin puntuación',
  'left-out/no-time': 'sin fecha que se pueda leer',
  'left-out/weight-0': 'peso 0',
  'left-out/erased': 'borrado del registro',
  'left-out/unreadable': 'no se puede leer en el registro',
  'left-out/nobody': 'Nadie en esta categoría.',
  'left-out/under-share':
    'Menos del {$share} de las personas; se muestra, pero sin razón y nunca como la tasa más alta.',
  'limit/value': '{$rate} de {$group}',
  'limit/ratio': '{$rate}: la razón de {$group} a {$reference}',
  'limit/difference': '{$rate}: la diferencia entre {$group} y {$reference}',
  'limit/odds-ratio': '{$rate}: la razón de odds de {$group} a {$reference}',
  'limit/at-least': 'al menos {$value}',
  'limit/at-most': 'como máximo {$value}',
  'limit/found': '{$what} es {$value}; el límite es {$limit}.',
  'limit/found-with': '{$what} es {$value} ({$facts}); el límite es {$limit}.',
  'limit/not-measured': '{$what} no se pudo medir; el límite es {$limit}.',
  'limit/withheld-pass':
    '{$rate}: se cumple el límite de {$limit}. Sus cifras se reservan: publicarlas podría delatar a alguien.',
  'limit/withheld-fail':
    '{$rate}: no se cumple el límite de {$limit}. Sus cifras se reservan: publicarlas podría delatar a alguien.',
  'limit/withheld-cannot-tell':
    '{$rate}: no se puede saber si se cumple el límite de {$limit}. Sus cifras se reservan: publicarlas podría delatar a alguien.',
  'limit/not-judged': '{$audit} no se puede juzgar: {$why}',
  'limit/worse': '{$what} era {$before} en la línea de base y ahora es {$after}, lo que es seguramente peor.',
  'limit/worse-new': '{$what} es {$after}, fuera del límite, y en la línea de base no lo estaba.',
  'limit/worse-more':
    '.input {$n :number} .match $n one {{Otro más es peor que en la línea de base.}} * {{Otros {$n} son peores que en la línea de base.}}',
  'limit/worse-unlisted': 'Hay más fuera del límite que en la línea de base.',
  'limit/rates': '{$group} frente a {$reference}',
  'limit/interval': 'intervalo del {$level}: {$low} a {$high}',
  'limit/no-lower-end': 'sin extremo inferior',
  'limit/no-upper-end': 'sin extremo superior',
  'limit/people-needed-pass':
    'Con unas {$people} personas en total, repartidas entre los grupos como ahora, se vería un aprobado en 80 de cada 100 casos, si las tasas siguen como están.',
  'limit/people-needed-fail':
    'Con unas {$people} personas en cada uno de los dos grupos, se vería un suspenso en 80 de cada 100 casos, si las tasas siguen como están.',
  'limit/people-beyond-pass':
    'Para ver un aprobado hacen falta más de {$people} personas en total, más de las que habrá, si las tasas siguen como están.',
  'limit/people-beyond-fail':
    'Para ver un suspenso hacen falta más de {$people} personas en cada uno de los dos grupos, más de las que habrá, si las tasas siguen como están.',
  'role/population': 'población',
  'role/strata': 'estratos',
  'reference/all-others': 'las demás personas',
  'reference/population': 'su parte de la población',
};
