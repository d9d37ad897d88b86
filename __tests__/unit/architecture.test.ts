import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
    rooms: ['core', 'postman/rate-limit/headers'],
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
    name: 'no circles, types included',
    severity: 'error',
    from: { path: '^src/' },
    to: { circular: true },
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

/** Whether the table lets a room import from another. */
const mayImport = (from: string, to: string): boolean =>
  [from, ...(ROOMS[from]?.rooms ?? [])].some((room) => to === room || to.startsWith(`${room}/`));

const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true }))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts'));

describe('the sources', () => {
  it('import only what their room may', async () => {
    const { cruised, found } = await violations(process.cwd());
    expect(cruised).toBeGreaterThan(50);
    expect(found).toEqual([]);
  }, 60_000);

  it('lie in a room of the import table', async () => {
    const rooms = new Set(Object.keys(ROOMS));
    const roomOf = (path: string): string =>
      path
        .split('/')
        .slice(1, path.startsWith('src/core/') ? 3 : 2)
        .join('/');
    const homeless = (await filesIn('src')).filter((path) => path.split('/').length > 2 && !rooms.has(roomOf(path)));
    expect(homeless).toEqual([]);
  });

  it('of core, formats, render and settings use no clock, randomness, environment or network', async () => {
    const impure =
      /(?<![\w.}])(?:process\.|Date\.now\(|new Date\(\)|Math\.random\(|fetch\(|set(?:Timeout|Interval|Immediate)\(|console\.(?:log|error|warn|info|debug)\(|performance\.|globalThis)/;
    const paths = (
      await Promise.all(['core', 'formats', 'render', 'settings'].map((room) => filesIn(`src/${room}`)))
    ).flat();
    const wrong: string[] = [];
    for (const path of paths) {
      // The script of the page, as a text.
      if (path === 'src/render/html/script.ts') continue;
      const code = (await readFile(path, 'utf8')).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      if (impure.test(code)) wrong.push(path);
    }
    expect(wrong).toEqual([]);
  });

  it('have unit tests of their names; `whole-…` records what several files make together', async () => {
    const sources = new Set(await filesIn('src'));
    const sourceOf = (path: string): string => path.replace('__tests__/unit/', 'src/').replace('.test.ts', '.ts');
    // Tests at the top are about the repository: its pages, workflows, examples.
    const tests = (await filesIn('__tests__/unit')).filter((path) => path.split('/').length > 3);
    expect(tests.filter((path) => !/\/whole-[\w-]+\.test\.ts$/.test(path) && !sources.has(sourceOf(path)))).toEqual([]);
  });

  it('are described by the table in docs/architecture.md', async () => {
    const page = await readFile('docs/architecture.md', 'utf8');
    const rows = [...page.matchAll(/^\| `([\w/-]+)` \|[^|]*\|([^|]*)\|$/gm)];
    const described = rows.map(([, room = '', rooms = '']) => [
      room,
      [...rooms.matchAll(/`([\w/-]+)`/g)].map(([, name]) => name),
    ]);
    expect(Object.fromEntries(described)).toEqual(
      Object.fromEntries(
        Object.entries(ROOMS)
          .filter(([room]) => room !== 'core')
          .map(([room, { rooms }]) => [room, rooms]),
      ),
    );
  });
});

describe('the import table', () => {
  let dir = '';
  let found: readonly string[] = [];
  const names = Object.keys(ROOMS);
  const forbidden = (room: string): readonly string[] => names.filter((other) => !mayImport(room, other));
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
    await write('src/version.ts', `import type { B } from './b.ts';\nexport type A = B;\n`);
    await write('src/b.ts', `import type { A } from './version.ts';\nexport type B = A;\n`);
    for (const room of names) {
      const up = '../'.repeat(room.split('/').length);
      const imports = (others: readonly string[], kind: string): string =>
        others
          .map((other) => `import ${kind}{ Target as T${names.indexOf(other)} } from '${up}${other}/target.ts';\n`)
          .join('');
      const allowed = names.filter((other) => mayImport(room, other));
      await write(`src/${room}/target.ts`, 'export class Target {}\n');
      await write(`src/${room}/right.ts`, `${imports(allowed, '')}export {};\n`);
      await write(`src/${room}/wrong-values.ts`, `${imports(forbidden(room), '')}export {};\n`);
      await write(`src/${room}/wrong-types.ts`, `${imports(forbidden(room), 'type ')}export {};\n`);
      await write(`src/${room}/wrong-package.ts`, `export { default } from 'newman';\n`);
      await write(`src/${room}/wrong-node.ts`, `export { connect } from 'node:net';\n`);
    }
    ({ found } = await violations(dir));
  }, 60_000);

  afterAll(() => rm(dir, { recursive: true, force: true }));

  it.each(names)('refuses an import into %s of each room that its row does not name', (room) => {
    const to = (file: string): readonly string[] =>
      forbidden(room).map((other) => `${room} imports a room it may not: src/${room}/${file} → src/${other}/target.ts`);
    expect(found).toEqual(expect.arrayContaining([...to('wrong-values.ts'), ...to('wrong-types.ts')]));
  });

  it('allows what the rows name', () => expect(found.filter((text) => text.includes('/right.ts'))).toEqual([]));

  it('refuses a circle of types', () => {
    expect(found).toContainEqual(expect.stringContaining('no circles, types included: src/b.ts'));
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
