import { effect, review } from '@ombud/contest';
import { begin, refusalOf, walk } from '../walk.ts';

/** What is there when somebody wants to act on a match. */
export interface Situation {
  /** A second person, who is not the first, has signed. */
  readonly second: boolean;
  /** Evidence that does not come from the match: a line-up with the matched photograph is none. */
  readonly corroborated: boolean;
}

/** Where the way ends: what the machine of the review or of the effect refuses, or that the effect begins. */
export type GateAnswer =
  | { readonly begins: true }
  | { readonly begins: false; readonly by: 'review' | 'effect'; readonly because: string };

/** The review of a match: two people are due, always. */
const way = [
  ['assign', 'supervisor'],
  ['rate', 'reviewer'],
  ['propose', 'reviewer'],
  ['request-cosign', 'reviewer'],
  ['cosign', 'cosigner'],
] as const;

/** Walks a match through its review and to its effect, an arrest. */
export function gate({ second, corroborated }: Situation): GateAnswer {
  const missing = [
    'one-is-enough' as const,
    ...(corroborated ? [] : ['corroborated-where-due' as const]),
    ...(second ? [] : ['not-handler' as const]),
  ];
  let at = begin(review);
  for (const move of way) {
    const because = refusalOf(review, at.state, move, missing);
    if (because !== null) return { begins: false, by: 'review', because };
    at = walk(review, at, [move], missing);
  }
  return { begins: true };
}

/** Whether an arrest may begin straight from the match, with no review at all. */
export function straightFromMatch(): GateAnswer {
  const because = refusalOf(effect, effect.initial, ['begin', 'recipient'], ['two-confirmed-where-due']);
  return because === null ? { begins: true } : { begins: false, by: 'effect', because };
}

/** Whether the one who looked at the match can sign alone. */
export function signedAlone(): GateAnswer {
  const { state } = walk(review, begin(review), way.slice(0, 3));
  const because = refusalOf(review, state, ['sign', 'reviewer'], ['one-is-enough']);
  return because === null ? { begins: true } : { begins: false, by: 'review', because };
}
