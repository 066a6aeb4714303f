import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ComposedNotice, composeNotice } from '@ombud/contest';
import { howToGetABrowser, launchBrowser, sized } from '@ombud/testing';
import { expect, test } from 'vitest';
import { factsOf, languageOf, tags, templateOf } from '../../../contest/test/notice-sample.ts';
import { printBatch } from './batch.ts';

const letters = sized(10_000, 2000);
const perFile = 500;

function* everyLetter(): Generator<ComposedNotice> {
  for (let i = 0; i < letters; i++) {
    const tag = tags[i % tags.length] ?? 'en';
    const facts = factsOf('debt', tag);
    const access = { ...facts.access, link: `https://appeal.example.org/${i}` };
    yield composeNotice(templateOf('debt'), { ...facts, reference: `N-${i}`, access }, languageOf(tag));
  }
}

/** Writes the batch as a printer would get it, and gives the files and the most memory that was held. */
function writeBatch(folder: string): { readonly files: readonly string[]; readonly heap: number } {
  const files: string[] = [];
  let open: number | undefined;
  let heap = 0;
  for (const { file, html } of printBatch(everyLetter(), perFile)) {
    if (files.length === file) {
      if (open !== undefined) closeSync(open);
      const path = join(folder, `${file}.html`);
      files.push(path);
      open = openSync(path, 'w');
    }
    if (open !== undefined) writeSync(open, html);
    heap = Math.max(heap, process.memoryUsage().heapUsed);
  }
  if (open !== undefined) closeSync(open);
  return { files, heap };
}

const browser = await launchBrowser();
const name = `a batch of ${letters} letters is ${letters} pages, with the memory of few`;

test.skipIf(browser === null)(
  browser === null ? `${name} (skipped: ${howToGetABrowser})` : name,
  async () => {
    if (browser === null) return;
    const folder = mkdtempSync(join(tmpdir(), 'ombud-batch-'));
    try {
      const before = process.memoryUsage().heapUsed;
      const { files, heap } = writeBatch(folder);
      expect(files).toHaveLength(letters / perFile);
      // All letters together are some 70 MB of text; what is held at once is far from that, whatever the collector does.
      expect((heap - before) / 2 ** 20).toBeLessThan(256);
      let pages = 0;
      for (const path of files) {
        const page = await browser.newPage();
        await page.goto(pathToFileURL(path).href);
        const pdf = await page.pdf({ preferCSSPageSize: true });
        pages += pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
        await page.close();
      }
      expect(pages).toBe(letters);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  },
  1_800_000,
);
