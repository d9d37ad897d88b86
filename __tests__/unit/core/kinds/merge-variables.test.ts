import { describe, expect, it } from '@jest/globals';
import type { MergeOptions } from '../../../../src/core/kinds/merge/versions.ts';
import { mergeVariables } from '../../../../src/core/kinds/merge-variables.ts';
import type { JsonObject } from '../../../../src/core/lib/json.ts';
import { environment } from '../../../support/collections.ts';

const FILE: MergeOptions = { prefer: 'ours', purpose: 'file' };
const REMOTE: MergeOptions = { prefer: 'ours', purpose: 'remote' };

const plain = (key: string, value: string): JsonObject => ({ key, value, type: 'default', enabled: true });
const secret = (key: string, value: string): JsonObject => ({ key, value, type: 'secret', enabled: true });
const staging = (...values: readonly JsonObject[]) => environment('Staging', ...values);

describe('merging an environment', () => {
  const base = staging(plain('a', '1'), plain('b', '1'));

  it('has the variables that either side changed or added', () => {
    const ours = staging(plain('a', '2'), plain('b', '1'), plain('ours', '1'));
    const theirs = staging(plain('a', '1'), { ...plain('b', '1'), enabled: false }, plain('theirs', '1'));
    const { value, conflicts } = mergeVariables({ base, ours, theirs }, FILE);
    expect(conflicts).toEqual([]);
    expect(value.values).toEqual([
      plain('a', '2'),
      { ...plain('b', '1'), enabled: false },
      plain('ours', '1'),
      plain('theirs', '1'),
    ]);
  });

  it('names a variable that both sides changed', () => {
    const { conflicts } = mergeVariables(
      { base, ours: staging(plain('a', '2')), theirs: staging(plain('a', '3')) },
      FILE,
    );
    expect(conflicts).toEqual([
      { at: ['variable a'], path: ['values', 0, 'value'], base: '1', ours: '2', theirs: '3' },
    ]);
  });

  it('marks the values of secrets', () => {
    const versions = {
      base: staging(secret('a', '1')),
      ours: staging(secret('a', '2')),
      theirs: staging(secret('a', '3')),
    };
    expect(mergeVariables(versions, REMOTE).conflicts).toMatchObject([{ at: ['variable a'], isSecret: true }]);
  });

  it('never writes the value of a secret into a file', () => {
    const ours = staging(secret('known', ''));
    const theirs = staging(secret('known', 'hidden'), secret('new', 'hidden'));
    const { value } = mergeVariables({ base: ours, ours, theirs }, FILE);
    expect(value.values).toEqual([secret('known', ''), secret('new', '')]);
  });

  it.each<[string, readonly [base: JsonObject, ours: JsonObject, theirs: JsonObject], JsonObject]>([
    [
      'blanks it in the file if Postman changed it',
      [secret('a', '1'), secret('a', '1'), secret('a', '2')],
      secret('a', ''),
    ],
    ['blanks a variable that became one', [plain('a', '1'), plain('a', '1'), secret('a', '2')], secret('a', '')],
    ['keeps an equal value', [plain('a', '1'), plain('a', '1'), secret('a', '1')], secret('a', '1')],
    [
      'keeps the value of a file that alone changed',
      [secret('a', '1'), secret('a', '2'), secret('a', '1')],
      secret('a', '2'),
    ],
    ['keeps a blank one', [secret('a', '1'), secret('a', ''), secret('a', '2')], secret('a', '')],
    ['blanks one that the file made secret', [plain('a', '1'), secret('a', '1'), plain('a', '2')], secret('a', '')],
    [
      'keeps the value of a file that made it plain',
      [secret('a', ''), plain('a', ''), secret('a', 'from Postman')],
      plain('a', ''),
    ],
    [
      'brings the value of one that is secret no more',
      [secret('a', '1'), secret('a', '1'), plain('a', '2')],
      plain('a', '2'),
    ],
  ])('of a changed secret %s', (_, [base, ours, theirs], expected) => {
    const { value, conflicts } = mergeVariables(
      { base: staging(base), ours: staging(ours), theirs: staging(theirs) },
      FILE,
    );
    expect(conflicts).toEqual([]);
    expect(value.values).toEqual([expected]);
  });

  it('keeps all secrets of one key if none of them changed', () => {
    const rows = [secret('a', '1'), secret('a', '2')];
    const content = { name: 'Staging', values: [...rows, plain('z', 'q')] };
    const theirs = { name: 'Staging', values: [...rows, plain('z', 'r')] };
    expect(mergeVariables({ base: content, ours: content, theirs }, FILE).value).toEqual(theirs);
  });

  it('names a secret that both sides changed, without a value for the file', () => {
    const versions = {
      base: staging(secret('a', '1')),
      ours: staging(secret('a', '2')),
      theirs: staging(secret('a', '3')),
    };
    const { value, conflicts } = mergeVariables(versions, { ...FILE, prefer: 'theirs' });
    expect(conflicts).toMatchObject([{ at: ['variable a'], isSecret: true }]);
    expect(value.values).toEqual([secret('a', '')]);
  });

  it("keeps Postman's value of a secret that is blank in the file", () => {
    const ours = staging(secret('token', ''), plain('a', '2'));
    const theirs = staging(secret('token', 'hidden'), plain('a', '1'));
    const { value, conflicts } = mergeVariables(
      { base: staging(secret('token', ''), plain('a', '1')), ours, theirs },
      REMOTE,
    );
    expect(conflicts).toEqual([]);
    expect(value).toEqual(ours);
  });

  it('ignores fields that Postman adds to an environment, and synonyms of types', () => {
    const ours = staging({ key: 'a', value: '1', type: 'any', enabled: true });
    const theirs = { ...staging(plain('a', '1')), id: 'x', owner: '1', isPublic: false, createdAt: 'now' };
    expect(mergeVariables({ base: ours, ours, theirs }, FILE).value).toEqual(ours);
  });
});
