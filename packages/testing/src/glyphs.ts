import type { Page } from 'playwright-core';

/** What a test without the fonts says. */
export const howToGetFonts = 'run "apt-get install fonts-noto-core fonts-noto-cjk"';

/**
 * The characters of a page that are drawn as an empty box, or as nothing: each is drawn by itself in the page's own fonts, and
 * its pixels are compared with those of code points that no font can have. The text of such a page is right all the same,
 * so only pixels tell.
 */
export function emptyBoxes(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 96;
    canvas.height = 96;
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (pen === null) throw new Error('no canvas');
    pen.font = `48px ${getComputedStyle(document.body).fontFamily}`;
    const drawn = (character: string): string => {
      pen.clearRect(0, 0, 96, 96);
      pen.fillText(character, 16, 64);
      return pen.getImageData(0, 0, 96, 96).data.join();
    };
    // Unassigned in Unicode: one in Greek, one in Ethiopic, one that is no character at all.
    const boxes = new Set(['\u0378', '\u1249', '\u{3fffe}', ''].map(drawn));
    const characters = new Set(document.body.innerText.match(/[^\p{M}\p{Z}\p{Cc}\p{Cf}]/gu));
    return [...characters].filter((character) => boxes.has(drawn(character)));
  });
}
