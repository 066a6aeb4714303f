import type { OpenModel } from '@ombud/model';
import type { Explainer } from './attribution.ts';
import { interventional } from './interventional.ts';
import { linear } from './linear.ts';
import type { ExplainOptions } from './options.ts';
import { pathDependent } from './path-dependent.ts';

/**
 * The exact explainer of a model: interventional against a background where one is given, else path-dependent from the
 * covers of the file.
 * @throws OMBUD_E_ATTRIBUTION/no-background where the model needs one, /no-cover where its file tells no covers
 */
export function explainerOf(
  model: OpenModel,
  background: readonly Float64Array[] | null,
  options: ExplainOptions = {},
): Explainer {
  switch (model.kind) {
    case 'linear':
      return linear(model, background ?? [], options);
    case 'trees':
      return background === null ? pathDependent(model, options) : interventional(model, background, options);
  }
}
