/** A test script in a request. */
const script = (listen: 'test' | 'prerequest', exec: readonly string[]) => ({ listen, script: { exec } });

const auth = (type: string, parameters: Readonly<Record<string, string | boolean>>) => ({
  auth: { type, [type]: Object.entries(parameters).map(([key, value]) => ({ key, value })) },
});

const item = (name: string, request: object, ...event: readonly object[]) => ({
  name,
  event,
  request: { method: 'GET', url: '{{base}}/echo', header: [], ...request },
});

const body = (mode: string, content: unknown) => ({ method: 'POST', body: { mode, [mode]: content } });

const asserts = (...lines: readonly string[]) => script('test', lines);

/** What scripts are given without asking: globals of the old interface, libraries by `require`, the sandbox's own parts. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  'old globals': [
    'tests["lodash 3"] = _.VERSION.startsWith("3") && _.pluck([{ a: 1 }], "a")[0] === 1;',
    'tests["crypto"] = CryptoJS.SHA256("a").toString().startsWith("ca978112");',
    'tests["tv4"] = tv4.validate({ a: 1 }, { type: "object" });',
    'tests["xml"] = xml2Json("<a><b>1</b></a>").a.b === "1";',
    'tests["cheerio"] = cheerio.load("<p>x</p>")("p").text() === "x";',
    'tests["backbone"] = typeof Backbone.Model === "function";',
    'tests["code"] = responseCode.code === 200 && JSON.parse(responseBody).method === "GET";',
    'tests["request"] = request.method === "GET" && iteration === 0;',
    'postman.setEnvironmentVariable("old", "1"); tests["old"] = environment.old === "1";',
  ],
  'globals that are reached in roundabout ways': [
    'pm.test("eval", () => pm.expect(eval("Cry" + "ptoJS").MD5("a").toString()).to.match(/^0cc175/));',
    'pm.test("this", () => pm.expect(typeof this["chee" + "rio"].load).to.eql("function"));',
    'pm.test("escape", () => pm.expect(\\u0074v4.validate(1, { type: "number" })).to.eql(true));',
  ],
  'a request that is read in roundabout ways': [
    'const name = ["req", "uest"].join("");',
    'pm.test("computed", () => pm.expect(pm[name].headers.get("Accept")).to.eql("*/*"));',
    'pm.test("same", () => pm.expect(pm[name] === pm[name] && typeof pm[name].to === "object").to.eql(true));',
    'pm.test("kept", () => { pm[name] = 1; pm.expect(pm[name].method).to.eql("GET"); });',
    'pm.test("keys", () => pm.expect(Object.keys(pm[name].toJSON()).sort().join()).to.eql("header,method,url"));',
  ],
  'a request that is changed while it is read': [
    'pm.request.headers.add({ key: "X-Late", value: "1" }); pm.request.method = "PUT";',
    'pm.test("old", () => pm.expect(request.method + request.headers["X-Late"]).to.eql("GETundefined"));',
    'pm.test("new", () => pm.expect(pm.request.method + pm.request.headers.get("X-Late")).to.eql("PUT1"));',
  ],
  'old globals that are reached in roundabout ways': [
    'pm.test("eval", () => pm.expect(eval("respon" + "seBody")).to.include("GET"));',
    'pm.test("this", () => pm.expect(this[["req", "uest"].join("")].method).to.eql("GET"));',
    'pm.test("escape", () => pm.expect(r\u0065sponseBody.length).to.be.above(1));',
  ],
  'local variables that are kept': [
    'pm.test("set", () => pm.expect(pm.variables.get("local")).to.eql(undefined)); pm.variables.set("local", 1);',
    'pm.variables.values.add({ key: "added", value: "2" }); pm.environment.set("none", undefined); pm.globals.unset("no");',
  ],
  'local variables of an earlier script': [
    'pm.test("kept", () => pm.expect([pm.variables.get("local"), pm.variables.get("added")].join()).to.eql("1,2"));',
    'pm.test("none", () => pm.expect(pm.environment.has("none")).to.eql(true)); pm.variables.unset("local");',
  ],
  'local variables that were removed': ['pm.test("gone", () => pm.expect(pm.variables.has("local")).to.eql(false));'],
  'names that only look like globals': [
    'const mine = { tv4: 1, cheerio_: 2 };',
    'pm.test("own", () => pm.expect(mine.tv4 + mine.cheerio_).to.eql(3));',
    'pm.test("absent", () => pm.expect(typeof xml2Js).to.eql("undefined"));',
  ],
  'the modern sandbox': [
    '"use sandbox2";',
    'pm.test("no globals", () => pm.expect([typeof tests, typeof CryptoJS, typeof cheerio].join()).to.eql("undefined,undefined,undefined"));',
  ],
  'libraries by require': [
    ...['lodash', 'moment', 'ajv', 'chai', 'cheerio', 'crypto-js', 'csv-parse/lib/sync', 'postman-collection', 'tv4'],
    ...['uuid', 'xml2js', 'atob', 'btoa', 'backbone', 'assert', 'buffer', 'events', 'path', 'punycode'],
    ...['querystring', 'stream', 'string_decoder', 'timers', 'url', 'util'],
  ].map((name) => `pm.test("${name}", () => pm.expect(require("${name}")).to.not.eql(undefined));`),
  'assertions of every kind': [
    'pm.test("json", () => pm.response.to.have.jsonBody("method", "GET"));',
    'pm.test("header", () => pm.response.to.have.header("content-type"));',
    'pm.test("schema", () => pm.response.to.have.jsonSchema({ type: "object", required: ["method"] }));',
    'pm.test("fails", () => pm.expect(1).to.eql(2));',
    'pm.test.skip("skipped", () => {});',
    'pm.test("later", (done) => setTimeout(done, 5));',
    'pm.test("extensions", () => pm.expect("abc".first(2)).to.eql("ab"));',
    'console.log("seen", { a: [1, new Map([[1, 2]])] });',
  ],
  'schemas of every kind': [
    'const check = (name, schema, data, options) => pm.test(name, () => pm.expect(data).to.have.jsonSchema(schema, options));',
    'const base = () => ({ type: "object", required: ["a", "b"], properties: { a: { enum: [1, 2] }, b: { type: "string" } } });',
    'const schema = base();',
    'for (const data of [{ a: 1, b: "" }, { a: 3, b: 1 }, {}, 1]) check("once", schema, data);',
    'schema.properties.a.enum.push(3);',
    'check("changed", schema, { a: 3, b: "" }); check("as before", base(), { a: 3, b: "" });',
    'check("order", { properties: { b: { type: "string" }, a: { enum: [1, 2] } }, required: ["b", "a"], type: "object" }, { a: 3, b: 1 });',
    'check("first", base(), { a: 3, b: 1 }, { allErrors: false }); check("ids", { id: "x", type: "object" }, {});',
    'for (const type of ["string", "number"]) check("same $id", { $id: "http://a/b", type }, 1);',
    'for (const type of ["string", "wrong"]) check("invalid", { type }, 1);',
    'for (const data of [{ c: { c: {} } }, { c: { c: 1 } }]) check("recursion", { type: "object", properties: { c: { $ref: "#" } } }, data);',
    'for (const data of [1, "1"]) check("definition", { definitions: { n: { type: "number" } }, $ref: "#/definitions/n" }, data);',
    'for (const data of [1, "1"]) check("missing", { $ref: "#/definitions/n" }, data);',
    'for (const value of [null, undefined, NaN]) check("no JSON", { enum: [value] }, null);',
    'const loop = { type: "object", properties: {} }; loop.properties.a = loop; loop.properties.b = loop; check("loop", loop, {});',
    'check("not", { not: { type: "string" } }, "x"); check("true", true, 1); check("list", [], 1);',
  ],
  'variables, cookies and requests': [
    'pm.environment.set("made", "1"); pm.globals.set("g", "2"); pm.collectionVariables.set("c", "3");',
    'pm.test("variables", () => pm.expect(pm.variables.replaceIn("{{made}}{{g}}{{c}}")).to.eql("123"));',
    'pm.test("guid", () => pm.expect(pm.variables.replaceIn("{{$guid}}")).to.match(/^[0-9a-f-]{36}$/));',
    'pm.test("faker", () => pm.expect(pm.variables.replaceIn("{{$randomCity}}{{$randomEmail}}")).to.include("@"));',
    'pm.sendRequest({ url: pm.variables.get("base") + "/cookie", method: "GET" }, (error, response) => {',
    '  pm.test("sent", () => pm.expect(response.code).to.eql(200));',
    '  pm.cookies.jar().get(pm.variables.get("base"), "session", (_, value) =>',
    '    pm.test("cookie", () => pm.expect(value).to.eql("abc")));',
    '});',
  ],
  visualizer: ['pm.visualizer.set("<b>{{name}}</b>", { name: "x" });', 'pm.test("set", () => {});'],
  'a script that throws': ['undefinedFunction();'],
};

/** Built-in objects that Newman's sandbox does without. */
const REPLACED = [
  'const whole = Function("return this")();',
  'Date.now = () => 0; Object.fromEntries = Array.prototype.some = Map.prototype.delete = undefined;',
  'String.prototype.startsWith = () => true; String.prototype.includes = Promise.prototype.then = undefined; WeakMap.prototype.get = WeakMap.prototype.set = undefined;',
  'for (const name of ["Date", "Promise", "Error", "TextDecoder", "Uint8Array"]) whole[name] = undefined;',
];

/** A collection that uses every corner of Newman that an ordinary run does not: ways to authorize, bodies, libraries. */
export const newmanFeatures = (base: string) => ({
  info: { name: 'Features', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  variable: [{ key: 'base', value: base }],
  item: [
    ...Object.entries(SCRIPTS).map(([name, lines]) => item(name, {}, asserts(...lines))),
    item('dynamic variables', { url: '{{base}}/echo?a={{$randomInt}}&b={{$randomFirstName}}&c={{$timestamp}}' }),
    item('basic', auth('basic', { username: 'u', password: 'p' })),
    item('bearer', auth('bearer', { token: 't' })),
    item('apikey', auth('apikey', { key: 'k', value: 'v' })),
    item('digest', { ...auth('digest', { username: 'u', password: 'p' }), url: '{{base}}/digest' }),
    item(
      'oauth1',
      auth('oauth1', { consumerKey: 'k', consumerSecret: 's', signatureMethod: 'HMAC-SHA1', version: '1.0' }),
    ),
    item('oauth2', auth('oauth2', { accessToken: 't', addTokenTo: 'header' })),
    item('hawk', auth('hawk', { authId: 'i', authKey: 'k', algorithm: 'sha256' })),
    item('awsv4', auth('awsv4', { accessKey: 'a', secretKey: 's', region: 'us-east-1', service: 's3' })),
    item('ntlm', { ...auth('ntlm', { username: 'u', password: 'p' }), url: '{{base}}/ntlm' }),
    item('edgegrid', auth('edgegrid', { accessToken: 'a', clientToken: 'c', clientSecret: 's' })),
    item('jwt', auth('jwt', { algorithm: 'HS256', secret: 's', payload: '{"a":1}', addTokenTo: 'header' })),
    item('raw', body('raw', '{"city":"{{$randomCity}}"}')),
    item('urlencoded', body('urlencoded', [{ key: 'a', value: 'b c' }])),
    item('formdata', body('formdata', [{ key: 'a', value: 'b', type: 'text' }])),
    item('graphql', body('graphql', { query: '{ a }', variables: '{"b":1}' })),
    item(
      'cookies',
      { url: '{{base}}/cookie' },
      asserts('pm.test("kept", () => pm.expect(pm.cookies.get("session")).to.eql("abc"));'),
    ),
    item(
      'gzip',
      { url: '{{base}}/gzip' },
      asserts('pm.test("read", () => pm.expect(pm.response.text()).to.eql("packed"));'),
    ),
    item(
      'latin 1',
      { url: '{{base}}/latin1' },
      asserts('pm.test("decoded", () => pm.expect(pm.response.text()).to.eql("é"));'),
    ),
    item(
      'redirect',
      { url: '{{base}}/redirect' },
      asserts('pm.test("followed", () => pm.expect(pm.response.code).to.eql(200));'),
    ),
    item(
      'changed by its script',
      { url: '{{base}}/echo?a=1', header: [{ key: 'X-Old', value: '{{base}}' }] },
      script('prerequest', [
        'const { request: changed } = pm;',
        'changed.headers.upsert({ key: "X-New", value: "{{base}}" }); changed.url.query.add("b=2"); changed.method = "POST";',
        'changed.body = { mode: "raw", raw: "x" }; pm.variables.set("local", "y");',
      ]),
      script('prerequest', ['pm.request.headers.remove("X-Old"); pm.request.url.query.add("c={{local}}");']),
      asserts('pm.test("sent", () => pm.expect(pm.request.url.toString() + pm.request.body).to.include("b=2&c=yx"));'),
    ),
    item('skipped by its script', {}, script('prerequest', ['pm.execution.skipRequest();'])),
    // The last two, because what a script does to built-in objects stays.
    item('replaces built-in objects', {}, asserts(...REPLACED, 'pm.test("here", () => {});')),
    item(
      'runs with replaced objects',
      {},
      script('prerequest', ['pm.request.headers.add({ key: "X-Later", value: "1" });']),
      asserts('pm.test("there", () => pm.expect(1).to.eql(2));', 'pm.test("later", async () => { await 1; });'),
    ),
  ],
});
