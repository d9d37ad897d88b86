import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cruise, type ICruiseResult, type IRegularForbiddenRuleType } from 'dependency-cruiser';

/** Libraries without I/O, clock or environment. */
const PURE = '^node_modules/(yaml|zod|diff|fastest-levenshtein|node-diff3|jsonc-parser|ajv|ajv-formats|js-yaml)/';

interface Room {
  /** Folders or files below `src/` that the room may import from, besides itself. */
  readonly rooms: readonly string[];
  /** Patterns of packages; `any` allows all. */
  readonly packages: readonly string[];
  /** Node's own modules; `any` allows all. */
  readonly node: readonly string[];
}

const ANY = ['any'];

/** What an import points at. */
type Target = IRegularForbiddenRuleType['to'];

/** The import table: what each room may import. A row holds for the folder and everything below it. */
const ROOMS: Readonly<Record<string, Room>> = {
  'core/lib': { rooms: [], packages: [PURE], node: [] },
  'core/model': { rooms: ['core/lib'], packages: [PURE], node: ['crypto'] },
  'core/kinds': { rooms: ['core/lib', 'core/model'], packages: [PURE], node: ['crypto'] },
  'core/suites': { rooms: ['core/lib', 'core/model', 'core/kinds'], packages: [PURE], node: [] },
  'core/baseline': { rooms: ['core/lib', 'core/model'], packages: [PURE], node: [] },
  'core/contract': { rooms: ['core/lib', 'core/model'], packages: [PURE], node: [] },
  'core/plan': { rooms: ['core/lib', 'core/model', 'core/kinds'], packages: [PURE], node: ['crypto'] },
  'core/report': { rooms: ['core/lib', 'core/model', 'core/kinds', 'core/plan'], packages: [PURE], node: [] },
  'core/shards': {
    rooms: ['core/lib', 'core/model', 'core/contract', 'core/report', 'core/suites'],
    packages: [],
    node: [],
  },
  core: { rooms: [], packages: [PURE], node: ['crypto'] },
  formats: { rooms: ['core'], packages: [PURE], node: [] },
  render: { rooms: ['core'], packages: [PURE, '^node_modules/xmlbuilder/'], node: [] },
  settings: { rooms: ['core'], packages: [PURE], node: [] },
  sync: { rooms: ['core', 'settings'], packages: [], node: [] },
  'postman/http': {
    rooms: ['core', 'postman/error-response', 'postman/map-error', 'postman/rate-limit/headers'],
    packages: ['^node_modules/@actions/http-client/'],
    node: ANY,
  },
  'postman/rate-limit': { rooms: ['core', 'sync/ports'], packages: [], node: ['http'] },
  postman: { rooms: ['core', 'formats', 'sync/ports'], packages: [PURE], node: ANY },
  files: { rooms: ['core', 'formats', 'sync/ports', 'settings'], packages: ANY, node: ANY },
  scan: { rooms: ['core', 'formats', 'sync/ports'], packages: ['^node_modules/@secretlint/'], node: ['crypto'] },
  'run/child': { rooms: ['core', 'run/protocol', 'run/suite-secrets', 'run/data'], packages: ANY, node: ANY },
  'run/preflight': {
    rooms: ['core', 'sync/ports', 'run/protocol', 'run/suite-secrets', 'run/data'],
    packages: [],
    node: ANY,
  },
  'run/result': { rooms: ['core', 'run/protocol'], packages: [], node: [] },
  run: { rooms: ['core', 'formats', 'sync/ports'], packages: ANY, node: ANY },
  emulator: { rooms: [], packages: ANY, node: ANY },
  wiring: {
    rooms: ['core', 'formats', 'settings', 'sync', 'render', 'postman', 'files', 'scan', 'run'],
    packages: [PURE],
    node: ANY,
  },
  action: { rooms: ['core', 'settings', 'sync', 'render', 'wiring'], packages: ANY, node: ANY },
  cli: { rooms: ['core', 'settings', 'sync', 'render', 'wiring', 'emulator'], packages: [], node: ANY },
};

const pathOf = (room: string): string => `^src/${room}(/|\\.ts$)`;

/** Rooms inside another room, which have a row of their own. */
const innerRooms = (room: string): readonly string[] =>
  Object.keys(ROOMS).filter((name) => name.startsWith(`${room}/`));

function rulesFor([room, { rooms, packages, node }]: [string, Room]): readonly IRegularForbiddenRuleType[] {
  const inner = innerRooms(room).map(pathOf);
  const from = { path: `^src/${room}/`, ...(inner.length > 0 ? { pathNot: inner } : {}) };
  const own = [room, ...rooms, 'version'].map(pathOf);
  const rule = (name: string, to: Target): IRegularForbiddenRuleType => ({
    name: `${room} ${name}`,
    severity: 'error',
    from,
    to,
  });
  return [
    rule('imports a room it may not', { path: '^src/', pathNot: own }),
    ...(packages.includes('any')
      ? []
      : [
          rule('imports a package it may not', {
            path: '^node_modules/',
            ...(packages.length > 0 ? { pathNot: [...packages] } : {}),
          }),
        ]),
    ...(node.includes('any')
      ? []
      : [
          rule("imports a module of Node's that it may not", {
            dependencyTypes: ['core'],
            ...(node.length > 0 ? { pathNot: node.map((name) => `^(node:)?${name}$`) } : {}),
          }),
        ]),
  ];
}

const onlyIn = (room: string, packages: string): IRegularForbiddenRuleType => ({
  name: `only ${room} imports ${packages}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${room}/` },
  to: { path: `^node_modules/${packages}/` },
});

const RULES: readonly IRegularForbiddenRuleType[] = [
  ...Object.entries(ROOMS).flatMap(rulesFor),
  onlyIn('action', '@actions/(core|github)'),
  onlyIn('(run|emulator)', 'newman'),
  {
    name: 'no cycles between files',
    severity: 'error',
    from: { path: '^src/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
];

async function violations(baseDir: string): Promise<{ readonly cruised: number; readonly found: readonly string[] }> {
  const { output } = await cruise(['src'], {
    parser: 'swc',
    baseDir,
    doNotFollow: { path: 'node_modules' },
    validate: true,
    ruleSet: { forbidden: [...RULES] },
  });
  const { summary } = output as ICruiseResult;
  const found = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  return { cruised: summary.totalCruised, found };
}

describe('the rooms of the house', () => {
  it('import only what their room may', async () => {
    const { cruised, found } = await violations(process.cwd());
    expect(cruised).toBeGreaterThan(50);
    expect(found).toEqual([]);
  }, 60_000);
});

describe('the import table', () => {
  let dir = '';
  let found: readonly string[] = [];
  /** A room that no row but the emulator's allows, and that the emulator does not allow either. */
  const strangerOf = (room: string): string => (room === 'cli' ? 'action' : 'cli');
  const withoutPackages = Object.entries(ROOMS).filter(([, { packages }]) => !packages.includes('any'));
  const withoutNode = Object.entries(ROOMS).filter(([, { node }]) => !node.includes('any'));

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'import-table-'));
    const write = async (path: string, text: string): Promise<void> => {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), text);
    };
    await write('node_modules/newman/package.json', '{ "name": "newman", "main": "index.js" }');
    await write('node_modules/newman/index.js', 'module.exports = {};\n');
    await write('package.json', '{ "type": "module", "dependencies": { "newman": "*" } }');
    for (const room of ['cli', 'action']) await write(`src/${room}/target.ts`, 'export const target = 1;\n');
    for (const room of Object.keys(ROOMS)) {
      const up = '../'.repeat(room.split('/').length);
      await write(`src/${room}/wrong-room.ts`, `export { target } from '${up}${strangerOf(room)}/target.ts';\n`);
      await write(`src/${room}/wrong-package.ts`, `export { default } from 'newman';\n`);
      await write(`src/${room}/wrong-node.ts`, `export { connect } from 'node:net';\n`);
    }
    ({ found } = await violations(dir));
  }, 60_000);

  afterAll(() => rm(dir, { recursive: true, force: true }));

  it.each(Object.keys(ROOMS))('refuses an import from another shell in %s', (room) => {
    expect(found).toContainEqual(
      expect.stringContaining(`${room} imports a room it may not: src/${room}/wrong-room.ts`),
    );
  });

  it.each(withoutPackages.map(([room]) => room))('refuses a package in %s', (room) => {
    expect(found).toContainEqual(
      expect.stringContaining(`${room} imports a package it may not: src/${room}/wrong-package.ts`),
    );
  });

  it.each(withoutNode.map(([room]) => room))("refuses a module of Node's in %s", (room) => {
    expect(found).toContainEqual(
      expect.stringContaining(`${room} imports a module of Node's that it may not: src/${room}/wrong-node.ts`),
    );
  });
});
