import type { ParsedConfig } from './config.ts';
import type { InputReader } from './input-reader.ts';
import { type SettingsSources, suiteReader } from './input-sources.ts';
import type { MonitorSuite } from './settings.ts';

/** Longest wait for a run: Postman ends runs after 15 minutes (learning center, "Monitoring FAQs"). */
const TIMEOUT_MS = 15 * 60_000;

/** The monitors to run: those that suites name, or all declared ones where no suite names any. */
export function readMonitorSuites(read: InputReader, sources: SettingsSources): readonly MonitorSuite[] {
  const { parsed } = sources;
  if (!parsed) return [];
  const named = namedSuites(parsed, sources);
  if (named.length > 0) return named;
  const timeoutMs = read.durationMs('timeout') ?? TIMEOUT_MS;
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
    const complaint = complaintAbout(monitor, { parsed, seen });
    seen.add(monitor);
    if (complaint)
      problems.push({
        code: 'unknown-name',
        ...complaint,
        path: parsed.path,
        position: parsed.locate([...at, 'monitor']),
      });
    const own = suiteReader(suite, { at, input, parsed, problems });
    const timeoutMs = own.durationMs('timeout') ?? TIMEOUT_MS;
    return [{ name: suite.name ?? monitor, monitor, blocking, timeoutMs }];
  });
}

function complaintAbout(
  monitor: string,
  { parsed, seen }: { readonly parsed: ParsedConfig; readonly seen: ReadonlySet<string> },
): { readonly message: string; readonly remedy: string } | undefined {
  const names = (parsed.config.monitors ?? []).map(({ name }) => name);
  if (!names.includes(monitor)) {
    return {
      message: `there is no monitor "${monitor}"`,
      remedy: `Declare it under monitors; there ${names.length === 0 ? 'are none' : `is ${names.map((name) => `"${name}"`).join(', ')}`}.`,
    };
  }
  if (!seen.has(monitor)) return undefined;
  return { message: `the monitor "${monitor}" is a suite already`, remedy: 'Remove one of the two.' };
}
