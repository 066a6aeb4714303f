/** What runs of incidents against a server are made from: the same people and law as the pages. */
export { isTwoBelow } from './ofqual-2020/invariants.ts';
export { bandOf, drawCentres, type Pupil, pupilsOf } from './ofqual-2020/schools.ts';
export { grades } from './ofqual-2020/standardise.ts';
export { published as robodebtPublished } from './robodebt/facts.ts';
export { instalments, limit, main as robodebtSettings, partsDue, timing } from './robodebt/scheme.ts';
export { type SmallDebt, smallScheme } from './robodebt/small-scheme.ts';
