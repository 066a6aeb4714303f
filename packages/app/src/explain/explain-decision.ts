import type { Config, Explanation } from '@ombud/contract';
import { checkReasons } from '@ombud/explain';
import { version } from '@ombud/kernel/version';
import type { Model, RemoteProtocol } from '@ombud/model';
import type { Context } from '../context.ts';
import { appErrors } from '../errors.ts';
import { askerOf } from './asker.ts';
import { digestOfExplanation } from './digest.ts';
import { explainRow } from './explain-row.ts';
import { openModel } from './open-model.ts';
import { encoderOf, type People, readPeople } from './people.ts';
import { checkProtected, type ExplainSettings, settingsOf } from './settings.ts';
import { findSubject, type Pick, type Subject } from './subject.ts';

/** Which decision is to be explained, and how. */
export interface ExplainRequest {
  /** The file of the model, or the URL of a server. */
  readonly model: string;
  /** How a server is asked; default: plain JSON. */
  readonly protocol?: RemoteProtocol;
  /** A table of people, or `ledger:DIR#SYSTEM`. */
  readonly data: string;
  readonly pick: Pick;
  /** The declaration and where it stands; null where there is none. */
  readonly declaration: { readonly config: Config; readonly file: string } | null;
  /** A table of people to compare with; else as declared, else the data itself. */
  readonly background?: string;
  readonly favourable?: 'positive' | 'negative';
  /** How many plans that differ. */
  readonly plans: number;
  /** BCP 47 tag of the declared texts. */
  readonly language: string;
}

/** A decision that was explained, with the digest of its explanation and what was recorded. */
export interface Explained {
  readonly explanation: Explanation;
  /** SHA-256 of its canonical JSON. */
  readonly digest: string;
}

/** More people than this do not make a distribution more exact, but the work longer. */
const mostBackground = 2000;

/**
 * Explains one decision: what the model gives, what moved it, the principal reasons, and what would change it.
 *
 * @throws OmbudError where the model cannot be read, does not fit the data, or is not the one that decided
 * @example const { explanation } = await explainDecision({ model: 'loans.txt', data: 'people.csv', pick: { kind: 'row', row: 7 }, declaration: null, plans: 3, language: 'en' }, context);
 */
export async function explainDecision(request: ExplainRequest, { now, signal }: Context): Promise<Explained> {
  signal?.throwIfAborted();
  const { config = null, file = '' } = request.declaration ?? {};
  const subject = await findSubject(request.data, request.pick);
  const protocol = request.protocol ?? { kind: 'plain' };
  const { model, digest } = await openModel(request.model, protocol, config, subject.people);
  const settings = settingsOf(config, file, model, request.favourable, request.language);
  const columns = model.features.map(({ name }) => name);
  checkReasons(columns, settings.reasons);
  checkProtected(config, [...new Set([...columns, ...subject.people.columns])]);
  requireSameModel(subject, digest, request.model);
  const row = encoderOf(model, subject.people.columns, settings.missing)(subject.values);
  const everybody = await backgroundOf(request, settings, subject.people, model);
  const parts = await explainRow(
    askerOf(model, settings.decision, settings.assumed),
    settings,
    row,
    everybody,
    request,
  );
  const explanation: Explanation = {
    schema: 'ombud/explanation@1',
    made: new Date(now()).toISOString(),
    version,
    system: settings.system,
    about: aboutOf(request.data, subject, settings),
    model: {
      digest,
      version: subject.modelVersion ?? textAt(subject, settings.modelColumn),
      format: model.origin.format,
      component: settings.component,
    },
    language: request.language,
    labels: settings.labels,
    rule: settings.decision,
    ...parts,
    validUntil:
      settings.validDays === null ? null : new Date(now() + settings.validDays * 86_400_000).toISOString(),
  };
  return { explanation, digest: digestOfExplanation(explanation) };
}

function requireSameModel({ modelDigest, entry }: Subject, digest: string | null, file: string): void {
  if (entry === null) return;
  if (modelDigest === null)
    throw appErrors.error('OMBUD_E_EXPLAIN_MODEL', 'not-named', { index: entry.index });
  if (modelDigest !== digest)
    throw appErrors.error('OMBUD_E_EXPLAIN_MODEL', 'another', {
      index: entry.index,
      file,
      expected: modelDigest,
      found: digest ?? '–',
    });
}

async function backgroundOf(
  request: ExplainRequest,
  settings: ExplainSettings,
  data: People,
  model: Model,
): Promise<readonly Float64Array[]> {
  const file = request.background ?? settings.background;
  const { columns, rows } = file === null || file === undefined ? data : await readPeople(file);
  const encode = encoderOf(model, columns, settings.missing);
  const step = Math.max(1, Math.ceil(rows.length / mostBackground));
  return rows.filter((_, place) => place % step === 0).map(encode);
}

const textAt = ({ values }: Subject, column: string | null): string | null => {
  const value = column === null ? null : values[column];
  return value === null || value === undefined || value === '' ? null : String(value);
};

const aboutOf = (
  source: string,
  subject: Subject,
  { timeColumn }: ExplainSettings,
): Explanation['about'] => ({
  source,
  row: subject.row,
  entry: subject.entry,
  decided: subject.decided ?? textAt(subject, timeColumn),
});
