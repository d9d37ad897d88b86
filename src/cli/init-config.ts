/** Globs that match Postman's exports in a repository. */
interface FoundGlobs {
  readonly collections: readonly string[];
  readonly environments: readonly string[];
}

const SCHEMA = 'https://raw.githubusercontent.com/postman-sync/postman-sync/main/schema/postman-sync.schema.json';

/** The text of a commented configuration that names the given files. */
export const renderConfig = ({
  collections,
  environments,
}: FoundGlobs): string => `# yaml-language-server: $schema=${SCHEMA}

# The id of the workspace: open it in Postman, choose "Workspace details" (the i on the right), copy the id.
# plan, apply and pull need it; test does not.
# workspace: 1f0df51a-8658-4ee8-a2a1-d2567dfa09a9

# Globs of the files to sync and to run.
${list('collections', collections, '**/*.postman_collection.json')}
${list('environments', environments, '**/*.postman_environment.json')}

# The environment that suites run with, by name or path. A single environment is used automatically.
# environment: Staging

# Values for runs only: never uploaded, masked in every output.
# variables:
#   region: eu

# Without suites, every collection is a suite. With suites, only these run.
# suites:
#   - name: Orders on staging
#     collection: Orders
#     environment: Staging
#     thresholds: { p95: 800ms }
`;

/** A key with its globs; without globs, a comment with the default. */
function list(key: string, found: readonly string[], fallback: string): string {
  if (found.length === 0) return `# ${key}:\n#   - '${fallback}'`;
  return [`${key}:`, ...found.map((glob) => `  - '${glob.replaceAll("'", "''")}'`)].join('\n');
}
