/** `@ombud/release`: what may be published without giving anybody away. */
export {
  type GateResult,
  gate,
  type PastRelease,
  type ReleaseRules,
  type Snapshot,
  type Statistic,
  type Withheld,
} from './suppression/gate.ts';
export { type Keeps, keptIn, publishedResult } from './suppression/published-result.ts';
export { Span } from './suppression/span.ts';
export {
  type Atom,
  bitOf,
  everybody,
  type Mask,
  type Target,
  targetKey,
  vectorOf,
} from './suppression/target.ts';
