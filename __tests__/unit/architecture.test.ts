import { describe, expect, it } from '@jest/globals';
import { cruise, type ICruiseResult } from 'dependency-cruiser';

/** Libraries without I/O, clock or environment. */
const PURE = '^node_modules/(yaml|zod|diff|fastest-levenshtein)/';

/** Which rooms a room may import from, besides itself. Node's own modules and packages are named where they are allowed. */
const rooms = {
  core: { rooms: [], packages: [PURE], node: ['crypto'] },
  render: { rooms: ['core'], packages: [PURE, '^node_modules/xmlbuilder/'], node: [] },
  settings: { rooms: ['core'], packages: [PURE], node: [] },
  sync: { rooms: ['core', 'settings'], packages: [], node: [] },
  postman: { rooms: ['core', 'sync'], packages: [PURE, '^node_modules/@actions/http-client/'], node: ['any'] },
  files: { rooms: ['core', 'sync', 'settings'], packages: ['any'], node: ['any'] },
  scan: { rooms: ['core', 'sync'], packages: ['^node_modules/@secretlint/'], node: [] },
  run: { rooms: ['core', 'sync'], packages: ['any'], node: ['any'] },
  emulator: { rooms: [], packages: ['any'], node: ['any'] },
  action: { rooms: ['core', 'settings', 'sync', 'render', 'wiring'], packages: ['any'], node: ['any'] },
  cli: { rooms: ['core', 'settings', 'sync', 'render', 'wiring', 'emulator'], packages: [], node: ['any'] },
} as const;

const forbidden = Object.entries(rooms).flatMap(([room, allowed]) => {
  const from = { path: `^src/${room}/` };
  const own = [`^src/${room}/`, ...allowed.rooms.map((name) => `^src/${name}/`), '^src/version\\.ts$'];
  const packages: readonly string[] = allowed.packages;
  const node: readonly string[] = allowed.node;
  return [
    {
      name: `${room} imports a room it may not`,
      severity: 'error' as const,
      from,
      to: { path: '^src/', pathNot: own },
    },
    ...(packages.includes('any')
      ? []
      : [
          {
            name: `${room} imports a package it may not`,
            severity: 'error' as const,
            from,
            to: { path: '^node_modules/', pathNot: [...packages] },
          },
        ]),
    ...(node.includes('any')
      ? []
      : [
          {
            name: `${room} uses Node`,
            severity: 'error' as const,
            from,
            to: { dependencyTypes: ['core' as const], pathNot: node.map((name) => `^(node:)?${name}$`) },
          },
        ]),
  ];
});

const onlyIn = (room: string, packages: string) => ({
  name: `only ${room} imports ${packages}`,
  severity: 'error' as const,
  from: { path: '^src/', pathNot: `^src/${room}/` },
  to: { path: `^node_modules/${packages}/` },
});

describe('the rooms of the house', () => {
  it('import only what their room may', async () => {
    const { output } = await cruise(['src'], {
      parser: 'swc',
      doNotFollow: { path: 'node_modules' },
      validate: true,
      ruleSet: {
        forbidden: [
          ...forbidden,
          onlyIn('action', '@actions/(core|github)'),
          onlyIn('(run|emulator)', 'newman'),
          {
            name: 'no cycles between files',
            severity: 'error',
            from: { path: '^src/' },
            to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
          },
        ],
      },
    });
    const { summary } = output as ICruiseResult;
    expect(summary.totalCruised).toBeGreaterThan(50);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  }, 60_000);
});
