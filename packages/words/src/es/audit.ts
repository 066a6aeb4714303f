import type { Catalogue } from '../message.ts';

/** Errors of `@ombud/audit`, in Spanish. */
export const audit: Catalogue = {
  'OMBUD_E_BAD_CONFIG/at-no-ledger':
    'Se indicó un tamaño de un registro, y esta fuente no lo es. Quítelo, o escriba ledger:DIR#SYSTEM.',
  'command/OMBUD_E_BAD_CONFIG/at-no-ledger': 'La opción es --at.',
  'OMBUD_E_BAD_CONFIG/shadow-no-ledger':
    'Las decisiones sin efecto se marcan en un registro, y esta fuente no lo es. Quítelo o escriba ledger:DIR#SISTEMA.',
  'command/OMBUD_E_BAD_CONFIG/shadow-no-ledger': 'La opción es --shadow.',
  'OMBUD_E_BAD_CONFIG/people-no-ledger':
    'Las decisiones que tomaron personas se marcan en un registro, y esta fuente no lo es. Quítelo o escriba ledger:DIR#SISTEMA.',
  'command/OMBUD_E_BAD_CONFIG/people-no-ledger': 'La opción es --people.',
  'OMBUD_E_BAD_CONFIG/depth':
    'La profundidad {$depth} no es un número entero de al menos 1. Lo habitual es dos: pares de atributos.',
  'OMBUD_E_BAD_CONFIG/level': 'El nivel {$level} no está entre 0.5 y 1. El habitual es 0.95.',
  'OMBUD_E_BAD_CONFIG/no-audit':
    '.input {$near.count :number} .match $near.count 0 {{No hay ninguna auditoría "{$audit}". Las auditorías son: {$audits.list}.}} * {{No hay ninguna auditoría "{$audit}". ¿Quiso decir {$near.or}?}}',
  'OMBUD_E_BAD_CONFIG/no-checkpoint':
    'La evidencia trata de un punto de control, y esta fuente no es un registro. Audite ledger:DIR#SYSTEM, o no firme.',
  'command/OMBUD_E_BAD_CONFIG/no-checkpoint': 'La opción es --sign.',
  'OMBUD_E_BAD_CONFIG/reference-no-group':
    'La referencia nombra "{$name}", que no es uno de los grupos. Los grupos son: {$groups.list}.',
  'OMBUD_E_BAD_CONFIG/seed': 'La semilla {$seed} no es un número entero de al menos 0. Por ejemplo 1.',
  'OMBUD_E_NO_SUCH_VALUE/reference':
    '.input {$near.count :number} .match $near.count 0 {{La referencia "{$name}={$value}" no es nadie en los datos. Estos contienen: {$values.list}.}} * {{La referencia "{$name}={$value}" no es nadie en los datos. ¿Quiso decir {$near.or}?}}',
  'OMBUD_E_BAD_POLICY/beyond-1':
    '{$limit} de "{$audit}" no se podría incumplir, porque las tasas están entre 0 y 1. Escriba 0.05 para cinco puntos.',
  'OMBUD_E_BAD_POLICY/ratio-of-0':
    '{$limit} de "{$audit}" es 0, que ninguna razón puede incumplir. Escriba 0.8 para cuatro quintos.',
  'OMBUD_E_BAD_POLICY/limit': '{$limit} de "{$audit}" no es un número de al menos 0.',
  'OMBUD_E_BAD_POLICY/no-audit':
    '.input {$near.count :number} .match $near.count 0 {{La política juzga "{$audit}", que no es una auditoría. Las auditorías son: {$audits.list}.}} * {{La política juzga "{$audit}", que no es una auditoría. ¿Quiso decir {$near.or}?}}',
  'OMBUD_E_BAD_POLICY/no-group':
    'La política juzga "{$audit}" por {$name}, que no es uno de los grupos. Los grupos son: {$groups.list}.',
  'OMBUD_E_BAD_POLICY/no-limit':
    'La regla sobre "{$audit}" no fija ningún límite. Fije minRatio, maxRatio, maxDifference, minValue o maxValue.',
  'OMBUD_E_BAD_POLICY/no-pack':
    '.input {$near.count :number} .match $near.count 0 {{No hay ningún paquete de reglas "{$pack}". Los paquetes son: {$packs.list}.}} * {{No hay ningún paquete de reglas "{$pack}". ¿Quiso decir {$near.or}?}}',
  'OMBUD_E_BAD_POLICY/not-measured':
    '.input {$measures.count :number} .match $measures.count 0 {{La auditoría "{$audit}" no mide {$measure}, así que {$limit} no se puede juzgar. No mide nada a lo que se aplique un límite.}} * {{La auditoría "{$audit}" no mide {$measure}, así que {$limit} no se puede juzgar. Mide: {$measures.list}.}}',
  'OMBUD_E_BAD_POLICY/pack-judge':
    'El paquete de reglas "{$pack}" no se puede juzgar por "{$judge}". Escriba :point o :interval, o nada.',
  'OMBUD_E_FAVOURABLE/not-declared':
    'La política ({$asks}) trata de quién recibe lo bueno, y nadie declaró si {$column} = {$positive.or} es bueno o malo para la persona. Declare data.favourable: positive o negative.',
  'command/OMBUD_E_FAVOURABLE/not-declared': 'La opción es --favourable.',
  'OMBUD_E_BAD_EVIDENCE/no-audit':
    'El sobre no contiene una auditoría de un registro hecha por Ombud. Dé el sobre que se escribió al firmar una auditoría.',
};
