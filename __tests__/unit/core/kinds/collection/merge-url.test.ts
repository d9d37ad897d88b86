import { describe, expect, it } from '@jest/globals';
import { url } from '../../../../../src/core/kinds/collection/merge-url.ts';
import { urlParts } from '../../../../../src/core/kinds/collection/url.ts';
import type { MergeContext } from '../../../../../src/core/kinds/merge/versions.ts';
import type { JsonObject, JsonValue } from '../../../../../src/core/lib/json.ts';

const context: MergeContext = { prefer: 'ours', at: ['Orders'], path: ['url'], ids: 'none' };
const merge = (base: JsonValue | undefined, ours: JsonValue | undefined, theirs: JsonValue | undefined) =>
  url({ base, ours, theirs }, context);
const withParts = (raw: string): JsonObject => ({ raw, ...urlParts(raw) });
/** Parts that say something else than the text. */
const torn: JsonObject = { raw: 'https://a.test/x', host: ['b', 'test'], path: ['y'] };

describe('merging a URL', () => {
  it('composes one text from the changes of both sides', () => {
    expect(merge('https://a.test/x?p=1', 'https://b.test/x?p=1', 'https://a.test/x?p=1&q=2')).toEqual({
      value: 'https://b.test/x?p=1&q=2',
      conflicts: [],
    });
  });

  it('keeps the form that ours has: text and parts', () => {
    const raw = 'https://b.test/x?p=1';
    expect(merge('https://a.test/x', withParts('https://b.test/x'), 'https://a.test/x?p=1')).toEqual({
      value: withParts(raw),
      conflicts: [],
    });
    expect(merge('https://a.test/x', { raw: 'https://b.test/x' }, 'https://a.test/x?p=1').value).toEqual(
      withParts(raw),
    );
  });

  it('merges path variables beside a URL without parts', () => {
    const withId = (raw: string, value: string) => ({ raw, variable: [{ key: 'id', value }] });
    const [base, theirs] = [withId('https://a.test/:id', '1'), withId('https://a.test/:id', '2')];
    expect(merge(base, withId('https://b.test/:id', '1'), theirs)).toEqual({
      value: { ...withParts('https://b.test/:id'), variable: [{ key: 'id', value: '2' }] },
      conflicts: [],
    });
  });

  it('merges URLs that both sides added', () => {
    expect(merge(undefined, 'https://a.test/x?p=1', 'https://a.test/x?q=2')).toEqual({
      value: 'https://a.test/x?p=1&q=2',
      conflicts: [],
    });
  });

  it('names a part that both sides changed, with the URLs as texts', () => {
    const [base, ours, theirs] = ['https://a.test/x', 'https://b.test/x', 'https://c.test/x'];
    expect(merge(base, ours, withParts(theirs))).toEqual({
      value: ours,
      conflicts: [{ at: ['Orders'], path: ['url', 'host'], base, ours, theirs }],
    });
  });

  it.each<[string, JsonValue, JsonValue, JsonValue]>([
    ['the base', torn, 'https://a.test/x?p=1', 'https://a.test/x?q=2'],
    ['ours', 'https://a.test/x', torn, 'https://a.test/x?q=2'],
    ['theirs', 'https://a.test/x', 'https://a.test/x?p=1', torn],
  ])('is a conflict as a whole where text and parts of %s disagree', (_, base, ours, theirs) => {
    expect(merge(base, ours, theirs)).toEqual({
      value: ours,
      conflicts: [{ at: ['Orders'], path: ['url'], base, ours, theirs }],
    });
  });
});
