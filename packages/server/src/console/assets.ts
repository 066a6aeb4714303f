/** The one script of the console. Every page works without it: it copies code, follows an audit as it goes on, and asks for passkeys. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { serverErrors } from '../errors.ts';
import { forGood, text } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';

const script = `
const own = document.currentScript;
for (const code of document.querySelectorAll('.codebox')) {
  if (!navigator.clipboard) break;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = own.dataset.copy;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.querySelector('.code').textContent);
    button.textContent = '\\u2713 ' + own.dataset.copy;
  });
  code.append(button);
}
const live = document.querySelector('[data-follow]');
if (live) {
  const events = new EventSource(live.dataset.follow);
  events.addEventListener('audit', ({ data }) => {
    const { state, done } = JSON.parse(data);
    if (state === 'done' || state === 'failed') {
      events.close();
      location.reload();
    } else live.querySelector('progress').value = done;
  });
}
const key = document.querySelector('[data-passkey]');
if (key && window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
  const { passkey, act, next, token, failed } = key.dataset;
  const post = async (path, body) => {
    const headers = { 'content-type': 'application/json', 'x-form-token': token };
    const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };
  const ask = {
    make: async (options) =>
      navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
    use: async (options) =>
      navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  };
  key.hidden = false;
  key.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    key.querySelector('[role=status]').textContent = '';
    try {
      const said = (field) => key.querySelector('[name=' + field + ']')?.value;
      const asked = act === 'make' ? { password: said('passkey-password') ?? '' } : {};
      const response = (await ask[act](await post(passkey + '/options', asked))).toJSON();
      const name = said('passkey-name');
      await post(passkey, name === undefined ? { response } : { name, response });
      location.assign(next);
    } catch {
      key.querySelector('[role=status]').textContent = failed;
    }
  });
}
`;

const name = `${createHash('sha256').update(script).digest('hex').slice(0, 16)}.js`;

/** Where the script lies: another script has another address. */
export const scriptPath = `/assets/${name}`;

/** Files that pages ask for. */
export const assetRoute: Route = route({
  id: 'asset',
  method: 'GET',
  path: '/assets/{file}',
  who: { public: true },
  params: z.strictObject({ file: z.string().max(100).describe('As a page names it') }),
  gives: { kind: 'text', type: 'text/javascript; charset=utf-8' },
  handle: async ({ params }) => {
    if (params.file !== name) throw serverErrors.error('OMBUD_E_HTTP_NO_ROUTE', 'path');
    return text('text/javascript; charset=utf-8', script, { headers: forGood });
  },
});
