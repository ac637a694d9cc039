// A headless Chromium for the scripts beside this one.
import { existsSync } from 'node:fs';

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome'];
const skipped = 77; // what ctest takes for "skipped"

export async function openBrowser() {
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath) {
    console.log('skipped: no Chromium is installed (set CHROMIUM to its path)');
    process.exit(skipped);
  }
  let puppeteer;
  try {
    puppeteer = (await import('puppeteer-core')).default;
  } catch {
    console.log('skipped: run "npm install" in tests/web first');
    process.exit(skipped);
  }
  return puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}
