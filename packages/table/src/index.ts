export {
  type Cell,
  type Cells,
  type Covariance,
  type Rate,
  type Stratum,
  strataOf,
  type Table,
  type Tally,
  tabulate,
  total,
  within,
} from './cells.ts';
export { type ClassCell, type Classes, squaresOf } from './classes.ts';
export { everybodyOf, gatherCube, providerOf, type SearchCube, type SearchedRate } from './cube.ts';
export type { Engine, Progress, RawScores, ScoreQuery, WindowCounts } from './engines/engine.ts';
export { type MemoryRow, memoryEngine, toNumber } from './engines/memory.ts';
export { tableErrors } from './errors.ts';
export { countCells, gather, gatherTimed } from './gather.ts';
export { missingReader } from './missing.ts';
export { type ColumnProfile, type Profile, profile } from './profile/profile.ts';
export { favourableOf, type Proposal, propose } from './profile/propose.ts';
export { openRecorded, recordedIndex } from './recorded.ts';
export { binaryReader, resolveBinary } from './roles/binary.ts';
export { binNames } from './roles/bins.ts';
export type { Input } from './rows/bytes.ts';
export { allRows, type RowSource, readRows } from './rows/read-rows.ts';
export type { BadRow, BadRowReason, Batch, GoodRow, Row, Values } from './rows/row.ts';
export {
  gatherDatedScores,
  gatherNumbers,
  gatherScores,
  type NumberScores,
  needOf,
  numbersOf,
  type ScoreCell,
  type ScoredGroup,
  type Scores,
  scoreCounts,
  scoredGroups,
} from './scores.ts';
export { databaseTable } from './sources/database-location.ts';
export type { RowFormat } from './sources/format.ts';
export { parseLedgerLocation } from './sources/ledger-location.ts';
export { type OpenOptions, openSource } from './sources/open-source.ts';
export { narrow, placeIn, windowOf, withWindow } from './window.ts';
