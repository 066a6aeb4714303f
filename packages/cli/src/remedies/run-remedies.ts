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

type GroupThreshold = NonNullable<Remedies['thresholds']>['groups'][number];

function thresholdKey({ threshold }: GroupThreshold, high: boolean) {
  if (threshold === null) return 'remedies/threshold-nobody';
  return high ? 'remedies/threshold-from' : 'remedies/threshold-to';
}

function thresholdText(one: GroupThreshold, high: boolean, wanted: number): string[] {
  const { count, exact, percent } = voiceOf(language);
  const { group, n, threshold, before, after, gain, lose, between } = one;
  const text = sentence(thresholdKey(one, high), {
    group: groupText(group),
    threshold: threshold === null ? '' : exact(threshold),
    people: count(n),
    positive: count(after.positive),
    share: percent(one.share),
    gain: count(gain),
    lose: count(lose),
    falseNow: count(before.falsePositives),
    falseThen: count(after.falsePositives),
    missedNow: count(before.falseNegatives),
    missedThen: count(after.falseNegatives),
  });
  if (between === null) return [text];
  const { below, above } = between;
  const shares = { wanted: percent(wanted), below: percent(below), above: percent(above) };
  return [text, sentence('remedies/threshold-between', shares)];
}

function thresholdsText({ thresholds, oneScore }: Remedies): string[] {
  if (thresholds === null) return [sentence(oneScore ? 'remedies/one-score' : 'remedies/no-thresholds')];
  const { share, high, groups } = thresholds;
  return [
    sentence('remedies/thresholds', { share: voiceOf(language).percent(share) }),
    ...groups.flatMap((one) => thresholdText(one, high, share)),
    sentence('remedies/law'),
  ];
}

const textOf = (found: Remedies): string =>
  [sentence('remedies/none-applied'), ...weightsText(found), '\n', ...thresholdsText(found)].join('');
