import type { Catalogue } from '../message.ts';

/** The command: what it says, asks and cannot do, in Spanish. */
export const cli: Catalogue = {
  'OMBUD_E_CANNOT_WRITE/source':
    'El informe se escribiría sobre las decisiones de "{$path}". Elija otro lugar.',
  'OMBUD_E_BAD_BINS/bins-flag':
    '"--bins {$text}" no es una columna con números. Escriba por ejemplo --bins age=25,40,65.',
  'OMBUD_E_BAD_BINS/bins-of-nothing':
    '--bins nombra "{$column}", que no es ni grupo ni estrato. Añádala a --groups o a --strata.',
  'OMBUD_E_BAD_CONFIG/against-itself':
    'La decisión se compara consigo misma: indique otra con --against-decision, u otra fuente con --against.',
  'OMBUD_E_BAD_CONFIG/verify-evidence':
    'Al verificar evidencia firmada, {$extra.list} no haría nada: quítelo.',
  'OMBUD_E_BAD_CONFIG/verify-growth':
    'Al verificar dos puntos de control, {$extra.list} no haría nada: quítelo.',
  'OMBUD_E_BAD_CONFIG/verify-log':
    'Al verificar un registro publicado entero, {$extra.list} no haría nada: quítelo.',
  'OMBUD_E_BAD_CONFIG/verify-page':
    '--page escribe la página que verifica, y por sí mismo no verifica nada, así que {$extra.list} no haría nada: escriba solo la página, y verifique en otra ejecución.',
  'OMBUD_E_BAD_CONFIG/verify-receipt': 'Al verificar un recibo, {$extra.list} no haría nada: quítelo.',
  'OMBUD_E_BAD_CONFIG/flag-alone': '--{$flag} no hace nada sin --{$needs}. Añádalo, o quite --{$flag}.',
  'OMBUD_E_BAD_CONFIG/flags-apart': '--{$flag} no hace nada junto con --{$other}. Quite uno de los dos.',
  'OMBUD_E_BAD_CONFIG/sign-no-baseline':
    'Lo que se firma es el resultado mismo, que ninguna línea de base disculpa. Firme en una ejecución y compare con la línea de base en otra.',
  'OMBUD_E_BAD_CONFIG/empty-value':
    '"{$text}" no nombra ningún valor positivo tras "=". Escriba por ejemplo --decision approved=yes.',
  'OMBUD_E_BAD_CONFIG/period-flag': '--period "{$text}" no es un período. Use {$periods.or}.',
  'OMBUD_E_BAD_CONFIG/favourable-flag':
    '--favourable "{$text}" no es positive ni negative. Use uno de los dos.',
  'OMBUD_E_BAD_CONFIG/no-language': 'Ombud no habla "{$tag}". Habla: {$languages.list}.',
  'cli/our-fault': 'Esto es culpa nuestra: {$message}',
  'cli/our-fault-report': 'Ponga OMBUD_DEBUG=1 para ver dónde, y comuníquelo, por favor.',
  'OMBUD_E_BAD_CONFIG/not-a-number': '--{$name} "{$text}" no es un número. Dé uno.',
  'OMBUD_E_BAD_CONFIG/population-empty':
    'La población "{$file}" no contiene ninguna parte. Dé un CSV con las columnas attribute, value y share.',
  'OMBUD_E_BAD_CONFIG/population-line':
    'La población "{$file}" no tiene atributo, valor y parte de al menos 0 en la línea {$line :number useGrouping=never}. Dé un CSV con las columnas attribute, value y share.',
  'OMBUD_E_BAD_CONFIG/population-unreadable':
    'La población "{$file}" no se puede leer. Dé un CSV con las columnas attribute, value y share.',
  'OMBUD_E_BAD_CONFIG/reference-flag':
    '"--reference {$text}" no se entiende. Escriba highest, all-others, o por ejemplo sex=M.',
  'OMBUD_E_BAD_POLICY/neither-pack-nor-file':
    '"{$name}" no es ni un paquete de reglas ni un archivo de política. Los paquetes son: {$packs.list}.',
  'OMBUD_E_EXPLAIN_FLAGS/not-whole': '{$flag} ha de ser un número entero, y "{$value}" no lo es.',
  'OMBUD_E_EXPLAIN_FLAGS/one-person':
    'Se explica una persona cada vez: dé una sola de --row, --where y --entry.',
  'OMBUD_E_EXPLAIN_FLAGS/protocol':
    '"{$value}" no es un protocolo: escriba plain, mlflow u open-inference:MODEL.',
  'OMBUD_E_EXPLAIN_FLAGS/several-formats':
    'Varios formatos ({$formats.list}) necesitan una carpeta de destino: dé --out.',
  'OMBUD_E_EXPLAIN_FLAGS/where': '"{$value}" no nombra a nadie: escriba --where COLUMN=VALUE, como id=4711.',
  'OMBUD_E_LEDGER_INDEX/not-an-index':
    '"{$text}" no es el índice de una entrada: dé un número entero desde 0.',
  'OMBUD_E_LEDGER_INPUT/cannot-read': 'El archivo {$file} no se puede leer: compruebe su nombre.',
  'OMBUD_E_LEDGER_USAGE/not-a-port': '"{$text}" no es un puerto: dé un número de 0 a 65535.',
  'OMBUD_E_LEDGER_USAGE/nothing-to-verify':
    'No hay nada que verificar: nombre un recibo, dos puntos de control o un registro publicado.',
  'OMBUD_E_LEDGER_USAGE/one-checkpoint':
    'Un punto de control solo no prueba nada: "{$file}" es uno. Nombre también el posterior, o compruebe un registro entero con --log.',
  'OMBUD_E_LEDGER_USAGE/not-a-shell':
    '"{$shell}" no es un intérprete de órdenes que aquí se complete: nombre uno de {$shells.list}.',
  'OMBUD_E_LEDGER_USAGE/not-an-age': '"{$text}" no es una antigüedad: dé días, como 730d.',
  'OMBUD_E_LEDGER_USAGE/role-not-named':
    'Falta por nombrar: {$name}. Añada --{$name} {$what}, o dígalo en ombud.yaml.',
  'OMBUD_E_LEDGER_USAGE/which-decision':
    'Una fila nombra su decisión por --subject o por --index, y no por ambos: quite uno.',
  'OMBUD_E_MISSING_ROLE/not-chosen': 'No se eligieron los papeles, y no se auditó nada.',
  'OMBUD_E_MISSING_ROLE/nothing-like-a-decision':
    'Ninguna columna de "{$source}" parece una decisión: ninguna tiene de 2 a 20 valores. Nombre la columna con --decision.',
  'OMBUD_E_NO_SOURCE/no-example':
    'El ejemplo es parte del repositorio y no está aquí. Ejecute en su lugar "ombud incidents berkeley-1973".',
  'OMBUD_E_NO_SOURCE/none-named':
    'No se indicó ninguna fuente. Escriba "ombud audit FILE --decision COLUMN --groups COLUMN", o cree un ombud.yaml con "ombud init FILE".',
  'command/OMBUD_E_BAD_CONFIG/ll144-needs-audit': 'Añada --policy nyc-ll144, o --audits ll144.',
  'command/OMBUD_E_BAD_CONFIG/several-formats': 'Añada --out CARPETA.',
  'command/OMBUD_E_BAD_CONFIG/sign-needs-ledger': 'O quite --sign.',
  'command/OMBUD_E_CANNOT_WRITE/exists': 'Añada --force para escribir encima, o --out para otro nombre.',
  'command/OMBUD_E_CONNECTION/not-confirmed':
    'Escriba "ombud audit SOURCE --reproduce FILE --key VKEY", o ejecútelo en un terminal, donde se le pregunta.',
  'command/OMBUD_E_CONNECTION/untrusted-keys': 'Añada --key VKEY.',
  'command/OMBUD_E_LEDGER_USAGE/no-entry': 'Añada --entry FILE.',
  'command/OMBUD_E_LEDGER_USAGE/no-key': 'Añada --key VKEY.',
  'command/OMBUD_E_LEDGER_USAGE/no-tree-for-audit': 'Añada --from CARPETA.',
  'command/OMBUD_E_LEDGER_USAGE/no-tree-for-growth': 'Añada --from CARPETA.',
  'command/OMBUD_E_LEDGER_USAGE/not-loopback': 'Añada --public si es lo que quiere.',
  'command/OMBUD_E_LEDGER_USAGE/whom-to-erase': 'Escriba --subject ID, o --older-than 730d.',
  'OMBUD_E_STOPPED/signal':
    '.input {$line :number useGrouping=never} .match $line 0 {{{$signal} detuvo la anotación antes de que se leyera una fila de {$file}.}} * {{{$signal} detuvo la anotación tras la línea {$line} de {$file}. Lo que sigue no se anotó.}}',
  'cli/append/refused': 'Se rechazó la línea {$line :number useGrouping=never} de {$file}: {$why}.',
  'cli/append/repeated':
    '.input {$repeated :number useGrouping=never} .match $repeated one {{{$repeated} fila de {$file} ya estaba anotada, y no se anotó otra vez.}} * {{{$repeated} filas de {$file} ya estaban anotadas, y no se anotaron otra vez.}}',
  'cli/append/sent-so-far':
    '.input {$recorded :number} .match $recorded one {{{$recorded} fila está anotada. Las filas de la entrada estándar no se reconocen otra vez: envíe lo que sigue, o todo con --key COLUMN.}} * {{{$recorded} filas están anotadas. Las filas de la entrada estándar no se reconocen otra vez: envíe lo que sigue, o todo con --key COLUMN.}}',
  'cli/append/so-far':
    '.input {$recorded :number} .match $recorded one {{{$recorded} fila de {$file} está anotada; si el archivo se añade otra vez, no se anota dos veces.}} * {{{$recorded} filas de {$file} están anotadas; si el archivo se añade otra vez, no se anotan dos veces.}}',
  'cli/append/untold':
    '.input {$recorded :number} .match $recorded one {{{$recorded} fila de {$file} está anotada, pero no se pudo escribir la línea que lo dice.}} * {{{$recorded} filas de {$file} están anotadas, pero no se pudieron escribir todas las líneas que lo dicen.}}',
  'cli/ask/favourable': '¿"{$column} = {$values}" es bueno o malo para la persona?',
  'cli/ask/good': 'Bueno: recibe lo que quiere',
  'cli/ask/bad': 'Malo: es algo que se le hace',
  'cli/ask/decision': '¿Qué columna contiene la decisión?',
  'cli/ask/groups': '¿Qué columnas son grupos de personas que comparar?',
  'cli/ask/nothing-audited': 'No se auditó nada.',
  'cli/ask/positive': '¿Qué valores de {$column} son positivos?',
  'cli/ask/values': '{$distinct :number} valores',
  'cli/audit/baseline':
    '.input {$n :number} .match $n one {{La línea de base en {$path} conoce {$n} incumplimiento.}} * {{La línea de base en {$path} conoce {$n} incumplimientos.}}',
  'cli/audit/no-report':
    'Añada --out CARPETA para el informe completo como página, y para el resultado como JSON.',
  'cli/audit/report': 'El informe completo: {$path}',
  'cli/audit/signed':
    'Firmado: la entrada {$index :number useGrouping=never} del registro {$origin} contiene esta evidencia sobre sus primeras {$size :number useGrouping=never} entradas; el sobre está en {$file}.',
  'cli/audit/sounds-bad':
    'ombud: "{$column} = {$values.list}" suena malo para la persona. Añada --favourable negative (o positive), y se medirá también el impacto adverso.',
  'cli/audit/sounds-bad-condition':
    'ombud: "{$column} {$operator} {$value}" suena malo para la persona. Añada --favourable negative (o positive), y se medirá también el impacto adverso.',
  'cli/audit/using': 'Se usa {$file}; las opciones mandan.',
  'cli/audit/written': 'Escrito: {$files.list}',
  'cli/deployment/exposed':
    '{$file}:{$line :number useGrouping=never}: cualquiera puede llegar a {$dashboard} ({$workload}) por {$by} {$entry}, y no pregunta a nadie quién es. Ponga delante un inicio de sesión, o cierre el paso.',
  'cli/deployment/exposed-because':
    '{$file}:{$line :number useGrouping=never}: cualquiera puede llegar a {$dashboard} ({$workload}) por {$by} {$entry}, y {$because} desactiva su inicio de sesión. Quítelo, o cierre el paso.',
  'cli/deployment/none':
    'No se encontró ningún panel al que cualquiera llegue sin iniciar sesión. Entradas desde fuera: {$ways :number}; documentos leídos: {$documents :number}.',
  'cli/deployment/unreadable-aliases':
    '{$file}:{$line :number useGrouping=never}: este documento se refiere a sí mismo demasiadas veces para leerlo, y no se miró.',
  'cli/deployment/unreadable-not-yaml':
    '{$file}:{$line :number useGrouping=never}: esto no es YAML, y no se miró. ¿Es una plantilla? Compruebe lo que produce.',
  'cli/deployment/unreadable-too-large': '{$file}: pasa de 5 MB, que ningún manifiesto tiene; no se miró.',
  'cli/deployment/unseen-configmap':
    '{$file}:{$line :number useGrouping=never}: se puede llegar a {$dashboard} ({$workload}), que toma ajustes de el ConfigMap "{$name}", que no está en ningún archivo. Alguno podría desactivar su inicio de sesión; eso no se miró, así que esto no es un aprobado.',
  'cli/deployment/unseen-env-file':
    '{$file}:{$line :number useGrouping=never}: se puede llegar a {$dashboard} ({$workload}), que toma ajustes de el archivo "{$name}", que no se puede leer junto a él. Alguno podría desactivar su inicio de sesión; eso no se miró, así que esto no es un aprobado.',
  'cli/deployment/unseen-secret':
    '{$file}:{$line :number useGrouping=never}: se puede llegar a {$dashboard} ({$workload}), que toma ajustes de el Secret "{$name}". Alguno podría desactivar su inicio de sesión; eso no se miró, así que esto no es un aprobado.',
  'cli/deployment/unseen-variable':
    '{$file}:{$line :number useGrouping=never}: se puede llegar a {$dashboard} ({$workload}), que toma ajustes de la variable "{$name}" de quien lo inicia. Alguno podría desactivar su inicio de sesión; eso no se miró, así que esto no es un aprobado.',
  'cli/demo/begins': 'Y el ciclo entero: medio año de un prestamista que no existe se anota y se audita...',
  'cli/demo/month': '  mes {$done} de {$months}',
  'cli/demo/shows':
    '{$decisions} decisiones de {$months} meses, anotadas, auditadas al final de cada mes, firmadas.',
  'cli/demo/open': 'Abra {$url} e inicie sesión como {$name} con la contraseña {$password}',
  'cli/demo/record': 'Anote una decisión propia:',
  'cli/demo/receipt':
    'Después, la página del sistema dice cómo pedir su recibo, comprobarlo sin el servidor y auditar lo registrado.',
  'cli/demo/person':
    'Sea una persona a la que se dijo que no: {$url}/case con el código {$code}, nacida el {$born}. Lea la carta, compruebe la prueba, recurra.',
  'cli/demo/office': 'Responda al recurso: inicie sesión como {$office}, con la misma contraseña.',
  'cli/demo/stop': 'Se detiene con Ctrl-C, y no queda nada.',
  'cli/demo/next':
    'Ahora sus propias decisiones: npx ombud audit FILE --decision COLUMN=VALUE --groups COLUMN --favourable positive',
  'cli/erase/done':
    '.input {$entries :number useGrouping=never} .match $entries one {{Se borraron los datos de {$entries} entrada, lo que consta como entrada {$recordedAt.list}.}} * {{Se borraron los datos de {$entries} entradas, lo que consta como entrada {$recordedAt.list}.}}',
  'cli/erase/evidence':
    'Las auditorías firmadas que contaron esto son las entradas {$evidence.list}: sus sobres, exportaciones y copias de seguridad son copias de las que ocuparse.',
  'cli/erase/statement':
    'Su resumen consta en el registro, así que guarde esta declaración para mostrar por qué se hizo: {$statement}',
  'cli/erase/nothing': 'Se borraron los datos de {$entries :number useGrouping=never} entradas.',
  'cli/export/done':
    'Se exportaron {$decisions :number useGrouping=never} decisiones; {$erased :number useGrouping=never} estaban borradas y {$unreadable :number useGrouping=never} no se pueden leer.',
  'cli/fsck/tree':
    'Las {$entries :number useGrouping=never} entradas están como se firmaron; los contenidos no se miraron.',
  'cli/fsck/whole':
    'Las {$entries :number useGrouping=never} entradas están como se firmaron; {$payloads :number useGrouping=never} contenidos están íntegros y el borrado de {$erased :number useGrouping=never} consta.',
  'cli/fsck/cases':
    'Los {$matters :number useGrouping=never} trámites de los casos están como dicen {$moves :number useGrouping=never} entradas.',
  'cli/incidents/begin': 'la auditoría',
  'cli/incidents/end': 'fin de la auditoría',
  'cli/incidents/no-report': 'Añada --out CARPETA para el informe completo como página.',
  'cli/incidents/one': 'Para uno de ellos: ombud incidents NAME',
  'cli/incidents/others':
    'Se muestra entera {$asked}. Otra: ombud incidents {$id} --audit ID, con ID uno de {$others.list}.',
  'cli/incidents/reports':
    '.input {$pages :number} .match $pages one {{El informe completo:}} * {{Los informes completos:}}',
  'cli/explain/letter-blocked':
    'No se escribió ninguna carta: {$columns.list} contó en contra de la persona y no se puede decir sin más. Una persona decide qué se envía.',
  'cli/explain/recorded': 'Anotado como entrada {$index :string}, sobre la entrada {$about :string}.',
  'cli/explain/written': 'Escrito: {$files.list}.',
  'cli/init/column': '{$name}  {$distinct} valores: {$holds}',
  'cli/init/column-with-gaps': '{$name}  {$distinct} valores: {$holds}; falta el {$missing} %',
  'cli/init/looked': 'Se miraron {$rows :number} filas.',
  'cli/init/no-decision':
    'Ninguna columna parece la decisión. Indíquela en la línea “# decision:” de {$out}; si no, no se audita nada sobre decisiones.',
  'cli/init/overwrite': '{$path} existe. ¿Escribir encima?',
  'cli/init/range': 'de {$least} a {$greatest}',
  'cli/init/written':
    'Escrito: {$out}. Compruebe los papeles que contiene, y luego ejecute: npx ombud audit{$config}',
  'cli/progress/checking': '{$done :number} comprobadas, {$perSecond :number} por segundo',
  'cli/progress/counting': 'Contando {$bar} {$percent :percent}',
  'cli/progress/recourse': 'Buscando cambios {$bar} {$percent :percent}',
  'cli/progress/exporting': '{$done :number} exportadas, {$perSecond :number} por segundo',
  'cli/progress/recording': '{$done :number} anotadas, {$perSecond :number} por segundo',
  'cli/publish/done':
    'Se publicaron {$size :number useGrouping=never} entradas; archivos escritos: {$files :number useGrouping=never}.',
  'cli/publish/nothing-new': 'Nada nuevo: {$to} contiene las {$size :number useGrouping=never} entradas.',
  'cli/remedies/law':
    'Antes de usar un umbral por grupo, pregunte si es lícito. En los Estados Unidos la ley federal prohíbe puntuaciones de corte distintas por raza, color, religión, sexo u origen nacional en pruebas de empleo (42 U.S.C. 2000e-2(l)), y un acreedor no puede decidir por esas características (15 U.S.C. 1691(a), 12 CFR 1002.4(a)).',
  'cli/remedies/no-thresholds':
    'Sin umbrales: hacen falta una puntuación, una decisión conocida y personas de ambas decisiones.',
  'cli/remedies/no-weights': 'Sin pesos: nadie tiene a la vez grupo y etiqueta.',
  'cli/remedies/none-applied':
    'Nada de esto se aplicó. Cada remedio tiene un coste, y personas que lo pagan.',
  'cli/remedies/one-score':
    'Sin umbrales: todas las personas tienen la misma puntuación, así que no hay ninguno que elegir.',
  'cli/remedies/threshold-between':
    '    Ningún umbral de este grupo alcanza el {$wanted}: tantas personas tienen una misma puntuación que los umbrales más cercanos dan {$below} y {$above}.',
  'cli/remedies/threshold-from':
    '  {$group}: positiva desde una puntuación de {$threshold}. De {$people} personas, {$positive} ({$share}) tendrían la decisión positiva: {$gain} la ganarían y {$lose} la perderían; positivas por error {$falseNow}, luego {$falseThen}; negativas por error {$missedNow}, luego {$missedThen}.',
  'cli/remedies/threshold-nobody':
    '  {$group}: positiva para nadie. De {$people} personas, {$positive} ({$share}) tendrían la decisión positiva: {$gain} la ganarían y {$lose} la perderían; positivas por error {$falseNow}, luego {$falseThen}; negativas por error {$missedNow}, luego {$missedThen}.',
  'cli/remedies/threshold-to':
    '  {$group}: positiva hasta una puntuación de {$threshold}. De {$people} personas, {$positive} ({$share}) tendrían la decisión positiva: {$gain} la ganarían y {$lose} la perderían; positivas por error {$falseNow}, luego {$falseThen}; negativas por error {$missedNow}, luego {$missedThen}.',
  'cli/remedies/thresholds':
    'Un umbral para cada grupo, cuya parte de decisiones positivas está tan cerca de la actual de todas las personas ({$share}) como permiten las de una misma puntuación. El error se cuenta donde se conoce el resultado.',
  'cli/remedies/weight-no': '  {$group}, etiqueta no: {$people} personas de peso {$weight}',
  'cli/remedies/weight-yes': '  {$group}, etiqueta sí: {$people} personas de peso {$weight}',
  'cli/remedies/weights-decision':
    'Pesos que hacen la decisión independiente del grupo al entrenar: {$people} personas valdrían por {$worth}.',
  'cli/remedies/weights-outcome':
    'Pesos que hacen el resultado independiente del grupo al entrenar: {$people} personas valdrían por {$worth}.',
  'cli/reproduce/connect':
    'La evidencia nombra un registro en {$host}. Su firma es correcta, pero solo el sobre dice dónde está el registro. ¿Conectar con {$host}?',
  'cli/reproduce/differs': 'No se reprodujo: difiere {$differs}.',
  'cli/reproduce/erased':
    '.input {$erasedSince :number useGrouping=never} .match $erasedSince one {{No se reprodujo: difiere {$differs}. Desde entonces se borró {$erasedSince} decisión, que no se puede contar de nuevo; la firma y las pruebas siguen valiendo.}} * {{No se reprodujo: difiere {$differs}. Desde entonces se borraron {$erasedSince} decisiones, que no se pueden contar de nuevo; la firma y las pruebas siguen valiendo.}}',
  'cli/reproduce/same':
    'Reproducido: la auditoría de {$origin} con {$size :number useGrouping=never} entradas da los mismos bytes.',
  'cli/usage/unknown-option':
    '.input {$near.count :number} .match $near.count 0 {{No hay ninguna opción "{$flag}".}} * {{No hay ninguna opción "{$flag}". ¿Quiso decir {$near.or}?}}',
  'cli/usage/unknown-command':
    '.input {$near.count :number} .match $near.count 0 {{No hay ninguna orden "{$name}".}} * {{No hay ninguna orden "{$name}". ¿Quiso decir {$near.or}?}}',
  'cli/usage/missing-argument': 'Falta lo que se ha de nombrar: {$name}.',
  'cli/usage/missing-value': 'La opción "{$flags}" necesita un valor.',
  'cli/usage/missing-option': 'Hace falta la opción "{$flags}".',
  'cli/usage/conflict': 'La opción "{$flags}" y la opción "{$other}" no van juntas. Quite una de las dos.',
  'cli/usage/too-many': 'Se nombraron demasiadas cosas: se esperaban {$expected} y se dieron {$found}.',
  'cli/usage/not-a-choice': 'La opción "{$flags}" no admite "{$value}". Admite: {$choices}.',
  'cli/verify/counted':
    'Se contó en la auditoría de las primeras {$size :number useGrouping=never} entradas.',
  'cli/verify/evidence':
    'Verificado: el registro {$origin} firmó esta auditoría de sus primeras {$size :number useGrouping=never} entradas (raíz {$root}).',
  'cli/verify/evidence-in-log': 'El registro publicado creció desde ese punto de control.',
  'cli/verify/evidence-no-log': 'No se cotejó con un registro publicado: indíquelo con --log.',
  'cli/verify/page-written':
    'La página que comprueba está en {$file}. No necesita red: ábrala con un doble clic.',
  'cli/verify/page-same': 'La página es esa auditoría firmada, byte por byte.',
  'cli/verify/page-unchecked':
    'Los datos están firmados; el aspecto de la página no se comprobó, porque la hizo la versión {$version} y esta es otra.',
  'cli/verify/grew':
    'Verificado: el registro {$origin} solo creció, de {$from :number useGrouping=never} a {$to :number useGrouping=never} entradas.',
  'cli/verify/grew-unsigned':
    'No verificado: no se dio ninguna clave, así que nadie sabe si el registro {$origin} firmó estos puntos de control. Lo que se comprobó: según lo publicado, el posterior, de {$to :number useGrouping=never} entradas, continúa el anterior, de {$from :number useGrouping=never}. Añada --key VKEY.',
  'cli/verify/log':
    'Verificado: el registro {$origin} de {$size :number useGrouping=never} entradas está como se firmó, cada entrada y cada resumen.',
  'cli/verify/payload': 'El contenido es el que se anotó.',
  'cli/verify/receipt-decided':
    'Verificado: la decisión de {$decided}, anotada en {$recorded}, es la entrada {$index :number useGrouping=never} del registro {$origin} de {$size :number useGrouping=never} entradas.',
  'cli/verify/receipt-entry':
    'Verificado: es la entrada {$index :number useGrouping=never} del registro {$origin} de {$size :number useGrouping=never} entradas.',
  'cli/verify/receipt-recorded':
    'Verificado: lo anotado en {$recorded} ({$kind}) es la entrada {$index :number useGrouping=never} del registro {$origin} de {$size :number useGrouping=never} entradas.',
  'cli/verify/witnessed': 'Atestiguado por {$witnesses}.',
  'cli/backup/done':
    'Copiado en {$to}: {$size :number useGrouping=never} entradas, raíz {$root}. Contiene claves y datos: guárdelo en privado.',
  'cli/restore/done':
    'Recuperado en {$folder}: el registro de {$made} con {$size :number useGrouping=never} entradas y raíz {$root}; se comprobó cada archivo y cada entrada.',
  'cli/restore/ended': 'Nadie sigue conectado, y las invitaciones sin usar han terminado.',
  'cli/restore/not-replayed':
    'Las personas borradas después de la copia están de nuevo en él. Indique el registro publicado (--published) y se borran otra vez.',
  'cli/restore/not-tightened':
    'Las claves que se revocaron, las cuentas que se cambiaron o excluyeron, las versiones que se retiraron y los sistemas que se detuvieron después de {$made} están de nuevo como entonces. Compruébelos antes de servir, o indique el registro publicado (--published).',
  'cli/restore/replayed':
    'Supresiones posteriores a la copia: {$erasures :number useGrouping=never}. Se hicieron de nuevo, en {$entries :number useGrouping=never} entradas.',
  'cli/restore/tightened':
    'Hecho de nuevo, según el registro publicado: claves revocadas {$keys :number useGrouping=never}, cuentas excluidas hasta que alguien las ajuste {$accounts :number useGrouping=never}, llaves de acceso eliminadas {$passkeys :number useGrouping=never}, versiones retiradas {$versions :number useGrouping=never}, sistemas detenidos {$stopped :number useGrouping=never}. No se sabe y hay que comprobarlo a mano: actos de los que el registro no dice qué quitaron {$unknown :number useGrouping=never}; las contraseñas y los segundos factores son los de {$made}.',
  'cli/serve/how-to-stop': 'Se detiene con Ctrl-C.',
  'cli/serve/invitation': 'Nadie lo administra todavía. Abra este enlace, una vez: {$url}',
  'cli/serve/listens': 'Ombud en {$url}',
  'cli/witness/cosigned':
    '{$witness} cofirmó el registro de {$size :number useGrouping=never} entradas en {$time}.',
  'cli/witness/listens': 'Testigo en {$url}',
  'cli/export/not-shadow':
    '.input {$apart :number useGrouping=never} .match $apart one {{{$apart} decisión tuvo efecto y no está incluida.}} * {{{$apart} decisiones tuvieron efecto y no están incluidas.}}',
  'cli/export/shadow':
    '.input {$apart :number useGrouping=never} .match $apart one {{{$apart} decisión no tuvo efecto y no está incluida; --shadow escribe esas decisiones.}} * {{{$apart} decisiones no tuvieron efecto y no están incluidas; --shadow escribe esas decisiones.}}',
  'cli/export/by-person':
    '.input {$byOthers :number useGrouping=never} .match $byOthers one {{{$byOthers} decisión la tomó una persona y no está incluida; --people escribe esas decisiones.}} * {{{$byOthers} decisiones las tomaron personas y no están incluidas; --people escribe esas decisiones.}}',
  'cli/export/by-system':
    '.input {$byOthers :number useGrouping=never} .match $byOthers one {{{$byOthers} decisión la tomó el sistema y no está incluida.}} * {{{$byOthers} decisiones las tomó el sistema y no están incluidas.}}',
  'cli/incidents/server': 'frente a un servidor en marcha',
  'cli/incidents/server-begins':
    'Ahora frente a un servidor en esta máquina, en una carpeta que después desaparece: tarda hasta un minuto.',
  'cli/incidents/server-took': 'Tardó {$seconds :number} segundos.',
};
