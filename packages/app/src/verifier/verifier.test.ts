/** The page that verifies, opened from a file in a real browser without a network. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Batch } from '@ombud/table';
import { howToGetABrowser, launchBrowser } from '@ombud/testing';
import { chooseLanguage, english } from '@ombud/words';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as app from '../index.ts';
import { checkFiles } from './check-files.ts';

const browser = await launchBrowser();
const folder = mkdtempSync(join(tmpdir(), 'ombud-verifier-'));
const at = (name: string) => join(folder, name);
const context: app.Context = {
  now: () => Date.parse('2026-03-01T12:00:00Z'),
  randomBytes,
  progress: () => {},
};
let key = '';
let otherKey = '';
let receipt = '';
let evidence = '';
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function* people(): AsyncGenerator<Batch> {
  yield Array.from({ length: 400 }, (_, i) => ({
    line: i + 1,
    values: { id: `p${i}`, granted: i % 4 < 2 ? 'yes' : 'no', sex: i % 2 ? 'F' : 'M' },
  }));
}

beforeAll(async () => {
  ({ key } = await app.initLedger({ location: at('L'), origin: 'example.org/loans' }));
  ({ key: otherKey } = await app.initLedger({ location: at('O'), origin: 'example.org/other' }));
  const roles = { system: 'loans', subject: 'id', decision: 'granted', attributes: ['sex'], inputs: null };
  await app.recordDecisions({ location: at('L'), rows: people(), roles }, context);
  ({ receipt } = await app.giveReceipt({ location: at('L'), index: 3 }));
  const spec = {
    source: `ledger:${at('L')}#loans`,
    decision: { column: 'granted', positive: ['yes'] },
    groups: [{ column: 'sex' }],
  };
  const result = await app.auditDecisions(spec, context);
  evidence = JSON.stringify((await app.signResult({ spec, result }, context)).envelope);
});

const changed = (envelope: string, from: string, to: string): string => {
  const { payload, ...rest } = JSON.parse(envelope);
  const text = Buffer.from(payload, 'base64').toString('utf8');
  expect(text).toContain(from);
  return JSON.stringify({ ...rest, payload: Buffer.from(text.replace(from, to)).toString('base64') });
};

interface Case {
  readonly name: string;
  readonly files: () => Readonly<Record<string, string>>;
  readonly key?: () => string;
  readonly answers: readonly RegExp[];
}

const cases: readonly Case[] = [
  {
    name: 'a receipt and the audit of the same checkpoint',
    files: () => ({ receipt, 'evidence.json': evidence }),
    answers: [
      /^✓ receipt: the receipt is true\. Entry 3, recorded at 2026-03-01T12:00:00\.000Z, is in the log example\.org\/loans of 400 entries/,
      /^✓ evidence\.json: this audit is signed by the log example\.org\/loans, about its first 400 entries/,
      /^✓ receipt: entry 3 was counted/,
    ],
  },
  {
    name: 'a receipt for another place',
    files: () => ({ receipt: receipt.replace('\nindex 3\n', '\nindex 2\n') }),
    answers: [/^✗ receipt: refused\. The entry is not the one that was recorded/],
  },
  {
    name: 'a receipt of a log of another length',
    files: () => ({ receipt: receipt.replace('\n400\n', '\n401\n') }),
    answers: [/^✗ receipt: refused\. The checkpoint was changed after it was signed/],
  },
  {
    name: 'a receipt whose entry was changed',
    files: () => ({
      receipt: receipt.replace(/^extra .*$/m, (line) => {
        const text = Buffer.from(line.slice('extra '.length), 'base64').toString('utf8');
        return `extra ${Buffer.from(text.replace('2026-03-01', '2026-03-02')).toString('base64')}`;
      }),
    }),
    answers: [/^✗ receipt: refused\. The entry is not the one that was recorded/],
  },
  {
    name: 'evidence whose verdict was changed',
    files: () => ({ 'e.json': changed(evidence, '"state":"cannot-tell"', '"state":"pass"') }),
    answers: [/^✗ e\.json: refused\. The audit was changed after it was signed/],
  },
  {
    name: 'the key of another log',
    files: () => ({ receipt, 'evidence.json': evidence }),
    key: () => otherKey,
    answers: [
      /^✗ receipt: refused\. The key that you gave did not sign it/,
      /^✗ evidence\.json: refused\. The audit was changed after it was signed, or is not signed by this key/,
    ],
  },
  {
    name: 'a half key',
    files: () => ({ receipt }),
    key: () => key.slice(0, -4),
    answers: [/^✗ This is no verifier key/],
  },
  { name: 'something else', files: () => ({ 'x.txt': '<b>hello</b>' }), answers: [/^✗ None of the files/] },
  {
    name: 'a receipt cut short',
    files: () => ({ receipt: receipt.slice(0, 60) }),
    answers: [/^✗ receipt: refused\. The file is damaged/],
  },
];

test('no bit of a receipt or of evidence can be changed without a refusal', () => {
  for (const [name, text] of [
    ['receipt', receipt],
    ['evidence', evidence],
  ] as const) {
    const whole = checkFiles(key, [{ name, text }]);
    expect(whole.map(({ good }) => good)).toEqual([true]);
    const step = Math.ceil(text.length / 200);
    for (let i = 0; i < text.length; i += step) {
      const other = text[i] === 'A' ? 'B' : 'A';
      const answered = checkFiles(key, [{ name, text: text.slice(0, i) + other + text.slice(i + 1) }]);
      // A name or key of a signer that is not ours says nothing: what is told is still what was signed.
      if (answered.every(({ good }) => good)) expect(answered).toEqual(whole);
      else expect(answered.every(({ good }) => !good)).toBe(true);
    }
  }
});

describe.skipIf(browser === null)(
  `opened from a file in Chromium${browser === null ? ` (skipped: ${howToGetABrowser})` : ''}`,
  () => {
    test.each(cases)('$name', async ({ files, key: given, answers }) => {
      const context = await browser?.newContext({ offline: true });
      const page = await context?.newPage();
      if (page === undefined) throw new Error('the browser did not start');
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      const faults: string[] = [];
      page.on('console', (message) => faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(String(error)));
      await app.writeVerifierPage(at('verify.html'));
      await page.goto(pathToFileURL(at('verify.html')).href);
      await page.fill('#keys', given?.() ?? key);
      await page.setInputFiles(
        '#files',
        Object.entries(files()).map(([name, text]) => ({
          name,
          mimeType: 'text/plain',
          buffer: Buffer.from(text),
        })),
      );
      await page.click('button');
      await page.waitForSelector('#answers li[data-good]');
      const told = await page.locator('#answers li').allTextContents();
      expect(told).toHaveLength(answers.length);
      for (const [i, answer] of answers.entries()) expect(told[i]).toMatch(answer);
      expect(asked.filter((url) => !url.startsWith('file:') && url !== 'data:,')).toEqual([]);
      expect(faults).toEqual([]);
      await context?.close();
    });

    test('it is told in Spanish too', async () => {
      await app.writeVerifierPage(at('verificar.html'), chooseLanguage('es') ?? english);
      const page = await browser?.newPage();
      await page?.goto(pathToFileURL(at('verificar.html')).href);
      await page?.fill('#keys', key);
      writeFileSync(at('recibo'), receipt);
      await page?.setInputFiles('#files', at('recibo'));
      await page?.click('button');
      await page?.waitForSelector('#answers li[data-good]');
      expect(await page?.locator('#answers li').first().textContent()).toContain('el recibo es cierto');
      await page?.close();
    });
  },
);
