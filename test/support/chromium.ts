import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The path of a Chromium on this machine, `CHROMIUM_PATH` first; `undefined` where there is none. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  const candidates = named === undefined ? usual : [named, ...usual];
  return candidates.find((candidate) => existsSync(candidate));
}

/** The reason to skip a browser test, for the `skip` option of node:test; `false` where Chromium is found. */
export const withoutChromium: string | false =
  findChromium() === undefined
    ? 'no Chromium at CHROMIUM_PATH, /usr/bin/chromium, /usr/bin/chromium-browser or /usr/bin/google-chrome'
    : false;

/** Starts a headless Chromium; without its sandbox, which root may not use. */
export async function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error('There is no Chromium on this machine.');
  }
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}
