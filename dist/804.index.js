export const id = 804;
export const ids = [804];
export const modules = {

/***/ 30804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createTransport: () => (/* binding */ createTransport),
/* harmony export */   w: () => (/* binding */ TransportError)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44942);


/** No whole answer came. */
class TransportError extends Error {
    /** Whether the request may have reached the server: then a write may have been applied. */
    mayHaveArrived;
    /** Node's code (`ECONNRESET`), or `timeout`. */
    reason;
    constructor(reason, init) {
        super(`No answer (${reason})`, { cause: init.cause });
        this.name = 'TransportError';
        this.reason = reason;
        this.mayHaveArrived = init.mayHaveArrived;
    }
}
/** Failures that come before a request is sent: nothing can have been applied. */
const BEFORE_SENDING = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;
/**
 * A transport over `@actions/http-client`: proxies from the environment, keep-alive, no redirects (they would carry the
 * key to another host) and no retries. The body is read here and not by `readBody`, which never settles when the
 * connection breaks in the middle.
 */
function createTransport(userAgent, { idleMs, totalMs }) {
    const shared = { keepAlive: true, allowRedirects: false, allowRetries: false, socketTimeout: idleMs };
    const pool = new _actions_http_client__WEBPACK_IMPORTED_MODULE_1__/* .HttpClient */ .Qq(userAgent, [], shared);
    return {
        send: async ({ method, url, headers, body }) => {
            const deadline = AbortSignal.timeout(totalMs);
            try {
                const client = new _actions_http_client__WEBPACK_IMPORTED_MODULE_1__/* .HttpClient */ .Qq(userAgent, [pooled(pool.getAgent(url), deadline)], shared);
                const { message } = await client.request(method, url, body ?? '', { ...headers });
                return { status: message.statusCode ?? 0, headers: message.headers, body: await readWhole(message, idleMs) };
            }
            catch (cause) {
                throw toTransportError(cause, deadline);
            }
        },
        close: () => pool.dispose(),
    };
}
/** What http-client calls a handler: here it shares the pool's sockets and puts a deadline on the request. */
const pooled = (agent, signal) => ({
    prepareRequest(options) {
        options.agent = agent;
        options.signal = signal;
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('Not used.')),
});
/** The whole body as text; rejects when the connection ends or falls silent before the body does. */
async function readWhole(message, idleMs) {
    message.setTimeout(idleMs, () => message.destroy(Object.assign(new Error('The server fell silent'), { code: 'timeout' })));
    const chunks = [];
    for await (const chunk of decompressed(message))
        chunks.push(chunk);
    if (!message.complete)
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
            return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createGunzip)();
        case 'deflate':
            return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createInflate)();
        case 'br':
            return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createBrotliDecompress)();
        default:
            return undefined;
    }
}
function toTransportError(cause, deadline) {
    const code = String(cause?.code ?? '');
    const timedOut = deadline.aborted || (cause instanceof Error && /timeout/i.test(cause.message));
    const reason = timedOut ? 'timeout' : code || 'connection failed';
    return new TransportError(reason, { mayHaveArrived: timedOut || !BEFORE_SENDING.test(code), cause });
}


/***/ })

};
