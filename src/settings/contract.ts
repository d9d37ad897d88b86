import { fromInput } from './files.ts';
import type { InputReader } from './input-reader.ts';
import type { SettingsSources } from './input-sources.ts';
import type { ContractSettings, FileSelection } from './settings.ts';
import { readShare } from './values.ts';

/** Reads the OpenAPI documents and the effect of a deviation from them; undefined where no document is named. */
export function readContract(read: InputReader, sources: SettingsSources): ContractSettings | undefined {
  const mode = read.choice('contract');
  const documents = documentsOf(sources);
  const coverage = coverageOf(sources);
  if (documents.length === 0) {
    if (coverage !== undefined) complainAboutCoverage(sources);
    return undefined;
  }
  const ignore = (sources.parsed?.config['contract-ignore'] ?? []).map(({ operation, pointer, reason }) => ({
    operation,
    reason,
    ...(pointer === undefined ? {} : { pointer }),
  }));
  return { documents, mode, ignore, ...(coverage === undefined ? {} : { coverage }) };
}

/** Globs of an input are relative to the working directory; globs of the file are relative to the file. */
function documentsOf({ input, parsed }: SettingsSources): readonly FileSelection[] {
  const given = input('openapi')?.text;
  if (given !== undefined) return fromInput(given, undefined);
  const written = parsed?.config.openapi;
  if (!parsed || written === undefined) return [];
  const place = { path: parsed.path, position: parsed.locate(['openapi']) };
  return [written].flat().map((pattern) => ({ pattern, base: parsed.base, explicit: true, place }));
}

/** The least coverage, 0 to 1. The schema has checked its form. */
function coverageOf({ parsed }: SettingsSources): number | undefined {
  const written = parsed?.config.thresholds?.coverage;
  const share = written === undefined ? undefined : readShare(written);
  return share?.ok ? share.value : undefined;
}

function complainAboutCoverage({ parsed, problems }: SettingsSources): void {
  if (!parsed) return;
  problems.push({
    code: 'wrong-value',
    message: 'thresholds.coverage: the threshold needs an OpenAPI document, and none is named',
    remedy: 'Name the documents in openapi, or remove the threshold.',
    path: parsed.path,
    position: parsed.locate(['thresholds', 'coverage']),
  });
}
