(function(exports,__WEBPACK_EXTERNAL_createRequire,chunkUrl){exports.id=2254;exports.ids=[2254];exports.modules={85659:module=>{module.exports=eval("require")("browserify")},52974:module=>{module.exports=eval("require")("browserify/lib/builtins")},28404:module=>{module.exports=eval("require")("terser")},26207:(e,t)=>{const{parse:r,stringify:n}=JSON;const{keys:i}=Object;const s=String;const o="string";const a={};const u="object";const noop=(e,t)=>t;const primitives=e=>e instanceof s?s(e):e;const Primitives=(e,t)=>typeof t===o?new s(t):t;const resolver=(e,t,r,n)=>o=>{for(let l=i(o),{length:c}=l,f=0;f<c;f++){const i=l[f];const c=o[i];if(c instanceof s){const s=e[+c];if(typeof s===u&&!r.has(s)){r.add(s);o[i]=a;t.push({o:o,k:i,r:s})}else o[i]=n.call(o,i,s)}else if(o[i]!==a)o[i]=n.call(o,i,c)}return o};const set=(e,t,r)=>{const n=s(t.push(r)-1);e.set(r,n);return n};const parse=(e,t)=>{const n=r(e,Primitives).map(primitives);const i=t||noop;let s=n[0];if(typeof s===u&&s){const e=[];const t=resolver(n,e,new Set,i);s=t(s);let r=0;while(r<e.length){const{o:n,k:s,r:o}=e[r++];n[s]=i.call(n,s,t(o))}}return i.call({"":s},"",s)};t.parse=parse;const stringify=(e,t,r)=>{const i=t&&typeof t===u?(e,r)=>e===""||-1<t.indexOf(e)?r:void 0:t||noop;const s=new Map;const a=[];const l=[];let c=+set(s,a,i.call({"":e},"",e));let f=!c;while(c<a.length){f=true;l[c]=n(a[c++],replace,r)}return"["+l.join(",")+"]";function replace(e,t){if(f){f=!f;return t}const r=i.call(this,e,t);switch(typeof r){case u:if(r===null)return r;case o:return s.get(r)||set(s,a,r)}return r}};t.stringify=stringify;const toJSON=e=>r(stringify(e));t.toJSON=toJSON;const fromJSON=e=>parse(n(e));t.fromJSON=fromJSON},64382:(e,t,r)=>{const n=r(16928);const i=r.ab+"sandbox.cjs";const s="/* prepared */(typeof bootFrom === 'undefined' ? (file) => {\n  const module = { exports: {} };\n  const script = new (require('vm').Script)(require('fs').readFileSync(file, 'latin1'), { filename: file });\n  const define = script.runInThisContext();\n  define(require('module').createRequire(file), module, module.exports, require('path').dirname(file));\n} : bootFrom)";e.exports=e=>e(null,s+"("+JSON.stringify(i)+")")},22254:(e,t,r)=>{/**!
 * @license Copyright 2016 Postdot Technologies, Inc.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *    http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License is distributed on
 * an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and limitations under the License.
 */e.exports=r(65554)},81881:(e,t,r)=>{var n;function _lazy(){return n===undefined?n=r(72226):n}var i;function _env_lazy(){return i===undefined?i=r(70115):i}let s,o,a;try{o=r(64382)}catch(e){console&&console.info("sandbox: "+e.message+"\n"+"bootcode is being live compiled. use `npm run cache` to use cached variant.")}!_lazy().isFunction(o)&&(o=function(e){r(38375).load(_env_lazy()).compile(e)});a=function(e){if(s){return e(null,s)}o(function(t,r){if(t){return e(t)}r&&!_lazy().isString(r)&&(r=r.toString());if(r&&_lazy().isString(r)){s=r;a.cached=true}return e(null,s)})};e.exports=a},16367:e=>{e.exports={insertGlobalVars:false,detectGlobals:true,browserField:false,bare:true,builtins:false,commondir:true,ignoreMissing:true}},38375:(e,t,r)=>{var n;function _lazy(){return n===undefined?n=r(72226):n}var i;function _minify_lazy(){return i===undefined?i=r(28404).minify:i}var s;function _bundlingOptions_lazy(){return s===undefined?s=r(16367):s}const o="preferBuiltin",pathJoin=function(){return Array.prototype.join.call(arguments,"/").replace(/\/{1,}/g,"/")};let a,u;try{a=r(85659);u=r(52974)}catch(e){console&&console.error("sandbox: bundling triggered in production module installation mode");throw e}let l=class Bundle{constructor(e){this.bundler=a({..._bundlingOptions_lazy(),...e.bundler});this.compress=e.compress;this.preferBrowserResolver=e.preferBrowserResolver;_lazy().forEach(e.require,(e,t)=>{if(this.preferBrowserResolver&&e.resolveBrowser){t=e.resolveBrowser}else if(e.resolve){t=e.resolve}!e.expose&&(e.expose=t);if(_lazy().get(e,o)&&_lazy().has(u,t)){this.bundler.require(u[t],e)}else{this.bundler.require(__WEBPACK_EXTERNAL_createRequire(chunkUrl).resolve(t),e)}});_lazy().forEach(e.ignore,this.bundler.ignore.bind(this.bundler));_lazy().forEach(e.files,(e,t)=>{this.bundler.add(pathJoin(__dirname,t),e)})}compile(e){this.bundler.bundle((t,r)=>{if(t){return e(t)}const n=`
                    if (typeof process !== 'undefined') {
                        const propsToDel = ['binding', '_linkedBinding', 'dlopen', 'getBuiltinModule', 'report'];
                        for (const key of propsToDel) {
                            delete process[key];
                        }
                    }
                `,i=`
                    if (typeof require === 'function') {
                        globalThis._nodeRequires = {
                            buffer: require('buffer')
                        };

                        // prevent access to node's require function
                        require = null;
                    }
                `,s=n+i+r.toString();if(!this.compress){return e(null,s)}_minify_lazy()(s,{compress:{drop_console:true},mangle:true,safari10:true,keep_fnames:/Postman.*/,keep_classnames:/Postman.*/,format:{comments:false}}).then(({code:t})=>{e(null,t)}).catch(e)})}listDependencies(e){const t=[],addPackageToDependencies=function(e){t.push(e.name)};this.bundler.on("package",addPackageToDependencies);this.compile(r=>{this.bundler.removeListener("package",addPackageToDependencies);return e(r,_lazy().uniq(t).sort())})}static load(e){return new l(e)}};e.exports=l},70115:e=>{e.exports={bundler:{noParse:["jquery"]},require:{events:{preferBuiltin:true,glob:true},path:{preferBuiltin:true,glob:true},timers:{preferBuiltin:true},_process:{preferBuiltin:true,glob:true},util:{preferBuiltin:true,glob:true},stream:{preferBuiltin:true,glob:true},string_decoder:{preferBuiltin:true,glob:true},buffer:{resolve:"../vendor/buffer/index.js",resolveBrowser:"../vendor/buffer/index.browser.js",expose:"buffer",glob:true},url:{preferBuiltin:true,glob:true},punycode:{preferBuiltin:true,glob:true},querystring:{preferBuiltin:true,glob:true},fs:{preferBuiltin:true},os:{preferBuiltin:true},"liquid-json":{expose:"json",glob:true},"crypto-js":{glob:true},atob:{resolve:"../vendor/atob.js",expose:"atob",glob:true},btoa:{resolve:"../vendor/btoa.js",expose:"btoa",glob:true},ajv:{glob:true},tv4:{glob:true},xml2js:{glob:true},backbone:{glob:true},cheerio:{glob:true},assert:{resolve:"assert/build/assert.js",expose:"assert",glob:true},"csv-parse":{resolve:"csv-parse/lib/sync",expose:"csv-parse/lib/sync",glob:true},"postman-collection":{expose:"postman-collection",glob:true},uuid:{resolve:"../vendor/uuid",expose:"uuid",glob:true},chai:{glob:true},moment:{resolve:"moment/min/moment.min",expose:"moment",glob:true},lodash:{glob:true}},ignore:["aws4","hawk","node-oauth1"],files:{"../vendor/sugar":true,"../sandbox":true}}},65554:(e,t,r)=>{var n;function _lazy(){return n===undefined?n=r(72226):n}var i;function _bootcode_lazy(){return i===undefined?i=r(81881):i}var s;function _PostmanSandbox_lazy(){return s===undefined?s=r(21218):s}var o;function _PostmanSandboxFleet_lazy(){return o===undefined?o=r(51199):o}const a=["disableLegacyAPIs","disabledAPIs","template","templates","chaiPlugin"];e.exports={createContext(e,t){if(_lazy().isFunction(e)&&!t){t=e;e={}}const r=_lazy().pick(e,a),n=_lazy().omit(e,a);_bootcode_lazy()((e,i)=>{if(e){return t(e)}if(!i){return t(new Error("sandbox: bootcode missing!"))}n.bootCode=i;new(_PostmanSandbox_lazy())().initialize(r,n,t)})},createContextFleet(e,t,r,n){if(typeof t==="function"){n=t;t=null;r=null}else if(typeof r==="function"){n=r;r=null}if(typeof n!=="function"){return n(new TypeError("sandbox: callback must be a function"))}if(!_lazy().isObject(t)){t={}}if(!_lazy().isObject(r)){r={}}r=_lazy().clone(r);_bootcode_lazy()((i,s)=>{if(i){return n(i)}if(!s){return n(new Error("sandbox: bootcode missing!"))}r.bootCode=s;try{const i=new(_PostmanSandboxFleet_lazy())(e,t,r);return n(null,i)}catch(e){return n(e)}})}}},51199:(e,t,r)=>{var n;function _lazy(){return n===undefined?n=r(72226):n}var i;function _PostmanSandbox_lazy(){return i===undefined?i=r(21218):i}let s=class PostmanSandboxFleet{constructor(e,t,r){this.fleet=new Map;if(!_lazy().isObject(e)){throw new TypeError("sandbox-fleet: template registry must be an object")}this.templateRegistry=e;this.initOptions=t;this.connectOptions=r}isRegistered(e){return _lazy().has(this.templateRegistry,e)}register(e,t){if(typeof e!=="string"){throw new TypeError("sandbox-fleet: template name must be a string")}if(typeof t!=="string"){throw new TypeError("sandbox-fleet: template must be a string")}if(this.isRegistered(e)){throw new Error(`sandbox-fleet: template already registered for name ${e}`)}this.templateRegistry[e]=t}getContext(e,t){if(typeof t!=="function"){return t(new TypeError("sandbox-fleet: callback must be a function"))}if(typeof e!=="string"){return t(new TypeError("sandbox-fleet: template name must be a string"))}if(this.fleet.has(e)){return t(null,this.fleet.get(e))}if(!this.isRegistered(e)){return t(new Error(`sandbox-fleet: template not found for name ${e}`))}const r=this.templateRegistry[e];if(typeof r!=="string"){return t(new Error(`sandbox-fleet: invalid template for name ${e}`))}new(_PostmanSandbox_lazy())().initialize({disableLegacyAPIs:true,...this.initOptions,template:r},this.connectOptions,(r,n)=>{if(r){return t(r)}const i=new Proxy(n,{get:(t,r,n)=>{if(r==="dispose"){return(...n)=>{for(const s of this.fleet.values()){if(i===s){this.fleet.delete(e);return t[r](...n)}}}}return Reflect.get(t,r,n)}});this.fleet.set(e,i);t(null,i)})}disposeAll(){this.fleet.forEach((e,t)=>{e.dispose();this.fleet.delete(t)})}};e.exports=s},21218:(e,t,r)=>{var n;function _lazy(){return n===undefined?n=r(72226):n}var i;function _uuid_lazy(){return i===undefined?i=r(43334):i}var s;function _UniversalVM_lazy(){return s===undefined?s=r(51500):s}var o;function _PostmanEvent_lazy(){return o===undefined?o=r(7675).Event:o}var a;function _teleportJS_lazy(){return a===undefined?a=r(72518):a}const u=500,l="execution.console",c="sandbox not responding",f="sandbox: execution interrupted, bridge disconnecting.";let d=class PostmanSandbox extends _UniversalVM_lazy(){constructor(){super();this._executing={};this.isReady=false;this.hasTimedOut=false}initialize(e,t,r){this.initOptions=_lazy().assign({},e);this.connectOptions=_lazy().assign({},t);this.debug=Boolean(this.connectOptions.debug);_lazy().isFinite(this.connectOptions.timeout)&&(this.executionTimeout=this.connectOptions.timeout);super.connect(this.connectOptions,(e,t)=>{if(e){return r(e)}this.once("initialize",e=>{this.isReady=true;this.hasTimedOut=false;this.on(l,(e,t,r)=>{if(this.connectOptions.serializeLogs){return this.emit("console",e,t,r)}this.emit("console",e,t,..._teleportJS_lazy().parse(r))});r(e,t);t=null});this.dispatch("initialize",this.initOptions)})}ping(e){const t=_uuid_lazy()(),r=Date.now();this.once("pong",n=>{e(n!==t?new Error("sandbox: ping packet mismatch"):null,Date.now()-r,t)});this.dispatch("ping",t)}execute(e,t,r){if(_lazy().isFunction(t)&&!r){r=t;t=null}!_lazy().isObject(t)&&(t={});!_lazy().isFunction(r)&&(r=_lazy().noop);if(_lazy().isString(e)||_lazy().isArray(e)){e=new(_PostmanEvent_lazy())({script:e})}else if(!_lazy().isObject(e)){return r(new Error("sandbox: no target provided for execution"))}const n=_lazy().isString(t.id)?t.id:_uuid_lazy()(),i="execution.result."+n,s=_lazy().get(t,"timeout",this.executionTimeout),o=_lazy().clone(_lazy().get(t,"cursor",{})),a=_lazy().get(t,"resolvedPackages"),l=_lazy().has(t,"debug")?t.debug:this.debug,f=_lazy().get(t,"templateName"),dispatchExecute=()=>{this.dispatch("execute",n,e,_lazy().get(t,"context",{}),{cursor:o,debug:l,timeout:s,resolvedPackages:a,legacy:_lazy().get(t,"legacy"),disabledAPIs:t.disabledAPIs,disableLegacyAPIs:t.disableLegacyAPIs,templateName:f,allowSkipRequest:t.allowSkipRequest})};let d;o.execution=n;this._executing[n]=_lazy().isFinite(s)?d=setTimeout(()=>{d=null;this.hasTimedOut=true;this.emit(i,new Error(c))},s+u):null;this.once(i,(e,t)=>{d&&(d=clearTimeout(d));if(Object.hasOwn(this._executing,n)){this._executing[n]&&clearTimeout(this._executing[n]);delete this._executing[n]}this.emit("execution",e,n,t);d===null&&this.dispose();r(e,t)});if(this.isReady||!this.hasTimedOut){dispatchExecute();return}this.initialize(this.initOptions,this.connectOptions,e=>{if(e){return r(e)}dispatchExecute()})}dispose(e){this.isReady=false;_lazy().forEach(this._executing,(e,t)=>{e&&clearTimeout(e);this.dispatch("execution.abort."+t);this.emit("execution.result."+t,new Error(f))});this.removeAllListeners(l);this.disconnect(()=>{typeof e==="function"&&e()})}};e.exports=d},43334:e=>{var t="x",r="xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx",n=/[xy]/g,replacer=function(e){var r=Math.random()*16|0,n=e==t?r:r&3|8;return n.toString(16)};e.exports=function(){return r.replace(n,replacer)};e.exports.v4=function(){return r.replace(n,replacer)}},72518:e=>{var t=function(e,t){var r="_";var n=r+"0";var i={undefined:"u",number:"n",bigint:"b",symbol:"s",Map:"M",Set:"S",Date:"D",RegExp:"R",Buffer:"B",Int8Array:"H",Uint8Array:"I",Uint8ClampedArray:"J",Int16Array:"P",Uint16Array:"Q",Int32Array:"F",Uint32Array:"G",Float32Array:"K",Float64Array:"L"};/*!
   * ISC License
   *
   * Copyright (c) 2018, Andrea Giammarchi, @WebReflection
   */var s={parse:function parse(e,t){var r=JSON.parse(e,Primitives).map(primitives);var i=r.length;var s=i>1?r[i-1]:[];var o=r[0];var a=t||noop;var u=typeof o==="object"&&o?revive(r,s,new Set,o,a):o===n&&s.length?reviveRefs(s,0):o;return a.call({"":u},"",u)},stringify:function stringify(e,r,n){for(var i,s=new Map,o=new Map,a=[],u=[],l=[],c=r&&typeof r===typeof u?function(e,t){if(e===""||r.indexOf(e)>-1)return t}:r||noop,f=+set(s,u,c.call({"":e},"",e)),replace=function(e,r){var n=c.call(this,e,r);var l=setRefs(o,a,e,n,this);if(l){return l}if(i){i=!i;return r}switch(typeof n){case"object":if(n===null)return n;case t:return s.get(n)||set(s,u,n)}return n};f<u.length;f++){i=true;l[f]=JSON.stringify(u[f],replace,n)}a.length&&l.push(JSON.stringify(a));return"["+l.join(",")+"]"}};return s;function noop(e,t){return t}function reviveRefs(e,t){var r=e[t].substring(1);switch(e[t].charAt(0)){case i.undefined:e[t]=undefined;break;case i.number:e[t]=Number(r);break;case i.bigint:e[t]=BigInt(r);break;case i.symbol:e[t]=Symbol.for(r);break;case i.RegExp:var n=/\/(.*)\/(.*)/.exec(r);e[t]=new RegExp(n[1],n[2]);break;case i.Buffer:e[t]=Buffer.from(JSON.parse(r));break;case i.Date:e[t]=new Date(r);break;case i.Map:e[t]=new Map(s.parse(r));break;case i.Set:e[t]=new Set(s.parse(r));break;case i.Int8Array:e[t]=new Int8Array(JSON.parse(r));break;case i.Uint8Array:e[t]=new Uint8Array(JSON.parse(r));break;case i.Uint8ClampedArray:e[t]=new Uint8ClampedArray(JSON.parse(r));break;case i.Int16Array:e[t]=new Int16Array(JSON.parse(r));break;case i.Uint16Array:e[t]=new Uint16Array(JSON.parse(r));break;case i.Int32Array:e[t]=new Int32Array(JSON.parse(r));break;case i.Uint32Array:e[t]=new Uint32Array(JSON.parse(r));break;case i.Float32Array:e[t]=new Float32Array(JSON.parse(r));break;case i.Float64Array:e[t]=new Float64Array(JSON.parse(r));break}return e[t]}function revive(t,n,i,s,o){return Object.keys(s).reduce(function(s,a){var u=s[a];if(u instanceof e){if(u.startsWith(r)){var l=u.substring(1);if(n[l]instanceof e){reviveRefs(n,l)}s[a]=n[l];return s}var c=t[u];if(typeof c==="object"&&!i.has(c)){i.add(c);s[a]=o.call(s,a,revive(t,n,i,c,o))}else{s[a]=o.call(s,a,c)}}else{s[a]=o.call(s,a,u)}return s},s)}function set(t,r,n){var i=e(r.push(n)-1);t.set(n,i);return i}function setRefs(t,n,o,a,u){var l;var c;switch(typeof a){case"string":if(u[o]instanceof Date){l=i.Date+a}break;case"undefined":l=i.undefined;break;case"number":if(!Number.isFinite(a)){l=i.number+e(a)}break;case"bigint":l=i.bigint+e(a);break;case"symbol":var f=e(a);l=i.symbol+f.substring(7,f.length-1);break;case"object":if(a===null){break}else if(a.type==="Buffer"&&a.data&&Buffer.isBuffer(u[o])){l=i.Buffer+JSON.stringify(a.data)}else if(a instanceof RegExp){l=i.RegExp+e(a)}else if(a instanceof Map){var d=[];for(c of a.entries())d.push(c);l=i.Map+s.stringify(d)}else if(a instanceof Set){var p=[];for(c of a.values())p.push(c);l=i.Set+s.stringify(p)}else if(a instanceof Int8Array){l=i.Int8Array+JSON.stringify(Array.apply([],a))}else if(a instanceof Uint8Array){l=i.Uint8Array+JSON.stringify(Array.apply([],a))}else if(a instanceof Uint8ClampedArray){l=i.Uint8ClampedArray+JSON.stringify(Array.apply([],a))}else if(a instanceof Int16Array){l=i.Int16Array+JSON.stringify(Array.apply([],a))}else if(a instanceof Uint16Array){l=i.Uint16Array+JSON.stringify(Array.apply([],a))}else if(a instanceof Int32Array){l=i.Int32Array+JSON.stringify(Array.apply([],a))}else if(a instanceof Uint32Array){l=i.Uint32Array+JSON.stringify(Array.apply([],a))}else if(a instanceof Float32Array){l=i.Float32Array+JSON.stringify(Array.apply([],a))}else if(a instanceof Float64Array){l=i.Float64Array+JSON.stringify(Array.apply([],a))}break}if(!l){return}var y=t.get(l);if(y){return y}y=r+e(n.push(l)-1);t.set(l,y);return y}function primitives(t){return t instanceof e?e(t):t}function Primitives(r,n){return typeof n===t?new e(n):n}}(String,"string");e.exports=t},51500:(e,t,r)=>{/**!
 * @license Copyright 2016 Postdot Technologies, Inc.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *    http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License is distributed on
 * an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and limitations under the License.
 */e.exports=r(14904)},9159:e=>{e.exports=function(){return`;
(function (emit) {
    /*! (c) 2020-present Andrea Giammarchi, (ISC) */
    const Flatted=function(n){"use strict";function t(n){return t="function"==typeof Symbol&&"symbol"==typeof Symbol.iterator?function(n){return typeof n}:function(n){return n&&"function"==typeof Symbol&&n.constructor===Symbol&&n!==Symbol.prototype?"symbol":typeof n},t(n)}var r=JSON.parse,e=JSON.stringify,o=Object.keys,u=String,f="string",i={},c="object",a=function(n,t){return t},l=function(n){return n instanceof u?u(n):n},s=function(n,r){return t(r)===f?new u(r):r},y=function(n,t,r){var e=u(t.push(r)-1);return n.set(r,e),e},p=function(n,e){var f=r(n,s).map(l),y=e||a,p=f[0];if(t(p)===c&&p){var v=[],S=function(n,r,e,f){return function(a){for(var l=o(a),s=l.length,y=0;y<s;y++){var p=l[y],v=a[p];if(v instanceof u){var S=n[+v];t(S)!==c||e.has(S)?a[p]=f.call(a,p,S):(e.add(S),a[p]=i,r.push({o:a,k:p,r:S}))}else a[p]!==i&&(a[p]=f.call(a,p,v))}return a}}(f,v,new Set,y);p=S(p);for(var b=0;b<v.length;){var m=v[b++],g=m.o,h=m.k,O=m.r;g[h]=y.call(g,h,S(O))}}return y.call({"":p},"",p)},v=function(n,r,o){for(var u=r&&t(r)===c?function(n,t){return""===n||-1<r.indexOf(n)?t:void 0}:r||a,i=new Map,l=[],s=[],p=+y(i,l,u.call({"":n},"",n)),v=!p;p<l.length;)v=!0,s[p]=e(l[p++],S,o);return"["+s.join(",")+"]";function S(n,r){if(v)return v=!v,r;var e=u.call(this,n,r);switch(t(e)){case c:if(null===e)return e;case f:return i.get(e)||y(i,l,e)}return e}};return n.fromJSON=function(n){return p(e(n))},n.parse=p,n.stringify=v,n.toJSON=function(n){return r(v(n))},n}({});

    /*! (C) Postdot Technologies, Inc (Apache-2.0) */
    bridge = { // ensure global using no var
        _events: {},
        emit(name, ...args) {
            [...this.listeners(name)].forEach((listener) => {
                listener.apply(this, args);
            });
        },

        listeners(name) {
            return this._events[name] || [];
        },

        dispatch(...args) {
            emit(Flatted.stringify(args));
        },

        on(name, listener) {
            if (typeof listener !== 'function') { return; }
            !this._events[name] && (this._events[name] = []);
            this._events[name].push(listener);
        },

        once(name, listener) {
            const self = this;
            self.on(name, function fn () {
                self.off(name, fn);
                listener.apply(self, arguments);
            });
        },

        off(name, listener) {
            const e = this.listeners(name);
            let i = e && e.length || 0;

            if (!i) { return; }
            if (!listener) { return delete this._events[name]; }
            if (typeof listener === 'function') {
                while (i >= 0) {
                    (e[i] === listener) && e.splice(i, 1);
                    i -= 1;
                }
            }
            if (!e.length) { delete this._events[name]; }
        }
    };

    // create the dispatch function inside a closure to ensure that actual function references are never modified
    __uvm_dispatch = (function (bridge, bridgeEmit) { // ensure global by not using var statement
        return function (args) {
            bridgeEmit.apply(bridge, Flatted.parse(args));
        };
    }(bridge, bridge.emit));

}(__uvm_emit));
`}},16335:(e,t,r)=>{var n;function _Flatted_lazy(){return n===undefined?n=r(26207):n}var i;function _randomNumber_lazy(){return i===undefined?i=r(95681).randomNumber:i}var s;function _Worker_lazy(){return s===undefined?s=r(65316):s}var o;function _bridgeClientCode_lazy(){return o===undefined?o=r(9159):o}const a="exit",u="error",l="message",c="__id_uvm_",f="messageerror",sandboxFirmware=(e,t,r=false)=>{return`
        !${r} && (console = new Proxy({}, { get: function () { return function () {}; } }));
        __self = ${_Worker_lazy().__self};
        __uvm_emit = function (postMessage, args) {
            postMessage({__id_uvm: "${t}", __emit_uvm: args});
        }.bind(null, __self.postMessage.bind(__self));
        __uvm_on = __self.on.bind(__self);

        ${_bridgeClientCode_lazy()()}

        (function (emit, id) {
            __uvm_on("message", function (e) {
                const { __emit_uvm, __id_uvm } = e || {};
                if (typeof __emit_uvm === 'string' && __id_uvm === id) {
                    emit(__emit_uvm);
                }
            });
        }(__uvm_dispatch, "${t}"));
        __uvm_dispatch = null; delete __uvm_dispatch;
        __uvm_on = null; delete __uvm_on;

        (function (self, bridge, setTimeout) {
            ${_Worker_lazy().__exceptionHandler}
        })(__self, bridge, setTimeout);
        __self = null; delete __self;

        // boot code starts hereafter
        __uvm_setTimeout = setTimeout;
        try {
            ${_Worker_lazy().__bootCodeExecutor(e)};
        } catch (error) {
            __uvm_setTimeout(() => { throw error; }, 0);
        }

        __uvm_emit('${_Flatted_lazy().stringify(["load."+t])}');
        __uvm_emit = null; delete __uvm_emit;
        __uvm_setTimeout = null; delete __uvm_setTimeout;
        `};e.exports=function(e,t,r){let n,i,s;const o=c+_randomNumber_lazy()(),{bootCode:d,debug:p,bootTimeout:y,_sandbox:_}=t,forwardEmits=t=>{const{__emit_uvm:r,__id_uvm:n}=t;if(!(typeof r==="string"&&n===o)){return}try{e.emit(..._Flatted_lazy().parse(r))}catch(t){return e.emit(u,t)}},forwardErrors=t=>{e.emit(u,t)},forwardExit=()=>{e.emit(a)},terminateWorker=function(e){if(!n){return}n.off(l,forwardEmits);n.off(u,forwardErrors);n.off(f,forwardErrors);n.off(a,forwardExit);(_?Promise.resolve():n.terminate()).then(()=>{e()});n=null};e.once("load."+o,()=>{clearTimeout(i);e._dispatch=function(){if(!n){return e.emit(u,new Error('uvm: unable to dispatch "'+arguments[0]+'" post disconnection.'))}n.postMessage({__emit_uvm:_Flatted_lazy().stringify(Array.prototype.slice.call(arguments)),__id_uvm:o})};r(null,e)});s=sandboxFirmware(d,o,p);i=setTimeout(()=>{terminateWorker();r(new Error(`uvm: boot timed out after ${y}ms.`))},y);if(_){n=_;if(typeof n.on!=="function"){_Worker_lazy().attachNodeStyleListener(n)}n.postMessage({__init_uvm:s})}else{try{n=new(_Worker_lazy())(s,t)}catch(e){return r(new Error(`uvm: unable to spawn worker.
${e.message||e}`))}}n.on(l,forwardEmits);n.on(u,forwardErrors);n.on(f,forwardErrors);n.on(a,forwardExit);e._disconnect=terminateWorker;s=null}},14904:(e,t,r)=>{var n;function _EventEmitter_lazy(){return n===undefined?n=r(24434):n}var i;function _bridge_lazy(){return i===undefined?i=r(16335):i}var s;function _isFunction_lazy(){return s===undefined?s=r(95681).isFunction:s}var o;function _isObject_lazy(){return o===undefined?o=r(95681).isObject:o}const a=30*1e3,u="",l="error",c="dispatchQueued";let f=class UniversalVM extends _EventEmitter_lazy(){constructor(){super();this._bridgeConnected=false;this._dispatchQueue=[]}static spawn(e,t){const r=new f;r.connect(e,t);return r}connect(e,t){!_isObject_lazy()(e)&&(e={});const done=e=>{if(e){this._dispatchQueue.length=0;try{this.emit(l,e)}catch(e){}}_isFunction_lazy()(t)&&t(e,this)};if(this._bridgeConnected){return done()}this._bridgeConnected=true;_bridge_lazy()(this,Object.assign({bootCode:u,bootTimeout:a},e),e=>{if(e){return done(e)}let t;try{while(t=this._dispatchQueue.shift()){this.dispatch(...t)}}catch(t){e=t}done(e)})}dispatch(){try{this._dispatch(...arguments)}catch(e){this.emit(l,e)}}disconnect(){this._bridgeConnected=false;try{this._disconnect(...arguments)}catch(e){this.emit(l,e)}}_dispatch(e){this._dispatchQueue.push(arguments);this.emit(c,e)}_disconnect(){throw new Error("uvm: cannot disconnect, communication bridge is broken")}};e.exports=f},95681:e=>{e.exports={isObject(e){return typeof e==="object"&&e!==null},isFunction(e){return typeof e==="function"},randomNumber(){return~~(Math.random()*1e8)}}},65316:(e,t,r)=>{var n;function _Worker_lazy(){return n===undefined?n=r(28167).Worker:n}let i=class NodeWorker extends _Worker_lazy(){constructor(e,t){super(e,{eval:true,stdout:!t?.debug,stderr:!t?.debug,execArgv:["--experimental-global-webcrypto"]})}static __self='require("worker_threads").parentPort';static __bootCodeExecutor=function(e){return`require("vm").runInThisContext(${JSON.stringify(e)});`};static __exceptionHandler=`
    process.on('uncaughtException', (error) => {
        if (bridge.listeners('uncaughtException').length) {
            return bridge.emit('uncaughtException', error);
        }

        throw error;
    });
    `};e.exports=i}};
})