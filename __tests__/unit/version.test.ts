import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { OUTPUTS } from '../../src/render/output-table.ts';
import { renderOutputs } from '../../src/render/outputs.ts';
import { VERSION } from '../../src/version.ts';
import { busyReport } from '../support/sample-report.ts';

describe('what is said in two places', () => {
  it('is the same version in the bundle and in package.json', () => {
    expect(VERSION).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });

  it('is the same outputs, in the same order, in the table and in what is set', () => {
    expect([...renderOutputs(busyReport()).keys()]).toEqual(OUTPUTS.map(({ name }) => name));
  });
});
