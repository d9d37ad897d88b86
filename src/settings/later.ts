import type { Problem } from '../core/problem.ts';
import type { ParsedConfig } from './config.ts';
import type { Command } from './inputs.ts';
import type { Settings } from './settings.ts';

const LATER_COMMANDS: ReadonlySet<Command> = new Set(['pull']);

/** What the interface names and this version cannot do yet: refused in so many words, never ignored. */
export function notYetSupported(settings: Settings, parsed: ParsedConfig | undefined): readonly Problem[] {
  const problem = (message: string, remedy: string): Problem => ({
    message: `${message} is not yet supported`,
    remedy,
  });
  const monitors = parsed?.config.monitors;
  return [
    ...(LATER_COMMANDS.has(settings.command)
      ? [problem(`The command ${settings.command}`, 'Use plan, apply, test or status.')]
      : []),
    ...(settings.run.monitors ? [problem('run: monitors', 'Use run: newman.')] : []),
    ...(monitors && parsed
      ? [
          {
            ...problem('The key monitors', 'Remove it for now.'),
            path: parsed.path,
            position: parsed.locate(['monitors']),
          },
        ]
      : []),
  ];
}
