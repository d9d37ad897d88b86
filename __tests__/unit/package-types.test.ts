import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type * as published from '../../scripts/package/emulator.d.ts';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.ts';

/** `T` is `never`, or this does not compile. */
type Nothing<T extends never> = T;

/** An option that the package promises and the emulator does not know. */
type Unknown = Nothing<Exclude<keyof published.EmulatorOptions, keyof EmulatorOptions>>;

/** An option or a member of another type than the package says. */
type WrongOption = Nothing<
  {
    [K in keyof published.EmulatorOptions &
      keyof EmulatorOptions]: published.EmulatorOptions[K] extends EmulatorOptions[K] ? never : K;
  }[keyof published.EmulatorOptions & keyof EmulatorOptions]
>;
type WrongMember = Nothing<
  { [K in keyof published.Emulator]: Emulator[K] extends published.Emulator[K] ? never : K }[keyof published.Emulator]
>;

describe('the types of postman-sync/emulator', () => {
  it('are those of the emulator: the type check fails where they differ', () => {
    const wrong: (Unknown | WrongOption | WrongMember)[] = [];
    const promised: typeof published.createEmulator = createEmulator;
    expect([wrong, promised]).toEqual([[], createEmulator]);
  });

  it('name what the entry exports', () => {
    const textOf = (name: string) => readFileSync(new URL(`../../scripts/package/${name}`, import.meta.url), 'utf8');
    const functions = [...textOf('emulator.d.ts').matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
    expect(textOf('emulator.js')).toContain(`export { ${functions.join(', ')} };`);
  });
});
