export const id = 476;
export const ids = [476];
export const modules = {

/***/ 5519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  onGitHub: () => (/* binding */ onGitHub)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./build/action/event.js

const repository = schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() });
const head = schemas/* object */.Ikc({ sha: schemas/* string */.YjP().optional(), repo: repository.nullish().catch(undefined) });
/** The part of event payloads that is read; what an event does not have, or has in another shape, is absent. */
const payloadSchema = schemas/* object */.Ikc({
    repository: repository.partial().extend({ default_branch: schemas/* string */.YjP().optional() }).optional().catch(undefined),
    pull_request: schemas/* object */.Ikc({ number: schemas/* int */.Whr().positive(), head: head.optional() }).optional().catch(undefined),
    /** Comments on pull requests come as comments on issues. */
    issue: schemas/* object */.Ikc({ number: schemas/* int */.Whr().positive(), pull_request: schemas/* object */.Ikc({}).optional() })
        .optional()
        .catch(undefined),
    workflow_run: schemas/* object */.Ikc({
        event: schemas/* string */.YjP(),
        head_sha: schemas/* string */.YjP(),
        conclusion: schemas/* string */.YjP().nullish(),
        head_branch: schemas/* string */.YjP().nullish(),
        head_repository: repository.nullish(),
        html_url: schemas/* string */.YjP().optional(),
    })
        .optional()
        .catch(undefined),
});
const APPLIES = new Set(['schedule', 'workflow_dispatch', 'repository_dispatch', 'release']);
/**
 * What `auto` means for an event: `apply` on pushes to the default branch and on schedules, releases and manual runs;
 * `plan` on everything else, so that nothing is written to Postman from a pull request, a merge queue, a branch or a tag.
 */
function autoCommand({ name, ref, payload }) {
    if (APPLIES.has(name))
        return 'apply';
    const main = payload.repository?.default_branch;
    return name === 'push' && main !== undefined && ref === `refs/heads/${main}` ? 'apply' : 'plan';
}
/** Events that run with the repository's secrets and a token that may write, whoever caused them. */
const TRUSTED_EVENTS = new Set(['pull_request_target', 'workflow_run']);
/** Whether the event is about a pull request whose head lies in another repository. A deleted fork counts as one, and what does not tell. */
function isFork({ name, payload, repository: here }) {
    const { pull_request: pull, workflow_run: run, repository: own } = payload;
    if (!pull && !run)
        return TRUSTED_EVENTS.has(name);
    const source = pull ? pull.head?.repo?.full_name : run?.head_repository?.full_name;
    return source === undefined || source !== (own?.full_name ?? here);
}
/** The commit the run is about: a pull request's head rather than the merge commit that GitHub makes for it. */
const commitOf = ({ payload }, sha) => payload.pull_request?.head?.sha ?? (sha || undefined);
/** The number of the pull request that the event is about. */
const pullRequestOf = ({ payload: { pull_request: pull, issue } }) => pull?.number ?? (issue?.pull_request ? issue.number : undefined);
/** Commands that read no file of the pull request. */
const SAFE_COMMANDS = new Set(['status', 'comment']);
/** Why a command must not run for an event: a fork's files and this repository's secrets do not come together. */
function refusalOf(event, command) {
    if (!TRUSTED_EVENTS.has(event.name) || !isFork(event) || SAFE_COMMANDS.has(command))
        return undefined;
    return {
        message: `${event.name}: this pull request comes from a fork, and its files would run with this repository's secrets and token within their reach`,
        remedy: 'Run on pull_request instead: there a fork has no secrets and its suites still gate. For a comment on it, use the two workflows in examples/workflows (fork-tests.yml and fork-comment.yml).',
    };
}
const DEPENDABOT = 'dependabot[bot]';
/** Why an event has no API key, where that is known. */
function whyNoKey(event) {
    if (event.actor === DEPENDABOT)
        return 'Dependabot\'s runs see no Actions secrets; store the key under "Secrets and variables", "Dependabot", too, if they shall plan';
    return isFork(event) ? 'a pull request from a fork has none' : undefined;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/action/github-context.js


/** Reads the runner's environment and event; an unreadable event is told in `complaint`. */
function readGitHubContext(env) {
    const { payload, complaint } = readPayload(env.GITHUB_EVENT_PATH);
    const [owner, repo] = (env.GITHUB_REPOSITORY ?? '').split('/');
    return {
        event: {
            name: env.GITHUB_EVENT_NAME ?? '',
            ref: env.GITHUB_REF ?? '',
            ...(env.GITHUB_REPOSITORY ? { repository: env.GITHUB_REPOSITORY } : {}),
            ...(env.GITHUB_ACTOR ? { actor: env.GITHUB_ACTOR } : {}),
            payload,
        },
        apiUrl: (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, ''),
        step: [workflowOf(env), env.GITHUB_JOB ?? '', env.GITHUB_ACTION ?? ''],
        ...(owner && repo ? { repository: { owner, repo } } : {}),
        ...(env.GITHUB_SHA ? { sha: env.GITHUB_SHA } : {}),
        ...pagesOf(env),
        ...(complaint ? { complaint } : {}),
    };
}
/** `GITHUB_WORKFLOW_REF` names the file, but ends in a branch, which differs between pull requests. */
const workflowOf = (env) => env.GITHUB_WORKFLOW_REF?.replace(/@[^@]*$/, '') || (env.GITHUB_WORKFLOW ?? '');
/** The page that shows the repository's files as of a commit; undefined where there is none. */
const sourceUrlOf = ({ repositoryUrl }, commit) => repositoryUrl && commit ? `${repositoryUrl}/blob/${commit}` : undefined;
function pagesOf({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id, ...env }) {
    if (!repository)
        return {};
    const repositoryUrl = `${(server || 'https://github.com').replace(/\/+$/, '')}/${repository}`;
    const attempt = Number(env.GITHUB_RUN_ATTEMPT) > 1 ? `/attempts/${env.GITHUB_RUN_ATTEMPT}` : '';
    return { repositoryUrl, ...(id ? { runUrl: `${repositoryUrl}/actions/runs/${id}${attempt}` } : {}) };
}
function readPayload(path) {
    if (!path)
        return { payload: {} };
    try {
        return { payload: payloadSchema.parse(JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'))) };
    }
    catch (error) {
        const reason = String(error.code ?? 'not a JSON object');
        return { payload: {}, complaint: `The event payload cannot be read (${reason}); auto means plan.` };
    }
}

// EXTERNAL MODULE: ./build/core/lib/json.js
var json = __webpack_require__(3870);
// EXTERNAL MODULE: ./build/core/model/errors.js
var errors = __webpack_require__(31193);
// EXTERNAL MODULE: ./build/core/model/problem.js
var problem = __webpack_require__(15411);
// EXTERNAL MODULE: ./build/render/markdown.js + 6 modules
var markdown = __webpack_require__(26636);
// EXTERNAL MODULE: ./build/action/ports.js
var ports = __webpack_require__(80215);
;// CONCATENATED MODULE: ./build/action/comment.js

/** Leaves exactly one comment of ours with the marker: updates the oldest, removes others, else creates one. */
async function placeComment(github, draft) {
    const own = await ownComments(github, draft);
    for (const [at, { id }] of own.entries()) {
        if (!(await updated(github, { id, body: draft.body })))
            continue;
        // One that cannot be removed now is removed by the next run: the comment itself is there.
        for (const other of own.slice(at + 1))
            await github.deleteComment(other.id).catch(() => undefined);
        return 'updated';
    }
    return createOnce(github, draft);
}
/** Whether a comment was still there to be updated: somebody may have deleted it since it was listed. */
async function updated(github, { id, body }) {
    try {
        await github.updateComment(id, body);
        return true;
    }
    catch (error) {
        if (error instanceof ports/* GitHubError */.y && error.code === 'missing')
            return false;
        throw error;
    }
}
/** A comment whose fate nobody knows may be there: it is looked for before another one is sent. */
async function createOnce(github, { pull, marker, body }) {
    try {
        await github.createComment(pull, body);
    }
    catch (error) {
        if (!(error instanceof ports/* GitHubError */.y) || error.code !== 'unknown')
            throw error;
        const found = await ownComments(github, { pull, marker });
        if (found.length === 0)
            await github.createComment(pull, body);
    }
    return 'created';
}
/** Anybody can copy the marker: only comments of our own author count. */
async function ownComments(github, { pull, marker }) {
    const marked = (await github.comments(pull)).filter(({ body }) => firstLine(body) === marker);
    if (marked.length === 0)
        return [];
    const viewer = await github.viewer();
    return marked.filter((comment) => isOwn(comment, viewer));
}
/** Where GitHub does not say who we are, an app's comment is taken for ours; a person's never. */
const isOwn = ({ author, byApp }, viewer) => viewer === undefined ? byApp : author.toLowerCase() === viewer.toLowerCase();
const firstLine = (body) => body.split(/\r?\n/, 1)[0]?.trim() ?? '';

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/render/escape.js
var render_escape = __webpack_require__(66082);
// EXTERNAL MODULE: ./build/settings/parse.js + 14 modules
var parse = __webpack_require__(62229);
;// CONCATENATED MODULE: ./build/action/comment-marker.js



/** Inputs that tell one use of the action from another, besides the place it stands at: jobs of a reusable workflow share that. */
const TELLING = [
    ...['matrix', 'project', 'config', 'workspace', 'environment'],
    ...['collections', 'environments', 'suite', 'folder'],
];
/** The first line of a comment, which nobody sees and by which it is found again. */
function markerOf({ step, raw }) {
    const parts = [...step, ...TELLING.map((name) => raw.get(name)?.trim() ?? '')];
    const digest = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex');
    return `<!-- postman-sync ${digest.slice(0, 24)} -->`;
}
/**
 * What people tell one of several comments by: the values of the job's matrix, as GitHub shows them behind the job's
 * name, and the inputs that choose what is looked at; undefined where there are none.
 */
function labelOf(raw) {
    const chosen = ['config', 'environment', 'suite'].map((name) => raw.get(name)?.trim() ?? '');
    const words = [
        ...matrixValues(raw.get('matrix')),
        ...chosen.filter((word) => word !== '' && word !== parse/* DEFAULT_CONFIG */.P),
    ];
    return (0,render_escape/* shorten */.ml)((0,render_escape/* oneLine */.TN)(words.join(', ')), 100) || undefined;
}
function matrixValues(text) {
    try {
        const matrix = JSON.parse(text || 'null');
        const values = typeof matrix === 'object' && matrix !== null ? Object.values(matrix) : [];
        return values.map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)));
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/action/remedy.js
/** What the user can do about GitHub's refusal; undefined where that is nothing. */
function remedyOf(code, permission) {
    switch (code) {
        case 'unauthorized':
            return 'Leave github-token at its default, or give one that is valid.';
        case 'refused':
        case 'missing':
            return `Grant the job "${permission}".`;
        case 'limited':
        case 'invalid':
        case 'unknown':
            return undefined;
    }
}

;// CONCATENATED MODULE: ./build/action/post-report.js











/**
 * The `comment` command: posts what an earlier, unprivileged job reported. That report may be a stranger's work: it is
 * checked, escaped and marked as such, and goes to the pull request that GitHub itself names and to no other.
 */
const createPostReport = ({ raw, place, cwd, log, connect }) => async ({ report: { dir }, github: { token } }) => {
    if (!token)
        throw new problem/* ProblemsError */.FQ([NO_TOKEN]);
    const { readUntrustedReport } = await __webpack_require__.e(/* import() */ 995).then(__webpack_require__.bind(__webpack_require__, 11995));
    const report = await readUntrustedReport((0,external_node_path_.resolve)(cwd, dir));
    const github = await connect(token);
    try {
        const found = await targetOf(report, { event: place.event, github });
        if (typeof found === 'string')
            return [{ level: 'notice', message: found }];
        const marker = markerOf({ step: place.step, raw });
        const done = await placeComment(github, { pull: found, marker, body: bodyOf(report, { marker, raw, place }) });
        log.line(`The comment on pull request #${found} was ${done}.`);
        return [];
    }
    catch (error) {
        throw error instanceof ports/* GitHubError */.y ? explained(error) : error;
    }
};
const NO_TOKEN = {
    message: 'comment: no github-token was given',
    remedy: 'Leave the input at its default, and grant the job "pull-requests: write".',
};
const CAUTION = 'These results were reported by a run of the pull request itself: its author can have written anything.';
function bodyOf(report, { marker, raw, place }) {
    const { event, sha } = place;
    const run = event.payload.workflow_run;
    const commit = run ? run.head_sha : commitOf(event, sha);
    const extras = {
        label: labelOf(raw),
        runUrl: run ? run.html_url : place.runUrl,
        sourceUrl: sourceUrlOf(place, commit),
        commit,
        caution: run || isFork(event) ? `${CAUTION}${contradiction(report, run?.conclusion)}` : undefined,
    };
    return (0,markdown/* renderComment */.w)(report, (0,json/* omitUndefined */.Oy)({ marker, ...extras }));
}
/** GitHub's word on the run, where the report says something better. */
const contradiction = ({ verdict }, conclusion) => verdict === 'passed' && conclusion === 'failure' ? ' **GitHub says that this run failed.**' : '';
/** The number of the pull request that the report belongs to, or why there is nothing to comment on. */
async function targetOf(report, { event, github }) {
    const own = pullRequestOf(event);
    if (own !== undefined)
        return own;
    const run = event.payload.workflow_run;
    if (!run)
        throw new problem/* ProblemsError */.FQ([NO_EVENT]);
    if (!/^pull_request/.test(run.event))
        return `The run was not for a pull request, but for ${run.event}: no comment.`;
    const candidates = await candidatesOf(report, { event, github });
    const repository = run.head_repository?.full_name;
    const same = candidates.filter(({ headRepository }) => headRepository !== undefined && headRepository === repository);
    const [target] = same.filter(({ headSha }) => headSha === run.head_sha);
    if (target)
        return target.number;
    if (report.pullRequest !== undefined && same.length === 0)
        throw new problem/* ProblemsError */.FQ([foreign(report.pullRequest)]);
    return 'The pull request has newer commits than the run, or is closed: no comment.';
}
/** The report may only say which of several it is; whether it is so, GitHub's word decides. */
async function candidatesOf({ pullRequest }, { event: { payload }, github }) {
    if (pullRequest !== undefined)
        return github.pull(pullRequest).then((pull) => [pull], noneWhenMissing);
    const run = payload.workflow_run;
    const owner = run?.head_repository?.full_name.split('/')[0];
    return owner && run?.head_branch ? github.pullsFrom(owner, run.head_branch) : [];
}
function noneWhenMissing(error) {
    if (error instanceof ports/* GitHubError */.y && error.code === 'missing')
        return [];
    throw error;
}
const NO_EVENT = {
    message: 'comment: the event tells of no pull request',
    remedy: 'Use it in a workflow on workflow_run (or pull_request); examples/workflows/fork-comment.yml is one.',
};
const foreign = (number) => ({
    message: `comment: the report says it is about pull request #${number}, and GitHub shows none of that number from the run's repository`,
    remedy: 'Nothing was posted. Download the report from the run that triggered this one: run-id: github.event.workflow_run.id.',
});
function explained({ code, message }) {
    const remedy = remedyOf(code, 'pull-requests: write');
    return remedy
        ? new errors/* OutsideError */.Cp('auth', { message: `comment: GitHub refused it: ${message}`, remedy })
        : new errors/* OutsideError */.Cp('network', { message: `comment: GitHub answered "${message}"`, remedy: 'Run the job again.' });
}

// EXTERNAL MODULE: ./build/core/model/secret.js
var secret = __webpack_require__(82250);
// EXTERNAL MODULE: ./build/render/annotations.js
var annotations = __webpack_require__(29987);
// EXTERNAL MODULE: ./build/render/statistics.js
var statistics = __webpack_require__(146);
;// CONCATENATED MODULE: ./build/action/check-run.js




/** GitHub takes fifty annotations a request. */
const BATCH = 50;
/** Each further request costs a second of GitHub's patience; nobody reads thousands of annotations. */
const MOST_ANNOTATIONS = 500;
/** GitHub takes 65,535 characters, counted as bytes to be safe. */
const SUMMARY_BYTES = 65_000;
/** A check run of a report, all of its annotations included. */
function buildCheckRun(report, { sha, label, runUrl }) {
    const link = runUrl ? `[The run and its summary](${encodeURI(runUrl)})\n` : '';
    return {
        name: (0,render_escape/* shorten */.ml)(label ? `postman-sync (${label})` : 'postman-sync', 200),
        sha,
        conclusion: report.verdict === 'passed' ? 'success' : 'failure',
        ...(runUrl ? { detailsUrl: runUrl } : {}),
        output: {
            title: (0,render_escape/* shorten */.ml)([statistics/* VERDICT_WORDS */._G[report.verdict], ...(0,statistics/* headlineFacts */.gp)(report)].join(' · '), 250),
            summary: `${(0,markdown/* renderSummary */.B)(report, { maxBytes: SUMMARY_BYTES - link.length })}\n${link}`,
            annotations: placed((0,annotations/* allAnnotations */.G)(report)),
        },
    };
}
/** Publishes a check run, its annotations in as many requests as that takes. */
async function publishCheckRun(github, run) {
    const { annotations } = run.output;
    const id = await github.createCheckRun({
        ...run,
        output: { ...run.output, annotations: annotations.slice(0, BATCH) },
    });
    for (let from = BATCH; from < annotations.length; from += BATCH)
        await github.annotateCheckRun(id, { ...run.output, annotations: annotations.slice(from, from + BATCH) });
}
/** Those that have a file, errors first; a check run cannot show the others, its summary does. */
function placed(annotations) {
    const inFiles = annotations.flatMap((annotation) => annotation.path === undefined ? [] : [{ ...annotation, path: annotation.path }]);
    const byLevel = ['error', 'warning', 'notice'].flatMap((level) => inFiles.filter((annotation) => annotation.level === level));
    return byLevel.slice(0, MOST_ANNOTATIONS).map(checkAnnotation);
}
const LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' };
const checkAnnotation = ({ level, path, line = 1, column, message, title, }) => ({
    path,
    start_line: line,
    end_line: line,
    ...(column === undefined ? {} : { start_column: column, end_column: column }),
    annotation_level: LEVELS[level],
    message,
    ...(title === undefined ? {} : { title }),
});

;// CONCATENATED MODULE: ./build/action/publish.js










/** Commands that find out nothing about a pull request. */
const SILENT = new Set(['comment', 'status', 'pull']);
/** Shows a finished run as comment and check run, where asked and allowed. Never throws, and changes no verdict. */
async function publish(execution, publishing) {
    if (SILENT.has(execution.report.command))
        return;
    const wanted = wantedOf(execution, publishing);
    const parts = [
        ...(wanted.comment ? [commentPart(execution, publishing, wanted)] : []),
        ...(wanted.checkRun ? [checkRunPart(execution, publishing)] : []),
    ];
    if (parts.length === 0)
        return;
    const github = wanted.token && publishing.connect(wanted.token);
    for (const part of parts) {
        try {
            if (!github)
                throw new ports/* GitHubError */.y('invalid', 'no github-token was given');
            await part.publish(await github);
        }
        catch (error) {
            tell(publishing, { ...part, error });
        }
    }
}
/** Settings that are wrong elsewhere still say how to show that. */
function wantedOf({ settings }, { raw, place }) {
    const text = raw.get('github-token')?.trim();
    const given = settings?.github ?? {
        comment: raw.get('comment')?.trim() === 'never' ? 'never' : 'auto',
        checkRun: /^true$/i.test(raw.get('check-run')?.trim() ?? ''),
        ...(text ? { token: new secret/* Secret */.zh(text) } : {}),
    };
    const onPullRequest = pullRequestOf(place.event) !== undefined;
    const inRepository = place.repository !== undefined;
    return {
        comment: given.comment === 'always' || (given.comment === 'auto' && onPullRequest && inRepository),
        asked: given.comment === 'always',
        checkRun: given.checkRun,
        token: given.token,
    };
}
const commentPart = ({ report }, { raw, place, sourceUrl }, { asked }) => ({
    name: 'The pull-request comment',
    permission: 'pull-requests: write',
    level: asked ? 'warning' : 'notice',
    publish: async (github) => {
        const marker = markerOf({ step: place.step, raw });
        const [label, commit, { runUrl }] = [labelOf(raw), commitOf(place.event, place.sha), place];
        const body = (0,markdown/* renderComment */.w)(report, (0,json/* omitUndefined */.Oy)({ marker, label, commit, runUrl, sourceUrl }));
        for (const pull of await pullsOf(place, github))
            await placeComment(github, { pull, marker, body });
    },
});
/** The event's pull request; on other events those that the commit belongs to. */
async function pullsOf({ event, sha }, github) {
    const own = pullRequestOf(event);
    if (own !== undefined)
        return [own];
    const found = sha === undefined ? [] : await github.pullsOf(sha);
    if (found.length === 0)
        throw new ports/* GitHubError */.y('invalid', 'there is no open pull request of this commit');
    return found.map(({ number }) => number);
}
const checkRunPart = ({ report }, { raw, place }) => ({
    name: 'The check run',
    permission: 'checks: write',
    level: 'warning',
    publish: async (github) => {
        const sha = commitOf(place.event, place.sha);
        if (sha === undefined)
            throw new ports/* GitHubError */.y('invalid', 'there is no commit to attach it to');
        const [label, { runUrl }] = [labelOf(raw), place];
        await publishCheckRun(github, buildCheckRun(report, (0,json/* omitUndefined */.Oy)({ sha, label, runUrl })));
    },
});
function tell({ log, place }, { name, permission, level, error }) {
    const remedy = error instanceof ports/* GitHubError */.y ? remedyOf(error.code, permission) : undefined;
    const told = remedy ? ` ${isFork(place.event) ? FORK : remedy}` : '';
    log[level](`${name} was not published: ${reasonOf(error).replace(/\.$/, '')}. The verdict stands.${told}`);
}
const FORK = "A pull request from a fork has a token that may only read; the two workflows fork-tests.yml and fork-comment.yml in the action's examples/workflows comment on it all the same.";
/** GitHub's own words begin with the status. */
function reasonOf(error) {
    const said = (0,errors/* messageOf */.bD)(error);
    return /^\d{3} /.test(said) ? `GitHub answered "${said}"` : said;
}

;// CONCATENATED MODULE: ./build/action/host.js





/** The GitHub side of a run: for the action, and for the command line inside a workflow. */
function onGitHub(raw, { env, cwd, log }) {
    const place = readGitHubContext(env);
    const { event, repository, sha, apiUrl, complaint } = place;
    if (complaint)
        log.warning(complaint);
    const connect = async (token) => {
        if (!repository)
            throw new Error('GITHUB_REPOSITORY names no repository.');
        return (await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(59), __webpack_require__.e(44)]).then(__webpack_require__.bind(__webpack_require__, 48044))).connect({ token, apiUrl, ...repository });
    };
    const [commit, pullRequest] = [commitOf(event, sha), pullRequestOf(event)];
    const sourceUrl = shownAt(place, commit, { env, cwd });
    const [keyless, refusal] = [whyNoKey(event), refusalOf(event, raw.get('command')?.trim() || 'auto')];
    return {
        host: {
            auto: autoCommand(event),
            relay: createPostReport({ raw, place, cwd, log, connect }),
            ...(repository ? { repository: `${repository.owner}/${repository.repo}` } : {}),
            ...(commit ? { commit } : {}),
            ...(pullRequest ? { pullRequest } : {}),
            ...(keyless ? { keyless } : {}),
            ...(refusal ? { refusal } : {}),
        },
        ...(sourceUrl ? { sourceUrl } : {}),
        publish: (execution) => publish(execution, { raw, place, sourceUrl, log, connect }),
    };
}
/** Where the files are shown that paths below the working directory name; undefined for one outside the checkout. */
function shownAt(place, commit, { env, cwd }) {
    const source = sourceUrlOf(place, commit);
    const folder = (0,external_node_path_.relative)(env.GITHUB_WORKSPACE || cwd, cwd);
    if (source === undefined || folder.startsWith('..') || (0,external_node_path_.isAbsolute)(folder))
        return undefined;
    return folder === '' ? source : `${source}/${folder.split(external_node_path_.sep).map(encodeURIComponent).join('/')}`;
}


/***/ }),

/***/ 80215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ GitHubError)
/* harmony export */ });
/** A call to GitHub that failed. */
class GitHubError extends Error {
    code;
    constructor(code, message, cause) {
        super(message, { cause });
        this.name = 'GitHubError';
        this.code = code;
    }
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

/***/ 29987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ allAnnotations),
/* harmony export */   H: () => (/* binding */ renderAnnotations)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66082);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14246);
/* harmony import */ var _statistics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(146);



/** GitHub shows ten of a level for each step, and drops the others without a word. */
const SHOWN = 10;
const LONGEST_MESSAGE = 2000;
const LONGEST_TITLE = 200;
/** What to say at which line: at most ten of a level, the tenth a sum where there are more. */
function renderAnnotations(report) {
    const all = allAnnotations(report);
    return ['error', 'warning', 'notice'].flatMap((level) => bounded(all.filter((annotation) => annotation.level === level), level));
}
/** The same without a limit, for a check run, which takes them in batches. */
const allAnnotations = (report) => [
    ...outside(report),
    ...report.runs.flatMap((run) => ofRun(run)),
    ...ofMonitors(report),
    ...ofChanges(report),
    ...report.notices.map(({ position, ...notice }) => ({ ...notice, ...position })),
].map((annotation) => tidy(annotation));
function bounded(list, level) {
    if (list.length <= SHOWN)
        return list;
    const shown = list.slice(0, SHOWN - 1);
    return [
        ...shown,
        { level, message: `… and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(list.length - shown.length, `more ${level}`)}: see the job summary.` },
    ];
}
const tidy = (annotation) => ({
    ...annotation,
    message: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .harmless */ .Is)(annotation.message).trim() || '(no message)', LONGEST_MESSAGE),
    ...(annotation.title !== undefined && { title: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(annotation.title), LONGEST_TITLE) }),
    ...(annotation.path !== undefined && { path: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(annotation.path) }),
});
const outside = ({ problems, errors }) => [
    ...errors.map(({ kind, message, remedy }) => ({
        level: 'error',
        title: _statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .KIND_WORDS */ .Pv[kind],
        message: `${message}\n${remedy}`,
    })),
    ...problems.map(({ message, remedy, path, position }) => ({
        level: 'error',
        message: `${message}\n${remedy}`,
        ...(path !== undefined && { path }),
        ...position,
    })),
];
function ofRun(run) {
    const level = run.blocking ? 'error' : 'warning';
    return [
        ...run.attempt.failures.map((failure) => atFailure(failure, run, level)),
        ...run.attempt.warnings.map((failure) => atFailure(failure, run, 'warning')),
        ...(run.flaky ? (run.earlier.at(-1)?.failures ?? []) : []).map((failure) => flaky(atFailure(failure, run, 'warning'))),
    ];
}
function atFailure(failure, run, level) {
    const { iteration, file, position, message } = failure;
    const where = (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .whereOf */ .de)(failure) || _statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .KIND_WORDS */ .Pv[failure.kind];
    const which = iteration !== undefined && (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .hasIterations */ .XC)(run) ? ` (iteration ${iteration})` : '';
    return {
        level,
        title: `${run.suite}: ${where}${which}`,
        message,
        ...(file !== undefined && { path: file }),
        ...(file !== undefined && position),
    };
}
const flaky = (annotation) => ({
    ...annotation,
    message: `Flaky, passed on a rerun: ${annotation.message}`,
});
const ofMonitors = ({ monitors }) => monitors
    .filter((monitor) => !monitor.passed)
    .map(({ name, status, message, blocking }) => ({
    level: blocking ? 'error' : 'warning',
    title: `Monitor ${name}`,
    message: `The monitor ended as "${status}"${message ? `: ${message}` : '.'}`,
}));
const ofChanges = ({ plan }) => (plan?.changes ?? [])
    .filter(({ status }) => status === 'failed')
    .map((change) => ({
    level: 'error',
    title: `${change.kind} ${change.name}`,
    message: `Could not ${(0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .verbOf */ .rl)(change)}: ${change.reason ?? 'no reason was given'}`,
    path: documentOf(change),
}));
/** A monitor stands in the configuration: `postman-sync.yaml#monitors/Orders`. */
const documentOf = ({ kind, path }) => kind === 'monitor' ? path.replace(/#monitors\/.*$/s, '') : path;


/***/ }),

/***/ 26636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ renderComment),
  B: () => (/* binding */ renderSummary)
});

// EXTERNAL MODULE: ./build/render/escape.js
var render_escape = __webpack_require__(66082);
;// CONCATENATED MODULE: ./build/render/markdown/chart.js

/** Suites that a chart can hold and still be read. */
const SHOWN = 30;
const LONGEST_NAME = 40;
/** When each suite ran, as a Mermaid chart, which GitHub draws; nothing for a single suite. */
function suiteChart({ runs }) {
    if (runs.length < 2)
        return [];
    const start = Math.min(...runs.map(({ attempt }) => attempt.startedAt));
    const end = Math.max(...runs.map(({ attempt }) => attempt.startedAt + attempt.durationMs));
    const bars = runs.slice(0, SHOWN).map((run, at) => bar(run, { start, name: `${at + 1} ${plain(run.suite)}` }));
    const chart = [
        '```mermaid',
        'gantt',
        '  dateFormat x',
        `  axisFormat ${end - start < 60_000 ? '%S.%L' : '%M:%S'}`,
        ...bars,
        '```',
    ].join('\n');
    return [{ open: '<details><summary>When each suite ran</summary>\n', blocks: [`${chart}\n`], close: '</details>\n' }];
}
/** One bar: times in milliseconds from the first suite's start. */
function bar({ attempt, status, blocking }, { start, name }) {
    const from = Math.max(0, Math.round(attempt.startedAt - start));
    const look = status === 'passed' ? 'active' : blocking ? 'crit' : 'done';
    return `  ${name} :${look}, ${from}, ${from + Math.max(1, Math.round(attempt.durationMs))}`;
}
/** A name without any sign that means something to Mermaid. */
const plain = (text) => (0,render_escape/* shorten */.ml)((0,render_escape/* oneLine */.TN)(text).replace(/[^\p{L}\p{N} ._-]/gu, ' '), LONGEST_NAME)
    .replace(/\s+/gu, ' ')
    .trim();

// EXTERNAL MODULE: ./build/render/format.js
var format = __webpack_require__(14246);
// EXTERNAL MODULE: ./build/render/limits.js
var limits = __webpack_require__(1709);
// EXTERNAL MODULE: ./build/render/statistics.js
var statistics = __webpack_require__(146);
// EXTERNAL MODULE: ./build/core/model/problem.js
var problem = __webpack_require__(15411);
// EXTERNAL MODULE: ./build/render/links.js + 1 modules
var links = __webpack_require__(2062);
;// CONCATENATED MODULE: ./build/render/markdown/source.js



/** A place in a committed file as inline code; a link to its line where `sourceUrl` tells where the files are shown. */
function sourcePlace(place, sourceUrl) {
    const text = (0,problem/* placeOf */.$t)(place);
    if (text === '')
        return '';
    const path = place.path === undefined ? undefined : (0,links/* pathInUrl */.oW)(place.path);
    if (sourceUrl === undefined || path === undefined)
        return (0,render_escape/* inlineCode */.ti)(text);
    const line = place.position ? `#L${place.position.line}` : '';
    return `<a href="${(0,render_escape/* html */.qy)(`${sourceUrl}/${path}${line}`)}">${(0,render_escape/* inlineCode */.ti)(text)}</a>`;
}

;// CONCATENATED MODULE: ./build/render/markdown/header.js





const LONGEST_MESSAGE = 1000;
const MARKS = { passed: '✅', failed: '❌', error: '⛔' };
/** The verdict as a word with its mark: `✅ Passed`. */
const verdictMark = ({ verdict }) => `${MARKS[verdict]} ${statistics/* VERDICT_WORDS */._G[verdict]}`;
/** The facts beside the verdict on one line. */
const factsLine = (report) => [...(0,statistics/* headlineFacts */.gp)(report), (0,format/* duration */.p0)(report.durationMs)].join(' · ');
/** Problems and errors with their remedies, then notices; nothing where there are none. */
function problemBlocks({ problems, errors, notices }, sourceUrl) {
    const short = (text) => (0,render_escape/* markdown */.wD)((0,render_escape/* shorten */.ml)(text, LONGEST_MESSAGE));
    const warnings = notices.filter(({ level }) => level === 'warning');
    const others = notices.filter(({ level }) => level === 'notice');
    return [
        ...errors.map(({ kind, message, remedy }) => `> ⛔ **${statistics/* KIND_WORDS */.Pv[kind]}**: ${short(message)}<br>${short(remedy)}\n`),
        ...problems.map((problem) => {
            const place = sourcePlace(problem, sourceUrl);
            return `> ❌ ${short(problem.message)}${place && ` ${place}`}<br>${short(problem.remedy)}\n`;
        }),
        ...warnings.map(({ message }) => `> ⚠️ ${short(message)}\n`),
        ...others.map(({ message }) => `> ℹ️ ${short(message)}\n`),
    ];
}
/** Whose key it is; nothing where nobody asked. */
function accountBlocks({ account }) {
    if (!account)
        return [];
    const team = account.team ? ` of team <b>${(0,render_escape/* markdown */.wD)(account.team)}</b>` : '';
    return [`The key is of <b>${(0,render_escape/* markdown */.wD)(account.user)}</b>${team}.\n`];
}
/** The limits as a table with bars, and what the run took. */
function limitBlocks({ api, command }) {
    const rows = (0,limits/* limitRows */.X)(api, { all: command === 'status' });
    if (rows.length === 0 && api.apiCalls === 0)
        return [];
    const waited = api.waitedMs > 0 ? `, ${(0,format/* duration */.p0)(api.waitedMs)} waited for limits` : '';
    const table = [
        '| Limit | Used | | |\n| :-- | :-- | --: | :-- |',
        ...rows.map((row) => `| ${(0,render_escape/* markdown */.wD)(row.name)} | ${shownBar(row)} ${row.percent.replace('<', '&lt;').replace('>', '&gt;')} | ${row.used} | ${row.note} |`),
        '',
    ];
    return ['### Limits\n', ...(rows.length > 0 ? table : []), `This run: ${(0,limits/* callsOf */.p)(api)}${waited}.\n`];
}
const shownBar = ({ share, percent }) => (percent === '' ? '' : `<code>${(0,format/* bar */.M0)(share)}</code>`);

// EXTERNAL MODULE: ./build/render/monitors.js
var monitors = __webpack_require__(32994);
// EXTERNAL MODULE: ./build/core/lib/json.js
var json = __webpack_require__(3870);
// EXTERNAL MODULE: ./build/render/executions.js
var executions = __webpack_require__(39822);
// EXTERNAL MODULE: ./build/render/failures.js
var render_failures = __webpack_require__(10382);
;// CONCATENATED MODULE: ./build/render/markdown/suites.js







/** A longer name would leave no room beside it. */
const suites_LONGEST_NAME = 300;
const suites_LONGEST_MESSAGE = 1500;
/** The suites as a table. */
function suiteTable({ runs }) {
    if (runs.length === 0)
        return [];
    return [
        '| | Suite | Requests | Assertions | p95 | Time |\n| :-: | :-- | --: | --: | --: | --: |',
        ...runs.map((run) => suiteRow(run)),
        '',
    ];
}
function suiteRow(run) {
    const { requests, assertions, responseTimes, durationMs } = run.attempt;
    const marks = [...(run.flaky ? ['flaky'] : []), ...(run.blocking ? [] : ['does not gate'])];
    const environment = run.environment ? ` · ${(0,render_escape/* markdown */.wD)((0,render_escape/* shorten */.ml)(run.environment, suites_LONGEST_NAME))}` : '';
    const tail = marks.length > 0 ? ` <sub>${marks.join(' · ')}</sub>` : '';
    const cells = [
        markOf(run),
        `<b>${(0,render_escape/* markdown */.wD)((0,render_escape/* shorten */.ml)(run.suite, suites_LONGEST_NAME))}</b>${environment}${tail}`,
        tally(requests),
        tally(assertions),
        responseTimes ? (0,format/* duration */.p0)(responseTimes.p95) : '–',
        (0,format/* duration */.p0)(durationMs),
    ];
    return `| ${cells.join(' | ')} |`;
}
function markOf({ status, blocking, flaky }) {
    if (status === 'passed')
        return flaky ? '⚠️' : '✅';
    return blocking ? '❌' : '⚠️';
}
/** A total, and how many of it failed where any did. */
const tally = ({ total, failed }) => failed > 0 ? `${(0,format/* count */.U9)(total)}, <b>${(0,format/* count */.U9)(failed)} failed</b>` : (0,format/* count */.U9)(total);
/** The failures of every suite that failed, those of flaky runs and warnings folded. */
function failureBlocks({ runs }, detail) {
    const open = expandedRuns(runs, detail);
    return runs.flatMap((run) => [
        ...failedRun(run, { ...detail, open: open.has(run) }),
        ...folded(run, {
            title: 'flaky: failures of the earlier run',
            list: run.flaky ? (run.earlier.at(-1)?.failures ?? []) : [],
            detail,
        }),
        ...folded(run, { title: 'warnings', list: run.attempt.warnings, detail }),
    ]);
}
/** The suites whose failures stand open: the first, and those after it that there is room for. */
function expandedRuns(runs, { failures, expanded }) {
    let shown = 0;
    const fits = (run) => {
        const own = Math.min(failures, (0,render_failures/* groupFailures */.B)(run.attempt.failures, run).length);
        if (shown > 0 && shown + own > expanded)
            return false;
        shown += own;
        return true;
    };
    return new Set(runs.filter((run) => run.status === 'failed' && run.blocking && fits(run)));
}
function failedRun(run, { open, ...detail }) {
    if (run.status === 'passed')
        return [];
    const { failures } = run.attempt;
    const head = `<b>${(0,render_escape/* markdown */.wD)((0,render_escape/* shorten */.ml)(run.suite, suites_LONGEST_NAME))}</b> · ${(0,format/* plural */.LS)(failures.length, 'failure')}`;
    return [
        {
            open: `<details${open ? ' open' : ''}><summary>${head}</summary>\n`,
            blocks: failureItems(run, failures, detail),
            close: '</details>\n',
        },
    ];
}
function folded(run, { title, list, detail }) {
    if (list.length === 0)
        return [];
    const head = `⚠️ <b>${(0,render_escape/* markdown */.wD)((0,render_escape/* shorten */.ml)(run.suite, suites_LONGEST_NAME))}</b> · ${title}`;
    return [
        {
            open: `<details><summary>${head}</summary>\n`,
            blocks: failureItems(run, list, { ...detail, excerpts: false }),
            close: '</details>\n',
        },
    ];
}
function failureItems(run, failures, detail) {
    const groups = (0,render_failures/* groupFailures */.B)(failures, run);
    const shown = groups.slice(0, detail.failures);
    const rest = groups.length - shown.length;
    const exchangeOf = (0,executions/* exchangesOf */.M9)(run.attempt);
    // Failed assertions about one answer follow one another: what was sent and answered stands at the first.
    let before;
    return [
        ...shown.flatMap((group) => {
            const exchange = detail.excerpts ? exchangeOf(group.failure) : undefined;
            const isNew = exchange !== before;
            before = exchange;
            return [failureItem(group, detail), ...(exchange && isNew ? [exchangeBlock(exchange)] : [])];
        }),
        ...(rest > 0 ? [`… and ${(0,format/* plural */.LS)(rest, 'more failure')} in the report.\n`] : []),
    ];
}
function failureItem(group, detail) {
    const { failure } = group;
    const place = sourcePlace((0,json/* omitUndefined */.Oy)({ path: failure.file, position: failure.position }), detail.sourceUrl);
    const which = (0,render_failures/* whichOf */.D)(group);
    const where = (0,render_escape/* markdown */.wD)((0,render_escape/* shorten */.ml)((0,statistics/* whereOf */.de)(failure), suites_LONGEST_NAME * 2)) || statistics/* KIND_WORDS */.Pv[failure.kind];
    const line = `<b>${where}</b>${which && ` · ${which}`}${place && `<br>${place}`}\n`;
    const message = `${(0,render_escape/* codeBlock */.DV)((0,render_escape/* shorten */.ml)(failure.message.trim(), suites_LONGEST_MESSAGE))}\n`;
    return `${line}\n${message}`;
}
function exchangeBlock({ request, response }) {
    const text = [request, ...(response ? [response] : [])].map(executions/* messageText */.Lo).join('\n\n');
    return {
        open: '<details><summary>Request and response</summary>\n',
        blocks: [`${(0,render_escape/* codeBlock */.DV)((0,render_escape/* shorten */.ml)(text, 2 * suites_LONGEST_MESSAGE), 'http')}\n`],
        close: '</details>\n',
    };
}

;// CONCATENATED MODULE: ./build/render/markdown/monitors.js



/** The monitors as a table, messages below. */
function monitorBlocks({ monitors }) {
    if (monitors.length === 0)
        return [];
    return [
        '### Monitors\n\n| | Monitor | Status | Requests | Assertions | Latency | Run before |\n| :-: | :-- | :-- | --: | --: | --: | :-- |',
        ...monitors.map((monitor) => monitorRow(monitor)),
        '',
    ];
}
const monitorRow = (monitor) => `| ${[
    monitor.passed ? '✅' : monitor.blocking ? '❌' : '⚠️',
    [monitorName(monitor), ...(0,monitors/* monitorMarks */.nN)(monitor)].join(' · '),
    [monitor.status, ...(monitor.message ? [monitor.message] : [])]
        .map((text) => (0,render_escape/* markdown */.wD)((0,render_escape/* shorten */.ml)(text, suites_LONGEST_NAME)))
        .join('<br>'),
    tally(monitor.requests),
    tally(monitor.assertions),
    (0,monitors/* latencyOf */.Wg)(monitor) || '–',
    (0,render_escape/* markdown */.wD)((0,render_escape/* shorten */.ml)((0,monitors/* beforeWords */.JD)(monitor), suites_LONGEST_NAME)) || '–',
].join(' | ')} |`;
function monitorName(monitor) {
    const shown = `<b>${(0,render_escape/* markdown */.wD)((0,render_escape/* shorten */.ml)(monitor.name, suites_LONGEST_NAME))}</b>`;
    const link = (0,monitors/* linkOf */.IJ)(monitor);
    return link === undefined ? shown : `<a href="${(0,render_escape/* html */.qy)(link)}">${shown}</a>`;
}

// EXTERNAL MODULE: ./build/render/difference.js
var render_difference = __webpack_require__(96830);
;// CONCATENATED MODULE: ./build/render/markdown/plan.js




/** The plan: a sentence, then every pending change, its diff folded below it. */
function planBlocks({ plan }) {
    if (!plan)
        return [];
    const pending = (0,statistics/* pendingChanges */.Pn)(plan);
    const { unchanged } = (0,statistics/* changeCounts */.Zg)(plan);
    const rest = pending.length > 0 && unchanged > 0 ? `, ${(0,format/* count */.U9)(unchanged)} unchanged` : '';
    const cost = pending.length > 0 && !plan.applied ? `; applying costs ${(0,format/* plural */.LS)(plan.cost, 'API call')}` : '';
    return [
        `### ${plan.applied ? 'Applied' : 'Plan'}: ${(0,statistics/* planWords */.DO)(plan)}${rest}${cost}\n`,
        ...pending.map((change) => changeBlock(change)).sort(listFirst),
        ...plan.changes.filter(({ action, drifted }) => drifted && action === 'none').map(keptLine),
    ];
}
/** What has no diff is a list; a list that is torn apart by folded diffs reads badly. */
const listFirst = (a, b) => Number(typeof a !== 'string') - Number(typeof b !== 'string');
const keptLine = ({ kind, name }) => `> ⚠️ ${kind} ${(0,render_escape/* markdown */.wD)(name)} was changed in Postman and is left as it is there.\n`;
function changeBlock(change) {
    const head = headOf(change);
    const lines = change.diff.flatMap((difference) => diffLines(difference));
    const reason = change.reason ? [`${(0,render_escape/* markdown */.wD)((0,render_escape/* shorten */.ml)(change.reason, 1000))}\n`] : [];
    if (lines.length === 0 && reason.length === 0)
        return `- ${head}`;
    const shown = lines.slice(0, render_difference/* SHOWN_LINES */.sG).join('\n');
    const more = lines.length - render_difference/* SHOWN_LINES */.sG;
    return {
        open: `<details><summary>${head}</summary>\n`,
        blocks: [
            ...reason,
            ...(lines.length > 0 ? [`${(0,render_escape/* codeBlock */.DV)(shown, 'diff')}\n`] : []),
            ...(more > 0 ? [`… and ${(0,format/* plural */.LS)(more, 'more line')} in the report.\n`] : []),
        ],
        close: '</details>\n',
    };
}
function headOf({ action, kind, name, path, drifted, status, diff }) {
    const marks = [
        ...(diff.length > 0 ? [(0,format/* plural */.LS)(diff.length, 'difference')] : []),
        ...(drifted ? ['⚠️ changed in Postman since the last apply'] : []),
        ...(status === 'failed' ? ['❌ failed'] : status === 'skipped' ? ['⏭️ skipped'] : []),
    ];
    const tail = marks.length > 0 ? ` · ${marks.join(' · ')}` : '';
    return `<code>${render_difference/* ACTION_SIGNS */.mX[action]}</code> ${kind} <b>${(0,render_escape/* markdown */.wD)(name)}</b> ${(0,render_escape/* inlineCode */.ti)(path)}${tail}`;
}
/** In GitHub's diff blocks `!` is what `~` means elsewhere: changed. */
const SIGNS = {
    added: '+',
    removed: '-',
    changed: '!',
    moved: '!',
    renamed: '!',
};
const diffLines = (difference) => [
    (0,render_escape/* oneLine */.TN)(`${SIGNS[difference.change]} ${(0,render_difference/* differenceWords */.XY)(difference)}`),
    ...(0,render_difference/* differenceLines */.Ze)(difference).map(({ sign, rest }) => `${sign}     ${rest}`.trimEnd()),
];

// EXTERNAL MODULE: ./build/render/markdown/truncate.js
var truncate = __webpack_require__(14065);
;// CONCATENATED MODULE: ./build/render/markdown.js








/** GitHub drops a summary of more than 1 MiB whole. */
const SUMMARY_BYTES = 1_000_000;
/** GitHub refuses a longer comment. */
const COMMENT_CHARACTERS = 65_536;
/** A longer name would leave no room for what it names. */
const markdown_LONGEST_NAME = 200;
const CUT = '> ✂️ More is in the report; this page has no room for it.\n\n';
/** The job summary as Markdown, within `maxBytes` of UTF-8: what has no room is left out whole, with a pointer to the report. */
function renderSummary(report, { maxBytes = SUMMARY_BYTES, sourceUrl } = {}) {
    const title = `## ${verdictMark(report)}${targetOf(report)}\n\n${factsLine(report)}\n`;
    return page([
        { blocks: [title], share: 1 },
        { blocks: problemBlocks(report, sourceUrl), share: 0.3 },
        {
            blocks: suitesOf(report, { failures: 100, expanded: 30, excerpts: true, chart: true, sourceUrl }),
            share: 0.55,
        },
        { blocks: monitorBlocks(report), share: 0.5 },
        { blocks: planBlocks(report), share: 0.9 },
        { blocks: accountBlocks(report), share: 0.5 },
        { blocks: limitBlocks(report), share: 1 },
    ], { max: maxBytes, measure: truncate/* utf8Bytes */.d });
}
/** The pull-request comment: one line when everything passed and is in sync, else plan and failures; within `maxCharacters`. */
function renderComment(report, options) {
    const { marker, maxCharacters = COMMENT_CHARACTERS, runUrl, sourceUrl, label, caution } = options;
    const { commit = report.commit } = options;
    const link = runUrl ? ` · [details](${encodeURI(runUrl).replace(/[()]/g, encodeURIComponent)})` : '';
    const facts = `${factsLine(report)}${shortCommit(commit)}${link}`;
    const target = `${targetOf(report)}${label ? ` · ${(0,render_escape/* markdown */.wD)(label)}` : ''}`;
    const warned = caution ? `\n> ${caution}\n` : '';
    if (isCalm(report))
        return `${marker}\n**Postman ${verdictMark(report)}**${target} · ${facts}\n${warned}`;
    return page([
        { blocks: [`${marker}\n### Postman ${verdictMark(report)}${target}\n\n${facts}\n${warned}`], share: 1 },
        { blocks: problemBlocks(report, sourceUrl), share: 0.3 },
        {
            blocks: suitesOf(report, { failures: 10, expanded: 10, excerpts: false, chart: false, sourceUrl }),
            share: 0.6,
        },
        { blocks: monitorBlocks(report), share: 0.5 },
        { blocks: planBlocks(report), share: 1 },
    ], { max: maxCharacters, measure: (text) => text.length });
}
/** A commit as GitHub links it by itself; nothing for a text that is none. */
const shortCommit = (commit = '') => (/^[0-9a-f]{40}$/.test(commit) ? ` · ${commit.slice(0, 7)}` : '');
const targetOf = ({ workspace }) => workspace ? ` · ${(0,render_escape/* markdown */.wD)((0,render_escape/* shorten */.ml)(workspace.name, markdown_LONGEST_NAME))}` : '';
const suitesOf = (report, detail) => {
    if (report.runs.length === 0)
        return [];
    return [
        '### Suites\n',
        ...suiteTable(report),
        ...failureBlocks(report, detail),
        ...(detail.chart ? suiteChart(report) : []),
    ];
};
/** Whether there is nothing in a report that anybody has to read. */
function isCalm({ verdict, plan, runs, notices, monitors }) {
    const quiet = runs.every(({ status, flaky, attempt }) => status === 'passed' && !flaky && attempt.warnings.length === 0);
    const synced = (0,statistics/* pendingChanges */.Pn)(plan).length === 0 && !plan?.changes.some(({ drifted }) => drifted);
    const passed = verdict === 'passed' && monitors.every(({ assertions }) => assertions.failed === 0);
    return passed && quiet && synced && notices.every(({ level }) => level === 'notice');
}
function page(sections, { max, measure }) {
    let [text, left] = ['', max];
    for (const { blocks, share } of sections) {
        const room = Math.max(0, left * share - measure(CUT) - 2);
        const fitted = (0,truncate/* truncateBlocks */.n)(blocks, { max: room, measure });
        const shown = fitted.cut && measure(CUT) < left ? `${fitted.text}\n${CUT}` : fitted.text;
        const separated = shown === '' ? '' : `${shown.trimEnd()}\n\n`;
        text += separated;
        left -= measure(separated);
    }
    return text;
}


/***/ }),

/***/ 14065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ utf8Bytes),
/* harmony export */   n: () => (/* binding */ truncateBlocks)
/* harmony export */ });
/** The length in UTF-8. */
const utf8Bytes = (text) => new TextEncoder().encode(text).length;
/** As many blocks as fit in `max`, in order, each followed by a line feed; `cut` tells whether any is missing. */
function truncateBlocks(blocks, { max, measure }) {
    const shown = [];
    let left = max;
    for (const block of blocks) {
        const { text, cut } = fitBlock(block, { max: left, measure });
        shown.push(text);
        left -= measure(text);
        if (cut)
            return { text: shown.join(''), cut };
    }
    return { text: shown.join(''), cut: false };
}
function fitBlock(block, { max, measure }) {
    if (typeof block === 'string') {
        const text = `${block}\n`;
        return measure(text) <= max ? { text, cut: false } : { text: '', cut: true };
    }
    const frame = `${block.open}\n${block.close}\n`;
    const inside = truncateBlocks(block.blocks, { max: max - measure(frame), measure });
    if (inside.text === '' && inside.cut)
        return inside;
    return { text: `${block.open}\n${inside.text}${block.close}\n`, cut: inside.cut };
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


/***/ })

};
