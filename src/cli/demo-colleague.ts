import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The collection and the request that both the colleague and the repository change. */
const FILE = join('postman', 'collections', 'catalog.postman_collection.json');
const COLLECTION = 'Catalog';
const REQUEST = 'First page';

/** The colleague's edit in Postman, and the edit in the file. */
const DESCRIPTION = 'The catalog comes in pages, counted from 1; a page has at most 50 products.';
const HEADER = { key: 'Accept', value: 'application/json' };

/** Commits everything in the folder, because a merge reads its base from git. The commit; undefined without git. */
export async function commitAll(cwd: string): Promise<string | undefined> {
  const identity = ['-c', 'user.name=demo', '-c', 'user.email=demo@example.com', '-c', 'commit.gpgsign=false'];
  try {
    await run('git', ['init', '--quiet'], { cwd });
    await run('git', ['add', '--all'], { cwd });
    await run('git', [...identity, 'commit', '--quiet', '--message', 'demo'], { cwd });
    return (await run('git', ['rev-parse', 'HEAD'], { cwd })).stdout.trim();
  } catch {
    return undefined;
  }
}

interface Item {
  readonly name?: string;
  readonly item?: readonly Item[];
  readonly request?: object;
}

interface Collection {
  readonly item: readonly Item[];
}

/** A copy of a tree with other fields in the request. */
const withFields = (items: readonly Item[], fields: object): readonly Item[] =>
  items.map((item) => ({
    ...item,
    ...(item.item ? { item: withFields(item.item, fields) } : {}),
    ...(item.name === REQUEST && item.request ? { request: { ...item.request, ...fields } } : {}),
  }));

/** The address and key of the emulated workspace. */
export interface Workspace {
  readonly url: string;
  readonly apiKey: string;
  readonly workspaceId: string;
}

/** Changes the description of the request in Postman, as a colleague would. */
export async function editInPostman({ url, apiKey, workspaceId }: Workspace): Promise<void> {
  const headers = { 'x-api-key': apiKey, 'content-type': 'application/json' };
  const list = await fetch(`${url}/collections?workspace=${workspaceId}`, { headers });
  const { collections } = (await list.json()) as { readonly collections: readonly { name: string; uid: string }[] };
  const address = `${url}/collections/${collections.find(({ name }) => name === COLLECTION)?.uid}`;
  const { collection } = (await (await fetch(address, { headers })).json()) as { readonly collection: Collection };
  const edited = { ...collection, item: withFields(collection.item, { description: DESCRIPTION }) };
  await fetch(address, { method: 'PUT', headers, body: JSON.stringify({ collection: edited }) });
}

/** Adds a header to the same request in its file. */
export async function editFile(folder: string): Promise<void> {
  const path = join(folder, FILE);
  const text = await readFile(path, 'utf8');
  const collection = JSON.parse(text) as Collection;
  const edited = { ...collection, item: withFields(collection.item, { header: [HEADER] }) };
  await writeFile(path, `${JSON.stringify(edited, null, /\n(\s+)/.exec(text)?.[1] ?? 2)}\n`);
}

/** Whether the file has both edits. */
export async function hasBothEdits(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, FILE), 'utf8');
  return text.includes(DESCRIPTION) && text.includes(`"value": "${HEADER.value}"`);
}
