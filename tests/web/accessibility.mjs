// No violation of WCAG A or AA by axe-core, on both reports, light, dark and narrow.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openBrowser } from './browser.mjs';
import { makeReports } from './reports.mjs';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const browser = await openBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let found = 0;
for (const [name, path] of Object.entries(makeReports())) {
  for (const [width, scheme] of [[1280, 'light'], [1280, 'dark'], [400, 'light']]) {
    const page = await browser.newPage();
    await page.setBypassCSP(true); // for axe alone: the report's own policy forbids foreign scripts
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setViewport({ width, height: 900 });
    await page.goto('file://' + path, { waitUntil: 'load' });
    await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
    await page.evaluate(axe);
    const result = await page.evaluate(
      (only) => window.axe.run(document, { runOnly: { type: 'tag', values: only } }), tags);
    console.log(`${name}, ${width} pixels, ${scheme}: ${result.passes.length} rules hold, ` +
      `${result.violations.length} are violated`);
    if (result.passes.length < 10) throw new Error('axe looked at nothing');
    for (const violation of result.violations) {
      found += 1;
      console.log(`  ${violation.id} (${violation.impact}): ${violation.help}`);
      for (const node of violation.nodes.slice(0, 4)) {
        console.log(`    ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`);
      }
    }
    await page.close();
  }
}
await browser.close();
process.exitCode = found > 0 ? 1 : 0;
