import { describe, expect, it } from '@jest/globals';
import { renderCommandHelp, renderHelp } from '../../../src/cli/help.ts';
import { USAGE } from '../../../src/cli/usage.ts';
import { COMMANDS } from '../../../src/settings/commands.ts';
import { INPUTS } from '../../../src/settings/inputs/index.ts';

const longest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

describe('the help', () => {
  it('fits one screen and names every command', () => {
    const help = renderHelp(80);
    for (const name of COMMANDS) expect(help).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(help.split('\n').length).toBeLessThanOrEqual(45);
  });

  it.each(COMMANDS)('shows examples of %s that fit 80 columns', (command) => {
    for (const example of USAGE[command].examples) expect(example.length).toBeLessThanOrEqual(78);
  });

  it.each([64, 80, 120, 200])('fits a terminal of %d columns', (width) => {
    expect(longest(renderHelp(width))).toBeLessThanOrEqual(width);
    for (const command of COMMANDS) {
      const prose = renderCommandHelp(command, width)
        .split('\n')
        .filter((line) => !line.startsWith('  postman-sync'));
      expect(longest(prose.join('\n'))).toBeLessThanOrEqual(width);
    }
  });
});

describe('the help of a command', () => {
  it.each(COMMANDS)('has two examples and exactly the flags of %s', (command) => {
    const help = renderCommandHelp(command);
    const { groups, flags, inputs = [], examples } = USAGE[command];
    expect(examples.length).toBe(2);
    for (const example of examples) expect(help).toContain(`  ${example}`);
    for (const { name } of flags) expect(help).toContain(`--${name}`);
    for (const { name, group } of INPUTS.filter((input) => !['command', 'matrix', 'reports'].includes(input.name)))
      expect(new RegExp(`--${name}(\\s|$)`, 'm').test(help)).toBe(groups.includes(group) || inputs.includes(name));
  });

  it('shows the allowed values and the default', () => {
    const help = renderCommandHelp('apply', 100);
    expect(help).toContain('--verify changed|all');
    expect(help).toContain('[changed]');
    expect(help).toContain('-e, --environment');
  });
});
