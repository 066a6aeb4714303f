/** How a connection that writes is set. */

/** So long a commit waits for a lock that another process holds. */
export const lockWaitMs = 5000;

/** FULL: a commit is acknowledged only when the disk has it. secure_delete: deleted rows are overwritten. */
export const writerPragmas = 'pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on';

/** Pages of 16 KiB hold a whole tile and ten payloads, which halves the cost of a commit against the default of 4 KiB. */
export const pageSize = 16_384;

/**
 * Pages of the write-ahead log at which a connection that has a thread to empty it ends that itself: 16 MiB. Where commits never
 * pause the thread does not reach the end, and a file that still grows takes twice as long to sync as one that is written over.
 */
export const lastResort = 1024;
