import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { cliLog } from '../../../src/cli/log.ts';

let written = '';
beforeEach(() => {
  written = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe('the log of the command line', () => {
  it('contains no command to a CI runner or a terminal, whatever a script writes', () => {
    cliLog.line('::error::a\r\n::set-output name=x::y\r::warning::z \u001b[2J##[error]w');
    cliLog.group('::group::title', ['::stop-commands::t', 'plain']);
    expect(written).not.toMatch(/^\s*::|##\[/m);
    expect(['\u001b', '\r'].filter((sign) => written.includes(sign))).toEqual([]);
    expect(written).toContain('  plain\n');
  });
});
