/** `@ombud/explain`: why a model decided so, and what would change it. */

export type { Attribution, Explainer } from './attributions/attribution.ts';
export { attributionErrors } from './attributions/errors.ts';
export { explainerOf } from './attributions/explainer.ts';
export { type Importance, importance } from './attributions/importance.ts';
export { interventional } from './attributions/interventional.ts';
export { linear } from './attributions/linear.ts';
export type { ExplainOptions } from './attributions/options.ts';
export { pathDependent } from './attributions/path-dependent.ts';
export { type ColumnGroups, type Players, playersOf } from './attributions/players.ts';
export { type Ask, type SampledAttribution, type SampleOptions, sampled } from './attributions/sampled.ts';
export {
  type DecisionRule,
  decide,
  type Prediction,
  predict,
  type Score,
  scoreOf,
} from './decision/decision-rule.ts';
export { explainErrors } from './errors.ts';
export { beeswarm, type Swarm } from './pictures/beeswarm.ts';
export { type DependenceOptions, dependence } from './pictures/dependence.ts';
export { type WaterfallOptions, waterfall } from './pictures/waterfall.ts';
export { justAccepted, usualBackground } from './reasons/background.ts';
export { type Component, failedReasons } from './reasons/component.ts';
export type { Moved, ReasonRules, ReasonText, Unspeakable } from './reasons/declaration.ts';
export {
  type Block,
  checkReasons,
  groupsOf,
  type PrincipalReason,
  principalReasons,
  type Reasons,
} from './reasons/principal.ts';
export { otherBackgrounds, type Stability, stabilityOf } from './reasons/stability.ts';
export type { LpAnswer, LpSolver } from './recourse/lp.ts';
export type { Change, Plan, Proof, Recourse } from './recourse/outcome.ts';
export {
  type RecourseAsk,
  type RecourseFinder,
  type RecourseSetting,
  recourseFinder,
} from './recourse/recourse.ts';
export type { CausalRule, ColumnRule, LinkRule, RecourseRules, TimeRule } from './recourse/rules.ts';
