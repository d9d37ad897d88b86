import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { addAllowances } from '../../../src/settings/add-allowances.ts';

const allowances = [
  { fingerprint: 'a'.repeat(32), comment: 'stripe/SECRET_KEY at postman/orders.json:12:5' },
  { fingerprint: 'b'.repeat(32), comment: 'postman/AUTH at postman/a\nb.json:1:1' },
];

describe('entries of allowed-secrets', () => {
  it('are appended with comments to a file without the key, and the rest of the file is unchanged', () => {
    const text = '# ours\nworkspace:   "1"   # here\n\n';
    const added = addAllowances(text, allowances);
    expect(added.startsWith('# ours\nworkspace:   "1"   # here\n')).toBe(true);
    expect(added).toContain(`  - ${'a'.repeat(32)} # stripe/SECRET_KEY at postman/orders.json:12:5\n`);
    expect(added).toContain('# Credentials found in the files');
    expect(parse(added)).toEqual({
      workspace: '1',
      'allowed-secrets': allowances.map(({ fingerprint }) => fingerprint),
    });
  });

  it('are written to an empty file', () => {
    expect(parse(addAllowances('', allowances))).toEqual({
      'allowed-secrets': allowances.map(({ fingerprint }) => fingerprint),
    });
  });

  it('are added to existing entries, whose comments are kept', () => {
    const text = 'allowed-secrets:\n  - cccc # the sandbox\nrun: none\n';
    const added = addAllowances(text, allowances);
    expect(added).toContain('- cccc # the sandbox');
    expect(parse(added)).toEqual({
      'allowed-secrets': ['cccc', ...allowances.map(({ fingerprint }) => fingerprint)],
      run: 'none',
    });
    expect(parse(addAllowances('allowed-secrets: [cccc]\n', allowances))['allowed-secrets']).toHaveLength(3);
  });

  it('are not written when nothing was found', () => {
    expect(addAllowances('run: none', [])).toBe('run: none');
  });
});
