// The tables of docs/errors.md: every kind of failure with its exit status, and every code of a problem.
import { FAILURE_HELP } from '../../build/core/model/failure-help.js';
import { PROBLEM_CODES } from '../../build/core/model/problem-codes.js';
import { exitCodeOf, FAILURE_KINDS } from '../../build/core/model/verdict.js';

const cell = (text) => text.replaceAll('|', '\\|');

const row = (anchor, name, { means, why, remedy }) =>
  `| <a id="${anchor}"></a>\`${name}\` | ${[means, why, remedy].map(cell).join(' | ')} |`;

/** Kinds of failures, as the output `failure-kinds` names them. */
export const failureTable = () => [
  '| kind | exit status | meaning | why | what to do |',
  '| --- | --- | --- | --- | --- |',
  ...FAILURE_KINDS.map((kind) =>
    row(`kind-${kind}`, kind, FAILURE_HELP[kind]).replace(/` \| /, `\` | ${exitCodeOf([kind])} | `),
  ),
];

/** Codes of problems, as messages carry them. */
export const problemTable = () => [
  '| code | meaning | why | what to do |',
  '| --- | --- | --- | --- |',
  ...Object.entries(PROBLEM_CODES).map(([code, help]) => row(code, code, help)),
];
