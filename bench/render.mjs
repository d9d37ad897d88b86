// Renders RESULTS.md and results.svg.

const times = (value) => value.toFixed(2);
const seconds = (value) => `${value.toFixed(2)} s`;
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** The page. Each ratio is the median of the ratios of neighbouring runs. */
export function renderMarkdown({ machine, small, versions, byNode, calls, rateLimits }) {
  const parts = [
    '# Benchmarks',
    'Written by `npm run bench`. The programs run in turn. Times are medians; ratios are medians of the ratios of\nneighbouring runs: below 1, postman-sync needs less.',
    `Machine: ${machine}. Node ${versions.nodes.join(', ')}; ${versions.programs.join('; ')}.`,
    ...(small ? ['A small run: it shows that everything works, not how fast.'] : []),
    '![Time of a suite compared with newman](results.svg)',
    ...Object.entries(byNode).flatMap(([version, measured]) => nodeParts(version, measured)),
    '## Calls of the Postman API',
    callsTable(calls),
    '## Time under rate limits',
    'The emulator’s window is 6 s, a tenth of Postman’s.',
    limitsTable(rateLimits),
  ];
  return `${parts.join('\n\n')}\n`;
}

function nodeParts(version, { sizes, suites, memory, contract, plan }) {
  const { unchanged, many } = plan;
  return [
    `## Node ${version}`,
    '### One suite',
    sizesTable(sizes),
    `### ${suites.count} suites of ${suites.requests} requests at 100 ms`,
    suitesTable(suites.programs),
    `### Memory of ${memory.iterations} iterations`,
    `Largest process: postman-sync ${memory.ours.toFixed(0)} MiB, newman ${memory.theirs.toFixed(0)} MiB.`,
    `### ${contract.answers} answers checked against a document of ${contract.operations} operations`,
    contractText(contract.programs),
    '### A plan with nothing to do',
    `One collection: ${seconds(unchanged.plan.wall)}, ${times(unchanged.node.wallRatio)} times a bare \`node\` (${seconds(unchanged.node.wall)}).`,
    `${many.count} collections of ${many.megabytes.toFixed(0)} MB: ${seconds(many.wall)}, CPU ${seconds(many.cpu)}, ${many.peak.toFixed(0)} MiB.`,
  ];
}

function sizesTable(sizes) {
  const names = Object.keys(sizes[0].programs);
  const head = ['requests', ...names.map((name) => `${name}: time (CPU)`), 'against newman: time (CPU)'];
  const cells = ({ requests, programs }) => [
    requests,
    ...names.map((name) => `${seconds(programs[name].wall)} (${seconds(programs[name].cpu)})`),
    `${times(programs.newman.wallRatio)} (${times(programs.newman.cpuRatio)})`,
  ];
  return table(head, sizes.map(cells));
}

const suitesTable = (programs) =>
  table(
    ['program', 'time', 'CPU', 'times as fast as newman, one after the other'],
    Object.entries(programs).map(([name, { wall, cpu }]) => [
      name,
      seconds(wall),
      seconds(cpu),
      times(programs.newman.wall / wall),
    ]),
  );

const contractText = ({ with: checked, without }) =>
  `With the check ${seconds(checked.wall)} (CPU ${seconds(checked.cpu)}), without ${seconds(without.wall)} (${seconds(without.cpu)}): ${times(without.wallRatio)} times the time, ${times(without.cpuRatio)} times the CPU time.`;

const callsTable = (calls) =>
  table(
    ['collections', 'first apply', 'nothing changed', 'one change', 'one PUT per file, every time'],
    calls.map(({ count, first, unchanged, change, put }) => [count, first, unchanged, change, put]),
  );

const limitsTable = (rows) =>
  table(
    ['calls a window', 'collections', 'calls', 'time', 'least that the limit allows'],
    rows.map(({ rateLimit, count, calls, taken, least }) => [rateLimit, count, calls, seconds(taken), seconds(least)]),
  );

const BAR = 22;
const SCALE = 300;

/** A bar for each size and version of Node: the time of a suite relative to newman's. */
export function renderSvg({ byNode }) {
  const bars = Object.entries(byNode).flatMap(([version, { sizes }]) =>
    sizes.map(({ requests, programs }) => ({
      label: `${version}, ${requests} requests`,
      ratio: programs.newman.wallRatio,
    })),
  );
  const height = 60 + bars.length * (BAR + 8);
  const shapes = bars.map(({ label, ratio }, index) => {
    const y = 44 + index * (BAR + 8);
    const width = Math.min(ratio, 1.5) * SCALE;
    return [
      `<text x="190" y="${y + 15}" text-anchor="end">${label}</text>`,
      `<rect x="200" y="${y}" width="${width.toFixed(1)}" height="${BAR}" fill="#4078c0"/>`,
      `<text x="${(206 + width).toFixed(1)}" y="${y + 15}">${times(ratio)}</text>`,
    ].join('');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 ${height}" font-family="sans-serif" font-size="13">
<title>Time of a suite compared with newman</title>
<rect width="720" height="${height}" fill="#fff"/>
<text x="16" y="22" font-size="15">Time of a suite, newman = 1 (less is faster)</text>
${shapes.join('\n')}
<line x1="${200 + SCALE}" x2="${200 + SCALE}" y1="34" y2="${height - 10}" stroke="#c00" stroke-dasharray="4 3"/>
</svg>
`;
}
