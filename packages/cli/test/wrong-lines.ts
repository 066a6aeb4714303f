import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export const folder = mkdtempSync(join(tmpdir(), 'ombud-wrong-'));
afterAll(() => rmSync(folder, { recursive: true }));

export function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const people = 'sexo,admitida\nF,si\nF,no\nM,si\nM,no\n';
const csv = file('personas.csv', people);
const roles = ['--decision', 'admitida=si', '--groups', 'sexo'];

/** Lines of the command that cannot work, and what they are told. */
export const wrongLines: readonly (readonly [
  name: string,
  args: readonly string[],
  spanish: string,
  arabic: string,
])[] = [
  [
    'a flag that there is not',
    ['audit', csv, '--grups', 'sexo'],
    '¿Quiso decir "--groups"?',
    'هل قصدت "--groups"؟',
  ],
  [
    'a flag of control characters',
    ['audit', csv, '--\u001b[31mx'],
    'No hay ninguna opción "--',
    'لا يوجد خيار "--␛[31mx"',
  ],
  ['a flag without its value', ['audit', csv, '--decision'], 'necesita un valor', 'يحتاج إلى قيمة'],
  [
    'a command that there is not',
    ['adit', csv],
    'No hay ninguna orden "adit". ¿Quiso decir "audit"?',
    'لا يوجد أمر "adit". هل قصدت "audit"؟',
  ],
  ['an argument too many', ['audit', csv, csv], 'Se nombraron demasiadas cosas', 'سُمّي أكثر مما يلزم'],
  ['an argument that is missing', ['ledger', 'append'], 'Falta lo que se ha de nombrar', 'الناقص هو'],
  ['a flag that is needed', ['ledger', 'init', join(folder, 'log')], 'Hace falta la opción', 'لازم'],
  [
    'flags that do not go together',
    ['ledger', 'key', folder, '--rotate', '--retire', 'k'],
    'no van juntas',
    'لا يجتمعان',
  ],
  [
    'a value that is no choice',
    ['ledger', 'append', folder, csv, '-f', 'pdf'],
    'no admite "pdf"',
    'لا يقبل "pdf"',
  ],
  ['no file', ['audit', join(folder, 'nada.csv'), ...roles], 'no existe', 'غير موجود. تحقق من المسار'],
  ['an empty file', ['audit', file('vacio.csv', ''), ...roles], 'está vacío', 'فارغ'],
  ['no rows', ['audit', file('cabecera.csv', 'sexo,admitida\n'), ...roles], 'ninguna fila', 'ليس فيه صفوف'],
  [
    'an open quote',
    ['audit', file('comillas.csv', 'sexo,admitida\nF,"si\n'), ...roles],
    'comillas',
    'علامة اقتباس لا تُغلق',
  ],
  [
    'no text',
    ['audit', file('latin.csv', Buffer.from([...Buffer.from(people), 0xf1, 0x2c, 0x0a])), ...roles],
    'UTF-8',
    'بترميز UTF-8',
  ],
  [
    'no Parquet',
    ['audit', file('falso.parquet', 'PAR1 nada'), ...roles],
    'no es un archivo Parquet completo',
    'ليس ملف Parquet كاملًا',
  ],
  ['no role', ['audit', csv, '--groups', 'sexo'], 'Falta el papel: decisión', 'ينقص الدور: القرار'],
  [
    'no such column',
    ['audit', csv, '--decision', 'admitda=si', '--groups', 'sexo'],
    '¿Quiso decir "admitida"?',
    'هل قصدت "admitida"؟',
  ],
  [
    'no such value',
    ['audit', csv, '--decision', 'admitida=tal', '--groups', 'sexo'],
    'no tiene ningún valor "tal"',
    'قيمة "tal"',
  ],
  [
    'bins of nothing',
    ['audit', csv, ...roles, '--bins', 'edad=1,2'],
    'no es ni grupo ni estrato',
    'ليس مجموعة ولا طبقة',
  ],
  ['a level that is none', ['audit', csv, ...roles, '--level', 'mucho'], 'no es un número', 'ليست رقمًا'],
  [
    'a policy that there is not',
    ['audit', csv, ...roles, '--policy', 'cuatro'],
    'ni un paquete de reglas',
    'ليس حزمة قواعد ولا ملف سياسة',
  ],
  [
    'a format that there is not',
    ['audit', csv, ...roles, '--format', 'htm'],
    'No hay ningún formato "htm"',
    'لا توجد صيغة "htm"',
  ],
  [
    'a password in a location',
    ['audit', 'postgres://u:p@h/d#t', ...roles],
    'se escribió con una contraseña',
    'مع كلمة مرور',
  ],
  ['no ledger', ['ledger', 'head', join(folder, 'sin')], 'No hay ningún registro', 'لا يوجد سجل'],
  [
    'an index that is none',
    ['ledger', 'receipt', folder, 'dos'],
    'no es el índice de una entrada',
    'ليس رقم مدخل',
  ],
  ['nothing to verify', ['verify'], 'No hay nada que verificar', 'لا شيء يُتحقق منه'],
  ['a receipt that is none', ['verify', csv, '--key', 'x'], 'clave de verificación', 'مفتاح التحقق'],
  [
    'a model that is a pickle',
    ['explain', file('m.pkl', Buffer.from([0x80, 4, 0x95])), csv, '--row', '1'],
    'pickle',
    'لا يفتحه Ombud',
  ],
  [
    'a row that is no number',
    ['explain', csv, csv, '--row', 'uno'],
    'ha de ser un número entero',
    'عددًا صحيحًا',
  ],
  [
    'an incident that there is not',
    ['incidents', 'berkley-1973'],
    '¿Quiso decir "berkeley-1973"?',
    'هل قصدت "berkeley-1973"؟',
  ],
  ['no manifest', ['check-deployment', folder], 'No hay ningún manifiesto', 'لا يوجد ملف نشر'],
];
