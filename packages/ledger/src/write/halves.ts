/**
 * Whether many who wait for their own entry are recorded in two halves, of which one is sealed while the other is written. Both
 * halves wait for the disk, each for itself: that pays where sealing all of them takes longer than the disk does, and so where
 * this process has much to do.
 */
import { performance } from 'node:perf_hooks';

/** Share of the time that the process has something to do. With halves it is at most this where one commit would be quicker. */
const [leastBusy, mostBusy] = [0.35, 0.45];
/** So long it is looked at. */
const lookMs = 50;

/** @param writesBeside whether commits are written by a thread, so that this one has its time for sealing */
export function halvesPay(writesBeside: () => boolean): () => boolean {
  let before = performance.eventLoopUtilization();
  let until = performance.now() + lookMs;
  let pays = true;
  return () => {
    if (!writesBeside()) return false;
    if (performance.now() < until) return pays;
    const { utilization } = performance.eventLoopUtilization(before);
    pays = utilization > (pays ? leastBusy : mostBusy);
    before = performance.eventLoopUtilization();
    until = performance.now() + lookMs;
    return pays;
  };
}
