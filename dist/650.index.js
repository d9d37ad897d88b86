export const id = 650;
export const ids = [650,916];
export const modules = {

/***/ 21916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

/***/ 76650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(58508);
// EXTERNAL MODULE: ./build/settings/inputs.js
var inputs = __webpack_require__(19511);
// EXTERNAL MODULE: ./build/settings/values.js
var settings_values = __webpack_require__(39416);
;// CONCATENATED MODULE: ./build/cli/args.js


/** Flags by command that are no inputs. */
const EXTRA_FLAGS = {
    plan: [{ name: 'detailed-exitcode', help: 'Exit with 4 when there are changes to apply.' }],
    emulate: [
        { name: 'port', value: 'PORT', help: 'Port to listen on; 0 takes any free one. Default 4010.' },
        { name: 'seed', value: 'DIR', help: 'Folder of collection and environment files to start with.' },
        { name: 'profile', value: 'FILE', help: 'JSON file with limits, header families and other behaviour.' },
        { name: 'rate-limit', value: 'N', help: 'Calls per window.' },
        { name: 'quota', value: 'N', help: 'Calls per month.' },
        {
            name: 'fault',
            value: 'SPEC',
            help: 'A fault to play, such as "PUT /collections/*: 504 after-apply @2"; may be given several times.',
        },
        { name: 'state', value: 'DIR', help: 'Folder to keep everything in, so that it survives a restart.' },
        { name: 'sample-api', help: 'Also start the sample API that the examples test.' },
    ],
};
/** Takes a command line apart; every problem with it at once. */
function parseArguments(argv) {
    const [first, ...rest] = argv;
    const asked = askedFor(argv);
    if (asked)
        return { command: asked, inputs: new Map(), extras: new Map(), problems: [] };
    const command = inputs/* COMMANDS */.L.find((name) => name === first);
    if (!command)
        return { command: 'help', inputs: new Map(), extras: new Map(), problems: [unknownCommand(first ?? '')] };
    return new Parser(command).parse(rest);
}
function askedFor(argv) {
    if (argv.length === 0 || argv[0] === 'help' || argv.includes('--help') || argv.includes('-h'))
        return 'help';
    return argv[0] === '--version' || argv[0] === '-v' ? 'version' : undefined;
}
const unknownCommand = (word) => ({
    message: `"${word}" is no command`,
    remedy: (0,settings_values/* suggestion */.h)(word, inputs/* COMMANDS */.L) ?? `Commands are ${inputs/* COMMANDS */.L.join(', ')}; --help tells more.`,
});
class Parser {
    #command;
    #inputs = new Map();
    #extras = new Map();
    #problems = [];
    constructor(command) {
        this.#command = command;
    }
    parse(argv) {
        const words = [...argv];
        for (let word = words.shift(); word !== undefined; word = words.shift())
            this.#word(word, words);
        const inputs = new Map([...this.#inputs].map(([name, values]) => [name, values.join('\n')]));
        inputs.set('command', this.#command);
        return { command: this.#command, inputs, extras: this.#extras, problems: this.#problems };
    }
    #word(word, rest) {
        const [, name, given] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
        const flag = name === undefined ? undefined : this.#find(name);
        if (!flag)
            this.#complain(word.replace(/=.*$/s, ''), this.#unknown(name));
        else if ('extra' in flag)
            this.#extra(flag.extra, { given, rest });
        else if (flag.negated)
            this.#set(flag.spec, 'false');
        else
            this.#input(flag.spec, { given, rest });
    }
    #find(name) {
        const extra = EXTRA_FLAGS[this.#command]?.find((each) => each.name === name);
        if (extra)
            return { extra };
        const spec = inputs/* INPUTS */.m.find((each) => each.name === name && name !== 'command');
        if (spec)
            return { spec, negated: false };
        const positive = inputs/* INPUTS */.m.find((each) => `no-${each.name}` === name && isSwitch(each));
        return positive && { spec: positive, negated: true };
    }
    #unknown(name) {
        if (name === undefined) {
            return {
                reason: 'this stands for nothing here',
                remedy: 'Flags begin with two dashes; quote values that hold spaces.',
            };
        }
        const known = [...inputs/* INPUTS */.m, ...(EXTRA_FLAGS[this.#command] ?? [])].map((each) => `--${each.name}`);
        return {
            reason: `${this.#command} has no such flag`,
            remedy: (0,settings_values/* suggestion */.h)(`--${name}`, known) ?? '--help lists all flags.',
        };
    }
    #input(spec, { given, rest }) {
        const value = given ?? (isSwitch(spec) ? switchValue(spec, rest) : this.#next(spec.name, rest));
        if (value !== undefined)
            this.#set(spec, value);
    }
    #extra({ name, value }, { given, rest }) {
        const text = given ?? (value === undefined ? 'true' : this.#next(name, rest));
        if (text !== undefined)
            this.#extras.set(name, [...(this.#extras.get(name) ?? []), text]);
    }
    #set(spec, value) {
        const values = isList(spec) ? (0,settings_values/* readList */.LD)(value) : [value];
        const earlier = isList(spec) || spec.type === 'pairs' ? (this.#inputs.get(spec.name) ?? []) : [];
        this.#inputs.set(spec.name, [...earlier, ...values]);
    }
    #next(name, rest) {
        if (rest.length > 0 && !rest[0]?.startsWith('--'))
            return rest.shift();
        this.#complain(`--${name}`, { reason: 'a value is missing', remedy: `Write --${name} VALUE.` });
        return undefined;
    }
    #complain(what, { reason, remedy }) {
        this.#problems.push({ message: `${what}: ${reason}`, remedy });
    }
}
const isList = ({ type }) => type === 'list' || type === 'choices';
/** An input that may be written as a bare flag: `--prune` means `--prune true`. */
const isSwitch = (spec) => spec.type === 'flag' || (spec.type === 'choice' && spec.values.includes('true'));
function switchValue(spec, rest) {
    const values = 'values' in spec ? spec.values : ['true', 'false'];
    return values.includes(rest[0] ?? '') ? (rest.shift() ?? 'true') : 'true';
}

;// CONCATENATED MODULE: ./build/cli/help.js


const SAYS = {
    plan: 'show what apply would change, and run the suites; writes nothing to Postman',
    apply: 'make the workspace match the repository, then run the suites',
    test: 'run the suites from the files; needs no key',
    pull: "write the workspace's resources into the repository's files (not yet supported)",
    status: "show the key's user, team, limits and usage",
    comment: 'post the pull-request comment from a report',
    emulate: 'start the Postman API emulator',
    demo: 'show it all: emulator, sample API, sync, suites; no account, no key, no network',
};
/** The text of `--help`. */
function renderHelp() {
    return [
        'postman-sync: plan and apply for Postman, and a gate of API tests.',
        '',
        'Usage: postman-sync COMMAND [--flag VALUE …]',
        '',
        'Commands',
        ...inputs/* COMMANDS */.L.map((name) => `  ${name.padEnd(10)}${SAYS[name]}`),
        '',
        'Flags are the inputs of the action and the keys of postman-sync.yaml. Lists take commas, and may be given again.',
        ...inputs/* INPUTS */.m.filter(({ name }) => name !== 'command').map(flagLine),
        ...Object.entries(EXTRA_FLAGS).flatMap(([name, flags]) => [
            '',
            `Flags of ${name}`,
            ...(flags ?? []).map((flag) => `  --${`${flag.name}${flag.value ? ` ${flag.value}` : ''}`.padEnd(24)}${flag.help}`),
        ]),
        '',
        'Environment: POSTMAN_API_KEY, POSTMAN_API_URL, GITHUB_TOKEN.',
        'Exit status: 0 passed, 1 gate failed, 2 bad settings or files, 3 Postman or the network failed, 4 changes (plan --detailed-exitcode).',
        '',
    ].join('\n');
}
function flagLine(spec) {
    const fallback = spec.default ?? spec.defaultHelp;
    return `  --${spec.name.padEnd(24)}${spec.help.replaceAll('`', '')}${fallback ? ` [${fallback.replaceAll('`', '')}]` : ''}`;
}

// EXTERNAL MODULE: ./build/cli/problems.js
var problems = __webpack_require__(25921);
;// CONCATENATED MODULE: ./build/cli/main.js





/** The command line: for every CI that is not GitHub, and for a laptop. */
async function main(argv, openVenue) {
    const args = parseArguments(argv);
    external_node_process_.exitCode = args.problems.length > 0 ? (0,problems/* tellProblems */.s)(args.problems) : await run(args, openVenue);
}
async function run(args, openVenue) {
    switch (args.command) {
        case 'help':
            external_node_process_.stdout.write(renderHelp());
            return 0;
        case 'version':
            external_node_process_.stdout.write(`${version/* VERSION */.x}\n`);
            return 0;
        case 'emulate':
            return (await Promise.all(/* import() */[__webpack_require__.e(147), __webpack_require__.e(942), __webpack_require__.e(491)]).then(__webpack_require__.bind(__webpack_require__, 72491))).emulate(args.extras);
        case 'demo':
            return (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(857), __webpack_require__.e(4), __webpack_require__.e(92), __webpack_require__.e(147), __webpack_require__.e(533), __webpack_require__.e(966), __webpack_require__.e(942), __webpack_require__.e(6)]).then(__webpack_require__.bind(__webpack_require__, 94006))).demo();
        default:
            return (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(857), __webpack_require__.e(4), __webpack_require__.e(92), __webpack_require__.e(533), __webpack_require__.e(966), __webpack_require__.e(322)]).then(__webpack_require__.bind(__webpack_require__, 63322))).sync(args, openVenue);
    }
}


/***/ }),

/***/ 25921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ tellProblems)
/* harmony export */ });
/* harmony import */ var node_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1708);
/* harmony import */ var _core_model_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15411);


/** Tells problems on stderr, each with its place and its remedy, and returns the exit code that goes with them. */
function tellProblems(problems) {
    const lines = problems.map((problem) => `${[(0,_core_model_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(problem), problem.message].filter(Boolean).join(' ')}\n  ${problem.remedy}`);
    node_process__WEBPACK_IMPORTED_MODULE_0__.stderr.write(`${lines.join('\n')}\n`);
    return 2;
}


/***/ }),

/***/ 15411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   FQ: () => (/* binding */ ProblemsError),
/* harmony export */   aU: () => (/* binding */ orThrow)
/* harmony export */ });
/** Thrown where a step cannot go on because of the user's own material: carries every problem at once, and each once. */
class ProblemsError extends Error {
    problems;
    constructor(problems) {
        const each = [...new Map(problems.map((problem) => [`${placeOf(problem)} ${problem.message}`, problem])).values()];
        super(each.map((problem) => problem.message).join('\n'));
        this.name = 'ProblemsError';
        this.problems = each;
    }
}
/** The value, or a ProblemsError. */
function orThrow(checked) {
    if (!checked.ok)
        throw new ProblemsError(checked.problems);
    return checked.value;
}
/** `file:line:column`, as far as it is known; empty for a problem without a file. */
function placeOf({ path, position }) {
    if (path === undefined)
        return '';
    return position ? `${path}:${position.line}:${position.column}` : path;
}


/***/ }),

/***/ 19511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ COMMANDS),
/* harmony export */   m: () => (/* binding */ INPUTS)
/* harmony export */ });
/** The commands; the action's `auto` picks one of them. */
const COMMANDS = ['plan', 'apply', 'test', 'pull', 'status', 'comment', 'emulate', 'demo'];
/** Every input, in the order of the documentation: the one table that `action.yml`, `--help` and the schema follow. */
const INPUTS = [
    {
        name: 'command',
        type: 'choice',
        values: ['auto', ...COMMANDS],
        default: 'auto',
        inFile: false,
        help: 'What to do. `auto` plans on pull requests and on branches, and applies on the default branch, schedules, releases and manual runs.',
    },
    {
        name: 'postman-api-key',
        type: 'secret',
        inFile: false,
        help: 'Postman API key, from a secret. Sent only in the `X-API-Key` header.',
    },
    {
        name: 'region',
        type: 'choice',
        values: ['us', 'eu'],
        default: 'us',
        help: "Where the team's data lives: `us`, or `eu` for EU data residency. Picks the host.",
    },
    {
        name: 'api-url',
        type: 'text',
        defaultHelp: 'by `region`',
        help: 'Base URL of the Postman API. `http://` is accepted on loopback only.',
    },
    { name: 'workspace', type: 'text', help: 'Id of the workspace. `plan`, `apply` and `pull` refuse to guess one.' },
    {
        name: 'config',
        type: 'text',
        defaultHelp: '`postman-sync.yaml`, if there',
        inFile: false,
        help: 'Configuration file.',
    },
    {
        name: 'project',
        type: 'text',
        defaultHelp: '`owner/repository`',
        help: 'Whose state this is: several repositories, and several configurations of one, may share a workspace without pruning one another.',
    },
    {
        name: 'collections',
        type: 'list',
        default: '**/*.postman_collection.json',
        help: 'Globs of collection files, one per line; with `!` before it, a glob takes files out again.',
    },
    {
        name: 'environments',
        type: 'list',
        default: '**/*.postman_environment.json',
        help: 'Globs of environment files, likewise.',
    },
    { name: 'globals', type: 'text', help: 'One globals file.' },
    {
        name: 'run',
        type: 'choices',
        values: ['newman', 'monitors', 'none'],
        default: 'newman',
        help: 'What to run: any of `newman` and `monitors`, or `none`. `monitors` are run by `apply`.',
    },
    { name: 'suite', type: 'list', help: 'Names of the suites to run; all by default.' },
    {
        name: 'environment',
        type: 'text',
        defaultHelp: 'the only one, else none',
        help: 'Name or path of the environment that suites run with, where the configuration has no `suites`.',
    },
    {
        name: 'variables',
        type: 'pairs',
        help: '`name=value` lines, given to runs only: never uploaded, masked in every output.',
    },
    { name: 'iteration-data', type: 'path', help: 'Data file for iterations (CSV or JSON), as in Newman.' },
    { name: 'iteration-count', type: 'count', min: 1, help: 'Number of iterations, as in Newman.' },
    { name: 'folder', type: 'list', help: 'Folders or requests to run, by name or id, as in Newman.' },
    {
        name: 'bail',
        type: 'choice',
        values: ['true', 'false', 'folder', 'failure'],
        default: 'false',
        help: 'Stop a suite at its first failure, as in Newman.',
    },
    { name: 'delay-request', type: 'duration', default: '0', help: 'Pause between requests, as in Newman.' },
    { name: 'timeout', type: 'duration', help: 'Longest time for a whole suite, as in Newman.' },
    { name: 'timeout-request', type: 'duration', help: 'Longest time for a request, as in Newman.' },
    { name: 'timeout-script', type: 'duration', help: 'Longest time for a script, as in Newman.' },
    {
        name: 'insecure',
        type: 'flag',
        default: 'false',
        help: 'Do not verify TLS certificates of the API under test, as in Newman.',
    },
    { name: 'ignore-redirects', type: 'flag', default: 'false', help: 'Do not follow redirects, as in Newman.' },
    {
        name: 'working-dir',
        type: 'path',
        default: '.',
        help: 'Folder that requests may upload files from, as in Newman; nothing outside it is readable.',
    },
    {
        name: 'cookie-jar',
        type: 'path',
        help: 'Cookies to begin with, in a file that `--export-cookie-jar` of Newman wrote.',
    },
    { name: 'ssl-client-cert', type: 'path', help: 'Client certificate (PEM), as in Newman.' },
    { name: 'ssl-client-key', type: 'path', help: 'Key of the client certificate, as in Newman.' },
    { name: 'ssl-client-passphrase', type: 'secret', help: 'Passphrase of that key, as in Newman.', inFile: false },
    { name: 'ssl-extra-ca-certs', type: 'path', help: 'Further trusted CA certificates (PEM), as in Newman.' },
    { name: 'parallel', type: 'count', min: 1, defaultHelp: 'number of CPUs', help: 'Suites run at once.' },
    {
        name: 'retries',
        type: 'count',
        min: 0,
        max: 10,
        default: '0',
        help: 'Reruns of a failed suite. One that passes on a rerun counts as passed and is reported as flaky.',
    },
    {
        name: 'strict',
        type: 'flag',
        default: 'true',
        help: 'No false green: nothing requested, nothing asserted, and an answer of 500 or more that no assertion looked at, fail. `false`: these are warnings.',
    },
    { name: 'wait-for', type: 'list', help: 'URLs that must answer (below 500) before the suites start.' },
    { name: 'wait-for-timeout', type: 'duration', default: '60s', help: 'How long to wait for them.' },
    {
        name: 'reporters',
        type: 'list',
        default: 'junit,json,html',
        help: "Files written to `report-dir`. Any other name is an external Newman reporter from the workspace's `node_modules`.",
    },
    { name: 'report-dir', type: 'text', default: 'postman-report', help: 'Where reports and backups go.' },
    {
        name: 'prune',
        type: 'choice',
        values: ['true', 'false', 'force'],
        default: 'false',
        help: 'Delete resources that this tool created and whose file is gone; never any other. More than half of them at once needs `force`.',
    },
    {
        name: 'on-drift',
        type: 'choice',
        values: ['overwrite', 'keep', 'fail'],
        default: 'overwrite',
        help: 'What to do with a resource that was changed in Postman since the last apply: `overwrite` (backed up and warned about), `keep` or `fail`.',
    },
    {
        name: 'verify',
        type: 'choice',
        values: ['changed', 'all'],
        default: 'changed',
        help: '`changed`: fetch only what the recorded state cannot vouch for. `all`: fetch and compare everything.',
    },
    {
        name: 'secrets',
        type: 'choice',
        values: ['block', 'warn', 'allow'],
        default: 'block',
        help: 'Credentials in plain text found in files about to be uploaded: `block`, `warn` or `allow`.',
    },
    { name: 'quota-warn-at', type: 'share', default: '80%', help: 'Share of the monthly quota at which to warn.' },
    {
        name: 'quota-stop-at',
        type: 'share',
        default: '100%',
        help: 'Share of the monthly quota at which to refuse to start a write.',
    },
    {
        name: 'max-wait',
        type: 'duration',
        default: '5m',
        help: 'Longest total time to wait on rate limits before giving up.',
    },
    {
        name: 'comment',
        type: 'choice',
        values: ['auto', 'always', 'never'],
        default: 'auto',
        help: 'The pull-request comment: `auto` (on pull requests, where the token may), `always` or `never`.',
    },
    { name: 'check-run', type: 'flag', default: 'false', help: 'Also publish a check run with line annotations.' },
    {
        name: 'github-token',
        type: 'secret',
        inFile: false,
        expression: 'github.token',
        help: 'Token for the comment and the check run only.',
    },
    {
        name: 'matrix',
        type: 'text',
        inFile: false,
        expression: 'toJSON(matrix)',
        help: 'Which job of a matrix this is, so that each keeps a comment and a check run of its own. GitHub fills it in.',
    },
];


/***/ }),

/***/ 39416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ readDuration),
/* harmony export */   $G: () => (/* binding */ readEmail),
/* harmony export */   Kf: () => (/* binding */ readChoice),
/* harmony export */   LD: () => (/* binding */ readList),
/* harmony export */   SX: () => (/* binding */ readPairs),
/* harmony export */   Tm: () => (/* binding */ EMAIL),
/* harmony export */   _0: () => (/* binding */ readCount),
/* harmony export */   cb: () => (/* binding */ readShare),
/* harmony export */   fG: () => (/* binding */ readFlag),
/* harmony export */   ft: () => (/* binding */ DURATION),
/* harmony export */   h: () => (/* binding */ suggestion),
/* harmony export */   oV: () => (/* binding */ SHARE)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21916);

const value = (read) => ({ ok: true, value: read });
const wrong = (message, remedy) => ({ ok: false, message, remedy });
/** The entries of a list: one per line, or separated by commas on one line. Commas inside `{a,b}` of a glob do not separate. */
function readList(text) {
    const parts = text.includes('\n') ? text.split(/\r?\n/) : text.split(/,(?![^{]*\})/);
    return parts.map((part) => part.trim()).filter((part) => part !== '');
}
/** `true` or `false`, in any of YAML's spellings that GitHub accepts. */
function readFlag(text) {
    if (/^true$/i.test(text))
        return value(true);
    if (/^false$/i.test(text))
        return value(false);
    return wrong(`"${text}" is neither true nor false`, 'Write true or false.');
}
/** A duration as it is written. */
const DURATION = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h)?$/;
/** A share as it is written. */
const SHARE = /^(\d+(?:\.\d+)?)\s*%$/;
/** An address for notifications, as far as it can be checked. */
const EMAIL = /^\S+@\S+$/;
const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
/** Milliseconds from `800ms`, `30s`, `5m`, `1h`; a bare number means milliseconds. */
function readDuration(text) {
    const [, digits, unit] = DURATION.exec(text) ?? [];
    if (digits === undefined)
        return wrong(`"${text}" is not a duration`, 'Write a number with a unit: 800ms, 30s or 5m.');
    return value(Math.round(Number(digits) * UNITS[(unit ?? 'ms')]));
}
/** A share between 0 and 1 from `80%`. */
function readShare(text) {
    const [, digits] = SHARE.exec(text) ?? [];
    if (digits === undefined || Number(digits) > 100) {
        return wrong(`"${text}" is not a percentage`, 'Write a percentage from 0% to 100%, such as 80%.');
    }
    return value(Number(digits) / 100);
}
/** An address for notifications. */
function readEmail(text) {
    return EMAIL.test(text) ? value(text) : wrong(`"${text}" is not a mail address`, 'Write it as oncall@example.com.');
}
/** A whole number within bounds. */
function readCount(text, { min, max }) {
    const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (count >= min && count <= (max ?? Number.MAX_SAFE_INTEGER))
        return value(count);
    const bounds = max === undefined ? `of ${min} or more` : `from ${min} to ${max}`;
    return wrong(`"${text}" is not a whole number ${bounds}`, `Write a whole number ${bounds}.`);
}
/** One of the given words. */
function readChoice(text, values) {
    if (values.includes(text))
        return value(text);
    return wrong(`"${text}" is not one of ${values.join(', ')}`, suggestion(text, values) ?? `Write one of ${values.join(', ')}.`);
}
/** `name=value` lines; the value may hold further equals signs and may be empty. A bad line is told by its number only: it may hold a secret. */
function readPairs(text) {
    const pairs = new Map();
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (line.trim() === '')
            continue;
        const at = line.indexOf('=');
        if (at < 1)
            return wrong(`line ${index + 1} has no name before an equals sign`, 'Write one name=value per line.');
        pairs.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
    }
    return value(pairs);
}
/** "Did you mean …?" for a word that is close to a known one. */
function suggestion(word, known) {
    const [best] = known
        .map((name) => ({ name, far: (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(word.toLowerCase(), name.toLowerCase()) }))
        .sort((a, b) => a.far - b.far);
    return best && best.far <= Math.max(2, Math.floor(word.length / 3)) ? `Did you mean ${best.name}?` : undefined;
}


/***/ }),

/***/ 58508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** The version of the package; a test holds it against `package.json`. */
const VERSION = '0.1.0';


/***/ })

};
