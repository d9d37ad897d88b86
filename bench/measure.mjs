// Runs commands and measures wall time, CPU time including child processes, and the peak memory of the largest process
// (Linux only).
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** Script for `sh` that runs a command and prints its CPU time: `times` prints the time of the shell's children. */
const WITH_TIMES = '"$@" >/dev/null 2>&1; code=$?; times; exit $code';

/** Runs a command. Resolves with wall and CPU time in seconds, peak memory in MiB, and the exit status. */
export function measure(command, { cwd, memory = false } = {}) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn('sh', ['-c', WITH_TIMES, 'sh', ...command], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let peak = 0;
    const sample = () => {
      peak = Math.max(peak, largestBelow(child.pid));
    };
    const sampling = memory ? setInterval(sample, 50) : undefined;
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(sampling);
      resolve({ wall: (performance.now() - started) / 1000, cpu: cpuOf(output), peak, code });
    });
  });
}

/** Seconds of CPU time from the last line of `times`: user and system time of the children, such as `1m2.345s`. */
function cpuOf(output) {
  const line = output.trim().split('\n').at(-1) ?? '';
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
}

/** The largest peak memory (resident set) of a process below `root`, in MiB. */
function largestBelow(root) {
  if (process.platform !== 'linux') return 0;
  const parents = new Map();
  const peaks = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      parents.set(Number(pid), Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]));
      peaks.set(Number(pid), Number(/^VmHWM:\s*(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // The process has ended in the meantime.
    }
  }
  const below = (pid) => pid === root || (parents.has(pid) && parents.get(pid) > 1 && below(parents.get(pid)));
  return Math.max(0, ...[...peaks].filter(([pid]) => pid !== root && below(pid)).map(([, peak]) => peak));
}

/** Runs commands alternately. Resolves with each one's median times, and the median ratios of the first command to it. */
export async function compare(commands, { rounds, cwd, warmUp = true }) {
  const names = Object.keys(commands);
  const runs = Object.fromEntries(names.map((name) => [name, []]));
  // The warm-up run of each command is not counted: it reads files from disk and compiles them for the first time.
  for (let round = warmUp ? 0 : 1; round <= rounds; round += 1) {
    for (const name of names) {
      const run = await measure(commands[name], { cwd });
      if (round > 0) runs[name].push(run);
    }
  }
  const [first] = names;
  const summary = (name) => ({
    wall: median(runs[name].map(({ wall }) => wall)),
    cpu: median(runs[name].map(({ cpu }) => cpu)),
    wallRatio: median(runs[first].map(({ wall }, round) => wall / runs[name][round].wall)),
    cpuRatio: median(runs[first].map(({ cpu }, round) => cpu / runs[name][round].cpu)),
    codes: [...new Set(runs[name].map(({ code }) => code))],
  });
  return Object.fromEntries(names.map((name) => [name, summary(name)]));
}

/** The median of at least one number. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
