import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { renderCompletion, SHELLS } from '../../../src/cli/completion.ts';
import { COMMANDS } from '../../../src/settings/commands.ts';

/** The words that bash offers behind a command line. */
function bashOffers(...words: readonly string[]): readonly string[] {
  const script = `${renderCompletion('bash')}
COMP_WORDS=(postman-sync ${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length}
_postman_sync
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
  if (stderr) throw new Error(stderr);
  return stdout.trim().split('\n').filter(Boolean);
}

const hasBash = spawnSync('bash', ['--version']).status === 0;
const withBash = hasBash ? describe : describe.skip;

describe('the completion script', () => {
  it.each(SHELLS)('for %s names every command', (shell) => {
    for (const command of COMMANDS) expect(renderCompletion(shell)).toContain(command);
  });
});

withBash('completion in bash', () => {
  it('offers commands', () => {
    expect(bashOffers('pl')).toEqual(['plan']);
    expect(bashOffers('')).toEqual(expect.arrayContaining([...COMMANDS]));
  });

  it('offers the flags of the command alone', () => {
    expect(bashOffers('test', '--iteration-')).toEqual(['--iteration-data', '--iteration-count']);
    expect(bashOffers('status', '--iteration-')).toEqual([]);
    expect(bashOffers('plan', '--detailed')).toEqual(['--detailed-exitcode']);
    expect(bashOffers('coverage', '--open')).toEqual(['--openapi']);
  });

  it('offers the values of a flag and of an operand', () => {
    expect(bashOffers('apply', '--verify', '')).toEqual(['changed', 'all']);
    expect(bashOffers('completion', 'z')).toEqual(['zsh']);
  });
});
