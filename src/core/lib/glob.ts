import { escapeRegExp } from './text.ts';

/**
 * A glob as a test of paths with forward slashes: `*` and `?` within a segment, `**` over segments, `{a,b}`, `[abc]`.
 * Hidden files match as others do; a path of a folder matches everything below it.
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
  if (/^\{.*\}$/.test(token)) return `(?:${token.slice(1, -1).split(',').map(sourceOf).join('|')})`;
  if (/^\[.+\]$/.test(token))
    return `[${token
      .slice(1, -1)
      .replace(/^!/, '^')
      .replace(/[\\\]]/g, '\\$&')}]`;
  return escapeRegExp(token);
}
