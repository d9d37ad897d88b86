import { isAbsolute, relative } from 'node:path';
import process from 'node:process';
import { omitUndefined } from '../core/lib/json.ts';
import { exitCodeOf } from '../core/model/verdict.ts';
import { oneLine } from '../render/escape.ts';
import { renderJson } from '../render/json.ts';
import { renderQuiet, renderReport, renderRequests, renderResult } from '../render/text.ts';
import type { RawInputs } from '../settings/inputs/input-spec.ts';
import type { OpenCiHost } from '../wiring/ci-host.ts';
import type { Downloads } from '../wiring/download-sources.ts';
import { execute, type FinishedRun } from '../wiring/execute.ts';
import type { Host } from '../wiring/host.ts';
import { scrubEnvironment } from '../wiring/scrub-environment.ts';
import { stopSignal } from '../wiring/stop-signal.ts';
import type { Arguments } from './args.ts';
import { openOtherCi } from './ci/open-ci-host.ts';
import { readCheckout } from './git.ts';
import { hostOf } from './host.ts';
import { silentLog } from './log.ts';
import { isPending, pullSettings, restoreFile } from './pull-flags.ts';
import { createReview } from './review.ts';
import { styleOf } from './style.ts';

/** Runs a command that reads the repository, and prints its result. Resolves with the exit status. */
export async function sync(args: Arguments, openCiHost?: OpenCiHost): Promise<number> {
  const { inputs, extras } = args;
  const env = scrubEnvironment(process.env);
  const raw = withPath(withEnvironment(inputs, env));
  const { live, ...own } = hostOf(process.cwd());
  // With --json, only the log shows failures to people.
  const shown = { failuresInResult: !extras.has('json'), ...(live ? { live } : {}) };
  const shell = { ...own, env, ...(extras.has('quiet') ? { log: silentLog } : shown) };
  const { defaultBranch, ...checkout } = await readCheckout(process.cwd());
  const ciHost = (await openCiHost?.(shell)) ?? openOtherCi(shell, defaultBranch);
  const { review, isShown } = createReview(args, env);
  const flags = { pull: pullSettings(args), ...restoreFile(args), ...downloadsOf(args), review };
  const host = { ...shell, ...checkout, ...flags, ...ciHost?.host, signal: stopSignal() };
  const finished = await execute(raw, host);
  const { report } = finished;
  process.stdout.write(resultOf(finished, { extras, isPlanShown: isShown() }));
  if (ciHost) await ciHost.publish(finished);
  else if (wantsGitHub(finished))
    shell.log.notice('comment: always and check-run have no effect outside GitHub Actions.');
  const code = report.stopped ? STOPPED : exitCodeOf(report.failureKinds);
  if (code === 1 && extras.has('suppress-exit-code')) return 0;
  return code === 0 && isPending(report, args) ? PENDING : code;
}

/** Exit status for pending changes. */
const PENDING = 4;

interface ResultOptions extends Pick<Arguments, 'extras'> {
  readonly isPlanShown: boolean;
}

/** The text for stdout: the report as JSON or as text, with the path of the HTML page in the last line. */
function resultOf({ report, paths }: FinishedRun, { extras, isPlanShown }: ResultOptions): string {
  if (extras.has('json')) return renderJson(report);
  const style = styleOf(process.stdout);
  if (extras.has('quiet')) return renderQuiet(report, style);
  const written = paths.html ?? paths.report ?? paths.junit;
  return [
    extras.has('verbose') ? `${renderRequests(report)}\n` : '',
    (isPlanShown ? renderResult : renderReport)(report, style),
    written ? `Report: ${oneLine(written)}\n` : '',
  ].join('');
}

/** Exit status of a run that was ended by Ctrl-C. */
const STOPPED = 130;

const wantsGitHub = ({ settings: { github } }: FinishedRun): boolean => github.comment === 'always' || github.checkRun;

const ENVIRONMENT = {
  'postman-api-key': 'POSTMAN_API_KEY',
  'api-url': 'POSTMAN_API_URL',
  'github-token': 'GITHUB_TOKEN',
} as const;

/** Sources are downloaded only for `test`, and only those that flags name. */
const downloadsOf = ({ command, inputs }: Arguments): Pick<Host, 'downloads'> =>
  command === 'test'
    ? {
        downloads: omitUndefined<Downloads>({
          cwd: process.cwd(),
          apiKey: inputs.get('postman-api-key'),
          apiUrl: inputs.get('api-url'),
        }),
      }
    : {};

/** Makes an absolute path of an environment relative to the working directory, as paths of files are. */
function withPath(inputs: RawInputs): RawInputs {
  const given = inputs.get('environment');
  if (given === undefined || !isAbsolute(given)) return inputs;
  return new Map([...inputs, ['environment', relative(process.cwd(), given).replaceAll('\\', '/')]]);
}

/** Adds inputs from environment variables. Flags override them. */
function withEnvironment(inputs: RawInputs, env: Host['env']): RawInputs {
  const given = Object.entries(ENVIRONMENT).flatMap(([name, variable]) =>
    env[variable] ? [[name, env[variable]] as const] : [],
  );
  return new Map([...given, ...inputs]);
}
