import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseLanguage, english, formatMessage } from '@ombud/words';
import { afterAll, expect, test } from 'vitest';
import { ombud } from '../../test/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'ombud-spanish-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const people = 'sexo,admitida\nF,si\nF,no\nM,si\nM,no\n';
const csv = file('personas.csv', people);
const roles = ['--decision', 'admitida=si', '--groups', 'sexo'];

/** Lines of the command that cannot work, and what they are told in Spanish. */
const hostile: readonly (readonly [name: string, args: readonly string[], told: string])[] = [
  ['a flag that there is not', ['audit', csv, '--grups', 'sexo'], '¿Quiso decir "--groups"?'],
  ['a flag of control characters', ['audit', csv, '--\u001b[31mx'], 'No hay ninguna opción "--'],
  ['a flag without its value', ['audit', csv, '--decision'], 'necesita un valor'],
  ['a command that there is not', ['adit', csv], 'No hay ninguna orden "adit". ¿Quiso decir "audit"?'],
  ['an argument too many', ['audit', csv, csv], 'Se nombraron demasiadas cosas'],
  ['an argument that is missing', ['ledger', 'append'], 'Falta lo que se ha de nombrar'],
  ['a flag that is needed', ['ledger', 'init', join(folder, 'log')], 'Hace falta la opción'],
  ['flags that do not go together', ['ledger', 'key', folder, '--rotate', '--retire', 'k'], 'no van juntas'],
  ['a value that is no choice', ['ledger', 'append', folder, csv, '-f', 'pdf'], 'no admite "pdf"'],
  ['no file', ['audit', join(folder, 'nada.csv'), ...roles], 'no existe'],
  ['an empty file', ['audit', file('vacio.csv', ''), ...roles], 'está vacío'],
  ['no rows', ['audit', file('cabecera.csv', 'sexo,admitida\n'), ...roles], 'ninguna fila'],
  ['an open quote', ['audit', file('comillas.csv', 'sexo,admitida\nF,"si\n'), ...roles], 'comillas'],
  [
    'no text',
    ['audit', file('latin.csv', Buffer.from([...Buffer.from(people), 0xf1, 0x2c, 0x0a])), ...roles],
    'UTF-8',
  ],
  [
    'no Parquet',
    ['audit', file('falso.parquet', 'PAR1 nada'), ...roles],
    'no es un archivo Parquet completo',
  ],
  ['no role', ['audit', csv, '--groups', 'sexo'], 'Falta el papel: decisión'],
  [
    'no such column',
    ['audit', csv, '--decision', 'admitda=si', '--groups', 'sexo'],
    '¿Quiso decir "admitida"?',
  ],
  [
    'no such value',
    ['audit', csv, '--decision', 'admitida=tal', '--groups', 'sexo'],
    'no tiene ningún valor "tal"',
  ],
  ['bins of nothing', ['audit', csv, ...roles, '--bins', 'edad=1,2'], 'no es ni grupo ni estrato'],
  ['a level that is none', ['audit', csv, ...roles, '--level', 'mucho'], 'no es un número'],
  ['a policy that there is not', ['audit', csv, ...roles, '--policy', 'cuatro'], 'ni un paquete de reglas'],
  ['a format that there is not', ['audit', csv, ...roles, '--format', 'htm'], 'No hay ningún formato "htm"'],
  ['a password in a location', ['audit', 'postgres://u:p@h/d#t', ...roles], 'se escribió con una contraseña'],
  ['no ledger', ['ledger', 'head', join(folder, 'sin')], 'No hay ningún registro'],
  ['an index that is none', ['ledger', 'receipt', folder, 'dos'], 'no es el índice de una entrada'],
  ['nothing to verify', ['verify'], 'No hay nada que verificar'],
  ['a receipt that is none', ['verify', csv, '--key', 'x'], 'clave de verificación'],
  [
    'a model that is a pickle',
    ['explain', file('m.pkl', Buffer.from([0x80, 4, 0x95])), csv, '--row', '1'],
    'pickle',
  ],
  ['a row that is no number', ['explain', csv, csv, '--row', 'uno'], 'ha de ser un número entero'],
  ['an incident that there is not', ['incidents', 'berkley-1973'], '¿Quiso decir "berkeley-1973"?'],
  ['no manifest', ['check-deployment', folder], 'No hay ningún manifiesto'],
];

/** The words of sentences, without what they quote: names, codes, and in brackets what a library says. */
const words = (text: string): string => text.replace(/"[^"]*"|\([^)]*\)|\[[A-Z_]+\]|--?[a-z-]+/g, ' ');
const ofEnglish =
  /\b(?:the|is|are|not|there|no such|missing|cannot|unknown|did you mean|give|write|of|to)\b/i;

test.each(hostile)('%s: told in Spanish, with the exit code of English', async (_, args, told) => {
  const spanish = await ombud('--lang', 'es', ...args);
  const other = await ombud(...args);
  expect(spanish.text).toContain(told);
  expect(spanish.exit).toBe(other.exit);
  expect(spanish.exit).toBe(2);
  expect(/\[OMBUD_E_\w+\]/.exec(spanish.err)?.[0]).toBe(/\[OMBUD_E_\w+\]/.exec(other.err)?.[0]);
  expect(words(spanish.err.replaceAll(folder, ''))).not.toMatch(ofEnglish);
  expect(spanish.err).not.toContain('\u001b');
});

test('the answer of an audit, a ledger and a receipt are in Spanish', async () => {
  const log = join(folder, 'registro');
  const made = await ombud('--lang', 'es', 'ledger', 'init', log, '--origin', 'example.org/x');
  expect(made.exit).toBe(0);
  const subjects = file('sujetos.csv', 'id,sexo,admitida\n1,F,si\n2,M,no\n');
  const appended = await ombud(
    ...['--lang', 'es', 'ledger', 'append', log, subjects],
    ...['--system', 'becas', '--subject', 'id', '--decision', 'admitida', '--groups', 'sexo'],
  );
  expect(appended.exit).toBe(0);
  const whole = await ombud('--lang', 'es', 'ledger', 'fsck', log);
  expect(whole.text).toContain('están como se firmaron');
});

test('Spanish has a sentence for each that English has of the command', () => {
  const own = Object.keys(english.catalogue).filter((key) => key.startsWith('cli/'));
  const spanish = chooseLanguage('es')?.catalogue ?? {};
  expect(own.filter((key) => spanish[key] === undefined)).toEqual([]);
  expect(formatMessage('es', spanish['cli/ask/values'] ?? '', { distinct: 12345 })).toBe('12.345 valores');
});
