import type { Explanation, ExplanationReason } from '@ombud/contract';
import { type Language, say, visible } from '@ombud/words';
import { changeText } from './letter.ts';
import { besideCutoff, dayOf, decidedOn, scoreText, signed, valueText } from './values.ts';

/** What the model gives, and what follows. */
export function answerText(explanation: Explanation, language: Language): string {
  const key = explanation.prediction.favourable ? 'answer-favourable' : 'answer-unfavourable';
  const value = decidedOn(explanation);
  return say(language, `explanation/${key}`, {
    value: value === null ? '–' : besideCutoff(value, explanation.rule.cutoff, language),
    cutoff: scoreText(explanation.rule.cutoff, language),
  });
}

const reasonText = ({ code, text, contribution }: ExplanationReason, language: Language): string =>
  say(language, code === text ? 'explanation/reason-plain' : 'explanation/reason', {
    code: visible(code),
    text: visible(text),
    contribution: signed(contribution, language),
  });

export function reasonTexts(
  { reasons, also, prediction }: Explanation,
  language: Language,
): {
  readonly heading: string | null;
  readonly principal: readonly string[];
  readonly others: readonly string[];
} {
  const heading = prediction.favourable
    ? say(language, 'explanation/reasons-favourable')
    : reasons.length === 0
      ? say(language, 'explanation/reasons-none')
      : null;
  return {
    heading,
    principal: reasons.map((reason) => reasonText(reason, language)),
    others: also.map((reason) => reasonText(reason, language)),
  };
}

export const stabilityText = ({ stability }: Explanation, language: Language): string | null =>
  stability === null
    ? null
    : say(language, 'explanation/stability', { tried: stability.tried, same: stability.same });

export function recourseTexts({ recourse }: Explanation, language: Language): readonly string[] {
  if (recourse === null) return [say(language, 'explanation/recourse-not-asked')];
  const { proof, state } = recourse;
  const params =
    proof.method === 'exact'
      ? { changes: proof.changes }
      : proof.method === 'optimiser'
        ? { margin: scoreText(proof.margin, language) }
        : proof.method === 'search'
          ? { asked: proof.asked }
          : {};
  return [
    say(language, `explanation/proof-${proof.method}`, params),
    ...(state === 'found' ? [] : [say(language, `explanation/state-${state}`)]),
  ];
}

export function planTexts({ recourse, labels, rule }: Explanation, language: Language): readonly string[] {
  return (recourse?.plans ?? []).map(({ changes, cost, prediction }, i) => {
    const value = rule.scale === 'raw' ? prediction.raw : prediction.probability;
    const parts = changes.flatMap((change) => [
      changeText(change, labels, language),
      ...change.moves.map(({ column, from, to }) =>
        say(language, 'explanation/moves', {
          column: visible(labels[column] ?? column),
          from: valueText(from, language),
          to: valueText(to, language),
        }),
      ),
    ]);
    return say(language, 'explanation/plan', {
      n: i + 1,
      changes: parts,
      cost: scoreText(cost, language),
      value: value === null ? '–' : besideCutoff(value, rule.cutoff, language),
    });
  });
}

export function methodTexts(explanation: Explanation, language: Language): readonly string[] {
  const { method, background, model, made, version } = explanation;
  return [
    say(language, 'explanation/method-text', {
      method,
      rows: background.rows,
      people: say(language, `explanation/people-${background.people}`),
      fingerprint: background.fingerprint,
    }),
    say(language, 'explanation/model', {
      digest: model.digest ?? '–',
      format: model.format,
      version: model.version === null ? '–' : visible(model.version),
      date: dayOf(made, language),
      ombud: version,
    }),
  ];
}
