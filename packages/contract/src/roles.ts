/** `@ombud/contract/roles`: roles and conditions as text. It loads no schema, so that each command can afford it. */
export { type Condition, holds, parseCondition } from './condition.ts';
export { binaryText, parseBinary, parseList, parsePair, parsePairs, quoteName } from './role-text.ts';
