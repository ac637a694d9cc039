// Makes the reports that the scripts look at: one résumé and a folder of them, and odder ones.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const program = process.env.ATSMATCH || join(root, 'build/release/atsmatch');

const jobs = join(root, 'corpora/jobs');
const nurseJob = join(jobs, 'coronary_care_nurse_ireland.txt');
const nurse = join(root, 'corpora/resumes/nurse-ie/resume.pdf');

function makeReport(resumes, job, report, more = []) {
  try {
    execFileSync(program, [resumes, job, '--format', 'html', '--as-of', '2026-03-01', '--quiet',
      '-o', report, ...more], { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    // 1: some file of the folder could not be read, which is part of the report.
    if (error.status !== 1) throw error;
  }
  return report;
}

export function makeReports() {
  const folder = mkdtempSync(join(tmpdir(), 'atsmatch-reports-'));
  return {
    candidate: makeReport(nurse, nurseJob, join(folder, 'candidate.html')),
    ranking: makeReport(join(root, 'corpora/resumes'), nurseJob, join(folder, 'ranking.html')),
  };
}

async function printPdf(browser, html, path) {
  const page = await browser.newPage();
  await page.setContent(html);
  await page.pdf({ path, format: 'A4', margin: { top: 60, bottom: 60, left: 60, right: 60 } });
  await page.close();
}

// A career of many pages.
function longResume() {
  const positions = Array.from({ length: 14 }, (_, i) => `<h3>Staff Nurse, Ward ${14 - i}, Example ` +
    `Hospital ${14 - i}</h3><p>March ${2024 - 2 * i} – ${i === 0 ? 'Present' : `February ${2026 - 2 * i}`}</p>` +
    `<ul>${'<li>Monitored telemetry and 12-lead ECGs of up to twenty patients, escalated arrhythmias and led ' +
    'the audit of medication safety with the pharmacists of the ward.</li>'.repeat(7)}</ul>`).join('');
  return `<body style="font:12pt/1.5 sans-serif"><h1>Robin Longways</h1><p>robin.longways@example.com | ` +
    `+353 85 555 0199</p><h2>Experience</h2>${positions}<h2>Education</h2><p>BSc (Hons) in Nursing, ` +
    'Example University, 1992 – 1996</p><h2>Skills</h2><p>ECG interpretation, telemetry, triage</p></body>';
}

function hebrewResume() {
  return '<body dir="rtl" lang="he" style="font:12pt/1.5 sans-serif"><h1>נועה לדוגמה</h1>' +
    '<p dir="ltr" style="text-align:right">noa@example.com | +972 55 555 0123</p><h2>ניסיון תעסוקתי</h2>' +
    '<h3>אחות מוסמכת, בית חולים לדוגמה</h3><p>03/2019 – 12/2024</p><ul><li>ניטור ECG וטלמטריה של מטופלים ' +
    'במחלקת טיפול נמרץ לב</li><li>הדרכת סטודנטים ואחיות חדשות</li></ul><h2>השכלה</h2>' +
    '<p>תואר ראשון בסיעוד, אוניברסיטה לדוגמה, 2014 – 2018</p><h2>שפות</h2><p>עברית, אנגלית</p></body>';
}

// Inputs that reports have looked wrong with: of many pages, without pictures, right to left, a posting that never
// ends, a résumé of which nothing fits.
export async function makeOddReports(browser) {
  const folder = mkdtempSync(join(tmpdir(), 'atsmatch-reports-'));
  const at = (name) => join(folder, name);
  await printPdf(browser, longResume(), at('long.pdf'));
  await printPdf(browser, hebrewResume(), at('hebrew.pdf'));
  const postings = readdirSync(jobs).filter((name) => name.endsWith('.txt'));
  writeFileSync(at('posting.txt'), postings.map((name) => readFileSync(join(jobs, name), 'utf8')).join('\n\n'));
  const office = join(root, 'corpora/bench-office');
  const docx = readdirSync(office).filter((name) => name.endsWith('.docx')).sort()[0];
  return {
    'long-resume': makeReport(at('long.pdf'), nurseJob, at('long-resume.html')),
    'long-posting': makeReport(nurse, at('posting.txt'), at('long-posting.html')),
    docx: makeReport(join(office, docx), nurseJob, at('docx.html')),
    text: makeReport(join(root, 'corpora/resumes/librarian-us/resume.txt'), nurseJob, at('text.html')),
    'right-to-left': makeReport(at('hebrew.pdf'), nurseJob, at('right-to-left.html')),
    blind: makeReport(nurse, nurseJob, at('blind.html'), ['--blind']),
  };
}
