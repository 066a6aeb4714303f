import { type Browser, chromium } from 'playwright-core';

/** Where a Chromium may be; `CHROME_PATH` wins. */
function candidates(): readonly string[] {
  const own = process.env.CHROME_PATH;
  const usual = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return own === undefined || own === '' ? usual : [own];
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What a skipped browser test says. */
export const howToGetABrowser =
  'no browser: run "apt-get install chromium", or set CHROME_PATH to a Chrome or Chromium';

/** Starts the first browser that runs, or gives null when there is none. The caller closes it. */
export async function launchBrowser(): Promise<Browser | null> {
  for (const executablePath of candidates()) {
    try {
      return await chromium.launch({ executablePath, args: [...flags] });
    } catch {
      // Not there, or not a browser: the next one may be.
    }
  }
  return null;
}
