import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium of CHROMIUM or the PATH; null when there is none. */
export const CHROMIUM: string | null = findChromium();

/** What a suite's name says when it is skipped. */
export const WHY_SKIPPED = CHROMIUM === null ? ' (skipped: no Chromium in CHROMIUM or the PATH)' : '';

function findChromium(): string | null {
  const named = process.env.CHROMIUM ?? '';
  if (named !== '') return existsSync(named) ? named : null;
  for (const name of NAMES) {
    try {
      const path = execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      return path.trim();
    } catch {
      // Not under this name.
    }
  }
  return null;
}

/** Starts a browser with a profile of its own. */
export async function openBrowser(): Promise<Browser> {
  if (CHROMIUM === null) throw new Error('there is no Chromium');
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}
