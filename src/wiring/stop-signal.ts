import process from 'node:process';

/** Aborts at the first SIGINT or SIGTERM, so that the run ends with its reports. A second signal ends the process. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stop.abort(new Error(`Stopped by ${signal}.`)));
  return stop.signal;
}
