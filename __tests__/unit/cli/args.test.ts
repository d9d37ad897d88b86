import { describe, expect, it } from '@jest/globals';
import { parseArguments } from '../../../src/cli/args.ts';
import { renderHelp } from '../../../src/cli/help.ts';
import { COMMANDS } from '../../../src/settings/commands.ts';
import { INPUTS } from '../../../src/settings/inputs.ts';

const inputsOf = (line: string) => Object.fromEntries(parseArguments(line.split(' ')).inputs);
const problemsOf = (line: string) =>
  parseArguments(line.split(' ')).problems.map(({ message, remedy }) => `${message}. ${remedy}`);

describe('the command line', () => {
  it.each<[string, Record<string, string>]>([
    ['plan --workspace w', { command: 'plan', workspace: 'w' }],
    ['plan --workspace=w', { command: 'plan', workspace: 'w' }],
    ['test --folder a,b --folder c', { command: 'test', folder: 'a\nb\nc' }],
    ['test --variables a=1,2 --variables b=2', { command: 'test', variables: 'a=1,2\nb=2' }],
    ['apply --prune', { command: 'apply', prune: 'true' }],
    ['apply --prune force', { command: 'apply', prune: 'force' }],
    ['apply --prune=force --verify all', { command: 'apply', prune: 'force', verify: 'all' }],
    [
      'test --no-strict --bail folder --insecure',
      { command: 'test', strict: 'false', bail: 'folder', insecure: 'true' },
    ],
    ['test --strict false', { command: 'test', strict: 'false' }],
    ['test --retries 1 --retries 2', { command: 'test', retries: '2' }],
  ])('%s is understood', (line, expected) => {
    expect(problemsOf(line)).toEqual([]);
    expect(inputsOf(line)).toEqual(expected);
  });

  it('says everything that is wrong at once', () => {
    expect(problemsOf('plan --worksapce w extra --detailed-exitcod --workspace')).toEqual([
      '--worksapce: plan has no such flag. Did you mean --workspace?',
      expect.stringContaining('w: this stands for nothing here'),
      expect.stringContaining('extra: this stands for nothing here'),
      '--detailed-exitcod: plan has no such flag. Did you mean --detailed-exitcode?',
      expect.stringContaining('--workspace: a value is missing'),
    ]);
  });

  it('does not repeat the value of a wrong flag, which may be a key', () => {
    expect(problemsOf('plan --api-key=PMAK-secret').join()).not.toContain('PMAK');
  });

  it('asks what was meant by a wrong command', () => {
    expect(problemsOf('aply')).toEqual(['"aply" is no command. Did you mean apply?']);
  });

  it('keeps the flags of a command to that command', () => {
    expect([
      ...parseArguments(['emulate', '--port', '0', '--fault', 'a', '--fault', 'b', '--sample-api']).extras,
    ]).toEqual([
      ['port', ['0']],
      ['fault', ['a', 'b']],
      ['sample-api', ['true']],
    ]);
    expect(problemsOf('plan --port 0')[0]).toContain('--port: plan has no such flag');
  });

  it.each([
    [[], 'help'],
    [['--help'], 'help'],
    [['plan', '-h'], 'help'],
    [['--version'], 'version'],
  ])('%j asks for %s', (argv, command) => {
    expect(parseArguments(argv).command).toBe(command);
  });

  it('has a help that names every command and flag', () => {
    const help = renderHelp();
    for (const name of [
      ...COMMANDS,
      ...INPUTS.filter((input) => input.name !== 'command').map((input) => `--${input.name} `),
    ])
      expect(help).toContain(name);
  });
});
