export const id = 44;
export const ids = [44];
export const modules = {

/***/ 48044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connect: () => (/* binding */ connect)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75250);
/* harmony import */ var _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49735);
/* harmony import */ var _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86856);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80215);





/** Longest time for one request, which GitHub itself ends after ten seconds, and to wait on a limit before giving up. */
const REQUEST_MS = 12_000;
const LONGEST_WAIT_S = 60;
/** Pages of a hundred that are read of a list. */
const PAGES = 30;
/** GitHub's API for one repository: reads are retried, writes are sent once, both wait for limits within bounds. */
function connect({ token, apiUrl, ...place }) {
    const { rest, graphql, paginate } = createOctokit(token, apiUrl);
    const all = { ...place, per_page: 100 };
    return {
        viewer: () => viewerOf({ graphql, rest }),
        comments: async (pull) => {
            const list = paginate(rest.issues.listComments, { ...all, issue_number: pull }, bounded());
            return told(list.then((comments) => comments.map(commentOf)));
        },
        createComment: async (pull, body) => {
            await told(rest.issues.createComment({ ...place, issue_number: pull, body }));
        },
        updateComment: async (id, body) => {
            await told(rest.issues.updateComment({ ...place, comment_id: id, body }));
        },
        deleteComment: async (id) => {
            await told(rest.issues.deleteComment({ ...place, comment_id: id }));
        },
        pull: (number) => told(rest.pulls.get({ ...place, pull_number: number }).then(({ data }) => pullRequest(data))),
        pullsFrom: (headOwner, branch) => {
            const list = rest.pulls.list({ ...all, state: 'open', head: `${headOwner}:${branch}` });
            return told(list.then(({ data }) => data.map(pullRequest)));
        },
        pullsOf: (sha) => {
            const list = rest.repos.listPullRequestsAssociatedWithCommit({ ...all, commit_sha: sha });
            return told(list.then(({ data }) => data.filter(({ state }) => state === 'open').map(pullRequest)));
        },
        createCheckRun: async ({ name, sha, conclusion, detailsUrl, output }) => {
            const link = detailsUrl ? { details_url: detailsUrl } : {};
            const run = { ...place, name, head_sha: sha, status: 'completed', conclusion, ...link };
            return told(rest.checks.create({ ...run, output: mutable(output) }).then(({ data }) => data.id));
        },
        annotateCheckRun: async (id, output) => {
            await told(rest.checks.update({ ...place, check_run_id: id, output: mutable(output) }));
        },
    };
}
const silent = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };
function createOctokit(token, apiUrl) {
    const waits = (seconds, _options, _octokit, attempts) => attempts < 1 && seconds <= LONGEST_WAIT_S;
    const octokit = new (_actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_1__/* .GitHub */ .gq.plugin(_octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L, _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_4__/* .throttling */ .A))({
        ...(0,_actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_1__/* .getOctokitOptions */ .EG)(token.reveal()),
        baseUrl: apiUrl,
        userAgent: 'postman-sync',
        log: silent,
        request: { ..._actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_1__/* .defaults */ .NT.request, fetch: patient },
        retry: { retries: 2 },
        throttle: { onRateLimit: waits, onSecondaryRateLimit: waits },
    });
    octokit.hook.before('request', (options) => {
        // A write that failed may have been done: repeating it would double comments and annotations.
        if (options.method !== 'GET')
            options.request.retries = 0;
    });
    return octokit;
}
/** Every attempt has its own time: what waits for a limit in between does not count. */
const timed = (url, init) => fetching(url, { ...init, signal: AbortSignal.timeout(REQUEST_MS) });
/** A limit without the words that the throttling plugin knows, as proxies and older servers send it, refused a write, too. */
const patient = async (url, init) => {
    const answer = await timed(url, init);
    const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
    if (answer.status !== 429 || !(seconds >= 0 && seconds <= LONGEST_WAIT_S))
        return answer;
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(seconds * 1000);
    return timed(url, init);
};
/** The toolkit's own, which knows the runner's proxy. */
const fetching = (_actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_1__/* .defaults */ .NT.request?.fetch ?? fetch);
/** Installation tokens, the workflow's own among them, are told their name by GraphQL alone. */
async function viewerOf({ graphql, rest }) {
    try {
        return (await rest.users.getAuthenticated()).data.login;
    }
    catch {
        return graphql('query { viewer { login } }').then(({ viewer }) => viewer.login, () => undefined);
    }
}
/** A page function for `paginate` that stops after so many pages. */
function bounded() {
    let pages = 0;
    return ({ data }, done) => {
        pages += 1;
        if (pages >= PAGES)
            done();
        return data;
    };
}
const commentOf = ({ id, body, user }) => ({
    id,
    body: body ?? '',
    author: user?.login ?? '',
    byApp: user?.type === 'Bot' || /\[bot\]$/.test(user?.login ?? ''),
});
const pullRequest = ({ number, head }) => ({
    number,
    headSha: head.sha,
    ...(head.repo ? { headRepository: head.repo.full_name } : {}),
});
/** Octokit's types know no readonly arrays. */
const mutable = ({ annotations, ...rest }) => ({
    ...rest,
    annotations: [...annotations],
});
/** What a page of a proxy is to somebody who expects a list. */
const NOT_GITHUB = 'the answer is not one of GitHub; does GITHUB_API_URL lead to its API?';
/** The answer, or a GitHubError that says what GitHub said. */
async function told(answer) {
    try {
        return await answer;
    }
    catch (error) {
        const { status, message, response } = error;
        if (status === undefined)
            throw new _ports_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y('unknown', NOT_GITHUB, error);
        const said = `${response ? `${status} ` : ''}${(message ?? String(error)).replace(/ - https?:\/\/\S+$/, '')}`;
        throw new _ports_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y(codeOf(response ? status : undefined, response?.headers), said, error);
    }
}
function codeOf(status, headers = {}) {
    if (status === 429 || headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined)
        return 'limited';
    if (status === 401)
        return 'unauthorized';
    if (status === 403)
        return 'refused';
    if (status === 404 || status === 410)
        return 'missing';
    return status !== undefined && status < 500 ? 'invalid' : 'unknown';
}


/***/ })

};
