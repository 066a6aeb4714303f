/** A folder beside a file that is being made, for its owner alone; what a killed process left of one is taken away by the next. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

const marker = '.new-';

/** Runs work with such a folder, which is gone afterwards. */
export async function inFolderBeside<T>(file: string, work: (folder: string) => Promise<T>): Promise<T> {
  const place = resolve(file);
  await removeLeft(dirname(place), `${basename(place)}${marker}`);
  const folder = await mkdtemp(`${place}${marker}${process.pid}-`);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes the folders of processes that are there no more. */
async function removeLeft(parent: string, beginning: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names) {
    const [, pid] = (name.startsWith(beginning) && /^(\d+)-/.exec(name.slice(beginning.length))) || [];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be signalled, and is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
