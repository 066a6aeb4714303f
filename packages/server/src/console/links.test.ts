/** Who works here sees only links that they may follow: each page is walked as each role. */
import { expect, test } from 'vitest';
import { auditEnded } from '../../test/console-world.ts';
import { appealAs, contestWorld, entered, must } from '../../test/contest-world.ts';
import { officer } from '../../test/office.ts';
import { roles } from '../access/roles.ts';
import type { Visitor } from '../incidents/visitor.ts';

/** So many pages of one kind are looked at. */
const ofOneKind = 3;

/** Pages that differ in whom or what they are about are of one kind. */
const kindOf = (path: string): string =>
  path
    .replace(/\?.*/, '?')
    .replaceAll(/\/(?=[^/]*\d)[^/?]+/g, '/*')
    .replaceAll(/\/[\w-]{16,}/g, '/*');

interface Walked {
  readonly pages: number;
  readonly refused: readonly string[];
}

/** Follows each link from the first page on. */
async function walk(who: Visitor): Promise<Walked> {
  const waiting: (readonly [path: string, from: string])[] = [['/', '']];
  const seen = new Set(['/']);
  const kinds = new Map<string, number>();
  const refused: string[] = [];
  let pages = 0;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [path, from] = next;
    const { status, html } = await who.get(path);
    pages += 1;
    if (status >= 400) refused.push(`${from} -> ${path}: ${status}`);
    for (const [, address = ''] of html.matchAll(/<a [^>]*?href="([^"]*)"/g)) {
      const to = address.replaceAll('&amp;', '&').replace(/#.*/, '');
      if (!to.startsWith('/') || to.startsWith('//') || seen.has(to)) continue;
      seen.add(to);
      const kind = kindOf(to);
      const before = kinds.get(kind) ?? 0;
      kinds.set(kind, before + 1);
      if (before < ofOneKind) waiting.push([to, path]);
    }
  }
  return { pages, refused };
}

/** A server with something on each page. */
async function fullWorld() {
  const world = await contestWorld();
  const [appealed, , asked] = await world.tell(40);
  await world.issue(2);
  if (appealed === undefined || asked === undefined) throw new Error('nobody');
  await appealAs(await entered(world.running, appealed));
  const person = await entered(world.running, asked);
  await person.get('/en/case/correct?fact=income');
  await person.post('/en/case/correct', { fact: 'income', right: 'It was 13,000.' });
  const audit = await must(world.operator('POST', '/api/v1/systems/payments/audits', { sign: true }));
  const { id } = (await audit.json()) as { id: string };
  await auditEnded(world.operator, `/api/v1/systems/payments/audits/${id}`);
  return world;
}

test('each link that somebody sees leads to a page, whatever their role', async () => {
  const { running } = await fullWorld();
  // Only a key records.
  for (const role of roles.filter((one) => one !== 'recorder')) {
    const { ask } = await officer(running, role);
    const { pages, refused } = await walk(ask);
    expect([role, ...refused]).toEqual([role]);

    expect(pages, role).toBeGreaterThan(5);
  }
}, 120_000);
