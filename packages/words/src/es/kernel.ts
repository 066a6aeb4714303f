import type { Catalogue } from '../message.ts';

/** Errors of `@ombud/kernel`, in Spanish. */
export const kernel: Catalogue = {
  'OMBUD_E_IDENTIFIER/empty': 'Está vacío: {$role}. Dé un nombre a cada uno.',
  'OMBUD_E_IDENTIFIER/half-surrogate': 'No es Unicode válido: {$role}. Corrija el texto.',
  'OMBUD_E_IDENTIFIER/not-an-index':
    '"{$text}" no es el índice de una entrada. Un índice es un número entero desde 0, como 12.',
  'OMBUD_E_IDENTIFIER/too-long': 'Tiene más de {$most :number} caracteres: {$role}. Acórtelo.',
  'OMBUD_E_INSTANT/form': '"{$text}" no es una fecha ni una hora. Escríbala como 2026-11-22T03:49:31Z.',
  'OMBUD_E_MONEY/amount':
    '"{$text}" no es un importe en {$currency}. Escriba cifras, y como máximo {$digits} tras el punto.',
  'OMBUD_E_MONEY/currency': '"{$currency}" no es una moneda. Escriba sus tres letras, como EUR.',
  'OMBUD_E_MONEY/too-large': 'El importe {$text} es demasiado grande para guardarlo con exactitud.',
  'OMBUD_E_JSON/half-surrogate':
    '"{$path}" contiene medio par sustituto, que no es Unicode válido: dé JSON simple (texto, números finitos, true, false, null, listas, objetos).',
  'OMBUD_E_JSON/not-finite':
    '"{$path}" es {$value}: dé JSON simple (texto, números finitos, true, false, null, listas, objetos).',
  'OMBUD_E_JSON/not-json':
    '"{$path}" es de tipo {$type}: dé JSON simple (texto, números finitos, true, false, null, listas, objetos).',
  'OMBUD_E_JSON/not-plain':
    '"{$path}" no es un objeto simple: dé JSON simple (texto, números finitos, true, false, null, listas, objetos).',
  'OMBUD_E_JSON/to-json':
    '"{$path}" tiene un método toJSON: dé JSON simple (texto, números finitos, true, false, null, listas, objetos).',
};
