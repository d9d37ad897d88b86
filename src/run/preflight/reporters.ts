import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Checked, Problem } from '../../core/model/problem.ts';
import type { ReporterJob } from '../protocol.ts';

/** Finds external reporters in the workspace's `node_modules`; every one that is missing is a problem. */
export function findReporters(
  names: readonly string[],
  { workspace, reportDir }: { readonly workspace: string; readonly reportDir: string },
): Checked<readonly ReporterJob[]> {
  const require = createRequire(join(resolve(workspace), 'package.json'));
  const problems: Problem[] = [];
  const jobs = names.flatMap((name) => {
    const module = packageOf(name);
    try {
      return [{ name, module: require.resolve(module), exportDir: resolve(workspace, reportDir, slug(name)) }];
    } catch {
      problems.push({
        message: `reporters: "${name}" is not installed: there is no "${module}" in the workspace's node_modules`,
        remedy: `Run \`npm install --save-dev ${module}\`, or take it out of \`reporters\`.`,
      });
      return [];
    }
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: jobs };
}

/** Newman's own rule: `html` is `newman-reporter-html`, `@acme/html` is `@acme/newman-reporter-html`. */
function packageOf(name: string): string {
  const scope = name.startsWith('@') ? name.slice(0, name.indexOf('/') + 1) : '';
  return `${scope}newman-reporter-${name.slice(scope.length)}`;
}

/** A name as part of a path. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[-.]+|-+$/g, '')
    .slice(0, 80) || 'suite';
