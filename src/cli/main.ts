import process from 'node:process';
import { NEWMAN_VERSION, RUNTIME_VERSION, VERSION } from '../version.ts';
import type { OpenCiHost } from '../wiring/ci-host.ts';
import { type Arguments, parseArguments } from './args.ts';
import { renderCommandHelp, renderHelp } from './help.ts';
import { printProblems } from './problems.ts';

/** Runs the command line, and sets the exit status. */
export async function main(argv: readonly string[], openCiHost?: OpenCiHost): Promise<void> {
  const args = parseArguments(argv);
  process.exitCode = args.problems.length > 0 ? printProblems(args.problems) : await run(args, openCiHost);
}

async function run(args: Arguments, openCiHost: OpenCiHost | undefined): Promise<number> {
  switch (args.command) {
    case 'help':
      process.stdout.write(helpFor(args));
      return 0;
    case 'version':
      process.stdout.write(
        `postman-sync ${VERSION} · Node ${process.versions.node} · Newman ${NEWMAN_VERSION} · postman-runtime ${RUNTIME_VERSION}\n`,
      );
      return 0;
    case 'init':
      return (await import('./init.ts')).init(args);
    case 'completion':
      return (await import('./print-completion.ts')).printCompletion(args);
    case 'emulate':
      return (await import('./emulate.ts')).emulate(args.extras);
    case 'coverage':
      return (await import('./coverage.ts')).coverage(args);
    case 'convert':
      return (await import('./convert.ts')).convert(args);
    case 'demo':
      return (await import('./demo.ts')).demo();
    default:
      return (await import('./sync.ts')).sync(args, openCiHost);
  }
}

function helpFor({ topic }: Arguments): string {
  const { columns } = process.stdout;
  return topic ? renderCommandHelp(topic, columns) : renderHelp(columns);
}
