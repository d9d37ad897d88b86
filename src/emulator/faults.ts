import { type Fault, faultComplaints, faultHelp, parseFault } from './fault.ts';

/** A fault and the number of calls that matched it. */
export interface FaultStatus {
  readonly spec: string;
  readonly seen: number;
}

/** The active faults, each with its own count of calls. */
export interface FaultList {
  /** Adds faults. Throws an `Error` that names all invalid ones, and adds none then. */
  add(specs: readonly string[]): void;
  /** The first fault that applies to this call. Every matching fault counts the call. */
  hit(call: { readonly method: string; readonly path: string }): Fault | undefined;
  list(): readonly FaultStatus[];
  clear(): void;
}

/** Creates an empty list of faults. */
export const createFaultList = (): FaultList => {
  let faults: readonly { readonly fault: Fault; seen: number }[] = [];

  return {
    add: (specs) => {
      const complaints = faultComplaints(specs);
      if (complaints.length > 0) throw new Error([...complaints, faultHelp].join('\n'));
      faults = [...faults, ...specs.map((spec) => ({ fault: parseFault(spec), seen: 0 }))];
    },
    hit: ({ method, path }) => {
      const matching = faults.filter(({ fault }) => [method, '*'].includes(fault.method) && fault.path.test(path));
      for (const entry of matching) entry.seen += 1;
      return matching.find(({ fault, seen }) => seen >= fault.from && seen <= fault.to)?.fault;
    },
    list: () => faults.map(({ fault, seen }) => ({ spec: fault.spec, seen })),
    clear: () => {
      faults = [];
    },
  };
};
