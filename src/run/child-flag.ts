/** First argument of a process that was forked to run one suite. */
export const CHILD_FLAG = '--postman-sync-suite';

/** Whether this process was forked by the suite runner; cheap, so that an entry file can ask before it loads anything. */
export const isSuiteChild = (): boolean => process.argv[2] === CHILD_FLAG && process.send !== undefined;
