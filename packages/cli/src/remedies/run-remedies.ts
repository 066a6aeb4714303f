import { type Remedies, showRemedies, weightsCsv, writeWhole } from '@ombud/app';
import type { Group } from '@ombud/contract';
import { visible, voiceOf } from '@ombud/words';
import { type AuditFlags, specFromFlags } from '../audit/spec-from-flags.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { language, print, sentence, withContext } from '../terminal.ts';

/** The flags of `ombud remedies`. */
export interface RemediesFlags extends Omit<AuditFlags, 'policy'> {
  readonly json?: boolean;
  readonly weights?: string;
}

/** `ombud remedies`: shows what could be done, and does none of it. */
export async function runRemedies(source: string | undefined, flags: RemediesFlags): Promise<ExitCode> {
  const spec = await specFromFlags(source, { ...flags, policy: [] });
  const found = await withContext((context) => showRemedies(spec, context), flags.quiet);
  if (flags.weights !== undefined && found.weights !== null)
    await writeWhole(flags.weights, weightsCsv(found.weights));
  print(flags.json ? `${JSON.stringify(found, null, 2)}\n` : textOf(found));
  return exitCodes.pass;
}

const groupText = (group: Group): string =>
  Object.entries(group)
    .map(([name, value]) => `${visible(name)} = ${visible(value)}`)
    .join(', ');

function weightsText({ weights }: Remedies): string[] {
  if (weights === null) return [sentence('remedies/no-weights')];
  const { count, exact } = voiceOf(language);
  const given = { people: count(weights.people), worth: count(weights.worth) };
  return [
    sentence(`remedies/weights-${weights.label}`, given),
    ...weights.cells.map(({ group, label, n, weight }) =>
      sentence(`remedies/weight-${label}`, {
        group: groupText(group),
        people: count(n),
        weight: exact(Math.round(weight * 1000) / 1000),
      }),
    ),
  ];
}

function thresholdsText({ thresholds }: Remedies): string[] {
  if (thresholds === null) return [sentence('remedies/no-thresholds')];
  const { count, exact, percent } = voiceOf(language);
  const { share, high, groups } = thresholds;
  return [
    sentence('remedies/thresholds', { share: percent(share) }),
    ...groups.map(({ group, n, threshold, before, after, gain, lose }) =>
      sentence(high ? 'remedies/threshold-from' : 'remedies/threshold-to', {
        group: groupText(group),
        threshold: Number.isFinite(threshold) ? exact(threshold) : '∞',
        people: count(n),
        gain: count(gain),
        lose: count(lose),
        falseNow: count(before.falsePositives),
        falseThen: count(after.falsePositives),
        missedNow: count(before.falseNegatives),
        missedThen: count(after.falseNegatives),
      }),
    ),
    sentence('remedies/law'),
  ];
}

const textOf = (found: Remedies): string =>
  [sentence('remedies/none-applied'), ...weightsText(found), '\n', ...thresholdsText(found)].join('');
