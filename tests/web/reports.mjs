// Makes the two reports that the scripts look at: one résumé, and a folder of them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const program = process.env.ATSMATCH || join(root, 'build/release/atsmatch');

export function makeReports() {
  const folder = mkdtempSync(join(tmpdir(), 'atsmatch-reports-'));
  const job = join(root, 'corpora/jobs/coronary_care_nurse_ireland.txt');
  const inputs = {
    candidate: [join(root, 'corpora/resumes/nurse-ie/resume.pdf')],
    ranking: [join(root, 'corpora/resumes')],
  };
  const reports = {};
  for (const [name, resumes] of Object.entries(inputs)) {
    reports[name] = join(folder, name + '.html');
    try {
      execFileSync(program, [...resumes, job, '--format', 'html', '--as-of', '2026-03-01', '--quiet',
        '-o', reports[name]], { stdio: ['ignore', 'ignore', 'pipe'] });
    } catch (error) {
      // 1: some file of the folder could not be read, which is part of the report.
      if (error.status !== 1) throw error;
    }
  }
  return reports;
}
