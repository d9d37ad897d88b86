import { describe, expect, it } from '@jest/globals';
import { parseArguments } from '../../../src/cli/args.ts';
import { INPUTS } from '../../../src/settings/inputs/index.ts';

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

  it.each<[string, Record<string, string>]>([
    ['test a.json b.json', { command: 'test', collections: 'a.json\nb.json' }],
    [
      'test a.json -n 3 -d data.csv -k',
      {
        command: 'test',
        collections: 'a.json',
        'iteration-count': '3',
        'iteration-data': 'data.csv',
        insecure: 'true',
      },
    ],
    ['test -e Staging', { command: 'test', environment: 'Staging' }],
    [
      'test -e env.json -g globals.json',
      { command: 'test', environment: 'env.json', environments: 'env.json', globals: 'globals.json' },
    ],
    ['test --env-var a=1 --env-var b=2', { command: 'test', variables: 'a=1\nb=2' }],
    ['test -r junit,json', { command: 'test', reporters: 'junit\njson' }],
    ['auto --workspace w', { command: 'auto', workspace: 'w' }],
  ])("%s is understood as Newman's command line is", (line, expected) => {
    expect(problemsOf(line)).toEqual([]);
    expect(inputsOf(line)).toEqual(expected);
  });

  it('separates the flag that ignores a failed run from the inputs', () => {
    expect(parseArguments(['test', '-x']).extras.has('suppress-exit-code')).toBe(true);
    expect(parseArguments(['test', '--suppress-exit-code']).extras.has('suppress-exit-code')).toBe(true);
  });

  it.each([
    ['plan --dry-run', 'Use the command plan'],
    ['test --no-color', 'NO_COLOR=1'],
    ['test --silent', 'Use --quiet'],
    ['run a.json', 'Use test'],
    ['login', 'POSTMAN_API_KEY'],
  ])('%s names what to use instead', (line, remedy) => {
    expect(problemsOf(line).join()).toContain(remedy);
  });

  it('reports all problems at once', () => {
    expect(problemsOf('status --worksapce w extra --detailed-exitcode --workspace')).toEqual([
      '--worksapce: status has no such flag. Did you mean --workspace?',
      expect.stringContaining('w: unexpected argument'),
      expect.stringContaining('extra: unexpected argument'),
      expect.stringContaining('--detailed-exitcode: status has no such flag'),
      expect.stringContaining('--workspace: a value is missing'),
    ]);
  });

  it('reports a missing operand', () => {
    expect(problemsOf('completion')).toEqual(['SHELL: is missing. bash, zsh or fish.']);
  });

  it('does not repeat the value of a wrong flag, which may be a key', () => {
    expect(problemsOf('plan --api-key=PMAK-secret').join()).not.toContain('PMAK');
  });

  it('suggests the command that a misspelled one probably means', () => {
    expect(problemsOf('aply')).toEqual(['"aply" is not a command. Did you mean apply?']);
  });

  it('accepts the flags of a command only for that command', () => {
    expect([
      ...parseArguments(['emulate', '--port', '0', '--fault', 'a', '--fault', 'b', '--sample-api']).extras,
    ]).toEqual([
      ['port', ['0']],
      ['fault', ['a', 'b']],
      ['sample-api', ['true']],
    ]);
    expect(problemsOf('plan --port 0')[0]).toContain('--port: plan has no such flag');
  });

  it('of a command without settings are those that its help shows', () => {
    expect(problemsOf('emulate --parallel=3 --no-insecure -k --ports')).toEqual([
      '--parallel: emulate has no such flag. emulate --help lists all flags.',
      '--no-insecure: emulate has no such flag. emulate --help lists all flags.',
      '-k: emulate has no such flag. emulate --help lists all flags.',
      '--ports: emulate has no such flag. Did you mean --port?',
    ]);
    expect(problemsOf('coverage --openapi api.yaml --globals g.json')).toEqual([]);
    expect(problemsOf('init --allow-present-secrets --config ci/other.yaml --collections x/*.json')).toEqual([]);
    expect(problemsOf('init --workspace w')[0]).toContain('--workspace: init has no such flag');
  });

  it.each([
    [[], 'help'],
    [['--help'], 'help'],
    [['plan', '-h'], 'help'],
    [['--version'], 'version'],
  ])('%j asks for %s', (argv, command) => {
    expect(parseArguments(argv).command).toBe(command);
  });

  it.each([
    [['plan', '--help'], 'plan'],
    [['help', 'apply'], 'apply'],
    [['-h'], undefined],
    [['help'], undefined],
  ])('%j asks for the help of %s', (argv, topic) => {
    expect(parseArguments(argv)).toMatchObject({ command: 'help', problems: [] });
    expect(parseArguments(argv).topic).toBe(topic);
  });

  it('has a flag for every input', () => {
    for (const { name } of INPUTS.filter((input) => input.name !== 'command'))
      expect(parseArguments(['apply', `--${name}=true`]).problems).toEqual([]);
  });
});
