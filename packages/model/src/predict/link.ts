import type { Link } from '../model.ts';

/**
 * What the margins mean: probabilities for a classifier, the predicted quantity for a regression.
 * @param link the model's
 * @param margins as `margins` gives them
 * @returns as many numbers; one margin of a binary model gives the probability of the second class
 * @example probabilities({ kind: 'logistic', steepness: 1, midpoint: 0, normalised: false }, Float64Array.of(0)) // [0.5]
 */
export function probabilities(link: Link, margins: Float64Array): Float64Array {
  switch (link.kind) {
    case 'identity':
      return Float64Array.from(margins);
    case 'logistic': {
      const each = margins.map((margin) => 1 / (1 + Math.exp(-link.steepness * (margin - link.midpoint))));
      return link.normalised ? shares(each) : each;
    }
    case 'softmax': {
      const highest = margins.reduce((high, margin) => Math.max(high, margin), Number.NEGATIVE_INFINITY);
      return shares(margins.map((margin) => Math.exp(margin - highest)));
    }
    case 'exponential':
      return margins.map(Math.exp);
    case 'log1p-exp':
      return margins.map((margin) => Math.log1p(Math.exp(margin)));
    case 'signed-square':
      return margins.map((margin) => Math.sign(margin) * margin * margin);
  }
}

function shares(parts: Float64Array): Float64Array {
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
}
