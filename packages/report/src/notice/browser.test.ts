import {
  type ComposedNotice,
  composeNotice,
  judgeNotice,
  type NoticeFacts,
  type NoticeTemplate,
} from '@ombud/contest';
import { emptyBoxes, howToGetFonts, violations } from '@ombud/testing';
import { english, type Language } from '@ombud/words';
import jsQr from 'jsqr';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  factsOf,
  kinds,
  languageOf,
  signedBy,
  tags,
  templateOf,
} from '../../../contest/test/notice-sample.ts';
import { browserPages } from '../../test/browser-pages.ts';
import { renderNoticeHtml } from './sheet.tsx';

/** Scripts of which nobody has translated the catalogue yet: what the office itself says is in them all the same. */
const scripts: Readonly<Record<string, { readonly name: string; readonly reasons: readonly string[] }>> = {
  zh: { name: '王小明', reasons: ['你告诉我们你没有收入。', '税务局告诉我们你有收入，请提出异议。'] },
  ti: { name: 'ኪዳነ ሃይለ', reasons: ['ብመንፅር ክብርን መሰልን ኩሎም ሰባት እንትውለዱ ነፃን ማዕሪን እዮም።'] },
  hi: { name: 'अनिता शर्मा', reasons: ['सभी मनुष्य गरिमा और अधिकारों के मामले में जन्मजात स्वतन्त्र हैं।'] },
  ru: { name: 'Иван Петров', reasons: ['Все люди рождаются свободными и равными.'] },
};

const debt = templateOf('debt');
const inScript = (tag: string): ComposedNotice => {
  const { name, reasons } = scripts[tag] ?? { name: '', reasons: [] };
  const language: Language = { ...english, tag };
  return composeNotice(debt, { ...factsOf('debt', 'en'), recipient: [name], reasons }, language);
};

/** The longest notice that is still let through: the reason grows until the sheet is said to be full. */
function fullest(
  template: NoticeTemplate,
  language: Language,
  facts: NoticeFacts,
  grain: string,
): ComposedNotice {
  const rules = {
    packs: [],
    signatures: [signedBy(template, language)],
    day: '2026-11-25',
    decidedOn: '2026-11-24',
  };
  const withReason = (count: number) => {
    const reason = grain.repeat(count);
    return composeNotice(template, { ...facts, reasons: [reason, reason, reason, reason] }, language);
  };
  let count = 1;
  const fits = (notice: ComposedNotice) =>
    judgeNotice(template, notice, rules).refused.every(({ reason }) => reason !== 'too-long');
  if (!fits(withReason(1))) throw new Error('too long from the start');
  while (fits(withReason(count + 1))) count++;
  return withReason(count);
}

const grains: Readonly<Record<(typeof tags)[number], string>> = {
  en: 'We saw pay in that week. ',
  es: 'Vimos un pago esa semana. ',
  fr: 'Nous avons vu un salaire. ',
  ar: 'رأينا أجرًا في ذلك الأسبوع. ',
};

const letters = {
  ...Object.fromEntries(
    kinds.flatMap((kind) =>
      tags.map((tag) => [
        `${kind}-${tag}`,
        composeNotice(templateOf(kind), factsOf(kind, tag), languageOf(tag)),
      ]),
    ),
  ),
  ...Object.fromEntries(
    tags.map((tag) => {
      const facts = { ...factsOf('debt', tag), data: Array(9).fill(factsOf('debt', tag).data[0]) };
      return [`fullest-${tag}`, fullest(debt, languageOf(tag), facts, grains[tag])];
    }),
  ),
  'fullest-zh': fullest(debt, { ...english, tag: 'zh' }, factsOf('debt', 'en'), '税务局告诉我们你有收入。'),
  ...Object.fromEntries(Object.keys(scripts).map((tag) => [tag, inScript(tag)])),
};

const names = Object.keys(letters);
const { browserTest, open, why } = await browserPages({
  ...Object.fromEntries(Object.entries(letters).map(([name, letter]) => [name, renderNoticeHtml(letter)])),
  broken: renderNoticeHtml({ ...inScript('ti'), recipient: ['\u0378'] }),
});

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

browserTest.each(names)(`%s prints on one page of A4${why}`, async (name) => {
  const page = await open(name);
  expect(pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBe(1);
  await page.context().close();
});

browserTest.each(['debt-en', 'debt-ar', 'refusal-es', 'grade-fr', 'fullest-en'])(
  `axe finds nothing at WCAG 2.2 AA, and nothing is wider than 360 px: %s${why}`,
  async (name) => {
    const page = await open(name, { viewport: { width: 360, height: 740 } });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.context().close();
  },
);

browserTest.each([...tags.map((tag) => `debt-${tag}`), ...Object.keys(scripts)])(
  `every character of %s has ink of its own, and none is an empty box (where it fails: ${howToGetFonts})${why}`,
  async (name) => {
    const page = await open(name);
    await page.emulateMedia({ media: 'print' });
    expect(await emptyBoxes(page)).toEqual([]);
    await page.context().close();
  },
);

browserTest(`a character that no font has is found${why}`, async () => {
  const page = await open('broken');
  expect(await emptyBoxes(page)).toEqual(['\u0378']);
  await page.context().close();
});

/** What a camera reads of the sheet as it is drawn. */
async function scanned(page: Page): Promise<string | undefined> {
  const shot = (await page.locator('.access svg').screenshot()).toString('base64');
  const { data, width, height } = await page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0);
    const pixels = pen?.getImageData(0, 0, image.width, image.height);
    return { data: [...(pixels?.data ?? [])], width: image.width, height: image.height };
  }, shot);
  return jsQr(Uint8ClampedArray.from(data), width, height)?.data;
}

browserTest.each(['debt-en', 'debt-ar'])(
  `the picture code of %s is read by another program, and the address and the code are typed beside it${why}`,
  async (name) => {
    const page = await open(name);
    expect(await scanned(page)).toBe('https://appeal.example.org/K7QD-3XMP-9TRA');
    const text = await page.locator('.access').innerText();
    expect(text).toContain('appeal.example.org');
    expect(text).toContain('K7QD-3XMP-9TRA');
    expect(await page.locator('svg').count()).toBe(1);
    await page.context().close();
  },
);

browserTest(`Arabic is read from the right, and its code from the left${why}`, async () => {
  const page = await open('debt-ar');
  const places = await page.evaluate(() => {
    const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    return {
      direction: getComputedStyle(document.querySelector('main') ?? document.body).direction,
      code: getComputedStyle(document.querySelector('.access p + p b') ?? document.body).direction,
      picture: box('.access svg')?.left ?? 0,
      words: box('.access div')?.left ?? 0,
    };
  });
  expect(places).toMatchObject({ direction: 'rtl', code: 'ltr' });
  expect(places.picture).toBeGreaterThan(places.words);
  await page.context().close();
});

test('a letter is a page without script and without a request; what an office says is text', () => {
  const facts = {
    ...factsOf('debt', 'en'),
    reasons: ['<script>alert(1)</script>'],
    recipient: ['<img src=x>'],
  };
  const html = renderNoticeHtml(composeNotice(debt, facts, english));
  expect(html).not.toMatch(/<script|<img|(?:src|href)="https?:/i);
  expect(html).toContain("default-src 'none'");
});
