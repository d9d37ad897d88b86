import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../src/core/lib/json.ts';
import { createScanner } from '../../../src/scan/scanner.ts';
import { blocking, harmless, warning } from '../../support/planted-credentials.ts';

const scanner = createScanner({ now: () => Date.UTC(2026, 0, 1) });

const severities = async (content: JsonObject): Promise<readonly string[]> => [
  ...new Set((await scanner.scan(content)).map(({ severity }) => severity)),
];

describe('a credential that was committed', () => {
  it.each(Object.entries(blocking))('is certain: %s', async (_, content) => {
    expect(await severities(content)).toEqual(['high']);
  });

  it.each(Object.entries(warning))('is suspected: %s', async (_, content) => {
    expect(await severities(content)).toEqual(['low']);
  });
});

describe('what only looks like a credential', () => {
  it.each(Object.entries(harmless))('is none: %s', async (_, content) => {
    const found = await scanner.scan(content);
    expect(found.filter(({ severity }) => severity !== 'harmless').map(({ rule }) => rule)).toEqual([]);
  });
});
