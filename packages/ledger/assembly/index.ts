/** What is done with many entries at once by WebAssembly: docs/adr/0082 says why. */
export { countAlike, hashEntries } from './entries';
export { hashKeyed } from './keyed';
export { commitLines, setLabels, setLines, setOut } from './lines';
export { tileRoot } from './tiles';

/** Where the memory begins that is the caller's. */
export function freeMemory(): usize {
  return __heap_base;
}
