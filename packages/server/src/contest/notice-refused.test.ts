/** What is not sent to a person: a letter that lacks, contradicts what was recorded, or shows other than what it says. */
import { expect, test } from 'vitest';
import { contestDeclared, contestWorld, must, noticeOf } from '../../test/contest-world.ts';
import { officer, pieceIn } from '../../test/office.ts';
import { lettersOf } from './letters.ts';

test('a notice that lacks, or that nobody has signed, is not sent, and says why', async () => {
  const world = await contestWorld({}, { signatures: [], packs: ['us-reg-b-1002-9'] });
  const recorded = (await (
    await must(
      world.recorder('POST', '/api/v1/systems/payments/decisions/batch', {
        decisions: [
          { subject: 'p', decision: 'debt', inputs: { income: 1, averaged: 'no' }, attributes: { sex: 'F' } },
        ],
      }),
    )
  ).json()) as { decisions: { index: number }[] };
  const notice = { ...noticeOf(recorded.decisions[0]?.index ?? -1, 0), reasons: [] };
  const answered = (await (
    await must(
      world.operator('POST', '/api/v1/systems/payments/notices', {
        notices: [notice, { ...notice, decision: 9999 }],
      }),
    )
  ).json()) as { items: { state: string; refused: { reason: string }[] }[] };
  expect(answered.items.map(({ state, refused }) => [state, refused.map(({ reason }) => reason)])).toEqual([
    ['refused', ['unsigned', 'lacks']],
    ['refused', ['not-there']],
  ]);
});

test('what is printed in letters is declared as it looks, and a person is kept as they are written to', async () => {
  const { operator, recorder } = await contestWorld();
  const { office, inputs } = contestDeclared;
  for (const change of [
    { office: { ...office, post: 'PO Box 12\nNorth City' } },
    { machine: { name: 'Pay\u202echeck', role: 'decided' } },
    { ground: 'First.\nSecond.' },
    { regulator: { name: '\u200b', contact: '1' } },
    { inputs: { ...inputs, income: { label: { en: 'Pay\u0000' }, source: { en: 'You' } } } },
  ]) {
    const declared = { ...contestDeclared, ...change };
    expect([change, (await operator('PUT', '/api/v1/systems/payments/contest', declared)).status]).toEqual([
      change,
      400,
    ]);
  }
  const keep = async (person: object) =>
    (await recorder('PUT', '/api/v1/vault/people', { subject: 'p', person: { language: 'en', ...person } }))
      .status;
  expect(await keep({ name: 'Kim\u202e Example' })).toBe(400);
  expect(await keep({ name: 'Kim', addresses: ['1 Road\u2066\nNorth City'] })).toBe(400);
  expect(await keep({ name: 'Kim', addresses: ['1 Road\nNorth City\n'] })).toBe(200);
});

test('a letter that contradicts what was recorded, the calendar or itself is not sent, and keeps no other waiting', async () => {
  const world = await contestWorld();
  const { recorder, operator } = world;
  const subjects = ['debt', 'no debt', 'debt', 'debt'].map((decision, i) => ({
    subject: `q-${i}`,
    decision,
    inputs: { income: i, averaged: 'no' },
    attributes: { sex: 'F' },
    ...(i === 3 ? { decided: '2026-11-20T12:00:00Z' } : {}),
  }));
  const made = await must(
    recorder('POST', '/api/v1/systems/payments/decisions/batch', { decisions: subjects }),
  );
  const [debt = -1, none = -1, twice = -1, dated = -1] = (
    (await made.json()) as { decisions: { index: number }[] }
  ).decisions.map(({ index }) => index);
  const owed = noticeOf(debt, 0).decided;
  const issue = async (notices: readonly object[]) => {
    const response = await operator('POST', '/api/v1/systems/payments/notices', { notices });
    expect(response.status).toBe(200);
    const { items } = (await response.json()) as {
      items: { state: string; refused: { reason: string }[] }[];
    };
    return items.map(({ state, refused }) => [state, ...refused.map(({ reason }) => reason)]);
  };
  const of = (decision: number, change: object = {}) => ({ ...noticeOf(decision, 0), ...change });
  const wrong: readonly (readonly [object, string])[] = [
    [of(none), 'other-decision'],
    [of(debt, { decided: { kind: 'refusal', what: 'your grant' } }), 'other-kind'],
    [of(debt, { decidedOn: '2030-01-01' }), 'not-decided-yet'],
    [of(dated, { decidedOn: '2026-11-21' }), 'other-day'],
    [of(debt, { starts: '2026-11-01', ends: '2026-01-01' }), 'ends-before'],
    [of(debt, { reasons: [] }), 'no-reasons'],
    [of(debt, { decided: { ...owed, from: '2026-06-30', to: '2025-07-01' } }), 'ends-before'],
    [of(debt, { decided: { ...owed, amount: { minor: 1, currency: 'XXX' } } }), 'no-currency'],
    // Nothing that a person knows.
    [of(debt, { second: '--- ' }), 'second-unfit'],
    [of(debt, { second: '1990-02-31' }), 'second-unfit'],
  ];
  for (const [notice, reason] of wrong) expect(await issue([notice])).toEqual([['refused', reason]]);
  // No calendar of that name, no such zone: no such request.
  for (const change of [
    { calendar: 'XX' },
    { zone: 'Mars/Base' },
    // What would stand in the letter as another line, or read from the other side.
    { reference: 'R\n\nDear all' },
    { recipient: ['A\u202eevil', 'x'] },
    { recipient: ['\u200b'] },
    { reasons: ['Because.\u2028Pay now.'] },
    { reasons: [' '] },
    { second: ' ' },
    { decided: { kind: 'refusal', what: 'your\u0007grant' } },
  ])
    expect(
      (await operator('POST', '/api/v1/systems/payments/notices', { notices: [of(debt, change)] })).status,
    ).toBe(400);
  // Twice in one request, beside a good one and one that says its own day.
  expect(
    await issue([of(debt), of(twice), of(twice), of(dated, { decidedOn: '2026-11-20' }), of(none)]),
  ).toEqual([['queued'], ['queued'], ['refused', 'told-twice'], ['queued'], ['refused', 'other-decision']]);
  // Twice at once: each case is opened once, and nobody's request fails.
  const again = await must(
    recorder('POST', '/api/v1/systems/payments/decisions/batch', {
      decisions: Array.from({ length: 4 }, (_, i) => ({ ...subjects[0], subject: `r-${i}` })),
    }),
  );
  const fresh = ((await again.json()) as { decisions: { index: number }[] }).decisions;
  const raced = await Promise.all([0, 1, 2].map(() => issue(fresh.map(({ index }) => of(index)))));
  const states = fresh.map((_, i) => raced.filter((answer) => answer[i]?.[0] === 'queued').length);
  expect(states).toEqual([1, 1, 1, 1]);
});

test('the letter says of the machine what was recorded: not that no person looked where one decided, and nothing of the shadow', async () => {
  const world = await contestWorld();
  const { recorder, operator, running } = world;
  const told = async (more: object, role?: string) => {
    if (role !== undefined)
      await must(
        operator('PUT', '/api/v1/systems/payments/contest', {
          ...contestDeclared,
          machine: { name: 'Pay check', role },
        }),
      );
    const decision = {
      subject: 'q',
      decision: 'debt',
      inputs: { income: 1, averaged: 'no' },
      attributes: { sex: 'F' },
    };
    const { index } = (await (
      await must(recorder('POST', '/api/v1/systems/payments/decisions', { ...decision, ...more }))
    ).json()) as { index: number };
    const notices = [noticeOf(index, index)];
    const { items } = (await (
      await must(operator('POST', '/api/v1/systems/payments/notices', { notices }))
    ).json()) as { items: { case: string | null; refused: { reason: string }[] }[] };
    const [one] = items;
    const letter = (await lettersOf(running.services, [one?.case ?? ''])).get(one?.case ?? '');
    return [one?.refused.map(({ reason }) => reason), letter?.facts.machine?.role];
  };
  expect(await told({})).toEqual([[], 'decided']);
  expect(await told({ by: 'person' })).toEqual([[], null]);
  expect(await told({ shadow: true })).toEqual([['shadow'], undefined]);
  expect(await told({ by: 'person' }, 'proposed')).toEqual([[], 'proposed']);
  expect(await told({})).toEqual([['other-decider'], undefined]);
  const clerk = await officer(world.running, 'clerk');
  const page = await clerk.ask.get('/systems/payments/notices');
  const { html } = await clerk.ask.get(pieceIn(page.html).print);
  expect(html.match(/We used a computer/g)).toHaveLength(3);
  expect(html.match(/It decided by itself/g)).toHaveLength(1);
  expect(html.match(/Then a person decided/g)).toHaveLength(1);
});
