import type { Notice } from '../core/model/notice.ts';
import { git } from '../files/git.ts';
import { createRemoteFiles, type GitHubRepository } from '../files/remote-file.ts';
import type { ConfigSource } from '../settings/config.ts';
import { gateRuleNotices } from '../settings/gate-rules.ts';

/** Where the base version of the configuration is read from. */
export interface BaseSources {
  readonly cwd: string;
  /** The commit that the change is to be merged into; absent outside pull requests. */
  readonly base: string | undefined;
  readonly github: GitHubRepository | undefined;
}

/** Warns where a pull request changes rules of the gate in the configuration. */
export async function changedGateRules(
  config: ConfigSource | undefined,
  { cwd, base, github }: BaseSources,
): Promise<readonly Notice[]> {
  // A configuration without a depth is outside the checkout, so no pull request can change it.
  if (!config || config.depth === undefined || !base || base.startsWith('-')) return [];
  const mergeBase = (await git(cwd, ['merge-base', 'HEAD', base]))?.trim() || base;
  const before =
    (await git(cwd, ['show', `${mergeBase}:./${config.path}`])) ??
    (github && (await createRemoteFiles(github)(config.path, base)));
  return gateRuleNotices(config, before);
}
