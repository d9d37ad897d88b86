import { escapeRegExp } from './text.ts';

/**
 * Returns a function that tells whether a path with forward slashes matches the glob. `*` and `?` match within a
 * segment, `**` across segments; `{a,b}` and `[abc]` are known, too. Hidden files match like others. A glob that
 * matches a folder matches everything below it.
 */
export function globMatcher(glob: string): (path: string) => boolean {
  const written = glob.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
  const expression = new RegExp(`^${sourceOf(written)}(?:/.*)?$`);
  return (path) => expression.test(path);
}

const TOKENS = /\*\*\/|\/\*\*$|\*\*|\*|\?|\{[^{}]*\}|\[[^\]/]+\]|[^*?{[/]+|./g;

function sourceOf(glob: string): string {
  return (glob.match(TOKENS) ?? []).map(tokenSource).join('');
}

function tokenSource(token: string): string {
  if (token === '**/') return '(?:.*/)?';
  if (token === '/**') return '(?:/.*)?';
  if (token === '**') return '.*';
  if (token === '*') return '[^/]*';
  if (token === '?') return '[^/]';
  const inner = token.slice(1, -1);
  if (/^\{.*\}$/.test(token)) return `(?:${inner.split(',').map(sourceOf).join('|')})`;
  if (/^\[.+\]$/.test(token)) return `[${inner.replace(/^!/, '^').replace(/[\\\]]/g, '\\$&')}]`;
  return escapeRegExp(token);
}
