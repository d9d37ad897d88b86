// Runs commands in this process, with a clock that skips all waits.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A clock that advances only when something waits: to the end of the earliest wait, when no real work is running. `during`
 * runs real work.
 */
export function jumpingClock() {
  let now = Date.UTC(2026, 0, 1);
  let busy = 0;
  const sleepers = [];
  const jump = () =>
    setTimeout(() => {
      if (busy > 0 || sleepers.length === 0) return;
      sleepers.sort((a, b) => a.until - b.until);
      const { until, wake } = sleepers.shift();
      now = Math.max(now, until);
      wake();
      jump();
    }, 0);
  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.push({ until: now + Math.max(0, ms), wake });
        jump();
      }),
    during: async (real) => {
      busy += 1;
      try {
        return await real();
      } finally {
        busy -= 1;
        jump();
      }
    },
  };
}

/** Shared by all runs, because loading the scanner's rules takes longer than a run. */
let scanner;

/** A runner of commands over real sockets. It resolves with the report, or with undefined when the run does not end. */
export async function commandRunner(load, { clock, hungMs }) {
  const { runCommand } = await load('sync/run-command.js');
  const { createScanner } = await load('scan/scanner.js');
  scanner ??= createScanner(clock);
  return async (scenario, command, inputs = {}) => {
    const settings = await settingsOf(load, { scenario, inputs: { command, ...inputs } });
    const { ports, close } = await portsOf(load, { scenario, settings, clock });
    let timer;
    const hung = new Promise((resolve) => {
      timer = setTimeout(resolve, hungMs);
    });
    const report = await Promise.race([runCommand(settings, ports, 'faults'), hung]);
    clearTimeout(timer);
    close();
    scenario.said(JSON.stringify(report) ?? '');
    return report;
  };
}

async function settingsOf(load, { scenario, inputs }) {
  const { parseSettings } = await load('settings/parse.js');
  const raw = { run: 'none', ...scenario.inputs, ...inputs };
  raw['postman-api-key'] = scenario.emulator.apiKey;
  raw['api-url'] = scenario.emulator.url;
  const path = 'postman-sync.yaml';
  const { ok, value, problems } = parseSettings(new Map(Object.entries(raw)), {
    cpus: 1,
    env: (name) => scenario.env[name],
    config: { path, text: readFileSync(join(scenario.folder, path), 'utf8') },
  });
  if (!ok) throw new Error(JSON.stringify(problems));
  return value;
}

/** Real ports, except for the clock and the log, and without suites. */
async function portsOf(load, { scenario, settings, clock }) {
  const { createTransport } = await load('postman/http/transport.js');
  const { createPostman } = await load('postman/client.js');
  const { Sender } = await load('postman/sender.js');
  const { createFiles } = await load('files/read.js');
  const { createBackups } = await load('files/write.js');
  const { said } = scenario;
  const log = {
    line: said,
    notice: said,
    warning: said,
    waiting: () => () => {},
    group: (...texts) => said(String(texts)),
  };
  const transport = createTransport('faults', { connectMs: 5_000, idleMs: 3_000, totalMs: 20_000 });
  const send = async (request) => {
    const response = await transport.send(request);
    if (request.url.includes('/run?')) await scenario.emulator.idle();
    return response;
  };
  const timedTransport = { send: (request) => clock.during(() => send(request)) };
  const sender = new Sender({ ...settings.postman, transport: timedTransport, clock, random: () => 0.5, log });
  const ports = {
    clock,
    log,
    files: createFiles(scenario.folder, settings.target?.workspace),
    scanner,
    backups: createBackups(scenario.folder, settings.host.report.dir, settings.postman.apiKey),
    runner: { check: async () => [], run: async () => [] },
    postman: createPostman(sender),
  };
  return { ports, close: () => transport.close() };
}
