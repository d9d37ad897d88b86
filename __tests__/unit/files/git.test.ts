import { tmpdir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { git } from '../../../src/files/git.ts';

describe('git', () => {
  it('never asks for a password, and takes no locks that another git process needs', async () => {
    const alias = 'alias.variables=!echo $GIT_TERMINAL_PROMPT $GIT_OPTIONAL_LOCKS';
    expect((await git(tmpdir(), ['-c', alias, 'variables']))?.trim()).toBe('0 0');
  });

  it('gives nothing where it fails', async () => {
    expect(await git(tmpdir(), ['no-such-command'])).toBeUndefined();
  });
});
