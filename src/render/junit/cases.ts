/** A child element of a test case: a failure, an error or a skip. Surefire's last two elements are earlier attempts. */
export interface CaseResult {
  readonly element: 'failure' | 'error' | 'skipped' | 'flakyFailure' | 'rerunFailure';
  readonly message: string;
  readonly type: string;
  /** The message with details; the place in the file has the form of a stack trace, so that readers link it. */
  readonly text: string;
}

/** One test case. It has passed if no result is a failure, an error or a skip. */
export interface TestCase {
  readonly name: string;
  readonly className: string;
  readonly file?: string;
  readonly line?: number;
  readonly seconds?: number;
  readonly results: readonly CaseResult[];
  readonly output?: string;
}

/** A group of test cases: a suite, the monitors, the sync itself. */
export interface TestGroup {
  readonly name: string;
  readonly file?: string;
  /** Epoch milliseconds. */
  readonly startedAt?: number;
  readonly seconds?: number;
  readonly properties: Readonly<Record<string, string>>;
  readonly cases: readonly TestCase[];
}

const having = (group: TestGroup, element: CaseResult['element']): number =>
  group.cases.filter(({ results }) => results.some((result) => result.element === element)).length;

/** The counts of a group, named as JUnit's attributes. */
export const countsOf = (group: TestGroup) => ({
  tests: group.cases.length,
  failures: having(group, 'failure'),
  errors: having(group, 'error'),
  skipped: having(group, 'skipped'),
});

/** Whether a case of a group failed or had an error. */
export const isRed = (group: TestGroup): boolean => having(group, 'failure') + having(group, 'error') > 0;
