import { describe, expect, it } from '@jest/globals';
import { parseHostSettings } from '../../../src/settings/host-settings.ts';

const parse = (inputs: Readonly<Record<string, string>>, text?: string) =>
  parseHostSettings(
    new Map(Object.entries(inputs)),
    text === undefined ? undefined : { path: 'postman-sync.yaml', text },
  );

describe('host settings', () => {
  it('have the documented defaults', () => {
    expect(parse({})).toEqual({
      command: 'auto',
      allowForks: false,
      report: { dir: 'postman-report', formats: ['junit', 'json', 'html'], external: [], reporterOptions: new Map() },
      github: { comment: 'auto', checkRun: false, uploadArtifact: 'auto' },
      comment: { scope: Array.from({ length: 9 }, () => ''), labels: [] },
      secrets: [],
    });
  });

  it('reject a report folder outside the checkout from the file', () => {
    const source = { path: 'postman-sync.yaml', text: 'report-dir: ../out\n', depth: 0 };
    expect(parseHostSettings(new Map(), source).report.dir).toBe('postman-report');
    expect(parseHostSettings(new Map([['report-dir', '../out']]), source).report.dir).toBe('../out');
    expect(parseHostSettings(new Map(), { ...source, depth: 1 }).report.dir).toBe('../out');
  });

  it('are read from a file in which another key is wrong', () => {
    const text = 'report-dir: out\nreporters: [json, htmlextra]\ncomment: never\ncheck-run: true\nretires: 2\n';
    expect(parse({}, text)).toMatchObject({
      report: { dir: 'out', formats: ['json'], external: ['htmlextra'] },
      github: { comment: 'never', checkRun: true, uploadArtifact: 'auto' },
    });
  });

  it("need no reporter for Newman's `cli`: the log is always shown", () => {
    expect(parse({ reporters: 'cli,junit' }, '').report).toMatchObject({ formats: ['junit'], external: [] });
  });

  it('prefer an input to the file', () => {
    expect(parse({ 'report-dir': 'here', comment: 'always' }, 'report-dir: there\ncomment: never')).toMatchObject({
      report: { dir: 'here' },
      github: { comment: 'always' },
    });
  });

  it.each([
    ['a value of the wrong type', 'report-dir: 5\ncomment: sometimes\nreporters: { json: true }'],
    ['no mapping', '- report-dir'],
    ['wrong syntax', 'report-dir: [out'],
    ['nothing', ''],
  ])('have the defaults when the file contains %s', (_what, text) => {
    expect(parse({}, text)).toEqual(parse({}));
  });

  it.each([
    ['command', 'plna'],
    ['comment', 'sometimes'],
    ['check-run', 'perhaps'],
  ])('have the default when the input %s is wrong', (name, value) => {
    const { command, github } = parse({ [name]: value });
    expect({ command, github }).toEqual({
      command: 'auto',
      github: { comment: 'auto', checkRun: false, uploadArtifact: 'auto' },
    });
  });

  it('ignore tokens, commands and keys in the file', () => {
    const text = 'github-token: ghs_1\ncommand: apply\npostman-api-key: PMAK-1\n';
    expect(parse({}, text)).toEqual(parse({}));
  });

  it('contain every confidential input', () => {
    const { secrets } = parse({ 'postman-api-key': ' PMAK-1 ', 'github-token': 'ghs_1', workspace: 'w' });
    expect(secrets.map((secret) => secret.reveal())).toEqual(['PMAK-1', 'ghs_1']);
  });
});
