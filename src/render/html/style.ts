/** The page's whole look, in light and dark. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--line:#e3e6eb;--soft:#f1f3f6;--text:#1b2330;--dim:#5c6675;
--good:#17764a;--good-bg:#e5f5ec;--bad:#bf2f24;--bad-bg:#fdecea;--warn:#8f5a00;--warn-bg:#fdf3dc;--blue:#2f62c9;--bar:#7da2ea}
@media(prefers-color-scheme:dark){:root{--bg:#0f1217;--card:#171b22;--line:#2a303a;--soft:#1f242d;--text:#e4e8ee;--dim:#98a2b1;
--good:#5fcf97;--good-bg:#12301f;--bad:#ff8b80;--bad-bg:#3a1a18;--warn:#eebb5a;--warn-bg:#33270f;--blue:#8fb4ff;--bar:#4c74c4}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main,header,footer{max-width:1080px;margin:0 auto;padding:0 24px}
header{padding-top:32px}
h1{font-size:27px;line-height:1.2;margin:0;letter-spacing:-.01em}
h2{font-size:18px;margin:36px 0 12px}
h3,.title{font-size:14px;margin:20px 0 8px;color:var(--dim);font-weight:600}
p{margin:6px 0}.meta{font-size:14px}
code,pre,.mono{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
code{overflow-wrap:anywhere}
pre{margin:8px 0;padding:10px 12px;background:var(--soft);border-radius:8px;white-space:pre-wrap;overflow-wrap:anywhere;max-height:480px;overflow:auto}
a{color:var(--blue)}
.dim{color:var(--dim)}.good{color:var(--good)}.bad{color:var(--bad)}.warn{color:var(--warn)}
.card,.row{background:var(--card);border:1px solid var(--line);border-radius:12px}
.verdict{display:flex;gap:18px;align-items:center;padding:22px 24px;border-left-width:6px}
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
details.row{margin:10px 0}
.row>summary,div.row{padding:12px 18px}
div.row{margin:10px 0}div.flat{padding-left:36px}
summary{cursor:pointer;border-radius:12px}
summary:focus-visible,a:focus-visible{outline:2px solid var(--blue);outline-offset:2px}
.row>.body{padding:0 18px 16px}
.line{display:inline-flex;flex-wrap:wrap;gap:4px 14px;align-items:baseline;width:calc(100% - 22px);vertical-align:top}
div.row>.line{width:100%}
.line .end{margin-left:auto;color:var(--dim);font-variant-numeric:tabular-nums;font-size:14px}
.name{font-weight:600;overflow-wrap:anywhere}
.pill{display:inline-block;padding:0 9px;border-radius:99px;font-size:12.5px;line-height:20px;background:var(--soft);color:var(--dim);white-space:nowrap}
.pill.good{background:var(--good-bg);color:var(--good)}.pill.bad{background:var(--bad-bg);color:var(--bad)}.pill.warn{background:var(--warn-bg);color:var(--warn)}
.failure{border-left:3px solid var(--bad);padding:2px 0 2px 14px;margin:14px 0}
.failure{color:inherit}.failure.warn{border-left-color:var(--warn)}
.failure .where{font-weight:600;overflow-wrap:anywhere}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:0 12px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px;font-variant-numeric:tabular-nums}
th{font-weight:500;color:var(--dim);text-align:left;font-size:13px}
th,td{padding:5px 10px 5px 0;border-bottom:1px solid var(--line);vertical-align:middle}
tr:last-child td{border-bottom:0}
.num{text-align:right;white-space:nowrap}
.timeline td:first-child{width:26px}.timeline td:nth-child(2){overflow-wrap:anywhere;min-width:180px}
.timeline td:last-child{width:34%;min-width:160px;padding-right:0}
.timeline tr.bad td{color:var(--bad)}
.timeline tbody th{padding-top:12px;font-weight:600}
.track{display:block;height:10px;border-radius:3px;background:var(--soft)}
.track i{display:block;height:10px;border-radius:3px;background:var(--bar);min-width:3px}
.bad .track i{background:var(--bad)}
.chart{display:block;width:100%;height:72px;background:var(--soft);border-radius:8px}
.chart rect{fill:var(--bar)}.chart rect.bad{fill:var(--bad)}
.meter{display:block;height:8px;border-radius:99px;background:var(--soft);overflow:hidden;min-width:140px}
.meter i{display:block;height:8px;border-radius:99px;background:var(--good)}
.meter.warn i{background:var(--warn)}.meter.bad i{background:var(--bad)}
.diff{list-style:none;margin:0;padding:0}.diff li{margin:3px 0;padding-left:22px;text-indent:-22px;overflow-wrap:anywhere}
.diff li pre{text-indent:0}
.sign{display:inline-block;width:22px;text-indent:0;font-weight:700}
pre .add,pre .del{display:block}pre .add{color:var(--good)}pre .del{color:var(--bad)}pre .same{display:block;color:var(--dim)}
footer{color:var(--dim);font-size:13px;padding-top:28px;padding-bottom:40px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media(max-width:640px){main,header,footer{padding-left:12px;padding-right:12px}header{padding-top:12px}
.row>summary,div.row{padding:12px}.row>.body{padding:0 12px 12px}.failure code{font-size:12px}
.timeline :is(th,td):nth-child(4),.timeline :is(th,td):last-child:not(:nth-child(1)){display:none}.timeline td:nth-child(2){min-width:0}}
@media print{body{background:#fff}.row>summary{list-style:none}}
`;
