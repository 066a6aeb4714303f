/**
 * `ombud/explanation@1`: why one decision came out as it did, and what would change it. Published as JSON Schema in
 * `schema/explanation.json`.
 */
import { z } from 'zod';
import { list, number } from './parts.ts';

const value = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .describe('A value of a column, as the model was given it; null where it is missing');

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const prediction = z
  .strictObject({
    raw: number.describe(
      'What the model computes: for most a log-odds; null where the model does not tell it',
    ),
    probability: number.describe('Or the predicted quantity; null where the model gives none'),
    decision: z.enum(['positive', 'negative']).describe('The decision that follows'),
    favourable: z.boolean().describe('Whether that decision is the one that is good for the person'),
  })
  .readonly();

const attribution = z
  .strictObject({
    column: z.string().describe('A column, or the code of columns that are explained as one'),
    columns: list(z.string()).describe('The columns that it stands for'),
    value,
    contribution: z.number().describe('How far this value moves the raw prediction from the baseline'),
    standardError: number.describe('Null where the contribution is exact'),
  })
  .readonly();

const change = z
  .strictObject({
    column: z.string().describe('A column of the model, or time'),
    unit: z.string().nullable().describe('For time: its unit'),
    from: value,
    to: value,
    range: z
      .strictObject({
        low: number.describe('Null: no end below'),
        high: number.describe('Null: no end above'),
      })
      .readonly()
      .nullable()
      .describe(
        'Values that do as well, whatever the other changes are in theirs; null beside a bound: the permitted end',
      ),
    moves: list(
      z
        .strictObject({
          column: z.string().describe('The column'),
          from: number.describe('Its value now'),
          to: z.number().describe('Its value then'),
        })
        .readonly(),
    ).describe('Columns that move by themselves with this one'),
  })
  .readonly();

const plan = z
  .strictObject({
    changes: list(change).describe('What would have to be otherwise'),
    cost: z.number().min(0).describe('By the declared costs; smaller is easier'),
    prediction: prediction.describe('What the model says then'),
  })
  .readonly();

const proof = z
  .discriminatedUnion('method', [
    z.strictObject({
      method: z.literal('exact'),
      changes: z.number().int().describe('Greatest number of columns changed at once'),
    }),
    z.strictObject({
      method: z.literal('optimiser'),
      margin: z.number().describe('In the unit of the raw prediction'),
    }),
    z.strictObject({ method: z.literal('bound') }),
    z.strictObject({
      method: z.literal('search'),
      asked: z.number().int().describe('How often the model was asked'),
    }),
  ])
  .describe(
    'How far the answer reaches. exact: every change of at most so many columns. optimiser: any number of changes, with a margin that its rounding cannot bridge. bound: any number, because even the best of each is not enough. search: only what was tried, it proves nothing',
  );

const recourse = z
  .strictObject({
    state: z
      .enum(['found', 'none-exists', 'none-found'])
      .describe('none-exists is proved as far as the proof says; none-found proves nothing'),
    proof,
    plans: list(plan).describe('Cheapest first; each the cheapest of its own columns'),
    unknown: list(z.string()).describe('Columns that could be changed, but whose value is missing'),
  })
  .readonly();

const reason = z
  .strictObject({
    code: z.string().describe('Of the reason, as declared, or the column'),
    column: z.string().describe('The column that it is about'),
    text: z.string().describe('The sentence for the person'),
    contribution: z.number().describe('How far it moves the raw prediction from the baseline'),
  })
  .readonly();

/** The schema of an explanation, `ombud/explanation@1`. */
export const explanationSchema = z
  .strictObject({
    schema: z.literal('ombud/explanation@1'),
    made: z.string().describe('When the explanation was made: UTC, RFC 3339'),
    version: z.string().describe('The version of Ombud that made it'),
    system: z
      .strictObject({
        id: z.string().describe('Its id'),
        title: z.string().nullable().describe('Its title'),
        owner: z.string().nullable().describe('Who answers for it'),
        contact: z.string().nullable().describe('How to reach them'),
      })
      .readonly()
      .nullable()
      .describe('The system that decided, where it is declared'),
    about: z
      .strictObject({
        source: z.string().describe('Where the decision was read'),
        row: z.number().int().nullable().describe('The first row of the data is 1'),
        entry: z
          .strictObject({
            origin: z.string().describe('The name of the log'),
            index: z.number().int().describe('The place of the entry; the first is 0'),
          })
          .readonly()
          .nullable()
          .describe('The recorded decision, where it comes from a ledger'),
        decided: z.string().nullable().describe('When it was decided, where that is known'),
      })
      .readonly()
      .describe('The decision that is explained'),
    model: z
      .strictObject({
        digest: digest
          .nullable()
          .describe('SHA-256 of the model file, hexadecimal; null where a server was asked'),
        version: z.string().nullable().describe('As its team calls it'),
        format: z.string().describe('The format of the file'),
        component: z.string().nullable().describe('The part of a combined system'),
      })
      .readonly()
      .describe('The model that decided'),
    language: z.string().describe('Of the texts: BCP 47'),
    labels: z
      .record(z.string(), z.string())
      .readonly()
      .describe('What a column is called for people, where that is declared'),
    rule: z
      .strictObject({
        cutoff: z.number().describe('On that scale'),
        scale: z.enum(['probability', 'raw']).describe('What of the prediction is compared with it'),
        favourable: z.enum(['positive', 'negative']).describe('Which decision is good for the person'),
        output: z.number().int().describe('Which output of the model, from 0'),
      })
      .readonly()
      .describe('The decision is the positive one at or above the cut-off'),
    prediction: prediction.describe('What the model says of the person'),
    method: z
      .enum(['path-dependent', 'interventional', 'linear', 'permutation', 'kernel'])
      .describe('How the contributions were computed'),
    baseline: z.number().describe('The raw prediction from which the contributions are counted'),
    attributions: list(attribution).describe('They and the baseline add up to the raw prediction'),
    reasons: list(reason).describe('The principal reasons, most important first'),
    also: list(reason).describe('What counted as well, each less than the principal reasons'),
    blocked: list(
      z
        .strictObject({
          column: z.string().describe('The column that it is about'),
          because: z
            .enum(['protected', 'third-person', 'secret', 'safety'])
            .describe('Why it may not be told'),
        })
        .readonly(),
    ).describe('Reasons that may not simply be told: where there is one, no letter goes out without a human'),
    stability: z
      .strictObject({
        tried: z.number().int().describe('Backgrounds tried'),
        same: z.number().int().describe('Those that give the same principal reasons'),
        kept: list(
          z
            .strictObject({
              code: z.string().describe('Of the reason'),
              times: z.number().int().describe('In how many it is one of them'),
            })
            .readonly(),
        ).describe('How often each principal reason comes out'),
      })
      .readonly()
      .nullable()
      .describe('In how many other sensible backgrounds the same reasons come out'),
    recourse: recourse
      .nullable()
      .describe('Null where it was not asked for, or the decision is already the favourable one'),
    background: z
      .strictObject({
        rows: z.number().int().min(0).describe('How many'),
        fingerprint: z.string().describe('SHA-256 of the rows, as sha256:hex'),
        people: z.enum(['just-accepted', 'all', 'training']).describe('Who they are'),
      })
      .readonly()
      .describe('The people compared with'),
    validUntil: z.string().nullable().describe('The day after which the plans are not promised any more'),
  })
  .readonly();

/** An explanation of one decision: attributions, reasons and plans, with how each was computed. */
export type Explanation = z.output<typeof explanationSchema>;
/** How much one input moved the score of a decision, in the unit of the margin. */
export type Attribution = z.output<typeof attribution>;
/** Changes that together would turn a decision, with their cost. */
export type RecoursePlan = z.output<typeof plan>;
/** One change of a plan: an input, its value now and the value that would do. */
export type RecourseChange = z.output<typeof change>;
/** How sure it is that a plan is the cheapest, or that there is none. */
export type RecourseProof = z.output<typeof proof>;
/** One principal reason against a person, as a letter may tell it. */
export type ExplanationReason = z.output<typeof reason>;
