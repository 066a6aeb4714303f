/** A reading whose end may show that entries which were taken repeat earlier ones. */

/** What is known of entries that repeat others before a reading begins: nothing the first time. */
export interface KnownRepeats {
  readonly known?: ReadonlySet<number>;
  /** The folder of a temporary file; the system's own where left out. */
  readonly folder?: string;
}

/** Ends a reading that took entries for the first of their kind. */
class FoundRepeats extends Error {
  readonly all: ReadonlySet<number>;

  constructor(all: ReadonlySet<number>) {
    super('entries repeat others that were read before');
    this.all = all;
  }
}

/** @throws FoundRepeats where a reading was not told of all that repeat others */
export function requireTold(all: ReadonlySet<number>, told: number): void {
  if (all.size > told) throw new FoundRepeats(all);
}

/**
 * Reads a long log in memory that does not grow: which entries repeat others is known when all were read. Where some do, which is
 * somebody's forgery, all that was read counts for nothing and is read again.
 *
 * @param read begins from nothing each time
 * @example readAgainIfRepeated(async (repeats) => count(await readColumns(ledger, { system: 'loans', columns, repeats })))
 */
export async function readAgainIfRepeated<T>(read: (repeats: KnownRepeats) => Promise<T>): Promise<T> {
  try {
    return await read({});
  } catch (cause) {
    if (!(cause instanceof FoundRepeats)) throw cause;
    return read({ known: cause.all });
  }
}
