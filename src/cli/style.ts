import process from 'node:process';
import type { Style } from '../render/text.ts';
import type { Host } from '../wiring/host.ts';

/** CIs whose logs show colours. */
const COLOURED_LOGS = ['GITHUB_ACTIONS', 'GITLAB_CI', 'CIRCLECI', 'TF_BUILD', 'BITBUCKET_BUILD_NUMBER'];

/**
 * Colours for terminals and CI logs that show them. `NO_COLOR` and `FORCE_COLOR` override that (no-color.org,
 * force-color.org).
 */
export const styleOf = (stream: NodeJS.WriteStream, env: Host['env'] = process.env): Style => ({
  color: hasColours(stream, env),
  ...(stream.columns ? { width: stream.columns } : {}),
});

function hasColours({ isTTY }: NodeJS.WriteStream, env: Host['env']): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTTY === true ? TERM !== 'dumb' : COLOURED_LOGS.some((name) => env[name]);
}
