// Pictures of the reports in light, dark, narrow and print:  node pictures.mjs [FOLDER]
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openBrowser } from './browser.mjs';
import { makeOddReports, makeReports } from './reports.mjs';

const folder = resolve(process.argv[2] || 'pictures');
mkdirSync(folder, { recursive: true });

const looks = {
  light: { width: 1280, scheme: 'light' },
  dark: { width: 1280, scheme: 'dark' },
  narrow: { width: 400, scheme: 'light' },
};

const browser = await openBrowser();
for (const [name, path] of Object.entries({ ...makeReports(), ...await makeOddReports(browser) })) {
  for (const [look, { width, scheme }] of Object.entries(looks)) {
    const page = await browser.newPage();
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setViewport({ width, height: 900 });
    await page.goto('file://' + path, { waitUntil: 'load' });
    const file = join(folder, `${name}-${look}.png`);
    await page.screenshot({ path: file, fullPage: true });
    // Nothing may stick out of the window to the right.
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    console.log(file + (over > 0 ? ` is ${over} pixels too wide` : ''));
    if (over > 0) process.exitCode = 1;
    await page.close();
  }
  const page = await browser.newPage();
  await page.goto('file://' + path, { waitUntil: 'load' });
  const file = join(folder, `${name}-print.pdf`);
  const pdf = await page.pdf({ path: file, format: 'A4', margin: { top: 40, bottom: 40, left: 40, right: 40 } });
  const pages = Buffer.from(pdf).toString('latin1').match(/\/Type \/Page\b/g) || [];
  console.log(`${file}: ${pages.length} pages`);
  await page.close();
}
await browser.close();
