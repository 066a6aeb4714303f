import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const wcag22Aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Opens every fold of the page. */
export async function openFolds(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });
}

/** What axe finds at WCAG 2.2 AA with every fold open, by rule and element; with `rules`, only by those. */
export async function violations(page: Page, rules: readonly string[] = []): Promise<readonly string[]> {
  await openFolds(page);
  const axe = new AxeBuilder({ page });
  const chosen = rules.length > 0 ? axe.withRules([...rules]) : axe.withTags(wcag22Aa);
  const found = await chosen.analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
