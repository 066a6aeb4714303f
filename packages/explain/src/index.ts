/** `@ombud/explain`: why a model decided so, and what would change it. */
export {
  type DecisionRule,
  decide,
  type Prediction,
  predict,
  type Score,
  scoreOf,
} from './decision/decision-rule.ts';
export { explainErrors } from './errors.ts';
export type { LpAnswer, LpSolver } from './recourse/lp.ts';
export type { Change, Plan, Proof, Recourse } from './recourse/outcome.ts';
export {
  type RecourseAsk,
  type RecourseFinder,
  type RecourseSetting,
  recourseFinder,
} from './recourse/recourse.ts';
export type { CausalRule, ColumnRule, LinkRule, RecourseRules, TimeRule } from './recourse/rules.ts';
