/** Somebody with a browser and no script, by HTTP alone. */

/** Somebody with a browser and no script: follows where they are sent, keeps cookies, fills in forms. */
export interface Visitor {
  get(path: string): Promise<Shown>;
  post(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Shown>;
  send(path: string, form: FormData): Promise<Shown>;
}

/** A page as it came. */
export interface Shown {
  readonly status: number;
  readonly path: string;
  readonly html: string;
}

/** How somebody visits. */
export interface Visiting {
  readonly headers?: Readonly<Record<string, string>>;
  /** Goes on to the page that an answer names; as a browser does. */
  readonly follow?: boolean;
}

/** Somebody who visits a server. */
export function visitorOf(url: string, { headers = {}, follow = true }: Visiting = {}): Visitor {
  const jar = new Map<string, string>();
  let token = '';
  async function ask(path: string, init: RequestInit = {}): Promise<Shown> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${url}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { ...headers, ...(cookie === '' ? {} : { cookie }) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/Max-Age=0/.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const to = response.headers.get('location');
    if (response.status === 303 && to !== null) {
      if (follow) return ask(to.replace(url, ''));
      await response.body?.cancel();
      return { status: response.status, path: to.replace(url, ''), html: '' };
    }
    const html = await response.text();
    token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? token;
    return { status: response.status, path, html };
  }
  return {
    get: (path) => ask(path),
    post: (path, fields) => {
      const body = new URLSearchParams({ token });
      for (const [name, value] of Object.entries(fields))
        for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
      return ask(path, { method: 'POST', body });
    },
    send: (path, form) => {
      form.set('token', token);
      return ask(path, { method: 'POST', body: form });
    },
  };
}
