import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { omitUndefined } from '../../core/lib/json.ts';
import type { Checked, Problem } from '../../core/model/problem.ts';
import type { ReporterJob } from '../protocol.ts';

/** Name in the settings of Newman's own reporter `json`. */
const NEWMAN_JSON = 'newman-json';

/** An external reporter that is installed. */
export interface FoundReporter {
  readonly name: string;
  /** Absolute path of its module; absent for Newman's own reporter `json`. */
  readonly module?: string;
  readonly options: Readonly<Record<string, string>>;
}

/** Where to look for reporters, and the lines of `reporter-options`. */
export interface ReporterSearch {
  readonly cwd: string;
  readonly options?: ReadonlyMap<string, string> | undefined;
}

/** Finds external reporters in `node_modules` of the working directory. Every missing reporter is a problem. */
export function findReporters(
  names: readonly string[],
  { cwd, options = new Map() }: ReporterSearch,
): Checked<readonly FoundReporter[]> {
  const require = createRequire(join(resolve(cwd), 'package.json'));
  const problems: Problem[] = [...options.keys()].flatMap((key) => strayOption(key, names));
  const found = names.flatMap((name) => {
    const own = optionsOf(name, options);
    if (name === NEWMAN_JSON) return [{ name, options: own }];
    const module = packageOf(name);
    try {
      return [{ name, module: require.resolve(module), options: own }];
    } catch {
      problems.push({
        code: 'reporter',
        message: `reporters: "${name}" is not installed: there is no "${module}" in the node_modules of the working directory`,
        remedy: `Run \`npm install --save-dev ${module}\`, or take it out of \`reporters\`.`,
      });
      return [];
    }
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: found };
}

/**
 * The reporter for one suite. The suite has its own folder for report files, passed under the option names that
 * reporters read.
 */
export function reporterJob({ name, module, options }: FoundReporter, exportDir: string): ReporterJob {
  const { export: path } = options;
  const where = path === undefined && name === NEWMAN_JSON ? 'report.json' : path;
  return omitUndefined<ReporterJob>({
    name,
    module,
    exportDir,
    options: {
      resultsDir: exportDir,
      summaryJsonExport: join(exportDir, 'summary.json'),
      ...Object.fromEntries(Object.entries(options).map(([key, text]) => [key, optionValue(text)])),
      export: where === undefined ? exportDir : join(exportDir, where),
    },
  });
}

/** Converts option names as Newman's command line does: `skip-headers` to `skipHeaders`. */
const optionsOf = (name: string, options: ReadonlyMap<string, string>): FoundReporter['options'] =>
  Object.fromEntries(
    [...options]
      .filter(([key]) => key.startsWith(`${name}.`))
      .map(([key, text]) => [camelCase(key.slice(name.length + 1)), text]),
  );

const camelCase = (text: string): string => text.replace(/-+(\w)/g, (_, letter: string) => letter.toUpperCase());

const optionValue = (text: string): string | boolean => (text === 'true' || text === 'false' ? text === 'true' : text);

/** Replacements for Newman's own reporters, and remedies for their options. */
const OWN_OUTPUTS: ReadonlyMap<string, string> = new Map([
  ['cli', 'Leave it out: --quiet and --verbose change the log.'],
  ['junit', 'Leave it out: the file is junit.xml in `report-dir`.'],
  ['json', 'Leave it out: the file is report.json in `report-dir`.'],
  ['html', 'Leave it out: the file is index.html in `report-dir`.'],
]);

function strayOption(key: string, names: readonly string[]): Problem[] {
  if (names.some((name) => key.startsWith(`${name}.`) && key.length > name.length + 1)) return [];
  const [name = ''] = key.split('.');
  const own = OWN_OUTPUTS.get(name);
  if (own !== undefined)
    return [{ code: 'reporter', message: `reporter-options: "${name}" takes no options (got "${key}")`, remedy: own }];
  return [
    {
      code: 'reporter',
      message: `reporter-options: "${key}" is no option of a reporter in \`reporters\``,
      remedy: 'Write reporter.option=value, such as htmlextra.title=Orders.',
    },
  ];
}

/** Newman's own rule: `html` is `newman-reporter-html`, `@acme/html` is `@acme/newman-reporter-html`. */
function packageOf(name: string): string {
  const scope = name.startsWith('@') ? name.slice(0, name.indexOf('/') + 1) : '';
  return `${scope}newman-reporter-${name.slice(scope.length)}`;
}

/** A name as part of a path. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[-.]+|-+$/g, '')
    .slice(0, 80) || 'suite';
