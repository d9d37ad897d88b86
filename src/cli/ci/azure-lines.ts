import { resolve } from 'node:path';
import type { Report } from '../../core/report/report.ts';
import { type Annotation, renderAnnotations } from '../../render/annotations.ts';
import { visible } from '../../render/escape.ts';
import type { ReportPaths } from '../../render/outputs.ts';

/** Files of a run; `summary` is the Markdown for the page of the run. */
type AzurePaths = Partial<ReportPaths> & { readonly summary?: string };

/** The logging commands of Azure Pipelines for a report ("Logging commands"): errors and warnings, summary, HTML page. */
export const azureLines = (report: Report, paths: AzurePaths): readonly string[] => [
  ...renderAnnotations(report).map(issueLine),
  ...(paths.summary ? [`##vso[task.uploadsummary]${escapeData(resolve(paths.summary))}`] : []),
  ...(paths.html ? [`##vso[artifact.upload artifactname=postman-report]${escapeData(resolve(paths.html))}`] : []),
];

function issueLine({ level, message, title, path, line, column }: Annotation): string {
  const properties = [
    `type=${level === 'error' ? 'error' : 'warning'}`,
    ...(path ? [`sourcepath=${escapeProperty(path)}`] : []),
    ...(line === undefined ? [] : [`linenumber=${line}`]),
    ...(column === undefined ? [] : [`columnnumber=${column}`]),
  ];
  return `##vso[task.logissue ${properties.join(';')}]${escapeData([title, message].filter(Boolean).join(': '))}`;
}

/** Escapes a text in the agent's own form: line ends and commands in it would be interpreted. */
const escapeData = (text: string): string =>
  visible(text).replaceAll('%', '%AZP25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(';', '%3B').replaceAll(']', '%5D');
