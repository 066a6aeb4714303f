/** The grades of 2020 against a server: every grade recorded, the audit before results day, and an appeal for who was lowered by two. */
import { bandOf, drawCentres, grades, isTwoBelow, type Pupil, pupilsOf } from '@ombud/incidents/staged';
import { type Addressed, appealBy, eachOf } from './appeal-by.ts';
import { answer, asRead, moveOf, type Staff, sendLetters, takeIn } from './people.ts';
import { type Keyed, lettersOf, must, openStage, type Stage } from './stage.ts';

const system = 'standardisation-2020';
const at = `/api/v1/systems/${system}`;
const together = 5000;
/** Of those who were lowered by two or more, so many are told, and of these one in so many appeals. */
const told = 200;
const appealsOneIn = 20;
const waitMs = 100;

const declared = {
  system,
  title: 'Standardisation of grades',
  data: {
    decision: { column: 'lowered', positive: ['yes'] },
    favourable: 'negative',
    groups: ['type', 'cohort'],
  },
  inputs: [
    { name: 'teacher', type: 'category' },
    { name: 'given', type: 'category' },
    { name: 'below', type: 'number' },
  ],
  policy: { assert: { 'selection-rate': ['error', { maxDifference: 0.05 }] } },
};

/** What came of it. */
export interface OfqualFigures {
  readonly pupils: number;
  readonly verdict: string;
  readonly twoBelow: number;
  readonly told: number;
  readonly appealed: number;
  readonly overturned: number;
  /** Whom the remedy found and for whom the lowered grade does not stand. */
  readonly found: number;
  readonly cancelled: number;
  readonly withoutCase: number;
  readonly entries: number;
}

interface Told {
  readonly number: number;
  readonly pupil: Pupil;
  readonly to: Addressed;
}

async function record(stage: Stage, pupils: readonly Pupil[]): Promise<readonly number[]> {
  const indexes: number[] = [];
  for (let from = 0; from < pupils.length; from += together) {
    const some = pupils.slice(from, from + together);
    const outcomes = await stage.client.recordMany(
      some.map(({ type, cohort, teacher, given }, i) => ({
        subject: `pupil-${from + i}`,
        decision: given > teacher ? 'yes' : 'no',
        inputs: { teacher: grades[teacher], given: grades[given], below: given - teacher },
        attributes: { type, cohort: bandOf(cohort) },
        key: `pupil-${from + i}`,
        decided: `${stage.date(0)}T00:00:00Z`,
      })),
    );
    for (const outcome of outcomes) {
      if (outcome.state !== 'recorded') throw new Error(JSON.stringify(outcome));
      indexes.push(outcome.index);
    }
  }
  return indexes;
}

/** The audit before results day, on the server, signed. */
async function audited({ ask }: Keyed): Promise<string> {
  const { id } = await must<{ id: string }>(ask('POST', `${at}/audits`, { sign: true }));
  for (;;) {
    const run = await must<{ state: string; verdict: string | null }>(ask('GET', `${at}/audits/${id}`));
    if (run.state === 'failed') throw new Error(JSON.stringify(run));
    if (run.state === 'done') return run.verdict ?? '';
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

/** Whoever appeals says what the teacher said; a human who reads it gives the teacher's grade. */
async function appealed(stage: Stage, staff: Staff, people: readonly Told[]): Promise<void> {
  await eachOf(people, async ({ number, pupil: { teacher }, to }) => {
    const grade = grades[teacher];
    await appealBy(stage.person(number), to, {
      facts: { given: grade },
      words: `My teacher gave me ${grade}, and saw all of my work.`,
      file: null,
      late: false,
    });
    await takeIn(stage, to.case, staff);
    await answer(stage, to.case, staff, {
      overturned: true,
      reasons: `The work that was handed in is that of ${grade}.`,
    });
  });
}

async function forAll(
  stage: Stage,
  { office, supervisor }: Staff,
  second: Keyed,
  people: readonly Told[],
): Promise<{ readonly found: number; readonly withoutCase: number; readonly cancelled: number }> {
  const id = people[0]?.to.case ?? '';
  const remedy = `${at}/cases/${id}/remedy`;
  const move = moveOf(stage, id);
  const query = {
    name: 'lowered by two or more',
    version: 1,
    all: [{ field: 'below', is: 'at-least', value: 2 }],
  };
  const { found, withoutCase } = await must<{ found: number; withoutCase: readonly number[] }>(
    supervisor.ask('POST', remedy, query),
  );
  for (const [one, event] of [
    [supervisor, 'support'],
    [second, 'approve'],
  ] as const)
    await move(one, `remedy/${event}`, await asRead(one, remedy));
  await move(second, 'remedy/reopen');
  await stage.look('contest-clocks', 'contest-outbox', 'contest-answers');
  await must(office.ask('POST', `${remedy}/told`, { cases: people.map(({ to }) => to.case) }));
  await stage.look('contest-clocks', 'contest-outbox', 'contest-answers');
  const { progress } = await must<{ progress: { cancelled: number } }>(office.ask('GET', remedy));
  return { found, withoutCase: withoutCase.length, cancelled: progress.cancelled };
}

/** Runs it. */
export async function stageOfqual(): Promise<OfqualFigures> {
  const stage = await openStage(system);
  try {
    const [office, clerk, reviewer, supervisor, second, auditor] = (await Promise.all(
      (['operator', 'clerk', 'reviewer', 'administrator', 'administrator', 'auditor'] as const).map((role) =>
        stage.as(role),
      ),
    )) as [Keyed, Keyed, Keyed, Keyed, Keyed, Keyed];
    const staff = { office, clerk, reviewer, supervisor };
    const effects = await stage.receiver(() => {});
    await must(office.ask('PUT', at, declared));
    const letters = { ...lettersOf(system, 'grade', 'Office of Examinations'), remedy: 'cancel' };
    await must(office.ask('PUT', `${at}/contest`, { ...letters, receivers: { effects } }));
    const pupils = pupilsOf(drawCentres());
    const indexes = await record(stage, pupils);
    const verdict = await audited(auditor);
    const lowered = pupils.flatMap((pupil, number) => (isTwoBelow(pupil) ? [{ pupil, number }] : []));
    const some = lowered.slice(0, told);
    const addressed = await sendLetters(
      stage,
      office,
      0,
      some.map(({ pupil: { given }, number }) => ({
        reference: `pupil-${number}`,
        decision: indexes[number] ?? -1,
        decided: { kind: 'grade', subject: 'Mathematics', grade: grades[given] },
        reasons: ['The grades of your school in the three years before set how many may get each grade.'],
        harm: 10,
      })),
    );
    const people = some.flatMap((one, i) => {
      const to = addressed[i];
      return to === undefined ? [] : [{ ...one, to }];
    });
    stage.day(6);
    const appeals = people.filter((_, i) => i % appealsOneIn === 0);
    await appealed(stage, staff, appeals);
    await stage.look('contest-outbox', 'contest-answers');
    const put = await forAll(stage, staff, second, people);
    const { size } = await must<{ size: number }>(auditor.ask('GET', '/api/v1/log'));
    return {
      pupils: pupils.length,
      verdict,
      twoBelow: lowered.length,
      told: people.length,
      appealed: appeals.length,
      overturned: appeals.length,
      ...put,
      entries: size,
    };
  } finally {
    await stage.client.close();
    await stage.close();
  }
}
