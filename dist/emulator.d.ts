/** How an emulator starts; everything has a default. */
export interface EmulatorOptions {
  /** Port on 127.0.0.1; 0 for any free one. */
  readonly port?: number;
  /** Folder whose exported collections and environments are in the team workspace from the start. */
  readonly seedDir?: string;
  /** Calls per window. */
  readonly rateLimit?: number;
  /** Calls per month. */
  readonly quota?: number;
  /** Faults to play, such as `PUT /collections/*: 504 after-apply @2`. */
  readonly faults?: readonly string[];
  /** Folder that keeps the account between runs. */
  readonly stateDir?: string;
  /** Epoch milliseconds. */
  readonly clock?: () => number;
  /** One line per request; never shows a key. */
  readonly log?: (line: string) => void;
}

/** A running emulator of the Postman API. */
export interface Emulator {
  readonly url: string;
  readonly apiKey: string;
  readonly workspaceId: string;
  /** Back to how it started: same key and workspace, seed loaded, counters at zero. */
  reset(): void;
  /** Resolves when no monitor is running any more. */
  idle(): Promise<void>;
  /** Finishes requests that have arrived, then stops. */
  close(): Promise<void>;
}

/** Starts an emulator of the Postman API on loopback. */
export function createEmulator(options?: EmulatorOptions): Promise<Emulator>;
