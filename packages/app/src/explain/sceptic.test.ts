/** What a sceptic, who had not seen the code, made an explanation say that was false; each by its name. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusalOf } from '@ombud/testing/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as app from '../index.ts';

let folder = '';
const at = (name: string): string => join(folder, name);

/** A linear model of three columns; `sex` speaks against F. */
const linear = {
  schema: 'ombud/model@1',
  kind: 'linear',
  features: [{ name: 'debts' }, { name: 'age' }, { name: 'sex' }],
  outputs: 1,
  classes: ['no', 'yes'],
  link: { kind: 'logistic' },
  weights: [[-0.5, 0.01, 1]],
  intercepts: [0.5],
};

async function explain(yaml: string, model: object | string = linear, row = 1) {
  const file = typeof model === 'string' ? model : at('model.json');
  if (typeof model !== 'string') await writeFile(file, JSON.stringify(model));
  const config = app.parseDeclaration(`system: loans\n${yaml}`, 'ombud.yaml');
  const { explanation } = await app.explainDecision(
    {
      model: file,
      data: at('people.csv'),
      pick: { kind: 'row', row },
      declaration: { config, file: 'ombud.yaml' },
      plans: 3,
      language: 'en',
    },
    { now: () => 0, randomBytes, progress: () => undefined },
  );
  return explanation;
}

const refused = (yaml: string, model: object | string = linear) => refusalOf(() => explain(yaml, model));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ombud-sceptic-explain-'));
  const people = Array.from({ length: 40 }, (_, i) => `${i % 6},${20 + i},${i % 2},x${i}`);
  await writeFile(at('people.csv'), `debts,age,sex,Postcode\n4,30,0,x\n${people.join('\n')}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

describe('a cut-off that nobody declared', () => {
  const amounts = { ...linear, classes: null, link: { kind: 'identity' }, intercepts: [100] };

  it('is not taken for an amount, also where explain declares something else', async () => {
    expect(await refused('explain: { reasons: { most: 2 } }', amounts)).toMatch(/nobody said at which score/);
    expect((await explain('explain: { cutoff: 99 }', amounts)).prediction.probability).toBeCloseTo(98.3, 9);
  });

  it('is not taken for a margin', async () => {
    expect(await refused('explain: { scale: raw }')).toMatch(/nobody said at which score/);
  });

  it('is one half of a probability', async () => {
    expect((await explain('explain: { reasons: { most: 2 } }')).rule.cutoff).toBe(0.5);
  });

  it('that no probability reaches is refused', async () => {
    expect(await refused('explain: { cutoff: 7 }')).toMatch(/cut-off 7 is no probability/);
    expect(await refused('explain: { cutoff: -0.1 }')).toMatch(/is no probability/);
  });

  describe('of a server', () => {
    let server: Server;
    let url = '';
    beforeAll(async () => {
      server = createServer((request, response) => {
        let body = '';
        request.on('data', (part) => {
          body += part;
        });
        request.on('end', () => {
          const { rows } = JSON.parse(body) as { rows: unknown[] };
          response.end(JSON.stringify({ predictions: rows.map((_, i) => (i === 3 ? 64 : 0.3)) }));
        });
      });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const address = server.address();
      url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
    });
    afterAll(() => {
      server.close();
    });

    it('is refused where one of its answers is no probability', async () => {
      const inputs = 'inputs: [{ name: debts, type: number }]';
      expect(await refused(inputs, url)).toMatch(/nobody said at which score/);
    });
  });
});

describe('what may not be told', () => {
  it('is not hidden among columns that outweigh it', async () => {
    const text =
      'texts: [{ code: R, columns: [sex, debts], text: Your debts }, { code: A, columns: age, text: Age }]';
    expect(await refused(`data: { groups: [sex] }\nexplain: { reasons: { ${text} } }`)).toMatch(
      /could hide it/,
    );
    const secret = 'unspeakable: [{ column: debts, because: secret }]';
    expect(await refused(`explain: { reasons: { ${secret}, ${text} } }`)).toMatch(
      /"debts" may not simply be told/,
    );
  });

  it.each([
    ['a group', 'data: { groups: [sex] }', ''],
    ['a protected column', '', 'reasons: { protected: [sex] },'],
    ['an unspeakable one', '', 'reasons: { unspeakable: [{ column: sex, because: secret }] },'],
    ['a special input', 'inputs: [{ name: sex, type: number, sensitivity: special }]', ''],
  ])('is in no plan: %s', async (_, outside, inside) => {
    const yaml = `${outside}\nexplain: { ${inside} recourse: { columns: { sex: up } } }`;
    expect(await refused(yaml)).toMatch(/"sex" may not be told to the person or decided by/);
  });

  it('is looked for under the name that was declared: a misspelt one protects nobody, and is refused', async () => {
    expect(await refused('explain: { reasons: { protected: [Sex] } }')).toMatch(/Did you mean "sex"/);
    // A column of the data that the model does not read may be declared.
    expect((await explain('explain: { reasons: { protected: [Postcode] } }')).blocked).toEqual([]);
  });
});

describe('a plan', () => {
  it('changes no input of which nobody said that people can change it', async () => {
    const inputs = 'inputs: [{ name: debts, type: integer, mutable: down }, { name: age, type: integer }]';
    const { recourse } = await explain(inputs);
    expect(recourse?.state).toBe('found');
    for (const { changes } of recourse?.plans ?? [])
      expect(changes.map(({ column }) => column)).toEqual(['debts']);
  });
});

describe('the class that is explained', () => {
  it.each([['"no"'], ['maybe'], ['0'], ['5']])(
    '%s is not what one margin of two classes says',
    async (output) => {
      expect(await refused(`explain: { output: ${output} }`)).toMatch(/has no class .* it has yes/);
    },
  );

  it('by its name or place is the second', async () => {
    expect((await explain('explain: { output: "yes" }')).rule.output).toBe(0);
    expect((await explain('explain: { output: 1 }')).rule.output).toBe(0);
  });
});
