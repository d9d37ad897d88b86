import type { ParsedConfig } from './config.ts';
import type { InputReader } from './input-reader.ts';
import { type SettingsSources, suiteReader } from './input-sources.ts';
import type { MonitorSuite } from './settings.ts';
import type { Complaint } from './values.ts';

/** Longest wait for a run: Postman ends runs after 15 minutes (learning center, "Monitoring FAQs"). */
const DEFAULT_TIMEOUT_MS = 15 * 60_000;

/** Reads the monitors to run: those that suites name, or all declared monitors where no suite names any. */
export function readMonitorSuites(read: InputReader, sources: SettingsSources): readonly MonitorSuite[] {
  const { parsed } = sources;
  if (!parsed) return [];
  const named = namedSuites(parsed, sources);
  if (named.length > 0) return named;
  const timeoutMs = read.durationMs('timeout') ?? DEFAULT_TIMEOUT_MS;
  const { monitors = [] } = parsed.config;
  return monitors.map(({ name }) => ({ name, monitor: name, blocking: true, timeoutMs }));
}

function namedSuites(parsed: ParsedConfig, { input, problems }: SettingsSources): readonly MonitorSuite[] {
  const seen = new Set<string>();
  const { suites = [] } = parsed.config;
  return suites.flatMap((suite, index) => {
    const { monitor, blocking = true } = suite;
    if (monitor === undefined) return [];
    const at = ['suites', index];
    const complaint = checkMonitorName(monitor, { parsed, seen });
    seen.add(monitor);
    if (complaint)
      problems.push({
        code: 'unknown-name',
        ...complaint,
        path: parsed.path,
        position: parsed.locate([...at, 'monitor']),
      });
    const own = suiteReader(suite, { at, input, parsed, problems });
    const timeoutMs = own.durationMs('timeout') ?? DEFAULT_TIMEOUT_MS;
    return [{ name: suite.name ?? monitor, monitor, blocking, timeoutMs }];
  });
}

function checkMonitorName(
  monitor: string,
  { parsed, seen }: { readonly parsed: ParsedConfig; readonly seen: ReadonlySet<string> },
): Complaint | undefined {
  const names = (parsed.config.monitors ?? []).map(({ name }) => name);
  if (!names.includes(monitor)) {
    const choices = names.length === 0 ? '' : `, or name one of ${names.map((name) => `"${name}"`).join(', ')}`;
    return { message: `there is no monitor "${monitor}"`, remedy: `Declare it under monitors${choices}.` };
  }
  if (!seen.has(monitor)) return undefined;
  return { message: `another suite runs the monitor "${monitor}", too`, remedy: 'Remove one of the two suites.' };
}
