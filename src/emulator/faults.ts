import { type Fault, faultComplaints, faultHelp, parseFault } from './fault.ts';

/** A fault and how many calls it has seen. */
export interface FaultStatus {
  readonly spec: string;
  readonly seen: number;
}

/** The faults in force, each with its own count of calls. */
export interface FaultList {
  /** Adds faults, or throws an `Error` naming every one that cannot be read; then none is added. */
  add(specs: readonly string[]): void;
  /** The first fault that hits this call; every matching fault counts it. */
  hit(call: { readonly method: string; readonly path: string }): Fault | undefined;
  list(): readonly FaultStatus[];
  clear(): void;
}

/** No faults yet. */
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
      for (const each of matching) each.seen += 1;
      return matching.find(({ fault, seen }) => seen >= fault.from && seen <= fault.to)?.fault;
    },
    list: () => faults.map(({ fault, seen }) => ({ spec: fault.spec, seen })),
    clear: () => {
      faults = [];
    },
  };
};
