/** First argument of a process that was forked to run one suite. */
export const CHILD_FLAG = '--postman-sync-suite';

/**
 * Whether this process was forked by the suite runner. Needs no other module, so that the entry file can call it
 * first.
 */
export const isSuiteChild = (): boolean => process.argv[2] === CHILD_FLAG && process.send !== undefined;
