/** The table of rights: written from the routes, and every pair of route and role tried on a running server. */
import { readFileSync, writeFileSync } from 'node:fs';
import { english, say } from '@ombud/words';
import { expect, test } from 'vitest';
import { askerOf, keyOf, loans, startServer } from '../../test/world.ts';
import { routes } from '../capabilities.ts';
import { assemble } from '../http/assemble.ts';
import { unlimited } from '../http/limits.ts';
import type { Route } from '../http/route.ts';
import { accountRoutes } from './account-page.tsx';
import { type Role, roles } from './roles.ts';

const allows = ({ who }: Route, role: Role | null): boolean =>
  'public' in who || (role !== null && who.roles.includes(role));

/** How far a role must reach for a route that is not about one system. */
const scopeOf = ({ who, path }: Route): readonly string[] =>
  'public' in who || path.includes('{system}') || who.scope === 'any' ? [] : ['all systems'];

const samples: Readonly<Record<string, string>> = {
  system: 'loans',
  version: '1',
  index: '0',
  'path+': '0/000.p/1',
};

const uuid = '00000000-0000-4000-8000-000000000000';
const pathOf = ({ path }: Route): string =>
  path.replaceAll(/\{([\w+]+)\}/g, (_, name: string) => samples[name] ?? uuid);

const bodyOf = ({ body, takes }: Route): unknown => {
  if (body === null) return undefined;
  return takes === 'text' ? 'x' : {};
};

const refusals = /OMBUD_E_(FORBIDDEN|WHO)\b/;

/** Whether the guard refused; what is wrong with the request itself is another matter. */
async function isRefused(response: Response): Promise<boolean> {
  if (response.status === 303) return response.headers.get('location') === '/login';
  if (response.status !== 401 && response.status !== 403) {
    await response.body?.cancel();
    return false;
  }
  return refusals.test(await response.text());
}

test('docs/rights.md is the table of the routes', () => {
  const file = new URL('../../../../docs/rights.md', import.meta.url);
  const row = (route: Route) => {
    const where = 'roles' in route.who ? [...(route.who.where ?? []), ...scopeOf(route)].join(', ') : '';
    const cells = roles.map((role) => (allows(route, role) ? '✓' : ''));
    const everybody = allows(route, null) ? '✓' : '';
    const what = say(english, `route/${route.id}`);
    return `| ${what} | \`${route.method} ${route.path.replace('+}', '}')}\` | ${[everybody, ...cells, where].join(' | ')} |`;
  };
  const table = [
    `| what | route | everybody | ${roles.join(' | ')} | and |`,
    `| --- | --- | ${['everybody', ...roles, 'and'].map(() => '---').join(' | ')} |`,
    ...routes.map(row),
  ].join('\n');
  const page = readFileSync(file, 'utf8');
  const [before = '', rest = ''] = page.split('<!-- rights -->');
  const [, after = ''] = rest.split('<!-- end of rights -->');
  const current = `${before}<!-- rights -->\n${table}\n<!-- end of rights -->${after}`;
  if (process.env['OMBUD_UPDATE'] === '1') writeFileSync(file, current);
  expect(page).toBe(current);
});

test('every route has a name of its own, a summary, and nobody in particular is forgotten', () => {
  expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length);
  expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length);
  for (const route of routes) {
    expect(say(english, `route/${route.id}`).length).toBeGreaterThan(3);
    if ('public' in route.who) continue;
    expect(route.who.roles.length).toBeGreaterThan(0);
    expect(route.who.where?.includes('same-system') ?? false).toBe(route.path.includes('{system}'));
    const related = (route.who.where ?? []).some((one) => one !== 'same-system');
    expect(route.relation !== null).toBe(related);
  }
});

test('there is no route outside the list', async () => {
  const { services } = await startServer();
  const app = assemble({ services, routes, limiter: unlimited });
  const served = new Set(app.routes.map(({ method, path }) => `${method} ${path}`));
  const listed = routes.flatMap(({ method, path }) => {
    const own = path.replaceAll(/\{(\w+)\+\}/g, ':$1{.+}').replaceAll(/\{(\w+)\}/g, ':$1');
    return [`${method} ${own}`, `ALL ${own}`];
  });
  expect([...served].filter((one) => !listed.includes(one))).toEqual([]);
});

test('every pair of route and role: who may is not refused, who may not is', async () => {
  const running = await startServer();
  await (await keyOf(running, 'operator'))('PUT', '/api/v1/systems/loans', loans);
  const askers = [
    { role: null, ask: askerOf(running.url), elsewhere: null },
    ...(await Promise.all(
      roles.map(async (role) => ({
        role,
        ask: await keyOf(running, role),
        elsewhere: await keyOf(running, role, 'other'),
      })),
    )),
  ];
  const wrong: string[] = [];
  let pairs = 0;
  for (const route of routes)
    for (const { role, ask, elsewhere } of askers) {
      // Streams are let go at once; who may not is refused before.
      const response = await ask(route.method, pathOf(route), bodyOf(route));
      const refused = await isRefused(response);
      pairs += 1;
      const isOwn = accountRoutes.some(({ id }) => id === route.id);
      if (!isOwn && refused === allows(route, role)) wrong.push(`${role} ${route.id} ${response.status}`);
      if (response.status >= 500) wrong.push(`${role} ${route.id} ${response.status}`);
      if (elsewhere === null || 'public' in route.who || route.who.scope === 'any') continue;
      const other = await elsewhere(route.method, pathOf(route), bodyOf(route));
      if (!(await isRefused(other))) wrong.push(`${role} of another system ${route.id} ${other.status}`);
    }
  expect(wrong).toEqual([]);
  expect(pairs).toBe(routes.length * (roles.length + 1));
});
