/** What a ledger holds of the decisions that the tests made, in the order of the log. */
import { closeLedger, openLedger } from '@ombud/ledger';

/** Numbers of the subjects `s-N`, in the order in which they were recorded. */
export async function recordedNumbers(location: string): Promise<number[]> {
  const ledger = await openLedger(location);
  try {
    const { size } = await ledger.store.readLog();
    const numbers: number[] = [];
    for await (const page of ledger.store.readPages(0, size, { payloads: true, attributes: false }))
      for (const { payload } of page) {
        const { subject } = JSON.parse(payload?.body ?? '{}') as { readonly subject?: string };
        if (subject !== undefined) numbers.push(Number(subject.replace('s-', '')));
      }
    return numbers;
  } finally {
    await closeLedger(ledger);
  }
}
