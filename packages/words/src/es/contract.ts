import type { Catalogue } from '../message.ts';

const declaration: Catalogue = {
  'list-too-short': '"{$file}", línea {$line}: {$path} no debe estar vacío.',
  'missing-key': '"{$file}": falta la clave {$path}.',
  'no-keys': '"{$file}" no contiene claves con valores. Empieza con una línea como "system: loans".',
  'not-a-choice': '"{$file}", línea {$line}: {$path} debe ser uno de {$choices.or}.',
  'not-yaml':
    '"{$file}", línea {$line}, no es YAML. Busque un paréntesis, una comilla o una sangría que no encaje.',
  'too-many-aliases':
    '"{$file}" repite sus partes con alias más veces de las que se pueden leer. Escríbalas enteras.',
  'too-large':
    '.input {$inclusive :string} .match $inclusive true {{"{$file}", línea {$line}: {$path} debe ser como máximo {$limit}.}} * {{"{$file}", línea {$line}: {$path} debe ser menor que {$limit}.}}',
  'too-small':
    '.input {$inclusive :string} .match $inclusive true {{"{$file}", línea {$line}: {$path} debe ser al menos {$limit}.}} * {{"{$file}", línea {$line}: {$path} debe ser mayor que {$limit}.}}',
  unfit: '"{$file}", línea {$line}: {$path} no encaja. Los documentos muestran cada clave.',
  'unknown-key':
    '.input {$near.count :number} .match $near.count 0 {{"{$file}", línea {$line}: no hay ninguna clave "{$key}". Las claves son: {$keys.list}.}} * {{"{$file}", línea {$line}: no hay ninguna clave "{$key}". ¿Quiso decir {$near.or}?}}',
  'unknown-key-in':
    '.input {$near.count :number} .match $near.count 0 {{"{$file}", línea {$line}: {$path} no tiene la clave "{$key}". Las claves son: {$keys.list}.}} * {{"{$file}", línea {$line}: {$path} no tiene la clave "{$key}". ¿Quiso decir {$near.or}?}}',
  unreadable: '"{$file}" no se puede leer. Compruebe la ruta.',
  'wrong-type':
    '.input {$expected :string} .match $expected array {{"{$file}", línea {$line}: {$path} debe ser una lista.}} boolean {{"{$file}", línea {$line}: {$path} debe ser true o false.}} number {{"{$file}", línea {$line}: {$path} debe ser un número.}} object {{"{$file}", línea {$line}: {$path} debe contener claves con valores.}} string {{"{$file}", línea {$line}: {$path} debe ser texto.}} * {{"{$file}", línea {$line}: {$path} es de otra clase.}}',
};

const under = (code: string): Catalogue =>
  Object.fromEntries(Object.entries(declaration).map(([reason, message]) => [`${code}/${reason}`, message]));

/** Errors of `@ombud/contract`, in Spanish: declarations and policy files. */
export const contract: Catalogue = {
  ...under('OMBUD_E_BAD_CONFIG'),
  ...under('OMBUD_E_BAD_POLICY'),
  'OMBUD_E_BAD_POLICY/no-policy':
    '"{$file}" no contiene ninguna política. Use un archivo de política o uno de los paquetes.',
};
