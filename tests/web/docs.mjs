// The pictures of the documentation:  node docs.mjs
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './browser.mjs';
import { makeReports, root } from './reports.mjs';

const folder = join(root, 'docs/images');
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
const reports = makeReports();

async function picture(report, name, scale, clip) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 1000, deviceScaleFactor: scale });
  await page.goto('file://' + report, { waitUntil: 'load' });
  const place = await clip(page);
  await page.screenshot({ path: join(folder, name), clip: place, captureBeyondViewport: true });
  await page.close();
}

async function around(page, selector, height) {
  return page.$eval(selector, (element, most) => {
    const box = element.getBoundingClientRect();
    return { x: 0, y: box.top + scrollY - 24, width: innerWidth, height: Math.min(most, box.height + 48) };
  }, height);
}

await picture(reports.candidate, 'candidate.png', 0.75, async () => ({ x: 0, y: 0, width: 1200, height: 1220 }));
await picture(reports.candidate, 'pages.png', 0.75, (page) => around(page, '.spread', 1200));
await picture(reports.ranking, 'ranking.png', 0.75, async () => ({ x: 0, y: 0, width: 1200, height: 900 }));
await browser.close();
