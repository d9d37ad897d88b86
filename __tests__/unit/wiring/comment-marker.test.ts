import { describe, expect, it } from '@jest/globals';
import { parseHostSettings } from '../../../src/settings/host-settings.ts';
import { labelOf, markerOf } from '../../../src/wiring/comment-marker.ts';

const step = ['acme/shop/.github/workflows/postman.yml', 'postman', '__run'];
const inputs = (given: Readonly<Record<string, string>> = {}) =>
  parseHostSettings(new Map(Object.entries(given))).comment;
const marker = markerOf(step, inputs());

describe('the marker of a comment', () => {
  it('is an HTML comment on one line without foreign text', () => {
    expect(marker).toMatch(/^<!-- postman-sync [0-9a-f]{24} -->$/);
    expect(markerOf(['--> <img>', 'a\nb', ''], inputs())).toMatch(/^<!-- postman-sync [0-9a-f]{24} -->$/);
  });

  it('is the same in every run, whatever the suites and the actor', () => {
    expect(markerOf(step, inputs({ variables: 'token=1', 'github-token': 'other', matrix: ' ' }))).toBe(marker);
  });

  it.each([
    ['workflow', { step: ['other', 'postman', '__run'], scope: inputs() }],
    ['job', { step: [step[0] ?? '', 'other', '__run'], scope: inputs() }],
    ['step', { step: [step[0] ?? '', 'postman', '__run_2'], scope: inputs() }],
    ['job of a matrix', { step, scope: inputs({ matrix: '{"node":24}' }) }],
    ['configuration', { step, scope: inputs({ config: 'eu/postman-sync.yaml' }) }],
    ['project', { step, scope: inputs({ project: 'acme/other' }) }],
    ['workspace', { step, scope: inputs({ workspace: '1f0df51a-8658-4ee8-a2a1-d2567dfa09a9' }) }],
    ['environment', { step, scope: inputs({ environment: 'Staging' }) }],
    ['choice of files', { step, scope: inputs({ collections: 'eu/*.json' }) }],
    ['choice of suites', { step, scope: inputs({ suite: 'Smoke' }) }],
    ['choice of folders', { step, scope: inputs({ folder: 'Smoke' }) }],
  ])('differs for another %s', (_what, identity) => {
    expect(markerOf(identity.step, identity.scope)).not.toBe(marker);
  });
});

describe('the label of a job', () => {
  it.each([
    ['{"node":24,"region":"eu"}', '24, eu'],
    ['{"target":{"os":"linux"}}', '{"os":"linux"}'],
    ['null', undefined],
    ['{}', undefined],
    ['', undefined],
    ['a text that is no JSON', undefined],
    ['{"x":"a\\n::error::b"}', 'a ::error::b'],
  ])('of the matrix %j is %j', (matrix, label) => {
    expect(labelOf(inputs({ matrix }))).toBe(label);
  });

  it.each([
    [{ config: 'eu/postman-sync.yaml', matrix: '{"node":24}' }, '24, eu/postman-sync.yaml'],
    [{ config: 'postman-sync.yaml', environment: 'Staging', suite: 'Smoke' }, 'Staging, Smoke'],
    [{ config: 'postman-sync.yaml' }, undefined],
  ])('is the chosen name: %j is %j', (given, label) => {
    expect(labelOf(inputs(given))).toBe(label);
  });
});
