/** SQLite answers what the index of subjects asks, within the transaction that is open. */
import type { DatabaseSync } from 'node:sqlite';
import type { StoreReader } from '../store.ts';
import { type Ask, type Block, type Recent, runNow } from './asking.ts';
import type { Levels, Place } from './levels.ts';
import { findEntries } from './subject-index.ts';

type Key = [level: number, slot: number, part: number];

const keyOf = ({ level, slot, part }: Block): Key => [level, slot, part];

/**
 * Prepares the answers. Blocks are overwritten in their rows and never moved: a page holds one of them, all are of one size,
 * and so no byte of what was there is left.
 */
export function sqliteSubjects(database: DatabaseSync): (ask: Ask) => unknown {
  const levels = database.prepare('select come from subject_levels order by level');
  const setLevel = database.prepare(
    'insert into subject_levels values (?, ?) on conflict (level) do update set come = excluded.come',
  );
  const recent = database.prepare('select idx as first, records from recent_subjects order by idx');
  const recentWith = database.prepare(
    'select idx as first, records from recent_subjects where instr(records, ?) > 0',
  );
  const keep = database.prepare('insert into recent_subjects (records, idx) values (?, ?)');
  const rewriteRecent = database.prepare('update recent_subjects set records = ? where idx = ?');
  const blocks = database.prepare(
    'select part, records from subject_blocks where level = ? and slot = ? order by part',
  );
  const insert = database.prepare('insert into subject_blocks values (?, ?, ?, ?)');
  const update = database.prepare(
    'update subject_blocks set level = ?, slot = ?, part = ?, records = ? where level = ? and slot = ? and part = ?',
  );
  const remove = database.prepare('delete from subject_blocks where level = ? and slot = ? and part = ?');
  const put = (block: Block): unknown => insert.run(...keyOf(block), block.records);
  const over = (old: Block, block: Block): unknown =>
    update.run(...keyOf(block), block.records, ...keyOf(old));

  function replace(old: readonly Block[], by: readonly Block[]): void {
    for (const [i, block] of by.entries()) {
      const former = old[i];
      if (former === undefined) put(block);
      else over(former, block);
    }
    for (const former of old.slice(by.length)) remove.run(...keyOf(former));
  }

  const read = (place: Place): Block[] =>
    (blocks.all(place.level, place.slot) as unknown as Pick<Block, 'part' | 'records'>[]).map((row) => ({
      ...place,
      ...row,
    }));

  return (ask) => {
    switch (ask.ask) {
      case 'levels':
        return levels.all().map(({ come }) => Number(come)) satisfies Levels;
      case 'recentWith':
        // Sooner looked through there than handed over.
        return ask.tokens.length === 1
          ? (recentWith.all(ask.tokens[0] ?? null) as unknown as Recent[])
          : (recent.all() as unknown as Recent[]);
      case 'blocksWith': {
        const places = new Map(ask.sought.map(({ level, slot }) => [`${level} ${slot}`, { level, slot }]));
        return [...places.values()].flatMap(read);
      }
      case 'recent':
        return recent.all() as unknown as Recent[];
      case 'blocks':
        return ask.places.flatMap(read);
      case 'keep':
        return keep.run(ask.recent.records, ask.recent.first);
      case 'rewriteRecent':
        return rewriteRecent.run(ask.recent.records, ask.recent.first);
      case 'clearRecent':
        // All rows at once: whole pages are overwritten, and no row that stays is moved.
        return database.exec('delete from recent_subjects');
      case 'insert':
        return ask.blocks.map(put);
      case 'rewrite':
        return over(ask.block, ask.block);
      case 'replace':
        return replace(ask.old, ask.blocks);
      case 'setLevel':
        return setLevel.run(ask.level, ask.come);
    }
  };
}

/** Entries about people, by a connection that reads; prepared when first asked for: a ledger of version 0.1.0 has no such tables. */
export function findSubjectsOf(database: DatabaseSync): StoreReader['findSubjects'] {
  let answer: ((ask: Ask) => unknown) | null = null;
  return async (tokens) => {
    answer ??= sqliteSubjects(database);
    return runNow(findEntries(tokens), answer);
  };
}
