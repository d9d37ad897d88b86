// Newman's own copies: what is changed in them here is changed for Newman. Typed as far as they are touched.

declare module 'postman-runtime' {
  import type { Run, RunnerOptions } from './newman-types.ts';

  const runtime: {
    readonly Runner: {
      readonly prototype: {
        run(collection: unknown, options: RunnerOptions, callback: (error: Error | null, run?: Run) => void): void;
      };
    };
  };
  export default runtime;
}

declare module 'newman/lib/reporters/json/index.js' {
  /** Newman's own reporter `json`. */
  const reporter: new (emitter: object, options: object, runOptions: object) => unknown;
  export default reporter;
}

declare module 'newman/lib/config/rc-file.js' {
  /** Reads Newman's options from `.newmanrc` files: in the working directory, the home directory and /etc. */
  const rcFile: { load(callback: (error: Error | null, options?: object) => void): void };
  export default rcFile;
}

declare module 'postman-sandbox' {
  const sandbox: {
    createContext(options: object, callback: (error: Error | null, context?: object) => void): void;
  };
  export default sandbox;
}

declare module 'uvm' {
  /** A sandbox that is connected to its thread. */
  export interface Connected {
    _dispatch(...args: unknown[]): void;
    emit(name: string, ...args: unknown[]): unknown;
    on(name: string, listener: () => void): unknown;
    removeAllListeners(): unknown;
  }
  const UniversalVM: {
    readonly prototype: {
      connect(
        options: { readonly bootCode?: string },
        callback: (error: Error | null | undefined, connected?: unknown) => void,
      ): void;
    };
  };
  export default UniversalVM;
}

declare module 'uvm/lib/worker.js' {
  /** The thread that scripts run in. */
  export default class NodeWorker {
    /** Source that runs the boot code in the thread. */
    static __bootCodeExecutor: (bootCode: string) => string;
    on(name: string, listener: (message: unknown) => void): this;
    postMessage(message: unknown): void;
    terminate(): Promise<number>;
  }
}
