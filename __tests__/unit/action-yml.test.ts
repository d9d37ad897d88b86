import { readFileSync } from 'node:fs';
import { validateAction } from '@actions/languageservice/validate-action';
import { describe, expect, it } from '@jest/globals';
import { TextDocument } from 'vscode-languageserver-textdocument';

const text = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8');

let documents = 0;

/** What GitHub's own language service says of an action's metadata. */
async function complaintsOf(metadata: string): Promise<readonly string[]> {
  // The service remembers what it found at an address.
  documents += 1;
  const found = await validateAction(TextDocument.create(`file:///${documents}/action.yml`, 'yaml', 1, metadata));
  return found.map(({ message, range }) => `${range.start.line + 1} ${message}`);
}

describe('action.yml', () => {
  it('has nothing for GitHub to complain about', async () => {
    expect(await complaintsOf(text)).toEqual([]);
  });

  it.each([
    ['a key that does not exist', text.replace('main: dist', 'mian: dist'), 'mian'],
    ['a runtime that does not exist', text.replace('node24', 'node99'), 'node99'],
    ['no name', text.replace(/^name:.*$/m, ''), 'name'],
    ['a default that reads what inputs may not read', text.replace('github.token', 'secrets.TOKEN'), 'secrets'],
  ])('would be refused with %s', async (_what, broken, word) => {
    expect(broken).not.toBe(text);
    expect((await complaintsOf(broken)).join('\n')).toContain(word);
  });
});
