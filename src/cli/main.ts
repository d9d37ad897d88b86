import { realpathSync } from 'node:fs';
import process from 'node:process';
import { type Problem, placeOf } from '../core/problem.ts';
import type { Report } from '../core/report.ts';
import { exitCodeOf } from '../core/verdict.ts';
import { pendingChanges } from '../render/facts.ts';
import { renderPlan, renderResult, renderStatus, type Style } from '../render/text.ts';
import type { RawInputs } from '../settings/inputs.ts';
import { VERSION } from '../version.ts';
import { execute, type Host } from '../wiring.ts';
import { type Arguments, parseArguments } from './args.ts';
import { readCheckout } from './git.ts';
import { renderHelp } from './help.ts';
import { cliLog } from './log.ts';

/** The command line: for every CI that is not GitHub, and for a laptop. */
export async function main(argv: readonly string[]): Promise<void> {
  const args = parseArguments(argv);
  if (args.problems.length > 0) return refuse(args.problems);
  process.exitCode = await run(args);
}

async function run(args: Arguments): Promise<number> {
  switch (args.command) {
    case 'help':
      process.stdout.write(renderHelp());
      return 0;
    case 'version':
      process.stdout.write(`${VERSION}\n`);
      return 0;
    case 'emulate':
      return (await import('./emulate.ts')).emulate(args.extras);
    case 'demo':
      return (await import('./demo.ts')).demo({ host: hostOf(process.cwd()), style: styleOf(process.stdout) });
    default:
      return sync(args);
  }
}

async function sync({ inputs, extras }: Arguments): Promise<number> {
  const host = { ...hostOf(process.cwd()), ...(await readCheckout(process.cwd())), signal: stopSignal() };
  const { report } = await execute(withEnvironment(inputs, process.env), host);
  process.stdout.write(renderAll(report, styleOf(process.stdout)));
  const code = exitCodeOf(report.failureKinds);
  return code === 0 && extras.has('detailed-exitcode') && pendingChanges(report.plan).length > 0 ? 4 : code;
}

/** Everything a person wants to read about a run. */
export function renderAll(report: Report, style: Style): string {
  const parts =
    report.command === 'status'
      ? [renderStatus(report, style)]
      : [renderPlan(report, style), renderResult(report, style)];
  return `${parts.filter(Boolean).join('\n').replace(/\n*$/, '')}\n`;
}

const ENVIRONMENT = {
  'postman-api-key': 'POSTMAN_API_KEY',
  'api-url': 'POSTMAN_API_URL',
  'github-token': 'GITHUB_TOKEN',
} as const;

/** Inputs that the environment gives where no flag does. */
function withEnvironment(inputs: RawInputs, env: NodeJS.ProcessEnv): RawInputs {
  const given = Object.entries(ENVIRONMENT).flatMap(([name, variable]) =>
    env[variable] ? [[name, env[variable]] as const] : [],
  );
  return new Map([...given, ...inputs]);
}

const hostOf = (cwd: string): Host => ({
  cwd,
  env: process.env,
  log: cliLog,
  entry: realpathSync(process.argv[1] ?? ''),
  interactive: process.stderr.isTTY === true && !process.env.CI,
});

const styleOf = (stream: NodeJS.WriteStream): Style => ({
  color: stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  ...(stream.columns ? { width: stream.columns } : {}),
});

/** The first signal ends the run with its reports; a second one ends the process. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stop.abort(new Error(`Stopped by ${signal}.`)));
  return stop.signal;
}

function refuse(problems: readonly Problem[]): void {
  const lines = problems.map(
    (problem) => `${[placeOf(problem), problem.message].filter(Boolean).join(' ')}\n  ${problem.remedy}`,
  );
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 2;
}
