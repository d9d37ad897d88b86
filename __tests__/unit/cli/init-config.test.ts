import { describe, expect, it } from '@jest/globals';
import { renderConfig } from '../../../src/cli/init-config.ts';
import { parseConfig } from '../../../src/settings/config.ts';

const uncommented = (text: string): string => text.replace(/^# (?=[a-z]+:| {2})/gm, '');

describe('the configuration that init writes', () => {
  it.each([
    ['nothing', { collections: [], environments: [] }],
    ['files', { collections: ["api/it's/*.json"], environments: ['env/staging.json'] }],
  ])('is valid for a repository with %s, as written and with all comments removed', (_, found) => {
    const text = renderConfig(found);
    for (const version of [text, uncommented(text)])
      expect(parseConfig({ path: 'postman-sync.yaml', text: version })).toMatchObject({ ok: true });
  });

  it('names the files that were found', () => {
    expect(renderConfig({ collections: ["api/it's/*.json"], environments: [] })).toContain(
      "collections:\n  - 'api/it''s/*.json'\n",
    );
  });
});
