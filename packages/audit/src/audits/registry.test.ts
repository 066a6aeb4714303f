import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { audits } from './index.ts';

const here = import.meta.dirname;
const docs = join(here, '..', '..', '..', '..', 'docs', 'audits');

test('ids are unique', () => {
  expect(new Set(audits.map(({ id }) => id)).size).toBe(audits.length);
});

describe.each(audits.map((audit) => [audit.id, audit] as const))('%s', (id, audit) => {
  test('has a file, a test and a docs page of its name', () => {
    expect(existsSync(join(here, `${id}.ts`)), `audits/${id}.ts`).toBe(true);
    expect(existsSync(join(here, `${id}.test.ts`)), `audits/${id}.test.ts`).toBe(true);
    expect(existsSync(join(docs, `${id}.md`)), `docs/audits/${id}.md`).toBe(true);
  });

  test('says what it is in plain words, and its tags are well formed', () => {
    expect(audit.title).toMatch(/^[A-Z]/);
    expect(audit.description).toMatch(/^[A-Z].*\.$/);
    expect(audit.tags.length).toBeGreaterThan(0);
    for (const tag of audit.tags) expect(tag).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
  });

  test('needs groups', () => {
    expect(audit.needs).toContain('groups');
  });
});
