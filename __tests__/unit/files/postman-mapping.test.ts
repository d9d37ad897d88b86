import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readMapping } from '../../../src/files/postman-mapping.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'postman-sync-mapping-'));
  await mkdir(join(cwd, '.git'));
});
afterEach(() => rm(cwd, { recursive: true }));

const WORKSPACE = '1f0df51a-8658-4ee8-a2a1-d2567dfa09a9';
const [ONE, TWO] = ['1-12ece9e1-2abf-4edc-8e34-de66e74114d2', '5daabc50-8451-43f6-922d-96b403b4f28e'];

const read = async (text: string, workspace: string | undefined = WORKSPACE) => {
  await mkdir(join(cwd, '.postman'), { recursive: true });
  await writeFile(join(cwd, '.postman/resources.yaml'), text);
  return readMapping(cwd, workspace);
};
const NOTHING = { ok: true, value: { ids: new Map(), paths: { collections: [], environments: [] } } };

describe('the mapping of Postman’s app', () => {
  const text = `workspace: { id: ${WORKSPACE} }
localResources:
  collections: [../postman/collections/Orders, 7, '..\\api\\Users\\']
  environments: []
cloudResources:
  collections:
    ../postman/collections/Cart: ${ONE}
    ../postman/collections/Unknown: none
  environments:
    ../postman/environments/Local.environment.yaml: { id: ${TWO} }
canonical:
  collections: { ../api/Both: { uid: ${ONE}, id: ${TWO} } }
`;

  it('has ids by paths from the root, and the paths of both kinds', async () => {
    const mapping = await read(text);
    expect(mapping).toEqual({
      ok: true,
      value: {
        ids: new Map([
          ['postman/collections/Cart', ONE],
          ['postman/environments/Local.environment.yaml', TWO],
          ['api/Both', ONE],
        ]),
        paths: {
          collections: [
            'postman/collections/Orders',
            'api/Users',
            'postman/collections/Cart',
            'postman/collections/Unknown',
          ],
          environments: ['postman/environments/Local.environment.yaml'],
        },
      },
    });
  });

  it.each([
    ['of another workspace', TWO, 0],
    ['of this workspace', `9-${WORKSPACE}`, 3],
    ['where no workspace is named', undefined, 3],
  ])('has ids only for its workspace: %s', async (_, workspace, count) => {
    await read(text);
    const mapping = await readMapping(cwd, workspace);
    expect(mapping.ok && mapping.value.ids.size).toBe(count);
    expect(mapping.ok && mapping.value.paths.collections.length).toBe(4);
  });

  it('has ids if the file names no workspace', async () => {
    const mapping = await read(text.replace(`workspace: { id: ${WORKSPACE} }`, "workspace: { id: '' }"), TWO);
    expect(mapping.ok && mapping.value.ids.size).toBe(3);
  });

  it('is empty without the file, and for a file without content', async () => {
    expect(await readMapping(cwd, WORKSPACE)).toEqual(NOTHING);
    expect(await read('')).toEqual(NOTHING);
    expect(await read('[1]')).toEqual(NOTHING);
    expect(await read('cloudResources: []\nlocalResources: { collections: x }\n')).toEqual(NOTHING);
  });

  it('is a problem where it is no YAML, or leads out of the checkout', async () => {
    expect(await read('a: [')).toMatchObject({
      ok: false,
      problems: [
        { path: '.postman/resources.yaml', code: 'file-syntax', message: expect.stringMatching(/^Not valid/) },
      ],
    });
    await rm(join(cwd, '.postman'), { recursive: true });
    if (process.platform === 'win32') return;
    const outside = await mkdtemp(join(tmpdir(), 'postman-sync-outside-'));
    await symlink(outside, join(cwd, '.postman'));
    await writeFile(join(outside, 'resources.yaml'), text);
    expect(await readMapping(cwd, WORKSPACE)).toMatchObject({ ok: false, problems: [{ code: 'unsafe-path' }] });
    await rm(outside, { recursive: true });
  });
});
