import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Route } from '../../../../src/emulator/context.ts';
import { routes } from '../../../../src/emulator/routes/index.ts';

const folder = new URL('../../../../src/emulator/routes/', import.meta.url);

/** The routes that a file exports. */
async function routesOf(file: string): Promise<readonly Route[]> {
  const exported = (await import(new URL(file, folder).href)) as Readonly<Record<string, unknown>>;
  return Object.entries(exported).flatMap(([name, value]) => (name.endsWith('Routes') ? (value as Route[]) : []));
}

describe('the routes of the emulator', () => {
  it('are those of every file in their folder', async () => {
    const files = readdirSync(folder).filter((name) => name !== 'index.ts');
    const known = (await Promise.all(files.map(routesOf))).flat();
    expect(known.length).toBeGreaterThan(30);
    expect(known.filter((route) => !routes.includes(route)).map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('are each listed once', () => {
    const names = routes.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':id')}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
