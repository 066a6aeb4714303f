/** `@ombud/kernel`: what every room of the house stands on. It depends on nothing of ours and does no I/O. */
export {
  concatBytes,
  decodeBase64,
  decodeUtf8,
  digestBytes,
  encodeBase64,
  encodeUtf8,
  equalBytes,
  parseDecimal,
} from './bytes.ts';
export { canonicalJson, isCanonicalJson, type JsonObject, type JsonValue } from './canonical-json.ts';
export type { Clock } from './clock.ts';
export {
  type Counted,
  defineErrors,
  type ErrorDeclaration,
  type ErrorDeclarations,
  type ErrorKind,
  type ErrorMaker,
  type ErrorRegistry,
  isOmbudError,
  OmbudError,
  type Param,
  type Params,
} from './error.ts';
export { kernelErrors } from './errors.ts';
export { type Group, groupKey, pairKey, sameGroup } from './group.ts';
export {
  type EntryIndex,
  parseEntryIndex,
  parseSubjectId,
  parseSystemId,
  type SubjectId,
  type SystemId,
} from './identifiers.ts';
export { type Instant, instantOf, parseInstant, readInstant } from './instant.ts';
export { decimalOf, exponentOf, isCurrency, type Money, parseMoney } from './money.ts';
export { nearest } from './nearest.ts';
export type { Progress, ProgressEvent } from './progress.ts';
export type { RandomBytes } from './random.ts';
export { countRanges, type IndexRange, inRanges, RangeBuilder, toRanges } from './ranges.ts';
export { levelsOf, parseStrictJson, type StrictJson } from './strict-json.ts';
export { byCode, textOf, textOrder } from './text.ts';
export { version } from './version.ts';
