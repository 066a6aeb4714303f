/**
 * A system that decides, for tests that kill it: `deciding.ts URL KEY SPOOL FIRST`. It records decision after decision and
 * prints the number of each as soon as it may be relied on, with its state.
 */
import { printNow } from '../../testing/src/print-now.ts';
import { OmbudClient } from '../src/index.ts';

const [url = '', key = '', spool = '', first = '0'] = process.argv.slice(2);
const ombud = new OmbudClient({
  url,
  key,
  system: 'loans',
  whenDown: 'spool',
  spool,
  everyMs: 20,
  attempts: 2,
  backoffMs: 5,
});
for (let number = Number(first); ; number++) {
  const sex = number % 2 === 0 ? 'F' : 'M';
  const { state } = await ombud.record({
    subject: `s-${number}`,
    decision: 'yes',
    inputs: { income: number, purpose: 'car' },
    attributes: { sex },
    key: `n-${number}`,
  });
  printNow(`${number} ${state}\n`);
}
