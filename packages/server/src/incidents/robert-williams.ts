/** The arrest of Robert Williams against a server: what it answers to whoever wants to act on a match. */
import { moveOf, sendLetters } from './people.ts';
import { type Keyed, lettersOf, must, openStage } from './stage.ts';

const system = 'face-search';
const at = `/api/v1/systems/${system}`;

const declared = {
  system,
  title: 'Search of faces',
  data: { decision: { column: 'match', positive: ['yes'] }, favourable: 'negative' },
  inputs: [{ name: 'similarity', type: 'number' }],
};

/** What is tried, in order, and what the server answers: the guard that refuses, or null where it is done. */
export interface WilliamsFigures {
  readonly fromMatch: string | null;
  readonly withoutEvidence: string | null;
  readonly byOne: string | null;
  readonly byOneTwice: string | null;
  readonly byTwo: string | null;
  readonly entries: number;
}

/** Runs it. */
export async function stageRobertWilliams(): Promise<WilliamsFigures> {
  const stage = await openStage(system);
  try {
    const [office, first, second, recipient, auditor] = (await Promise.all(
      (['operator', 'reviewer', 'reviewer', 'recorder', 'auditor'] as const).map((role) => stage.as(role)),
    )) as [Keyed, Keyed, Keyed, Keyed, Keyed];
    await must(office.ask('PUT', at, declared));
    const letters = lettersOf(system, 'refusal', 'Office of Inquiries');
    await must(office.ask('PUT', `${at}/contest`, { ...letters, biometric: true }));
    const [outcome] = await stage.client.recordMany(
      [
        {
          subject: 'photograph-1',
          decision: 'yes',
          score: 0.71,
          inputs: { similarity: 0.71 },
          key: 'search-1',
        },
      ].map((one) => ({ ...one, decided: `${stage.date(0)}T00:00:00Z` })),
    );
    if (outcome?.state !== 'recorded') throw new Error(JSON.stringify(outcome));
    const [to] = await sendLetters(stage, office, 0, [
      {
        reference: 'search-1',
        decision: outcome.index,
        decided: { kind: 'refusal', what: 'that this is somebody else' },
        reasons: ['A search of photographs named yours as the most like.'],
        harm: 100,
      },
    ]);
    const id = to?.case ?? '';
    const person = stage.person(1);
    await person.get('/en/case');
    await person.post('/en/case/enter', { code: to?.code ?? '', second: to?.second ?? '' });
    const tried = async ({ ask }: Keyed, event: string, body: object = {}): Promise<string | null> => {
      const told = await ask('POST', `${at}/cases/${id}/moves/effect/${event}`, body);
      if (told.status < 400) return null;
      const { reason, params } = told.body as { reason: string; params: { guard?: string } };
      return params.guard ?? reason;
    };
    const arrest = () => tried(recipient, 'begin');
    const seen = { facts: { corroboration: 'Somebody who was there names the same person.' } };
    const fromMatch = await arrest();
    const withoutEvidence = await tried(first, 'confirm-match');
    await moveOf(stage, id)(first, 'effect/confirm-match', seen);
    const byOne = await arrest();
    const byOneTwice = await tried(first, 'confirm-match', seen);
    await moveOf(stage, id)(second, 'effect/confirm-match', seen);
    const byTwo = await arrest();
    const { size } = await must<{ size: number }>(auditor.ask('GET', '/api/v1/log'));
    return { fromMatch, withoutEvidence, byOne, byOneTwice, byTwo, entries: size };
  } finally {
    await stage.client.close();
    await stage.close();
  }
}
