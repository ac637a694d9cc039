// A headless Chromium for the scripts beside this one.
import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome'];

export function openBrowser() {
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath) {
    console.log('skipped: no Chromium is installed (set CHROMIUM to its path)');
    process.exit(0);
  }
  return puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}
