import type { Catalogue } from '../message.ts';

/** The page that verifies receipts and evidence, in Spanish. */
export const verifier: Catalogue = {
  'verifier/title': 'Comprobar un recibo o una auditoría',
  'verifier/skip': 'Ir al formulario',
  'verifier/intro':
    'Esta página comprueba por sí sola, en este navegador, si una decisión está en un registro como dice su recibo, y si una auditoría es la que se firmó. No envía nada ni pregunta a nadie; funciona sin red.',
  'verifier/no-script':
    'La comprobación la hace un programa de esta página, y aquí los programas están desactivados.',
  'verifier/keys': 'La clave de verificación del registro',
  'verifier/keys-hint':
    'Una línea como example.org/loans+d0a81ae9+AVLj... Pídala a quien lleva el registro, y no a quien le dio el recibo. Si hay varias claves, una por línea.',
  'verifier/files': 'Los archivos que le dieron',
  'verifier/files-hint':
    'Un recibo, una prueba firmada, o ambos; y la entrada, si el recibo no la contiene. No salen de este dispositivo.',
  'verifier/check': 'Comprobar',
  'verifier/answers': 'Lo que se encontró',
  'verifier/nothing-yet': 'Todavía no se ha comprobado nada.',
  'verifier/footer':
    'Qué se comprueba, y la misma comprobación con programas ajenos: docs/verifying.md de Ombud. Confíe en este archivo tanto como en el lugar de donde lo obtuvo.',
  'verifier/receipt':
    '{$file}: el recibo es cierto. La entrada {$index}, anotada en {$time}, está en el registro {$origin} de {$size} entradas, y es la que se anotó.',
  'verifier/evidence-pass':
    '{$file}: esta auditoría está firmada por el registro {$origin}, sobre sus primeras {$size} entradas, raíz {$root}. Su veredicto: la política se cumple.',
  'verifier/evidence-fail':
    '{$file}: esta auditoría está firmada por el registro {$origin}, sobre sus primeras {$size} entradas, raíz {$root}. Su veredicto: la política no se cumple.',
  'verifier/evidence-cannot-tell':
    '{$file}: esta auditoría está firmada por el registro {$origin}, sobre sus primeras {$size} entradas, raíz {$root}. Su veredicto: no se puede saber si la política se cumple.',
  'verifier/counted':
    '{$file}: la entrada {$index} se contó en la auditoría de las primeras {$size} entradas.',
  'verifier/not-counted':
    '{$file}: la entrada {$index} no se contó en la auditoría de las primeras {$size} entradas ({$reason}).',
  'verifier/other-checkpoint':
    '{$file}: el recibo y la auditoría son de puntos de control distintos, y esta página no puede saber si la entrada {$index} se contó. La orden sí puede: ombud verify con --evidence y --from.',
  'verifier/needs-entry':
    '{$file}: el recibo no contiene su entrada. Elija también el archivo de la entrada.',
  'verifier/no-audit': '{$file}: está firmado, y no es una auditoría de un registro.',
  'verifier/no-file': 'Ninguno de los archivos es un recibo ni una prueba firmada.',
  'verifier/no-key': 'Sin la clave de verificación del registro no se puede comprobar nada.',
  'verifier/refused': '{$file}: rechazado. El archivo está dañado, o es otra cosa ({$code}).',
  'verifier/refused-evidence':
    '{$file}: rechazada. La auditoría se cambió después de firmarla, o no la firma esta clave de este registro.',
  'verifier/refused-key': 'Esto no es una clave de verificación. Copie la línea entera.',
  'verifier/refused-origin': '{$file}: rechazado. El punto de control es de otro registro que la clave.',
  'verifier/refused-root': '{$file}: rechazado. La entrada no es la que se anotó, o no está en el registro.',
  'verifier/refused-signature': '{$file}: rechazado. El punto de control se cambió después de firmarlo.',
  'verifier/refused-unsigned':
    '{$file}: rechazado. La clave que usted dio no lo firmó. Compárela con la que publica el registro.',
  'verifier/refused-weak-key': 'Las firmas de esta clave no prueban nada. No acepte recibos con ella.',
};
