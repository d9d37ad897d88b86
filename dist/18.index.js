export const id=18;export const ids=[18];export const modules={66524:(t,e,n)=>{n.d(e,{w4:()=>hostOf,Zm:()=>stopSignal,Vj:()=>styleOf});var s=n(73024);var o=n(1708);var r=n(13957);var a=n(64258);const i=100;let c=class LiveLines{#t;#e;#n=new Map;#s=0;#o=0;constructor(t,e){this.#t=t;this.#e=e}set(t,e){this.#n.set(t,e);if(this.#e.now()-this.#o>=i)this.#r()}remove(t){this.#n.delete(t);this.#r()}above(t){this.clear();t();this.#r()}clear(){if(this.#s>0)this.#t.write(`\x1b[${this.#s}A\x1b[0J`);this.#s=0}#r(){this.clear();const t=Math.max((this.#t.columns??80)-1,20);const e=[...this.#n.values()].map(e=>(0,a.oz)(e).slice(0,t));if(e.length>0)this.#t.write(`${e.join("\n")}
`);this.#s=e.length;this.#o=this.#e.now()}};var l=n(73911);const hostOf=t=>({cwd:t,env:o.env,log:l.$,entry:(0,s.realpathSync)(o.argv[1]??""),...o.stderr.isTTY===true&&!o.env.CI?{live:new c(o.stderr,r.d)}:{}});const h=["GITHUB_ACTIONS","GITLAB_CI","CIRCLECI","TF_BUILD","BITBUCKET_BUILD_NUMBER"];const styleOf=(t,e=o.env)=>({color:hasColours(t,e),...t.columns?{width:t.columns}:{}});function hasColours({isTTY:t},e){const{NO_COLOR:n,FORCE_COLOR:s,TERM:o}=e;if(n)return false;if(s!==undefined&&s!=="")return s!=="0"&&s!=="false";return t===true?o!=="dumb":h.some(t=>e[t])}function stopSignal(){const t=new AbortController;for(const e of["SIGINT","SIGTERM"])o.once(e,()=>t.abort(new Error(`Stopped by ${e}.`)));return t.signal}},18:(t,e,n)=>{n.r(e);n.d(e,{init:()=>init});var s=n(51455);var o=n(76760);var r=n(1708);var a=n(15411);var i=n(66082);var c=n(39416);var l=n(48161);var h=n(30764);var u=n(1518);var d=n(58150);var p=n(56055);var w=n(38815);const m="allowed-secrets";const f=` Credentials that stood in the files when this list was made. Revoke each of them, put a variable in its place,
 and remove its entry.`;function addAllowances(t,e){if(e.length===0)return t;const n=(0,w.Tp)(t,{version:"1.2"});const s=e.map(({print:t,comment:e})=>{const n=new w.X5(t);n.comment=` ${e.replace(/\p{Cc}/gu," ")}`;return n});const o=n.get(m,true);if(!(0,w.oP)(o))return`${t.replace(/\n*$/,"\n")}
${block(s)}`;o.flow=false;for(const t of s)o.add(t);return n.toString({lineWidth:0})}function block(t){const e=new w.Rw;e.items=[...t];const n=(0,w.Tp)("");n.contents=n.createNode({[m]:e});n.commentBefore=f;return n.toString({lineWidth:0}).replace(/^((?:#.*\n)+)\n+/,"$1")}var g=n(37090);var v=n(15432);var y=n(85118);var b=n(93383);async function allowPresentSecrets(t,e){const n=new Map([...t,["command","test"]]);const{source:r,problem:i}=await (0,b.u)((0,v.X)(n),e);if(i)throw new a.FQ([i]);const c={env:()=>"",cpus:(0,l.availableParallelism)(),...r?{config:r}:{}};const{files:w,sync:m}=(0,a.aU)((0,y.P)(n,c));const{loaded:f,problems:$}=await (0,u.q)(e,undefined).read(w);if($.length>0)throw new a.FQ($);const k=(0,p.z)();const x=[];for(const{file:t}of f)x.push({file:t,findings:await k.scan(t.content)});const T=(0,h.rl)(x,m.allowedSecrets);const C=r?.path??g.P;if(T.length>0){const t=r?await (0,s.readFile)((0,o.resolve)(e,C),"utf8"):"";await (0,d.x3)(C,addAllowances(t,T),e)}return{path:C,added:T}}var $=n(75036);const k=["**/node_modules/**","**/.git/**","**/postman-report/**"];const inspectRepository=t=>(0,$.c)(t,k);var x=n(66524);const T="https://raw.githubusercontent.com/postman-sync/postman-sync/v0/schema/postman-sync.schema.json";const renderConfig=({collections:t,environments:e})=>`# yaml-language-server: $schema=${T}

# The id of the workspace: open it in Postman, choose "Workspace details" (the i on the right), copy the id.
# plan, apply and pull need it; test does not.
# workspace: 1f0df51a-8658-4ee8-a2a1-d2567dfa09a9

# Globs of the files to sync and to run.
${list("collections",t,"**/*.postman_collection.json")}
${list("environments",e,"**/*.postman_environment.json")}

# The environment that suites run with, by name or path. The only one is taken by itself.
# environment: Staging

# Values for runs only: never uploaded, masked in every output.
# variables:
#   region: eu

# Without suites, every collection is one. With suites, these and no others run.
# suites:
#   - name: Orders on staging
#     collection: Orders
#     environment: Staging
#     thresholds: { p95: 800ms }
`;function list(t,e,n){if(e.length===0)return`# ${t}:
#   - '${n}'`;return[`${t}:`,...e.map(t=>`  - '${t.replaceAll("'","''")}'`)].join("\n")}var C=n(25921);const I={github:{example:"github.yml",path:".github/workflows/postman.yml"},gitlab:{example:"gitlab.yml",path:".gitlab-ci.yml"},azure:{example:"azure.yml",path:"azure-pipelines.yml"},jenkins:{example:"Jenkinsfile",path:"Jenkinsfile"},circleci:{example:"circleci.yml",path:".circleci/config.yml"},bitbucket:{example:"bitbucket.yml",path:"bitbucket-pipelines.yml"}};const isCi=t=>t in I;async function init({inputs:t,extras:e}){const n=(e.get("ci")??[]).flatMap(t=>(0,c.LD)(t));const a=n.filter(t=>!isCi(t));if(a.length>0)return(0,C.s)(a.map(unknownCi));const{cwd:i,entry:l}=(0,x.w4)(r.cwd());const h=(0,o.join)((0,o.dirname)(l),"..","examples","ci");const u=[{path:"postman-sync.yaml",text:renderConfig(await inspectRepository(i))}];for(const t of n.filter(isCi)){const{example:e,path:n}=I[t];u.push({path:n,text:await (0,s.readFile)((0,o.join)(h,e),"utf8")})}for(const t of u)await writeNew(i,t);const d=e.has("allow-present-secrets")?await allowSecrets(t,i):0;r.stdout.write(S);return d}async function allowSecrets(t,e){try{const{path:n,added:s}=await allowPresentSecrets(t,e);const o=s.map(({comment:t})=>`  ${(0,i.TN)(t)}
`).join("");const a="The files hold no credentials that are not allowed yet.\n";r.stdout.write(s.length===0?a:`Added ${s.length} to allowed-secrets in ${n}:
${o}`);return 0}catch(t){if(t instanceof a.FQ)return(0,C.s)(t.problems);throw t}}const unknownCi=t=>({message:`--ci: there is no pipeline for "${t}"`,remedy:(0,c.h)(t,Object.keys(I))??`Name one of ${Object.keys(I).join(", ")}.`});async function writeNew(t,{path:e,text:n}){const a=(0,o.join)(t,e);await (0,s.mkdir)((0,o.dirname)(a),{recursive:true});const i=await (0,s.writeFile)(a,n,{flag:"wx"}).then(()=>true,t=>refuseIfOther(t,a));r.stdout.write(i?`Wrote ${e}.
`:`Kept ${e}, which exists. To merge by hand:

${n.replace(/^/gm,"  ")}
`)}async function refuseIfOther(t,e){await (0,s.access)(e).catch(()=>{throw t});return false}const S=`
Next:
  postman-sync test                      run the suites; needs no key
  POSTMAN_API_KEY=\u{2026} postman-sync plan    show what apply would change
`},73911:(t,e,n)=>{n.d(e,{$:()=>r,a:()=>a});var s=n(66082);var o=n(33766);const r={line:t=>say(t),notice:t=>say(`Notice: ${t}`),warning:t=>say(`Warning: ${t}`),waiting,group:(t,e)=>{say(t);for(const t of e)say(`  ${t}`)}};const a={line:()=>{},notice:()=>{},warning:()=>{},waiting:()=>()=>{},group:()=>{}};const say=t=>{process.stderr.write(`${(0,s.Is)(t)}
`)};const i=1e3;function waiting(t,e){say((0,o.A)(t,e));if(process.stderr.isTTY!==true)return()=>{};const tick=()=>process.stderr.write(`\r\x1b[2K${(0,s.RK)((0,o.U)(t,e-Date.now()))}`);const n=setInterval(tick,i);return()=>{clearInterval(n);process.stderr.write("\r\x1b[2K")}}}};