import type { Report } from '../core/report/report.ts';
import { type Annotation, allAnnotations } from '../render/annotations.ts';
import { shorten } from '../render/escape.ts';
import { renderSummary } from '../render/markdown.ts';
import { headlineFacts, verdictWord } from '../render/statistics.ts';
import type { CheckAnnotation, CheckRun, GitHub } from './ports.ts';

/** Most annotations in one request to GitHub. */
const BATCH = 50;

/** Most annotations of a check run: each request takes about a second, and nobody reads thousands. */
const MOST_ANNOTATIONS = 500;

/** Longest summary: GitHub accepts 65,535 characters. Bytes are counted, to be safe. */
const SUMMARY_BYTES = 65_000;

/** What a check run is attached to. */
export interface CheckRunOptions {
  readonly sha: string;
  /** Tells the jobs of a matrix apart. */
  readonly label?: string;
  readonly runUrl?: string;
}

/** The check run of a report, with all its annotations. */
export function buildCheckRun(report: Report, { sha, label, runUrl }: CheckRunOptions): CheckRun {
  const link = runUrl ? `[The run and its summary](${encodeURI(runUrl)})\n` : '';
  return {
    name: shorten(label ? `postman-sync (${label})` : 'postman-sync', 200),
    sha,
    conclusion: report.verdict === 'passed' ? 'success' : 'failure',
    ...(runUrl ? { detailsUrl: runUrl } : {}),
    output: {
      title: shorten([verdictWord(report), ...headlineFacts(report)].join(' · '), 250),
      summary: `${renderSummary(report, { maxBytes: SUMMARY_BYTES - link.length })}\n${link}`,
      annotations: placed(allAnnotations(report)),
    },
  };
}

/** Publishes a check run, with its annotations in several requests. */
export async function publishCheckRun(github: GitHub, run: CheckRun): Promise<void> {
  const { annotations } = run.output;
  const id = await github.createCheckRun({
    ...run,
    output: { ...run.output, annotations: annotations.slice(0, BATCH) },
  });
  for (let from = BATCH; from < annotations.length; from += BATCH)
    await github.annotateCheckRun(id, { ...run.output, annotations: annotations.slice(from, from + BATCH) });
}

/** Annotations with a file, errors first. The summary shows the others. */
function placed(annotations: readonly Annotation[]): readonly CheckAnnotation[] {
  const inFiles = annotations.flatMap((annotation) =>
    annotation.path === undefined ? [] : [{ ...annotation, path: annotation.path }],
  );
  const byLevel = (['error', 'warning', 'notice'] as const).flatMap((level) =>
    inFiles.filter((annotation) => annotation.level === level),
  );
  return byLevel.slice(0, MOST_ANNOTATIONS).map(checkAnnotation);
}

const LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' } as const;

const checkAnnotation = ({
  level,
  path,
  line = 1,
  column,
  message,
  title,
}: Annotation & { readonly path: string }): CheckAnnotation => ({
  path,
  start_line: line,
  end_line: line,
  ...(column === undefined ? {} : { start_column: column, end_column: column }),
  annotation_level: LEVELS[level],
  message,
  ...(title === undefined ? {} : { title }),
});
