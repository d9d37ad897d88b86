import { describe, expect, it } from '@jest/globals';
import { findReporters, slug } from '../../../../src/run/preflight/reporters.ts';

describe('options of reporters', () => {
  it.each([
    ['junit.export', 'Leave it out: the file is junit.xml in `report-dir`.'],
    ['cli.no-summary', 'Leave it out: --quiet and --verbose change the log.'],
  ])('of Newman itself, such as %s, are refused with what replaces them', (key, remedy) => {
    const found = findReporters([], { cwd: '.', options: new Map([[key, 'x']]) });
    expect(found).toMatchObject({ ok: false, problems: [{ code: 'reporter', remedy }] });
  });
});

it.each([
  ['Orders on staging', 'Orders-on-staging'],
  ['../../etc', 'etc'],
  ['Über / alles', 'U-ber-alles'],
  ['///', 'suite'],
])('the name %s is safe in a path as %s', (name, path) => expect(slug(name)).toBe(path));
