import process from 'node:process';
import * as core from '@actions/core';
import { messageOf } from '../core/model/errors.ts';
import type { Report } from '../core/report/report.ts';
import { renderAnnotations } from '../render/annotations.ts';
import { harmless } from '../render/escape.ts';
import { renderSummary, type SummaryOptions } from '../render/markdown.ts';
import { renderOutputs } from '../render/outputs.ts';
import { renderReport } from '../render/text.ts';
import type { FinishedRun } from '../wiring/execute.ts';

/** Shows a run on GitHub: log, annotations, job summary and outputs, on failure as well as on success. */
export async function showResults({ report, paths }: FinishedRun, options: SummaryOptions): Promise<void> {
  try {
    for (const [name, value] of renderOutputs(report, paths)) core.setOutput(name, value);
  } finally {
    await show(report, options);
  }
}

async function show(report: Report, options: SummaryOptions): Promise<void> {
  // The text is safe for a CI log already.
  core.info(renderReport(report, { color: true, brief: true }));
  annotate(renderAnnotations(report));
  await summarize(report, options);
}

/** Writes the job summary. A summary that cannot be written does not change the verdict. */
async function summarize(report: Report, options: SummaryOptions): Promise<void> {
  if (!process.env.GITHUB_STEP_SUMMARY) return;
  try {
    await core.summary.addRaw(renderSummary(report, options)).write();
  } catch (error) {
    core.warning(harmless(`The job summary cannot be written: ${messageOf(error)}`));
  }
}

function annotate(annotations: ReturnType<typeof renderAnnotations>): void {
  const say = { error: core.error, warning: core.warning, notice: core.notice };
  for (const { level, message, title, path, line, column } of annotations) {
    say[level](harmless(message), {
      ...(title ? { title: harmless(title) } : {}),
      ...(path ? { file: path } : {}),
      ...(line ? { startLine: line } : {}),
      ...(column ? { startColumn: column } : {}),
    });
  }
}
