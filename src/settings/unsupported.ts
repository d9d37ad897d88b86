import type { Problem } from '../core/model/problem.ts';
import type { Command } from './commands.ts';
import type { Settings } from './settings.ts';

const LATER_COMMANDS: ReadonlySet<Command> = new Set(['pull']);

/** What the interface names and this version cannot do yet: refused in so many words, never ignored. */
export function notYetSupported({ command }: Settings): readonly Problem[] {
  if (!LATER_COMMANDS.has(command)) return [];
  return [{ message: `The command ${command} is not yet supported`, remedy: 'Use plan, apply, test or status.' }];
}
