import { COMMAND_SPECS, type Command } from '../settings/commands.ts';
import type { InputGroup, InputSpec } from '../settings/inputs/input-spec.ts';

/** A flag of one command that is not an input. */
export interface ExtraFlag {
  readonly name: string;
  readonly help: string;
  /** The short form, one letter, as in Newman. */
  readonly short?: string;
  /** The placeholder of the value in the help; absent for a switch. */
  readonly value?: string;
}

/** How a command is used on the command line. */
export interface Usage {
  /** The argument besides flags. */
  readonly operand?: {
    readonly name: string;
    readonly required: boolean;
    readonly help: string;
    readonly input?: 'collections' | 'reports';
  };
  /** Groups of inputs that the command reads. Its help shows their flags. */
  readonly groups: readonly InputGroup[];
  /** Single inputs of other groups that the command reads. */
  readonly inputs?: readonly string[];
  readonly flags: readonly ExtraFlag[];
  readonly examples: readonly string[];
}

const OUTPUT: readonly ExtraFlag[] = [
  { name: 'json', help: 'Print the report as JSON on stdout, and everything else on stderr.' },
  { name: 'quiet', help: 'Print only verdict, failures and problems.' },
  { name: 'verbose', help: 'Also print every request with its status and time.' },
];

const EXIT: ExtraFlag = {
  name: 'suppress-exit-code',
  short: 'x',
  help: 'Exit with 0 even when the gate fails, as in Newman.',
};

const COLLECTIONS = {
  name: 'FILE …',
  required: false,
  help: 'Collection files, instead of the input collections.',
  input: 'collections',
} as const;

const RUNS: readonly InputGroup[] = ['files', 'suites', 'contract', 'newman', 'reports', 'github'];
const SYNCS: readonly InputGroup[] = [
  'connection',
  'files',
  'sync',
  'suites',
  'contract',
  'newman',
  'reports',
  'limits',
  'github',
];

/** The usage of every command. */
export const USAGE: Readonly<Record<Command, Usage>> = {
  plan: {
    operand: COLLECTIONS,
    groups: SYNCS,
    flags: [{ name: 'detailed-exitcode', help: 'Exit with 4 when there are changes to apply.' }, EXIT, ...OUTPUT],
    examples: [
      'postman-sync plan --workspace 1f0df51a-8658-4ee8-a2a1-d2567dfa09a9',
      'postman-sync plan --run none --detailed-exitcode',
    ],
  },
  apply: {
    operand: COLLECTIONS,
    groups: SYNCS,
    flags: [{ name: 'yes', help: 'Apply without asking.' }, EXIT, ...OUTPUT],
    examples: ['postman-sync apply --workspace 1f0df51a-8658-4ee8-a2a1-d2567dfa09a9', 'postman-sync apply --prune'],
  },
  test: {
    operand: { ...COLLECTIONS, help: 'Collection files or https URLs, instead of the input collections.' },
    groups: RUNS,
    flags: [EXIT, ...OUTPUT],
    examples: [
      'postman-sync test orders.json -e staging.json --reporters junit',
      'postman-sync test --suite Smoke --variables token=$TOKEN',
    ],
  },
  pull: {
    operand: { name: 'NAME …', required: false, help: 'Resources to pull, by name or by the path of their file.' },
    groups: ['connection', 'files', 'sync', 'reports', 'limits'],
    flags: [
      { name: 'check', help: 'Write nothing. Exit with 4 when files would change.' },
      { name: 'theirs', help: "Resolve conflicts with Postman's version." },
      { name: 'ours', help: "Resolve conflicts with the file's version." },
      { name: 'force', help: 'Write into files with uncommitted edits, too.' },
      ...OUTPUT,
    ],
    examples: ['postman-sync pull', 'postman-sync pull --check'],
  },
  restore: {
    operand: { name: 'FILE', required: true, help: 'A backup from the report folder.' },
    groups: ['connection', 'reports', 'limits'],
    flags: [{ name: 'yes', help: 'Write without asking.' }, ...OUTPUT],
    examples: [
      'postman-sync restore postman-report/backup/collection/Orders-1-5e6f.json',
      'postman-sync restore backup.json --yes',
    ],
  },
  status: {
    groups: ['connection', 'reports', 'limits'],
    flags: OUTPUT,
    examples: ['postman-sync status', 'postman-sync status --json'],
  },
  comment: {
    groups: ['reports', 'github'],
    flags: [],
    examples: ['postman-sync comment --report-dir postman-report', 'postman-sync comment --comment always'],
  },
  'merge-reports': {
    operand: {
      name: 'DIR …',
      required: true,
      help: 'Report folders of the shards, or folders that contain them.',
      input: 'reports',
    },
    groups: ['reports', 'github'],
    flags: [EXIT, ...OUTPUT],
    examples: ['postman-sync merge-reports shards', 'postman-sync merge-reports report-1 report-2 --report-dir report'],
  },
  init: {
    groups: ['files'],
    flags: [
      {
        name: 'ci',
        value: 'CI',
        help: 'Also write a pipeline for github, gitlab, azure, jenkins, circleci or bitbucket.',
      },
      {
        name: 'allow-present-secrets',
        help: 'Add the credentials in the files to allowed-secrets of the configuration, even of an existing one. The flags of files and configuration apply to this.',
      },
    ],
    examples: [
      'postman-sync init --ci gitlab',
      'postman-sync init --allow-present-secrets --config ci/postman-sync.yaml',
    ],
  },
  emulate: {
    groups: [],
    flags: [
      { name: 'port', value: 'PORT', help: 'Port to listen on; 0 picks a free port. Default 4010.' },
      { name: 'seed', value: 'DIR', help: 'Folder of collection and environment files to start with.' },
      { name: 'profile', value: 'FILE', help: 'JSON file with limits, header families and other behaviour.' },
      { name: 'rate-limit', value: 'N', help: 'Calls per window.' },
      { name: 'quota', value: 'N', help: 'Calls per month.' },
      {
        name: 'fault',
        value: 'SPEC',
        help: 'A fault to inject, such as "PUT /collections/*: 504 after-apply @2". May be given several times.',
      },
      { name: 'state', value: 'DIR', help: 'Folder to store the data in, so that it survives a restart.' },
      { name: 'sample-api', help: 'Also start the sample API that the examples test.' },
    ],
    examples: ['postman-sync emulate --port 0', 'postman-sync emulate --seed postman --rate-limit 60'],
  },
  coverage: {
    operand: COLLECTIONS,
    groups: ['files'],
    inputs: ['openapi'],
    flags: [{ name: 'json', help: 'Print JSON: operations, tested, percent, untested, tags.' }],
    examples: ['postman-sync coverage --openapi api/openapi.yaml', 'postman-sync coverage --json'],
  },
  convert: {
    operand: { name: 'DIR', required: true, help: 'The directory of the collection.' },
    groups: [],
    flags: [],
    inputs: ['allow-unsupported'],
    examples: [
      'postman-sync convert postman/collections/Orders > orders.json',
      'postman-sync convert postman/collections/Orders --allow-unsupported',
    ],
  },
  completion: {
    operand: { name: 'SHELL', required: true, help: 'bash, zsh or fish.' },
    groups: [],
    flags: [],
    examples: ['source <(postman-sync completion bash)', 'postman-sync completion fish | source'],
  },
  demo: {
    groups: [],
    flags: [],
    examples: ['postman-sync demo', 'NO_COLOR=1 postman-sync demo'],
  },
};

/** Whether the help of a command shows an input. */
export const showsInput = (command: Command, { group, name }: InputSpec): boolean =>
  USAGE[command].groups.includes(group) || USAGE[command].inputs?.includes(name) === true;

/** Whether a command accepts an input as a flag. A command that reads the settings accepts every input. */
export const acceptsInput = (command: Command, input: InputSpec): boolean =>
  COMMAND_SPECS[command].kind === 'repository' || showsInput(command, input);
