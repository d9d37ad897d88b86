import { type Rule, token } from './rule.ts';

/** Tokens for code hosting, packages, builds and monitoring. */
export const DEVELOPMENT: readonly Rule[] = [
  token('postman/API_KEY', 'PMAK-', 'PMAK-[0-9A-Fa-f]{24}-[0-9A-Fa-f]{34}'),
  // Gives read access to one collection without an account; the rest is a ULID.
  token('postman/COLLECTION_ACCESS_KEY', 'PMAT-', 'PMAT-[0-9A-Z]{26}'),
  token('github/GITHUB_TOKEN', 'github_pat_', 'github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}'),
  token('gitlab/TOKEN', 'gl', 'gl(?:pat|ptt|dt|rt|cbt|ft|imt|agent|oas|soat|ffct)-[\\w.-]{20,}'),
  token('gitlab/RUNNER_TOKEN', 'GR1348941', 'GR1348941[\\w-]{20}'),
  token('bitbucket/APP_PASSWORD', 'ATBB', 'ATBB[A-Za-z0-9]{24,}(?:[0-9A-F]{8})?'),
  token('atlassian/API_TOKEN', 'AT', 'AT(?:ATT|CTT)3xFf[\\w=-]{50,}'),
  token('pypi/TOKEN', 'pypi-AgE', 'pypi-AgE[\\w-]{50,}'),
  token('rubygems/API_KEY', 'rubygems_', 'rubygems_[0-9a-f]{48}'),
  token('nuget/API_KEY', 'oy2', 'oy2[a-z0-9]{43}'),
  token('crates/API_KEY', 'cio', 'cio[A-Za-z0-9]{32}'),
  token('docker/TOKEN', 'dckr_', 'dckr_(?:pat|oat)_[\\w-]{27,}'),
  token('artifactory/API_KEY', 'AKCp', 'AKCp[A-Za-z0-9]{69}'),
  token('circleci/TOKEN', 'CCI', 'CCI(?:PAT|PRJ)_[A-Za-z0-9]{22}_[0-9a-f]{40}'),
  token('buildkite/TOKEN', 'bk', 'bk(?:ua|ct|aj)_[0-9A-Za-z]{40}'),
  token('sonarqube/TOKEN', 'sq', 'sq[upa]_[0-9a-f]{40}'),
  token('sentry/TOKEN', 'sntry', 'sntrys_eyJ[\\w+/=-]{50,}|sntryu_[0-9a-f]{64}'),
  token('grafana/TOKEN', 'gl', 'gl(?:sa_[A-Za-z0-9]{32}_[0-9a-f]{8}|c_[A-Za-z0-9+/=]{32,})'),
  token('grafana/API_KEY', 'eyJrIjoi', 'eyJrIjoi[A-Za-z0-9+/=]{60,}'),
  token('newrelic/KEY', 'NR', 'NRAK-[A-Z0-9]{27}|NRII-[\\w-]{32}|NRRA-[0-9a-f]{42}|NRJS-[0-9a-f]{19}'),
  token('dynatrace/TOKEN', 'dt0', 'dt0[a-z]\\d\\d\\.[A-Z2-7]{24}\\.[A-Z2-7]{64}'),
  token('launchdarkly/KEY', '-', '(?:sdk|api)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
  token('prefect/API_KEY', 'pn', 'pn[ub]_[A-Za-z0-9]{36}'),
  token('figma/TOKEN', 'figd_', 'figd_[\\w-]{40,}'),
  token('contentful/TOKEN', 'CFPAT-', 'CFPAT-[\\w-]{43}'),
  token('readme/API_KEY', 'rdme_', 'rdme_[a-z0-9]{70}'),
];
