/** Work that is ended whole where a signal asks for its end. */

const asking = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Why work was aborted. */
export class AskedToEnd {
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    this.signal = signal;
  }
}

/**
 * Runs work that may be asked to end; a second signal ends the process at once. When the command has said what is to be
 * said, the process ends by the signal, so that whoever started it sees that.
 */
export async function endingOnSignal<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const ending = new AbortController();
  const end = (signal: NodeJS.Signals): void => {
    stopListening();
    process.once('exit', () => process.kill(process.pid, signal));
    ending.abort(new AskedToEnd(signal));
  };
  const stopListening = (): void => {
    for (const signal of asking) process.off(signal, end);
  };
  for (const signal of asking) process.on(signal, end);
  try {
    return await work(ending.signal);
  } finally {
    stopListening();
  }
}
