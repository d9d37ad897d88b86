export const id = 745;
export const ids = [745,126];
export const modules = {

/***/ 50126:
/***/ ((module) => {

function webpackEmptyContext(req) {
	var e = new Error("Cannot find module '" + req + "'");
	e.code = 'MODULE_NOT_FOUND';
	throw e;
}
webpackEmptyContext.keys = () => ([]);
webpackEmptyContext.resolve = webpackEmptyContext;
webpackEmptyContext.id = 50126;
module.exports = webpackEmptyContext;

/***/ })

};
