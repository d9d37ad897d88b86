// Cases that run the program in processes of its own, with the real clock: killed at a random point, or several at once.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { nothingWrong, startScenario } from './scenario.mjs';

/** A generator of random numbers between 0 and 1. The same seed gives the same numbers. */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Time after which a run counts as hung, in milliseconds. */
const HUNG_MS = 300_000;

/**
 * Starts a run. Resolves with its exit code, or with `hung`. `killAfter` kills the run after a number of calls and then of
 * milliseconds.
 */
function start(scenario, entry, { command = 'apply', killAfter } = {}) {
  const inputs = Object.entries({ ...scenario.inputs, run: 'none' }).map(([name, value]) => `--${name}=${value}`);
  const child = spawn(process.execPath, [entry, command, ...inputs], {
    cwd: scenario.folder,
    env: { PATH: process.env.PATH, ...scenario.env },
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => scenario.said(String(bytes)));
  const first = scenario.emulator.journal.length;
  const watch = setInterval(() => {
    if (killAfter === undefined || scenario.emulator.journal.length - first < killAfter.calls) return;
    clearInterval(watch);
    setTimeout(() => child.kill('SIGKILL'), killAfter.ms);
  }, 1);
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve('hung');
    }, HUNG_MS);
    child.on('close', (code) => {
      clearInterval(watch);
      clearTimeout(timer);
      resolve(code);
    });
  });
}

/** Both steps. In each, `attack` starts runs and returns their exit codes; then a normal run must complete the step. */
async function playSteps(load, { entry, profile, attack }) {
  const scenario = await startScenario(load, { profile, lag: profile.listLag });
  const wrong = nothingWrong();
  try {
    for (const step of ['first', 'second']) {
      scenario.write(step);
      const codes = await attack(scenario);
      const after = await scenario.check(step, false);
      if (codes.includes(0)) wrong['false green'].push(...after.lost);
      const healed = await start(scenario, entry);
      const end = await scenario.check(step, true);
      if ([...codes, healed].includes('hung')) wrong.hung.push(step);
      if (healed !== 0) wrong['not healed'].push(`exit code ${healed}, ${step}`);
      wrong.lost.push(...end.lost);
      wrong.doubled.push(...end.doubled);
    }
    const planned = await start(scenario, entry, { command: 'plan' });
    if (planned !== 0) wrong['not healed'].push(`plan ended with ${planned}`);
    if (scenario.leaks() > 0) wrong.leaked.push('a secret');
  } finally {
    await scenario.close();
  }
  return wrong;
}

/** A case in which each step's run is killed with SIGKILL after a random number of calls. */
export function playKill(load, { entry, seed, profile }) {
  const random = randomOf(seed);
  const attack = async (scenario) => [
    await start(scenario, entry, { killAfter: { calls: Math.ceil(random() * 22), ms: random() * 8 } }),
  ];
  return playSteps(load, { entry, profile, attack });
}

/** A case in which several runs start within 60 ms. */
export function playAppliers(load, { entry, seed, appliers, profile }) {
  const random = randomOf(seed);
  const attack = (scenario) =>
    Promise.all(
      Array.from({ length: appliers }, async () => {
        await new Promise((resolve) => setTimeout(resolve, random() * 60));
        return start(scenario, entry);
      }),
    );
  return playSteps(load, { entry, profile, attack });
}

/** The entry of the program in a build folder. */
export const entryOf = (build) => join(build, 'index.js');
