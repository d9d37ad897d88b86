/** The style sheet of the page: light and dark, print and small screens. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--line:#e3e6eb;--soft:#f1f3f6;--text:#1b2330;--dim:#566070;
--good:#146c43;--good-bg:#e5f5ec;--bad:#b42a20;--bad-bg:#fdecea;--warn:#855300;--warn-bg:#fdf3dc;--blue:#2a5bbd;--bar:#7da2ea}
@media screen and (prefers-color-scheme:dark){:root{--bg:#0f1217;--card:#171b22;--line:#2a303a;--soft:#1f242d;--text:#e4e8ee;--dim:#a0aab8;
--good:#5fcf97;--good-bg:#12301f;--bad:#ff8b80;--bad-bg:#3a1a18;--warn:#eebb5a;--warn-bg:#33270f;--blue:#8fb4ff;--bar:#4c74c4}}
*{box-sizing:border-box}
[hidden],.away{display:none!important}
html{scroll-padding-top:64px}
body{margin:0;overflow-wrap:anywhere;background:var(--bg);color:var(--text);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main,header,footer{max-width:1180px;margin:0 auto;padding:0 24px}
header{padding-top:32px}
h1{font-size:27px;line-height:1.2;margin:0;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{font-size:18px;margin:36px 0 12px}
h3{font-size:15px;margin:0;display:inline}
h3.title{display:block}h4,.title{font-size:13.5px;margin:20px 0 8px;color:var(--dim);font-weight:600}
p{margin:6px 0}.meta{font-size:14px;overflow-wrap:anywhere}
code,pre,.mono{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
code{overflow-wrap:anywhere}
pre{margin:8px 0;padding:10px 12px;background:var(--soft);border-radius:8px;white-space:pre-wrap;overflow-wrap:anywhere}
a{color:var(--blue)}
.dim{color:var(--dim)}.good{color:var(--good)}.bad{color:var(--bad)}.warn{color:var(--warn)}
.card,.row{background:var(--card);border:1px solid var(--line);border-radius:12px}
.verdict{display:flex;gap:18px;align-items:center;padding:22px 24px;border-left-width:6px;color:inherit}
.verdict>div{min-width:0;overflow-wrap:anywhere}
.verdict .mark{flex:none;width:46px;height:46px;border-radius:50%;display:grid;place-items:center;font-size:24px;font-weight:700}
.verdict.good{border-left-color:var(--good)}.verdict.bad{border-left-color:var(--bad)}
.verdict h1,.verdict p:not(.dim){color:var(--text)}
.good .mark{background:var(--good-bg);color:var(--good)}.bad .mark{background:var(--bad-bg);color:var(--bad)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:14px 0 0;padding:0}
.tile{padding:12px 16px}.tile dt{color:var(--dim);font-size:13px}.tile dd{margin:0;font-size:21px;font-weight:600;font-variant-numeric:tabular-nums}
.tile small{display:block;font-size:13px;font-weight:400;color:var(--dim)}.tile small.bad{color:var(--bad)}.tile small.warn{color:var(--warn)}
nav{margin:16px 0 0;display:flex;gap:18px;flex-wrap:wrap;font-size:14px}
nav a{text-decoration:none}nav a:hover{text-decoration:underline}
.note{padding:10px 16px;margin:8px 0;border-radius:10px;background:var(--soft);overflow-wrap:anywhere}
.note.bad{background:var(--bad-bg);color:var(--text)}.note.warn{background:var(--warn-bg);color:var(--text)}
.tools{position:sticky;top:8px;z-index:2;display:flex;flex-wrap:wrap;gap:8px;align-items:center;padding:8px 10px;margin:12px 0;box-shadow:0 4px 14px #0000000d}
.tools label{min-width:0}.tools .grow{flex:1 1 220px}.tools p{margin:0 4px;font-size:13.5px}.tools p:empty{display:none}
input,select,button{font:inherit;font-size:14px;color:inherit;background:var(--soft);border:1px solid var(--line);border-radius:8px;padding:5px 10px;max-width:100%}
input{width:100%}select{max-width:200px}button{cursor:pointer}
input::placeholder{color:var(--dim);opacity:1}
kbd{font:12px ui-monospace,monospace;color:var(--dim)}
details.row{margin:10px 0}
.row>summary,div.row{padding:12px 18px}
div.row{margin:10px 0}div.flat{padding-left:36px}
summary{cursor:pointer;border-radius:8px}
:focus-visible{outline:2px solid var(--blue);outline-offset:2px}
.row>.body{padding:0 18px 16px}
.line{display:inline-flex;flex-wrap:wrap;gap:4px 12px;align-items:baseline;width:calc(100% - 22px);vertical-align:top}
div.row>.line{width:100%}
.line .end{margin-left:auto;color:var(--dim);font-variant-numeric:tabular-nums;font-size:14px}
.name{font-weight:600;overflow-wrap:anywhere}.why{font-size:14px}
.links{margin:8px 0 2px;font-size:14px}div.flat .links{margin:2px 0 0 36px}
.pill{display:inline-block;padding:0 9px;border-radius:99px;font-size:12.5px;line-height:20px;background:var(--soft);color:var(--dim);overflow-wrap:anywhere}
.pill.good{background:var(--good-bg);color:var(--good)}.pill.bad{background:var(--bad-bg);color:var(--bad)}.pill.warn{background:var(--warn-bg);color:var(--warn)}
.failure{border-left:3px solid var(--bad);padding:2px 0 2px 14px;margin:14px 0;color:inherit}
.failure.warn{border-left-color:var(--warn)}
.where{overflow-wrap:anywhere}.where a{font-weight:600}
.reason{margin:8px 0;overflow-wrap:anywhere}.reason:target,.q:target{outline:2px solid var(--blue);outline-offset:4px;border-radius:4px}
.self{color:var(--dim)}
.place{font-size:14px}.source{color:var(--dim);margin-left:8px}
.compared span{display:block}.compared .legend{margin-bottom:6px}.compared .legend span{display:inline}
pre .add,pre .del{display:block}pre .add{color:var(--good)}pre .del{color:var(--bad)}pre .same{display:block;color:var(--dim)}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(340px,100%),1fr));gap:0 14px}.pair>div{min-width:0}.pair .title{margin:8px 0 0}
.more>summary,.curl>summary{color:var(--dim);font-size:14px;margin:6px 0}
.scroll{overflow-x:auto;position:relative}
table{border-collapse:collapse;width:100%;font-size:14px;font-variant-numeric:tabular-nums}
th{font-weight:500;color:var(--dim);text-align:left;font-size:13px}
th,td{padding:5px 10px 5px 0;border-bottom:1px solid var(--line);vertical-align:middle}
tr:last-child td,tr:last-child th[scope=row]{border-bottom:0}
.num{text-align:right;white-space:nowrap;overflow-wrap:normal}
.index td:nth-child(2),.index td:nth-child(3){overflow-wrap:anywhere;min-width:110px}.index td:first-child{width:24px}.index td:last-child{width:110px;padding-right:0}
.share{display:block;height:8px;border-radius:99px;background:var(--good);overflow:hidden;min-width:60px}.share i{display:block;height:8px;background:var(--bad)}
.attempts td,.attempts th{vertical-align:top;overflow-wrap:anywhere;min-width:150px}
.chart{display:block;width:100%;height:72px;background:var(--soft);border-radius:8px}
.chart rect{fill:var(--bar)}.chart rect.bad{fill:var(--bad)}
.meter{display:block;height:8px;border-radius:99px;background:var(--soft);overflow:hidden;min-width:140px}
.meter i{display:block;height:8px;border-radius:99px;background:var(--good)}
.meter.warn i{background:var(--warn)}.meter.bad i{background:var(--bad)}
.axis{display:flex;justify-content:space-between;margin-left:auto;width:calc(30% - 8px);font-size:12px;color:var(--dim)}
.folder{margin:2px 0 2px 6px;padding-left:10px;border-left:1px solid var(--line)}
.folder>summary{padding:4px 0;overflow-wrap:anywhere}
.q{border-top:1px solid var(--line);font-size:14px}
.q>summary{display:grid;grid-template-columns:18px minmax(0,1fr) 84px 74px 74px 30%;gap:0 10px;align-items:center;padding:4px 6px;list-style:none;font-variant-numeric:tabular-nums;border-radius:6px}
.q>summary::-webkit-details-marker{display:none}
.q>summary:hover{background:var(--soft)}
.q>summary>span:nth-child(n+3):nth-child(-n+5){text-align:right;color:var(--dim);white-space:nowrap}
.q .k{color:var(--good)}.q.f>summary :is(.k,.n){color:var(--bad)}.q.f>summary>span:nth-child(3){color:var(--bad)}
.q .n{overflow-wrap:anywhere}.q .n i{font:12px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;color:var(--dim)}
.q.f .n i{color:var(--bad)}
.w{display:block;height:10px;border-radius:3px;background:var(--soft);overflow:hidden}
.w i{display:block;height:10px;border-radius:3px;background:var(--bar);min-width:3px}.q.f .w i{background:var(--bad)}
.d{padding:4px 6px 14px 34px}
.a{list-style:none;margin:8px 0;padding:0}.a li{overflow-wrap:anywhere;padding-left:22px;text-indent:-22px}
.a li::before{content:"✓";color:var(--good);display:inline-block;width:22px;text-indent:0}
.a .f::before{content:"✗";color:var(--bad)}.a .s::before{content:"○";color:var(--dim)}
.diff{list-style:none;margin:0;padding:0}.diff li{margin:3px 0;padding-left:22px;text-indent:-22px;overflow-wrap:anywhere}
.diff li pre{text-indent:0}
.sign{display:inline-block;width:22px;text-indent:0;font-weight:700}
footer{color:var(--dim);font-size:13px;padding-top:28px;padding-bottom:40px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(max-width:760px){main,header,footer{padding-left:12px;padding-right:12px}header{padding-top:12px}
.row>summary,div.row{padding:12px}.row>.body{padding:0 12px 12px}.verdict{padding:16px;gap:12px}.failure code{font-size:12px}
.tools{position:static}.tools label,.tools select{max-width:none;flex:1 1 130px;width:100%}kbd{display:none}
.q>summary{grid-template-columns:18px minmax(0,1fr) auto auto}.q>summary>span:nth-child(n+5),.axis{display:none}.d{padding-left:6px}
div.flat{padding-left:12px}div.flat .links{margin-left:0}.line>.name{max-width:calc(100% - 40px)}.line .end{margin-left:0}.meter{min-width:60px}
.attempts :is(th,td){min-width:100px}.versions :is(th,td){min-width:72px}.versions code{font-size:12px}
.index :is(th,td):nth-child(n+4):nth-child(-n+5),.index :is(th,td):last-child{display:none}.index td:nth-child(2),.index td:nth-child(3){min-width:84px}}
@media print{:root{color-scheme:light}body{background:#fff;font-size:12px}.tools,nav,.self,.curl{display:none!important}
.card,.row,.failure,.q,tr{break-inside:avoid}.suite,.group,.folder,details.row{break-inside:auto}h2,h3,h4,summary{break-after:avoid}
details::details-content{content-visibility:visible;height:auto;block-size:auto}.q{break-inside:auto}.d pre{break-inside:auto}
.verdict,.pill,.w i,.share,.share i,.meter i,.chart rect,.note{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
