import type { AuditSpec, Result } from '@ombud/contract';
import type { MemoryRow } from '@ombud/table';
import type { Further } from './further-audits.ts';

/** Where a fact was read: enough for a stranger to find it. */
export interface Source {
  readonly author: string;
  readonly title: string;
  readonly year: number;
  /** Journal, publisher or place. */
  readonly where: string;
  /** The table, figure or page that holds the counts. */
  readonly at?: string;
}

/** Counts that somebody published, typed in. */
export interface Counts {
  readonly columns: readonly string[];
  readonly rows: readonly MemoryRow[];
}

/** One ordinary audit of an incident: the counts, and what was asked of them. */
export interface IncidentAudit {
  /** Short and stable: the folder of its report, the value of --audit. */
  readonly id: string;
  readonly title: string;
  readonly counts: Counts;
  readonly spec: Omit<AuditSpec, 'source'>;
}

/** The results of an incident's audits by the audit's id. */
export type Results = ReadonlyMap<string, Result>;

/** A table of an incident's page. */
export interface PageTable {
  readonly caption: string;
  /** What its columns mean, where the caption does not say it; a sentence or two. */
  readonly intro?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A picture of an incident's page: a file beside it. */
export interface PagePicture {
  readonly file: string;
  /** What it shows, for whoever does not see it. */
  readonly alt: string;
  readonly svg: string;
}

/** An executable case of something that happened. */
export interface Incident {
  /** The name of its folder. */
  readonly id: string;
  readonly title: string;
  /** When it happened, in words: "autumn 1973". */
  readonly date: string;
  readonly year: number;
  /** What the case shows, in one sentence of at most 56 characters, so that the list fits a terminal. */
  readonly sentence: string;
  /** Three to six plain sentences. */
  readonly happened: readonly string[];
  /** Whether the counts are as published or were rebuilt, and how. */
  readonly counts: string;
  /** The first is the one that the page shows whole. */
  readonly audits: readonly [IncidentAudit, ...IncidentAudit[]];
  /** The findings that matter, as sentences computed from the results. */
  readonly shows: (results: Results) => readonly string[];
  /** What a simulation gave, where the case has one; computed when asked for. */
  readonly tables?: () => readonly PageTable[];
  readonly pictures?: () => readonly PagePicture[];
  /** What audits of scores, subgroups, classes, numbers and time say, and why the others have nothing to ask. */
  readonly further: Further;
  /** What the checks would have stopped, and what they would not. */
  readonly stopped: readonly string[];
  readonly sources: readonly Source[];
}
