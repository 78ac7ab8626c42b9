import { access } from 'node:fs/promises';
import { chromium, type Browser } from 'playwright-core';

const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Starts the Chromium of this machine: `CHROMIUM_PATH`, or where it usually is. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    // Tests run as root in containers, where Chromium's own sandbox does not work; they visit this machine only.
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}

async function findChromium(): Promise<string> {
  const paths = process.env.CHROMIUM_PATH
    ? [process.env.CHROMIUM_PATH]
    : USUAL_PATHS;
  for (const path of paths) {
    const exists = await access(path).then(
      () => true,
      () => false,
    );
    if (exists) {
      return path;
    }
  }
  throw new Error(
    `No Chromium at ${paths.join(
      ' or ',
    )}: install it, or set CHROMIUM_PATH to it.`,
  );
}
