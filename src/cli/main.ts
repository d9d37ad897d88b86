import process from 'node:process';
import { VERSION } from '../version.ts';
import type { OpenCiHost } from '../wiring/ci-host.ts';
import { type Arguments, parseArguments } from './args.ts';
import { renderHelp } from './help.ts';
import { tellProblems } from './problems.ts';

/** The command line: for every CI that is not GitHub, and for a laptop. */
export async function main(argv: readonly string[], openCiHost?: OpenCiHost): Promise<void> {
  const args = parseArguments(argv);
  process.exitCode = args.problems.length > 0 ? tellProblems(args.problems) : await run(args, openCiHost);
}

async function run(args: Arguments, openCiHost: OpenCiHost | undefined): Promise<number> {
  switch (args.command) {
    case 'help':
      process.stdout.write(renderHelp());
      return 0;
    case 'version':
      process.stdout.write(`${VERSION}\n`);
      return 0;
    case 'emulate':
      return (await import('./emulate.ts')).emulate(args.extras);
    case 'convert':
      return (await import('./convert.ts')).convert(args);
    case 'demo':
      return (await import('./demo.ts')).demo();
    default:
      return (await import('./sync.ts')).sync(args, openCiHost);
  }
}
