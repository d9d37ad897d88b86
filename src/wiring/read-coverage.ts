import { availableParallelism } from 'node:os';
import { buildCoverage } from '../core/contract/coverage.ts';
import { Documents } from '../core/contract/documents.ts';
import { createRouter } from '../core/contract/match.ts';
import { readOperations } from '../core/contract/operations.ts';
import { staticRequests } from '../core/contract/static-requests.ts';
import { type JsonObject, objectsOf } from '../core/lib/json.ts';
import type { Coverage } from '../core/model/contract.ts';
import { orThrow, type Problem, ProblemsError } from '../core/model/problem.ts';
import { createFiles } from '../files/read.ts';
import { parseHostSettings } from '../settings/host-settings.ts';
import type { RawInputs } from '../settings/inputs/input-spec.ts';
import { parseSettings } from '../settings/parse.ts';
import type { Material } from '../sync/ports.ts';
import { findConfig } from './find-config.ts';

/** The coverage of the collections, and the threshold. */
export interface StaticCoverage {
  readonly coverage: Coverage;
  /** Share of the operations, 0 to 1; absent without a threshold. */
  readonly least?: number;
}

/** Computes which operations the collections test, from the files alone. Throws a ProblemsError. */
export async function readCoverage(given: RawInputs, cwd: string): Promise<StaticCoverage> {
  const raw = new Map([...given, ['command', 'test']]);
  const config = await findConfig(parseHostSettings(raw), cwd);
  if (config.problem) throw new ProblemsError([config.problem]);
  // No suite runs: variables of suites need no values.
  const env = (): string => '';
  const source = config.source ? { config: config.source } : {};
  const { files: selections, contract } = orThrow(parseSettings(raw, { env, cpus: availableParallelism(), ...source }));
  if (!contract) throw new ProblemsError([NO_DOCUMENT]);
  const files = createFiles(cwd, undefined);
  const [material, documents] = await Promise.all([files.read(selections), files.readOpenApi(contract.documents)]);
  const problems = [...material.problems, ...documents.problems];
  if (problems.length > 0) throw new ProblemsError(problems);
  const roots = documents.files.filter(({ isRoot }) => isRoot);
  const operations = readOperations(new Documents(documents.files), roots);
  const router = createRouter(operations);
  const variables = variablesOf(material);
  const requests = contentsOf(material, 'collection').flatMap((content) =>
    staticRequests({ content, variables }, router),
  );
  const coverage = buildCoverage(operations, requests, { responses: false });
  return { coverage, ...(contract.coverage === undefined ? {} : { least: contract.coverage }) };
}

const NO_DOCUMENT: Problem = {
  code: 'openapi',
  message: 'coverage: no OpenAPI document is named',
  remedy: 'Name it: --openapi api/openapi.yaml, or openapi in the configuration.',
};

const contentsOf = ({ loaded }: Material, wanted: string): readonly JsonObject[] =>
  loaded.filter(({ kind }) => kind === wanted).map(({ file }) => file.content);

/** The values of the globals and all environments. Which environment a suite uses rarely changes the paths of its URLs. */
const variablesOf = (material: Material): ReadonlyMap<string, string> =>
  new Map(
    [...contentsOf(material, 'globals'), ...contentsOf(material, 'environment')]
      .flatMap(({ values }) => objectsOf(values))
      .flatMap(({ key, value }) =>
        typeof key === 'string' && typeof value === 'string' && value !== '' ? [[key, value] as const] : [],
      ),
  );
