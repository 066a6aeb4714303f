import { setFlagsFromString } from 'node:v8';

/**
 * For a command that goes through a whole ledger and holds little of it at a time. Left alone, the engine lets what is no longer
 * needed lie until it is a hundred megabytes more. What it is told holds for the threads that begin later too.
 */
export function keepHeapLittle(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=50');
  setFlagsFromString('--optimize-for-size');
}
