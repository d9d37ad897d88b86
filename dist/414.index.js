export const id = 414;
export const ids = [414];
export const modules = {

/***/ 55414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseWithPositions: () => (/* binding */ parseWithPositions)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

/** Parses a text and remembers where everything stands. Slow on megabytes: call it only when a position is needed. */
function parseWithPositions(text) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
    const position = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(1, line), column: Math.max(1, col) };
    };
    return {
        value: () => document.toJS({ maxAliasCount: 100 }),
        syntaxErrors: document.errors.map((error) => ({
            message: firstLine(error.message),
            position: position(error.pos[0]),
        })),
        locate: (at, key) => position(offsetOf(document, at, key)),
    };
}
function offsetOf(document, at, key) {
    if (at.length === 0)
        return 0;
    const own = key ? keyOffset(document, at) : valueOffset(document, at);
    return own ?? offsetOf(document, at.slice(0, -1), undefined);
}
function valueOffset(document, at) {
    const node = document.getIn(at, true);
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? node.range?.[0] : undefined;
}
function keyOffset(document, at) {
    const parent = at.length === 1 ? document.contents : document.getIn(at.slice(0, -1), true);
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isCollection */ .P3)(parent))
        return undefined;
    const pair = parent.items.find((item) => keyText(item.key) === at.at(-1));
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(pair?.key) ? pair.key.range?.[0] : undefined;
}
const keyText = (key) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(key) && 'value' in key ? key.value : undefined);
/** Without what the library would have its caller do. */
const firstLine = (text) => (text.split('\n', 1)[0] ?? text).replace(/; please use .*$/, '');


/***/ })

};
