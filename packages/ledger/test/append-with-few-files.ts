/** Appends while this process may open no more files, then one more, and so on until it can; prints what was said each time. */
import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import { isOmbudError } from '@ombud/kernel';
import { openWriter } from '../src/index.ts';

const [location = ''] = process.argv.slice(2);

async function append(): Promise<string> {
  try {
    const writer = await openWriter(location);
    try {
      const { index } = await writer.append({
        kind: 'decision',
        system: 'loans',
        payload: { subject: 's', decision: 'yes' },
      });
      return `recorded at ${index}`;
    } finally {
      await writer.close();
    }
  } catch (error) {
    return isOmbudError(error) ? `${error.code}/${error.reason}` : String(error);
  }
}

const open: number[] = [];
// What is loaded when it is first needed is loaded here.
await append();
try {
  for (;;) open.push(openSync(devNull, 'r'));
} catch {
  // As many as this process may.
}
for (let said = ''; !said.startsWith('recorded'); ) {
  said = await append();
  for (const one of open.splice(-1)) closeSync(one);
  process.stdout.write(`${said}\n`);
}
