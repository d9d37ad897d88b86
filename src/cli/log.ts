import { visible } from '../render/escape.ts';
import type { Log } from '../sync/ports.ts';

/** Progress goes to stderr, so that stdout holds the result alone. Control characters of hostile text are made visible. */
export const cliLog: Log = {
  line: (text) => say(text),
  notice: (text) => say(`Notice: ${text}`),
  warning: (text) => say(`Warning: ${text}`),
  group: (title, lines) => {
    say(title);
    for (const line of lines) say(`  ${line}`);
  },
};

const say = (text: string): void => {
  process.stderr.write(`${text.split('\n').map(visible).join('\n')}\n`);
};
