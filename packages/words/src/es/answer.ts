import type { Catalogue } from '../message.ts';

/** The answer in Spanish. */
export const answer: Catalogue = {
  'name/people': 'personas',
  'name/people-with': '{$people} con {$group}',
  'name/everybody': 'todas las personas',
  'name/everybody-else': 'todas las demás personas',
  'name/population': 'la población',
  'name/empty': '(vacío)',
  'event/positive': 'recibieron la decisión positiva',
  'event/positive-role': 'recibieron la decisión positiva ({$meant})',
  'event/favourable': 'recibieron la decisión favorable',
  'event/favourable-role': 'recibieron la decisión favorable (no {$meant})',
  'event/outcome': 'tuvieron el resultado positivo',
  'event/outcome-role': 'tuvieron el resultado positivo ({$meant})',
  'meaning/favourable': 'Positivo significa {$meant}; para la persona es favorable.',
  'meaning/favourable-for':
    'Positivo significa {$meant}, para {$people} que {$decided}; para la persona es favorable.',
  'meaning/not-declared':
    'Positivo significa {$meant}; nadie declaró si es bueno o malo para la persona, así que aquí nada se llama adverso.',
  'meaning/not-declared-for':
    'Positivo significa {$meant}, para {$people} que {$decided}; nadie declaró si es bueno o malo para la persona, así que aquí nada se llama adverso.',
  'meaning/unfavourable': 'Positivo significa {$meant}; para la persona es desfavorable.',
  'meaning/unfavourable-for':
    'Positivo significa {$meant}, para {$people} que {$decided}; para la persona es desfavorable.',
  'meaning/outcome': 'El resultado positivo es {$meant}.',
  'meaning/outcome-for': 'El resultado positivo es {$meant}, para {$people} que {$happened}.',
  'meaning/outcome-alone': 'Positivo significa {$meant}.',
  'meaning/outcome-alone-for': 'Positivo significa {$meant}, para {$people} que {$happened}.',

  'claim/rates':
    'De cada {$of} {$low}, {$lowCount} {$event}{$rank}; de cada {$of} {$high}, {$highCount}{$highRank}.',
  'claim/rates-one':
    'Entre {$low} ({$lowN}), {$lowCount} {$event}{$rank}; entre {$high} ({$highN}), {$highCount}{$highRank}.',
  'claim/rates-few':
    'De {$lowN} {$low}, {$lowCount} {$event}{$rank}; de {$highN} {$high}, {$highCount}{$highRank}.',
  'claim/rates-titled': '{$title}: {$lowRate} para {$low}{$rank}; {$highRate} para {$high}.',
  'claim/rank-lowest': ', la tasa más baja de {$groups} grupos por {$by}',
  'claim/rank-highest': ', la más alta',
  'claim/rank-same': ' también',
  'claim/rank-same-highest': ' también, la más alta',
  'claim/differs': 'Esta diferencia es mayor de lo que explica el azar por sí solo.',
  'claim/differs-by': 'Esta diferencia es mayor de lo que explica el azar por sí solo: {$comparison}.',
  'claim/may-be-chance': 'Esta diferencia no puede distinguirse del azar.',
  'claim/may-be-chance-by': 'Esta diferencia no puede distinguirse del azar: {$comparison}.',
  'claim/may-be-one-of-many':
    '.input {$questions :number} .match $questions 1 {{Esta diferencia aún puede ser azar: {$comparison}. Su intervalo excluye la igualdad, pero solo se llama mayor que el azar si lo hace también con {$needed}.}} * {{Esta diferencia aún puede ser azar: {$comparison}. Su intervalo excluye la igualdad, pero esta auditoría hace {$questions} preguntas así, y el azar trae con facilidad alguna: solo se llama mayor que el azar si lo hace también con {$needed}.}}',
  'claim/small-groups':
    '.input {$small :number} .match $small 1 {{Un grupo de menos de {$few} personas está en las tablas, no en esta frase.}} * {{{$small} grupos de menos de {$few} personas están en las tablas, no en esta frase.}}',
  'claim/more-attributes':
    '.input {$n :number} .match $n one {{{$n} atributo más está en las tablas.}} * {{{$n} atributos más están en las tablas.}}',
  'claim/strata-reverse-less':
    'En conjunto, {$group} {$event} con menos frecuencia que {$reference}. Entre {$people} del mismo {$strata} es al revés: los estratos invierten la respuesta (paradoja de Simpson). Mire quién está en cuál antes de juzgar.',
  'claim/strata-reverse-more':
    'En conjunto, {$group} {$event} con más frecuencia que {$reference}. Entre {$people} del mismo {$strata} es al revés: los estratos invierten la respuesta (paradoja de Simpson). Mire quién está en cuál antes de juzgar.',
  'claim/strata-explain-less':
    'En conjunto, {$group} {$event} con menos frecuencia que {$reference}. Entre {$people} del mismo {$strata} desaparece la mayor parte de esa diferencia: es de {$inside}, frente a {$together} en conjunto. Mire quién está en cuál antes de juzgar.',
  'claim/strata-explain-more':
    'En conjunto, {$group} {$event} con más frecuencia que {$reference}. Entre {$people} del mismo {$strata} desaparece la mayor parte de esa diferencia: es de {$inside}, frente a {$together} en conjunto. Mire quién está en cuál antes de juzgar.',
  'claim/strata-comparable':
    'Así solo se pudo comparar a {$comparable} de {$of}: quienes están en un {$strata} que tiene ambos grupos.',
  'claim/strata-incomparable':
    'Ningún {$strata} tiene a la vez {$group} y {$reference}, así que no se puede comparar lo igual con lo igual.',
  'claim/gap-inside-strata':
    'Entre {$people} del mismo {$strata}, la diferencia entre {$group} y {$reference} en esa decisión es de {$inside}; en conjunto es de {$together}.',
  'claim/gap-inside-strata-interval':
    'Entre {$people} del mismo {$strata}, la diferencia entre {$group} y {$reference} en esa decisión es de {$inside} ({$interval}); en conjunto es de {$together}.',
  'claim/gap-adjusted':
    'Entre {$people} iguales en {$strata}, según una regresión logística, de la diferencia entre {$group} y {$reference} en esa decisión queda {$left}; en conjunto es {$together}.',
  'claim/gap-adjusted-interval':
    'Entre {$people} iguales en {$strata}, según una regresión logística, de la diferencia entre {$group} y {$reference} en esa decisión queda {$left} ({$interval}); en conjunto es {$together}.',
  'claim/wider-together':
    'Tomados juntos, {$by} muestran una brecha mayor: de {$lowCount} de cada {$of} ({$low}) a {$highCount} ({$high}).',
  'claim/mistakes-denied':
    'Los errores tampoco se reparten por igual. Donde hubo resultado positivo, la decisión fue negativa de todos modos para {$highCount} de cada {$of} {$high} y para {$lowCount} de cada {$of} {$low}.',
  'claim/mistakes-wrongly':
    'Los errores tampoco se reparten por igual. Donde no hubo resultado positivo, la decisión fue positiva de todos modos para {$highCount} de cada {$of} {$high} y para {$lowCount} de cada {$of} {$low}.',
  'claim/people-more':
    'Con la tasa de {$reference} ({$rate}), unas {$people} personas más de {$n} {$group} estarían entre quienes {$event}.',
  'claim/people-fewer':
    'Con la tasa de {$reference} ({$rate}), unas {$people} personas menos de {$n} {$group} estarían entre quienes {$event}.',
  'claim/in-tables': 'Lo que se midió no tiene aquí una frase; lo cuentan las tablas del informe: {$audits}.',
  'claim/nothing-measured': 'No se pudo medir ninguna brecha entre grupos.',
  'claim/not-measured': '{$title} por {$by}: {$why}',

  'compared/ratio-first': 'la primera tasa es {$value} veces la segunda',
  'compared/ratio-second': 'la segunda tasa es {$value} veces la primera',
  'compared/difference-first': 'la primera tasa difiere de la segunda en {$value}',
  'compared/difference-second': 'la segunda tasa difiere de la primera en {$value}',
  'compared/odds-ratio-first': 'las primeras probabilidades relativas (odds) son {$value} veces las segundas',
  'compared/odds-ratio-second':
    'las segundas probabilidades relativas (odds) son {$value} veces las primeras',
  'compared/with-interval': '{$comparison} ({$interval})',
  'compared/interval': 'intervalo del {$level}: {$range}',

  'verdict/pass': 'Cumple',
  'verdict/fail': 'No cumple',
  'verdict/cannot-tell': 'No se puede saber',
  'verdict/none': 'No se fijó ningún límite, así que no hay veredicto.',
  'verdict/all-pass':
    '.input {$n :number} .match $n one {{Cumple: se respeta cada regla de la política ({$n} regla).}} * {{Cumple: se respeta cada regla de la política ({$n} reglas).}}',
  'verdict/says-pass': 'Cumple. {$tally}',
  'verdict/says-fail': 'No cumple: no se respeta la política. {$tally}',
  'verdict/says-cannot-tell':
    'No se puede saber: lo que se contó no dice si se respeta la política. Eso no es un aprobado. {$tally}',
  'verdict/warned-cannot-tell':
    'No se puede saber: lo contado no dice si se respeta la política. Eso no es cumplirla; la política pide solo un aviso. {$tally}',
  'verdict/only-warnings':
    'No se puede saber: todas las reglas de la política solo avisan, así que ninguna puede cumplirse. {$tally}',
  'verdict/tally':
    '.input {$n :number} .match $n one {{De {$n} regla: {$passed} se cumplen, {$failed} no, y {$open} no se pueden saber.}} * {{De {$n} reglas: {$passed} se cumplen, {$failed} no, y {$open} no se pueden saber.}}',
  'verdict/tally-warned':
    '.input {$n :number} .input {$warned :number} .match $n $warned one one {{De {$n} regla: {$passed} se cumplen, {$failed} no, {$warned} solo avisa y {$open} no se pueden saber.}} * one {{De {$n} reglas: {$passed} se cumplen, {$failed} no, {$warned} solo avisa y {$open} no se pueden saber.}} * * {{De {$n} reglas: {$passed} se cumplen, {$failed} no, {$warned} solo avisan y {$open} no se pueden saber.}}',
  'verdict/warning': '{$verdict} (aviso)',
  'verdict/warning-only': '{$verdict} (solo aviso)',
  'rule/title': '{$audit} por {$by}: {$limit}',
  'rule/title-measure': '{$audit} ({$measure}) por {$by}: {$limit}',
  'rule/title-group': '{$audit} por {$by}, {$group}: {$limit}',
  'rule/title-measure-group': '{$audit} ({$measure}) por {$by}, {$group}: {$limit}',
  'rule/measure-ratio': 'razón',
  'rule/measure-difference': 'diferencia',
  'rule/measure-odds-ratio': 'razón de odds',
  'rule/measure-value': 'valor',

  'state/measured': 'medido',
  'state/cannot-tell': 'no se puede saber',
  'state/not-applicable': 'no procede',
  'state/error': 'error',

  'number/percent': '{$value} %',
  'number/points': '{$value} puntos',
  'number/range': '{$low} a {$high}',
  'number/not-measured': 'no medido',
  'number/no-limit': 'sin límite',
};
