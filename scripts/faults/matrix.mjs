// Cases with every combination of endpoint and fault.
import { commandRunner, jumpingClock } from './in-process.mjs';
import { nothingWrong, startScenario } from './scenario.mjs';

const ENDPOINTS = [
  ...['GET /me', 'GET /workspaces', 'GET /workspaces/*', 'GET /workspaces/*/global-variables'],
  'PUT /workspaces/*/global-variables',
  ...['collections', 'environments', 'monitors'].flatMap((kind) => [
    ...[`GET /${kind}`, `GET /${kind}/*`, `POST /${kind}`, `PUT /${kind}/*`, `DELETE /${kind}/*`],
  ]),
  ...['POST /monitors/*/run', 'GET /collection-updates-tasks/*'],
];

const EFFECTS = [
  ...['400', '401', '403', '404 problem', '408', '409 problem', '413 html', '429', 'quota', '500', '502', '503 html'],
  ...['504', '500 after-apply', '504 after-apply', 'reset', 'reset after-apply', 'cut', 'truncate', 'html', 'hang'],
  ...['hang after-apply', 'lag 4', 'lag 60'],
];

/** All cases. In one of the two steps, the fault affects the first call; in the other step, every call. */
export const cases = ENDPOINTS.flatMap((endpoint) => EFFECTS.map((effect) => ({ endpoint, effect }))).map(
  (pair, index) => ({
    ...pair,
    spec: `${pair.endpoint}: ${pair.effect}`,
    times: index % 2 === 0 ? { first: '@1', second: '@1+' } : { first: '@1+', second: '@1' },
  }),
);

/** Time after which a run counts as hung, in milliseconds. Waits of the run take no time. */
const HUNG_MS = 300_000;

/** An apply with the fault and one without it, then both again with changed files. Returns the problems by kind. */
export async function playCase(load, { endpoint, spec, times }) {
  const clock = jumpingClock();
  const pad = endpoint.includes('tasks') ? 'x'.repeat(6_000_000) : '';
  const lag = Number(/lag (\d+)/.exec(spec)?.[1] ?? 0);
  const scenario = await startScenario(load, { clock: clock.now, pad, lag });
  const run = await commandRunner(load, { clock, hungMs: HUNG_MS });
  const inputs = endpoint.includes('/run') ? { run: 'monitors' } : {};
  const wrong = nothingWrong();
  const note = (kind, texts) => wrong[kind].push(...texts);
  const playStep = async (step) => {
    scenario.write(step);
    await scenario.fault(`${spec} ${times[step]}`);
    if (endpoint === 'GET /me') await run(scenario, 'status');
    if (endpoint === 'GET /workspaces')
      await run(scenario, 'plan', { workspace: '00000000-0000-4000-8000-000000000000' });
    const report = await run(scenario, 'apply', inputs);
    await scenario.removeFaults();
    if (!report) return note('hung', [`apply, ${step}`]);
    const after = await scenario.check(step, false);
    if (report.verdict === 'passed') note('false green', after.lost);
    await clock.sleep(60_000);
    const healed = await run(scenario, 'apply');
    if (!healed) return note('hung', [`apply without fault, ${step}`]);
    if (healed.verdict !== 'passed') note('not healed', [...new Set(healed.errors.map(({ message }) => message))]);
    const end = await scenario.check(step, true);
    note('lost', end.lost);
    note('doubled', end.doubled);
  };
  try {
    await playStep('first');
    await playStep('second');
    const plan = await run(scenario, 'plan');
    const open = plan?.plan?.changes.filter(({ action }) => action !== 'none') ?? [{ action: 'no', name: 'plan' }];
    note(
      'not healed',
      open.map(({ action, name }) => `${action} ${name}`),
    );
    if (scenario.leaks() > 0) note('leaked', [`${scenario.leaks()} texts`]);
    const started = scenario.emulator.journal.filter(({ path }) => path.endsWith('/run')).length;
    if (started > 2 * 2) note('doubled', [`${started} runs of the monitor`]);
  } finally {
    await scenario.close();
  }
  return wrong;
}
