import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { OUTPUTS } from '../../src/render/output-table.ts';
import { renderOutputs } from '../../src/render/outputs.ts';
import { NEWMAN_VERSION, RUNTIME_VERSION, VERSION } from '../../src/version.ts';
import { busyReport } from '../support/sample-report.ts';

describe('what is said in two places', () => {
  it('is the same version in the bundle and in package.json', () => {
    expect(VERSION).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });

  it.each([
    ['newman', NEWMAN_VERSION],
    ['postman-runtime', RUNTIME_VERSION],
  ])('is the version of %s that is bundled', (name, version) => {
    expect(version).toBe(JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
  });

  it('is the same outputs, in the same order, in the table and in what is set', () => {
    expect([...renderOutputs(busyReport()).keys()]).toEqual(OUTPUTS.map(({ name }) => name));
  });
});
