export const id = 40;
export const ids = [40];
export const modules = {

/***/ 24072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ toTransportError),
/* harmony export */   w: () => (/* binding */ TransportError)
/* harmony export */ });
/** No whole answer came. */
class TransportError extends Error {
    mayHaveArrived;
    again;
    /** Node's code (`ECONNRESET`), or a few words. */
    reason;
    /** What the user can do, one sentence. */
    remedy;
    constructor(reason, { mayHaveArrived, again = 'failure', remedy = CHECK_NETWORK, cause }) {
        super(`No answer (${reason})`, { cause });
        this.name = 'TransportError';
        this.reason = reason;
        this.mayHaveArrived = mayHaveArrived;
        this.again = again;
        this.remedy = remedy;
    }
}
const CHECK_NETWORK = 'Check the network, the proxy settings and api-url, and run it again.';
/** Failures that come before a request is sent: nothing can have been applied. */
const BEFORE_SENDING = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_INVALID_URL)/;
/** A certificate that is not trusted will not be a moment later. */
const CERTIFICATE = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;
const CHECK_CERTIFICATE = 'If a proxy or gateway of your own signs it, name its CA in NODE_EXTRA_CA_CERTS; otherwise check api-url.';
/** What made a request fail, in one shape. */
function toTransportError(cause, timedOut) {
    if (cause instanceof TransportError)
        return cause;
    const code = String(cause?.code ?? '');
    if (timedOut || (cause instanceof Error && /timeout/i.test(cause.message)))
        return new TransportError('timeout', { mayHaveArrived: true, again: 'once', cause });
    if (CERTIFICATE.test(code)) {
        const reason = `its certificate cannot be trusted: ${code}`;
        return new TransportError(reason, { mayHaveArrived: false, again: 'no', remedy: CHECK_CERTIFICATE, cause });
    }
    return new TransportError(code || 'connection failed', { mayHaveArrived: !BEFORE_SENDING.test(code), cause });
}


/***/ }),

/***/ 11659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createTransport: () => (/* binding */ createTransport)
});

// UNUSED EXPORTS: TransportError

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(44942);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: ./build/postman/http/transport-error.js
var transport_error = __webpack_require__(24072);
;// CONCATENATED MODULE: ./build/postman/http/agents.js




/** Sockets that are kept for the next request; what does not connect in time is given up. */
function createAgent(url, connectMs) {
    const options = { keepAlive: true };
    const proxy = (0,lib/* getProxyUrl */.s_)(url);
    if (proxy)
        return new TunnelAgent(options, { proxy: new URL(proxy), connectMs });
    return url.startsWith('https:') ? new PromptHttpsAgent(options, connectMs) : new PromptHttpAgent(options, connectMs);
}
class PromptHttpAgent extends external_node_http_.Agent {
    #connectMs;
    constructor(options, connectMs) {
        super(options);
        this.#connectMs = connectMs;
    }
    createConnection(options, opened) {
        return agents_prompt(super.createConnection(options, opened), { ready: 'connect', connectMs: this.#connectMs });
    }
}
class PromptHttpsAgent extends external_node_https_.Agent {
    connectMs;
    constructor(options, connectMs) {
        super(options);
        this.connectMs = connectMs;
    }
    createConnection(options, opened) {
        return agents_prompt(super.createConnection(options, opened), { ready: 'secureConnect', connectMs: this.connectMs });
    }
}
/** Reaches servers through a proxy: one tunnel (CONNECT) per socket. */
class TunnelAgent extends PromptHttpsAgent {
    #proxy;
    constructor(options, { proxy, connectMs }) {
        super(options, connectMs);
        this.#proxy = proxy;
    }
    createConnection(options, opened) {
        const target = `${options.host}:${options.port ?? 443}`;
        openTunnel(this.#proxy, { target, connectMs: this.connectMs })
            .then((socket) => opened?.(null, super.createConnection({ ...options, socket })))
            .catch((error) => opened?.(error, undefined));
    }
}
/** Destroys a socket that takes too long to become ready. */
function agents_prompt(socket, { ready, connectMs }) {
    const timer = setTimeout(() => socket?.destroy(tooSlow()), connectMs);
    for (const event of [ready, 'close'])
        socket?.once(event, () => clearTimeout(timer));
    return socket;
}
const tooSlow = () => new transport_error/* TransportError */.w('no connection in time', { mayHaveArrived: false, again: 'once' });
function openTunnel(proxy, { target, connectMs }) {
    const request = { 'http:': external_node_http_.request, 'https:': external_node_https_.request }[proxy.protocol];
    if (!request)
        return Promise.reject(proxyFailure(`a proxy of the kind "${proxy.protocol}" cannot be used`, 'no'));
    const connect = request({
        host: proxy.hostname.replace(/^\[|\]$/g, ''),
        port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
        method: 'CONNECT',
        path: target,
        headers: { host: target, ...authorization(proxy) },
        agent: false,
    });
    const timer = setTimeout(() => connect.destroy(tooSlow()), connectMs);
    return new Promise((resolve, reject) => {
        connect.once('connect', ({ statusCode = 0 }, socket) => {
            if (statusCode >= 200 && statusCode < 300)
                return resolve(socket);
            socket.destroy();
            reject(proxyFailure(`the proxy answered HTTP ${statusCode}`, statusCode >= 500 ? 'failure' : 'no'));
        });
        connect.once('error', (error) => {
            const reason = String(error.code ?? error.message);
            reject(error instanceof transport_error/* TransportError */.w ? error : proxyFailure(`the proxy cannot be reached: ${reason}`, 'failure'));
        });
        connect.end();
    }).finally(() => clearTimeout(timer));
}
function authorization({ username, password }) {
    if (username === '' && password === '')
        return {};
    const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
}
const proxyFailure = (reason, again) => new transport_error/* TransportError */.w(reason, {
    mayHaveArrived: false,
    again,
    remedy: 'Check HTTPS_PROXY, its user and password too, or take the host out of it with NO_PROXY.',
});

;// CONCATENATED MODULE: ./build/postman/http/transport.js





/**
 * A transport over `@actions/http-client`: no redirects (they would carry the key to another host) and no retries. The
 * body is read here and not by `readBody`, which never settles when the connection breaks in the middle; sockets and
 * proxies are ours too, because http-client keeps no connection through a proxy.
 */
function createTransport(userAgent, options) {
    const { idleMs, connectMs = idleMs, totalMs, signal } = options;
    const shared = { keepAlive: true, allowRedirects: false, allowRetries: false, socketTimeout: idleMs };
    let agent;
    return {
        send: async ({ method, url, headers, body }) => {
            const deadline = AbortSignal.timeout(totalMs);
            const ends = signal && method === 'GET' ? AbortSignal.any([deadline, signal]) : deadline;
            try {
                agent ??= createAgent(url, connectMs);
                const client = new lib/* HttpClient */.Qq(userAgent, [pooled(agent, ends)], shared);
                const { message } = await client.request(method, url, body ?? '', { ...headers });
                return { status: message.statusCode ?? 0, headers: message.headers, body: await readBody(message, idleMs) };
            }
            catch (cause) {
                throw (0,transport_error/* toTransportError */.f)(cause, deadline.aborted);
            }
        },
        close: () => agent?.destroy(),
    };
}
/** What http-client calls a handler: here it names the sockets to use, puts a deadline on the request, and takes the brackets off an IPv6 address. */
const pooled = (agent, signal) => ({
    prepareRequest(options) {
        options.agent = agent;
        options.host = options.host?.replace(/^\[|\]$/g, '');
        options.signal = signal;
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('Not used.')),
});
/** Twice what Postman takes of a collection: more is not an answer but a flood. */
const LONGEST_BODY = 200_000_000;
/** Of a refusal the beginning is enough. */
const LONGEST_REFUSAL = 10_000_000;
/** The whole body as text; rejects when the connection ends or falls silent before the body does. */
async function readBody(message, idleMs) {
    message.setTimeout(idleMs, () => message.destroy(Object.assign(new Error('The server fell silent'), { code: 'timeout' })));
    const refusal = (message.statusCode ?? 0) >= 300;
    const chunks = [];
    let room = refusal ? LONGEST_REFUSAL : LONGEST_BODY;
    for await (const chunk of decompressed(message)) {
        chunks.push(chunk);
        room -= chunk.length;
        if (room < 0)
            break;
    }
    if (room < 0)
        message.destroy();
    if (room < 0 && !refusal)
        throw new transport_error/* TransportError */.w('an answer without end', { mayHaveArrived: true, again: 'no' });
    if (room >= 0 && !message.complete)
        throw Object.assign(new Error('The answer was cut off'), { code: 'ECONNRESET' });
    return Buffer.concat(chunks).toString('utf8');
}
function decompressed(message) {
    const decoder = decoderOf(message.headers['content-encoding']);
    if (!decoder)
        return message;
    message.on('error', (error) => decoder.destroy(error));
    message.on('aborted', () => decoder.destroy(Object.assign(new Error('The answer was cut off'), { code: 'ECONNRESET' })));
    return message.pipe(decoder);
}
function decoderOf(encoding) {
    switch (encoding?.toLowerCase()) {
        case 'gzip':
            return (0,external_node_zlib_.createGunzip)();
        case 'deflate':
            return (0,external_node_zlib_.createInflate)();
        case 'br':
            return (0,external_node_zlib_.createBrotliDecompress)();
        default:
            return undefined;
    }
}


/***/ })

};
