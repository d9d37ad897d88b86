import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SourceFile } from '../../../src/core/model/resource.ts';
import { readTreeSource } from '../../../src/files/trees.ts';
import { type Kit, startKit, suiteOf } from './runner-harness.ts';

let kit: Kit;

beforeAll(async () => {
  kit = await startKit();
}, 60_000);
afterAll(() => kit.close());

const DIRECTORY = 'postman/collections/Orders';

async function run(files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) await kit.write(`${DIRECTORY}/${path}`, text);
  const { source, problems } = await readTreeSource(DIRECTORY, kit.cwd, { allowUnsupported: false });
  expect(problems).toEqual([]);
  const [result] = await kit.run([{ ...suiteOf([]), collection: source as SourceFile }]);
  return result?.attempt.failures.map(
    ({ file, position, assertion }) => `${file}:${position?.line} ${assertion ?? ''}`,
  );
}

const CALL = (name: string): string => `pm.test('${name}', () => pm.expect(1).to.equal(2));`;

describe('a failure of a collection in YAML', () => {
  it('has the file and line of its pm.test, however the script is written', async () => {
    const header = `$kind: http-request\nurl: ${kit.api}/\nscripts:\n  - type: afterResponse\n    code: `;
    const failures = await run({
      '.resources/definition.yaml': `$kind: collection\nscripts:\n  - type: http:afterResponse\n    code: |\n\n      ${CALL('top')}\n`,
      'a literal.request.yaml': `${header}|-\n      // first\n\n      ${CALL('literal')}\n`,
      'b folded.request.yaml': `${header}>-\n      // first\n\n      const one =\n      1;\n\n\n      ${CALL('folded')}\n`,
      'c double.request.yaml': `${header}"// first\\n\\\n      ${CALL('double')}"\n`,
      'd single.request.yaml': `${header}'// first\n\n      ${CALL('single').replaceAll("'", "''")}'\n`,
      'e thrown.request.yaml': `${header}|-\n      // first\n      nowhere.at.all();\n`,
    });
    expect(failures?.filter((one) => !one.endsWith(' top'))).toEqual([
      `${DIRECTORY}/a literal.request.yaml:8 literal`,
      `${DIRECTORY}/b folded.request.yaml:12 folded`,
      `${DIRECTORY}/c double.request.yaml:6 double`,
      `${DIRECTORY}/d single.request.yaml:7 single`,
      `${DIRECTORY}/e thrown.request.yaml:7 `,
    ]);
    expect(failures?.filter((one) => one.endsWith(' top'))).toEqual(
      Array(5).fill(`${DIRECTORY}/.resources/definition.yaml:6 top`),
    );
  });
});
