// The tables of docs/errors.md: all kinds of failures with their exit status, and all codes of problems.
import { FAILURE_HELP } from '../../build/core/model/failure-help.js';
import { PROBLEM_CODES } from '../../build/core/model/problem-codes.js';
import { exitCodeOf, FAILURE_KINDS } from '../../build/core/model/verdict.js';

const cell = (text) => text.replaceAll('|', '\\|');

const row = (anchor, name, { means, why, remedy }) =>
  `| <a id="${anchor}"></a>\`${name}\` | ${[means, why, remedy].map(cell).join(' | ')} |`;

/** The kinds of failures, which are also the values of the output `failure-kinds`. */
export const failureTable = () => [
  '| kind | exit status | meaning | why | what to do |',
  '| --- | --- | --- | --- | --- |',
  ...FAILURE_KINDS.map((kind) =>
    row(`kind-${kind}`, kind, FAILURE_HELP[kind]).replace(/` \| /, `\` | ${exitCodeOf([kind])} | `),
  ),
];

/** The codes of problems, which are part of their messages. */
export const problemTable = () => [
  '| code | meaning | why | what to do |',
  '| --- | --- | --- | --- |',
  ...Object.entries(PROBLEM_CODES).map(([code, help]) => row(code, code, help)),
];
