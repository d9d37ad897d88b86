/**
 * Whether a relative path leads more than `depth` levels above its starting folder. Absolute paths always do. Symbolic
 * links are not resolved.
 */
export function leavesFolder(path: string, depth = 0): boolean {
  const slashed = path.replaceAll('\\', '/');
  if (/^(?:\/|~|[a-z]:)/i.test(slashed)) return true;
  let [level, lowest] = [0, 0];
  for (const part of slashed.split('/')) {
    if (part === '..') level -= 1;
    else if (part !== '' && part !== '.') level += 1;
    lowest = Math.min(lowest, level);
  }
  return -lowest > depth;
}
