declare module 'postman-runtime' {
  import type { Run, RunnerOptions } from './newman-types.ts';

  /** As far as it is touched here; Newman's own copy, so that what is changed in one is changed in the other. */
  const runtime: {
    readonly Runner: {
      readonly prototype: {
        run(collection: unknown, options: RunnerOptions, callback: (error: Error | null, run?: Run) => void): void;
      };
    };
  };
  export default runtime;
}
