/// <reference lib="dom" />
/** The script of the page of the proof: checks the receipt in the person's own browser, with the verifier of `@ombud/tlog`. */
import { parseReceipt, parseVerifierKey, verifyReceipt } from '@ombud/tlog';

const element = (id: string): HTMLElement | null => document.getElementById(id);

function show(id: string, visible: boolean): void {
  const found = element(id);
  if (found !== null) found.hidden = !visible;
}

/** Whether the receipt that stands on the page holds against the keys of the log. */
function holds(): boolean {
  try {
    const { value } = element('receipt') as HTMLTextAreaElement;
    const keys = (element('proof')?.dataset.keys ?? '').split('\n').map(parseVerifierKey);
    const { extra } = parseReceipt(value);
    if (extra === null) return false;
    verifyReceipt(value, { entry: extra }, keys);
    return true;
  } catch {
    return false;
  }
}

function check(): void {
  const good = holds();
  show('proof-wait', false);
  show('proof-good', good);
  show('proof-bad', !good);
}

show('proof-without', false);
show('proof-again', true);
element('proof-again')?.addEventListener('click', check);
check();
