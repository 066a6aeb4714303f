/** The report of an ordinary audit on paper: 500 people, a score, an outcome, two attributes and a stratum. */
import { auditEngine } from '@ombud/audit';
import type { AuditSpec } from '@ombud/contract';
import { renderHtml } from '@ombud/report';
import { type MemoryRow, memoryEngine } from '@ombud/table';
import { howToGetABrowser, launchBrowser } from '@ombud/testing';
import { english, voiceOf } from '@ombud/words';
import { afterAll, expect, test } from 'vitest';

const browser = await launchBrowser();
afterAll(() => browser?.close());

/** Numbers from 0 to 1 that are the same in each run. */
function* shares(): Generator<number, number> {
  for (let seed = 7; ; ) {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    yield seed / 2 ** 31;
  }
}

function people(): MemoryRow[] {
  const drawn = shares();
  const next = (): number => drawn.next().value;
  return Array.from({ length: 500 }, (): MemoryRow => {
    const sex = next() < 0.45 ? 'F' : 'M';
    const age = 20 + Math.floor(next() * 55);
    const score = Math.round(620 + (sex === 'M' ? 15 : 0) + (next() + next() + next() - 1.5) * 150);
    const status = score + (next() - 0.5) * 60 > 610 ? 'approved' : next() < 0.2 ? 'withdrawn' : 'declined';
    const defaulted = next() < (750 - score) / 400 ? 'yes' : 'no';
    return [sex, age, next() < 0.5 ? 'car' : 'home', score, status, defaulted];
  });
}

const spec: AuditSpec = {
  source: 'typed in',
  decision: { column: 'status', positive: ['approved'] },
  outcome: { column: 'defaulted', positive: ['no'] },
  score: 'score',
  favourable: 'positive',
  groups: [{ column: 'sex' }, { column: 'age', bins: [25, 40, 65] }],
  strata: [{ column: 'product' }],
  wording: { groups: { sex: { F: 'women', M: 'men' } } },
  policy: { use: ['us-four-fifths'], assertions: [], whenCannotTell: 'warn' },
};

const loans = memoryEngine(['sex', 'age', 'product', 'score', 'status', 'defaulted'], people());
const result = await auditEngine(loans, spec);
const html = renderHtml(result);

const skipped = browser === null ? ` (skipped: ${howToGetABrowser})` : '';
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test.skipIf(browser === null)(
  `500 people with everything print on at most 28 pages, the threshold sweep on at most 5${skipped}`,
  async () => {
    const page = await browser?.newPage();
    await page?.setContent(html);
    const print = async (): Promise<number> =>
      pagesOf((await page?.pdf({ format: 'A4' })) ?? Buffer.alloc(0));
    const whole = await print();
    expect(whole).toBeGreaterThan(10);
    expect(whole).toBeLessThanOrEqual(28);
    // The numbers of a picture are printed for a few thresholds and say so; the screen has them all.
    await page?.emulateMedia({ media: 'print' });
    const rows = page?.locator('section[aria-labelledby="sweep"] .print-few tbody').first().locator('tr');
    const all = (await rows?.count()) ?? 0;
    const printed = (await rows?.filter({ visible: true }).count()) ?? 0;
    expect(all).toBeGreaterThan(30);
    expect(printed).toBeGreaterThan(4);
    expect(printed).toBeLessThan(all / 4);
    await page?.addStyleTag({
      content:
        'header,.divide,footer,main section[aria-labelledby]:not([aria-labelledby="sweep"]){display:none}.appendix{break-before:auto}',
    });
    expect(await print()).toBeLessThanOrEqual(5);
    await page?.close();
  },
);

test.skipIf(browser === null)(
  `each interval of an intersection is on paper, no short word is broken and no link without its page${skipped}`,
  async () => {
    const page = await browser?.newPage({ viewport: { width: 718, height: 1000 } });
    await page?.setContent(html);
    await page?.emulateMedia({ media: 'print' });
    const voice = voiceOf(english);
    const cells = new Set(
      await page?.locator('td:visible').evaluateAll((all) => all.map((cell) => cell.innerHTML)),
    );
    let seen = 0;
    for (const { groups } of result.findings.filter(({ groupBy }) => groupBy.length > 1)) {
      for (const { events, n, value, interval } of groups) {
        if (interval === null) continue;
        const of = `${voice.count(events)} of ${voice.count(n)}`;
        const range = voice.range(interval, voice.barePercent);
        expect(cells).toContain(`${voice.barePercent(value)}<br>${of}<br>${range}`);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(80);
    const words =
      (await page?.locator('tbody th:visible').evaluateAll((all) =>
        all.flatMap((cell) => {
          const text = cell.firstChild;
          if (text === null) return [];
          return [...(text.textContent ?? '').matchAll(/[a-z]{2,9}/gi)].map(({ 0: word, index }) => {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            return `${word} ${new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size}`;
          });
        }),
      )) ?? [];
    expect(words).toContain('women 1');
    expect(words.filter((word) => !word.endsWith(' 1'))).toEqual([]);
    expect(await page?.locator('a:visible', { hasText: 'Rule by rule' }).count()).toBe(0);
    await page?.close();
  },
);
