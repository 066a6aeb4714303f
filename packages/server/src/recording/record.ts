/** Decisions of a system, each checked against the version that made it and answered for itself. */
import {
  BadRow,
  checkDecision,
  configOf,
  findVersion,
  isStopped,
  type Refusal,
  refusalOf,
  type SystemVersion,
} from '@ombud/app';
import type { Config, DecisionMark } from '@ombud/contract';
import { isOmbudError, levelsOf } from '@ombud/kernel';
import type { Appended, DecisionDraft, Sealed } from '@ombud/ledger';
import { actorOf } from '../access/roles.ts';
import type { Call } from '../http/call.ts';
import { countRecorded, countRefused } from '../http/metrics.ts';
import { traced } from '../http/tracing.ts';
import { remembered } from '../remembered.ts';
import type { Services } from '../services.ts';
import { type DecisionInput, decisionSchema } from './schemas.ts';

/** What became of one decision. */
export type Outcome = Appended | Refusal;

/** A version, and its declaration as read: once for all the decisions of a request that name it. */
interface Declared {
  readonly version: SystemVersion;
  readonly config: Config;
  readonly stopped: boolean;
}

/** A decision of the system itself that comes while it is stopped was made all the same: it is recorded, and marked. */
const marksOf = ({ version, stopped }: Declared, { by, shadow }: DecisionInput): readonly DecisionMark[] => [
  ...(by === 'person' ? (['by-person'] as const) : []),
  ...(version.retired === null ? [] : (['retired'] as const)),
  ...(shadow === true ? (['shadow'] as const) : []),
  ...(stopped && by !== 'person' && shadow !== true ? (['while-stopped'] as const) : []),
];

function draftOf(declared: Declared, given: DecisionInput, key: string | null): DecisionDraft {
  const { subject, decision, outcome, score, inputs, attributes, decided, model, modelDigest } = given;
  const marks = marksOf(declared, given);
  return {
    kind: 'decision',
    system: declared.version.system,
    declared: declared.version.entry,
    ...(marks.length === 0 ? {} : { marks }),
    ...(decided === undefined ? {} : { decided: new Date(decided).toISOString() }),
    ...(model === undefined ? {} : { model }),
    ...(modelDigest === undefined ? {} : { modelDigest: { sha256: modelDigest } }),
    ...(key === null ? {} : { key }),
    payload: {
      decision,
      ...(inputs === undefined ? {} : { inputs }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(score === undefined ? {} : { score }),
      subject,
    },
    ...(attributes === undefined ? {} : { attributes }),
  };
}

const configs = new WeakMap<Services['state'], Map<number, Config>>();

/** What an entry declares never changes: it is read once, not for each request. */
function configIn({ state }: Services, version: SystemVersion): Config {
  const known = configs.get(state) ?? new Map<number, Config>();
  configs.set(state, known);
  const config = known.get(version.entry) ?? configOf(version);
  known.set(version.entry, config);
  return config;
}

/** What walks a value walks into it, and no decision needs more. */
const mostLevels = 100;

/** @throws BadRow where a row is nested too deeply to be checked */
export function requireShallow(row: unknown): void {
  if (levelsOf(row) > mostLevels) throw new BadRow('too-deep', { most: mostLevels });
}

/** A decision of a batch, checked. @throws BadRow for what does not fit */
export function readDecision(row: unknown): DecisionInput {
  requireShallow(row);
  const { data, error } = decisionSchema.safeParse(row);
  if (data !== undefined) return data;
  const [issue] = error.issues;
  const member =
    issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : (issue?.path.map(String).join('.') ?? '');
  throw new BadRow(issue?.code === 'unrecognized_keys' ? 'unknown-member' : 'unfit-member', { member });
}

/**
 * The key of a row: its own, or that of the request with its place. Keys of callers live apart: what one calls `1` is not
 * what another does. (The ledger keeps those of systems and kinds apart.)
 */
export function keyOf({ who, idempotencyKey }: Call, own: string | undefined, place: number): string | null {
  const key = own ?? (idempotencyKey === null ? null : `${idempotencyKey} ${place}`);
  return key === null ? null : `${actorOf(who)} ${key}`;
}

/**
 * Records decisions: good ones are kept, bad ones are named.
 * @param read takes a decision out of a row; a route that has checked the whole by its own schema has nothing to read
 * @throws OmbudError `OMBUD_E_SYSTEM` where the system was never declared
 */
export async function recordDecisions<Row>(
  call: Call,
  system: string,
  rows: readonly Row[],
  read: (row: Row) => DecisionInput,
): Promise<readonly Outcome[]> {
  const { services } = call;
  const declared = new Map<number | undefined, Declared>();
  const stopped = await remembered(services, `stopped ${system}`, () => isStopped(services.state, system));
  const versionOf = async (wanted: number | undefined): Promise<Declared> => {
    const known = declared.get(wanted);
    if (known !== undefined) return known;
    const version = await remembered(services, `version ${wanted ?? 'newest'} ${system}`, () =>
      findVersion(services.state, system, wanted),
    );
    const found = { version, config: configIn(services, version), stopped };
    declared.set(wanted, found);
    return found;
  };
  await versionOf(undefined);
  const sealed: (Sealed | Refusal)[] = [];
  for (const [i, row] of rows.entries())
    try {
      const given = read(row);
      const at = await versionOf(given.version).catch((error) => {
        if (isOmbudError(error) && error.reason === 'no-version')
          throw new BadRow('no-version', { version: given.version ?? 0 });
        throw error;
      });
      const draft = draftOf(at, given, keyOf(call, given.key, i));
      checkDecision(at.config, draft);
      sealed.push(services.writer.seal(draft));
    } catch (error) {
      sealed.push(refusalOf(error));
    }
  const outcomes = await appendRows(call, sealed);
  const fresh = outcomes.filter((one) => 'index' in one && one.repeated !== true).length;
  countRecorded(system, fresh);
  countRefused(system, outcomes.filter((one) => !('index' in one)).length);
  if (fresh > 0) services.kick('watch');
  return outcomes;
}

/** A decision that its route has checked, but for how deeply it is nested. */
export function shallowDecision(row: DecisionInput): DecisionInput {
  requireShallow(row);
  return row;
}

/** Appends the good rows together; each row is answered for itself. */
export async function appendRows(
  { services: { writer } }: Call,
  sealed: readonly (Sealed | Refusal)[],
): Promise<readonly Outcome[]> {
  const good = sealed.filter((one) => 'head' in one);
  const commit = () => writer.appendEach(good);
  const results =
    good.length === 0 ? [] : await traced('ledger commit', { 'ombud.entries': good.length }, commit);
  let next = 0;
  return sealed.map((one): Outcome => {
    if (!('head' in one)) return one;
    const result = results[next++] as (typeof results)[number];
    return isOmbudError(result) ? refusalOf(result) : (result as Appended);
  });
}
