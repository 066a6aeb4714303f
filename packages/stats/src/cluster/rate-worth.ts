import { type ClusterMoments, effectiveSampleSize, ratioVariance } from './ratio-variance.ts';

/** Below so many independent people a variance that is seen among them is no measure of what they are worth. */
const fewForVariance = 30;

/** So many independent people would know the rate of weighted or repeated people as well; nobody is worth nobody. */
export function rateWorth(moments: Omit<ClusterMoments, 'clusters'>): number {
  const { events, n, nn } = moments;
  if (n === 0 || nn === 0) return 0;
  // Kish 1965: what the weights alone say that the sample is worth.
  const kish = n ** 2 / nn;
  const seen = effectiveSampleSize(events / n, ratioVariance(moments) ?? 0, kish);
  // Where a few carry nearly all of the weight, the variance between them is hardly seen, and never believed.
  return kish < fewForVariance ? Math.min(seen, kish) : seen;
}
