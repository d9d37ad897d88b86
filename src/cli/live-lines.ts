import type { RunResult, SuiteProgress } from '../core/model/run-result.ts';
import { progressLine, type RunProgress, statusLine } from '../render/text/suite-log.ts';
import type { Clock } from '../sync/ports.ts';
import type { LiveDisplay } from '../wiring/host.ts';

/** Shortest time between two drawings, and between two ticks of the elapsed time, in milliseconds. */
const REDRAW_MS = 100;
const TICK_MS = 1000;

/** The output stream of a terminal. */
interface Terminal {
  readonly columns?: number;
  write(text: string): unknown;
}

/** Lines at the bottom of a terminal: one for each running suite, and one for the whole run. Other output goes above. */
export class LiveLines implements LiveDisplay {
  readonly #terminal: Terminal;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #running = new Map<number, SuiteProgress>();
  #run: Omit<RunProgress, 'elapsedMs'> = { done: 0, total: 0 };
  #startedAt = 0;
  #ticking: NodeJS.Timeout | undefined;
  #drawn = 0;
  #drawnAt = 0;

  constructor(terminal: Terminal, clock: Pick<Clock, 'now'>) {
    this.#terminal = terminal;
    this.#clock = clock;
  }

  /** Starts counting suites and time. */
  begin(total: number): void {
    this.#run = { done: 0, total };
    this.#startedAt = this.#clock.now();
    clearInterval(this.#ticking);
    this.#ticking = setInterval(() => this.#draw(), TICK_MS).unref();
  }

  /** Shows the progress of a suite. */
  set(index: number, running: SuiteProgress): void {
    this.#running.set(index, running);
    if (this.#clock.now() - this.#drawnAt >= REDRAW_MS) this.#draw();
  }

  /** Removes the line of a suite that has ended. */
  remove(index: number, { suite, attempt: { durationMs } }: Pick<RunResult, 'suite' | 'attempt'>): void {
    this.#running.delete(index);
    const { done, total, slowest } = this.#run;
    const longest = slowest && slowest.durationMs >= durationMs ? slowest : { suite, durationMs };
    this.#run = { done: done + 1, total, slowest: longest };
    if (done + 1 >= total) clearInterval(this.#ticking);
    this.#draw();
  }

  /** Runs a function that writes other output, which appears above the lines. */
  above(write: () => void): void {
    this.clear();
    write();
    this.#draw();
  }

  /** Removes all lines. */
  clear(): void {
    if (this.#drawn > 0) this.#terminal.write(`\u001b[${this.#drawn}A\u001b[0J`);
    this.#drawn = 0;
  }

  #draw(): void {
    this.clear();
    const width = Math.max((this.#terminal.columns || 80) - 1, 20);
    const elapsedMs = this.#clock.now() - this.#startedAt;
    const isRunning = this.#run.done < this.#run.total;
    const lines = [
      ...[...this.#running.values()].map(progressLine),
      ...(isRunning ? [statusLine({ ...this.#run, elapsedMs })] : []),
    ].map((line) => line.slice(0, width));
    if (lines.length > 0) this.#terminal.write(`${lines.join('\n')}\n`);
    this.#drawn = lines.length;
    this.#drawnAt = this.#clock.now();
  }
}
