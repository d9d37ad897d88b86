/** Why a test case is not simply green; the last two are Surefire's words for what happened in earlier attempts. */
export interface CaseFailure {
  readonly element: 'failure' | 'error' | 'skipped' | 'flakyFailure' | 'rerunFailure';
  readonly message: string;
  readonly type: string;
  /** The whole story; its place in the file in the form that readers of stack traces know. */
  readonly text: string;
}

/** One test case. */
export interface TestCase {
  readonly name: string;
  readonly className: string;
  readonly file?: string;
  readonly line?: number;
  readonly seconds?: number;
  readonly troubles: readonly CaseFailure[];
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

const having = (group: TestGroup, element: CaseFailure['element']): number =>
  group.cases.filter(({ troubles }) => troubles.some((trouble) => trouble.element === element)).length;

/** The counts of a group as its attributes. */
export const countsOf = (group: TestGroup) => ({
  tests: group.cases.length,
  failures: having(group, 'failure'),
  errors: having(group, 'error'),
  skipped: having(group, 'skipped'),
});

/** Whether anything in a group is red. */
export const isRed = (group: TestGroup): boolean => having(group, 'failure') + having(group, 'error') > 0;
