// A service that decides about loans and can be asked why not to.
import { OmbudClient, webhookReceiver } from '@ombud/client';
import express from 'express';

const { OMBUD_URL: url, OMBUD_KEY: key, OMBUD_WEBHOOK_SECRET: secret, PORT = '3000' } = process.env;
// What cannot be sent waits in the file and is sent later, in order; also after a crash.
const ombud = new OmbudClient({ url, key, system: 'loans', whenDown: 'spool', spool: 'decisions.spool' });
const app = express();

app.post('/applications', express.json(), async (request, response) => {
  if (!(await ombud.mayDecide())) {
    response.status(503).json({ decided: false, why: 'a person looks at it' });
    return;
  }
  const { applicant, income, purpose, sex } = request.body;
  const decision = income >= 2000 ? 'yes' : 'no';
  const outcome = await ombud.record({
    subject: applicant,
    decision,
    inputs: { income, purpose },
    attributes: { sex },
    model: 'income-rule-1',
  });
  // A decision that is on no disk must have no effect.
  if (outcome.state === 'refused') response.status(500).json({ decided: false, why: outcome.title });
  else response.json({ decided: true, decision, entry: outcome.index ?? null });
});

if (secret !== undefined) {
  const receive = webhookReceiver({ secret, handle: ({ payload }) => console.log('told:', payload) });
  app.post('/hooks', express.raw({ type: '*/*' }), async (request, response) => {
    response.sendStatus(await receive(request.headers, request.body));
  });
}

const server = app.listen(Number(PORT), '127.0.0.1', () => console.log(`http://127.0.0.1:${PORT}`));
process.once('SIGTERM', () => server.close(() => ombud.close()));
