/** Options of an emulator. All are optional. */
export interface EmulatorOptions {
  /** Port on 127.0.0.1; 0 for any free port. Default: 0. */
  readonly port?: number;
  /** Folder with exported collections and environments for the team workspace. */
  readonly seedDir?: string;
  /** Calls per window. */
  readonly rateLimit?: number;
  /** Calls per month. */
  readonly quota?: number;
  /** Faults to inject, such as `PUT /collections/*: 504 after-apply @2`. */
  readonly faults?: readonly string[];
  /** Folder that stores the account between runs. */
  readonly stateDir?: string;
  /** The current time in epoch milliseconds. Default: `Date.now`. */
  readonly clock?: () => number;
  /** Receives one line per request. The line never contains a key. */
  readonly log?: (line: string) => void;
}

/** A running emulator of the Postman API. */
export interface Emulator {
  readonly url: string;
  readonly apiKey: string;
  readonly workspaceId: string;
  /** Returns to the state after the start: same key and workspace, seed loaded, counters at zero. */
  reset(): void;
  /** Resolves when no monitor is running. */
  idle(): Promise<void>;
  /** Finishes received requests, then stops. */
  close(): Promise<void>;
}

/** Starts an emulator of the Postman API on 127.0.0.1. Rejects for an unusable port, folder or fault. */
export function createEmulator(options?: EmulatorOptions): Promise<Emulator>;
