import { printedOneIn } from './table.tsx';

/** The style sheet of every page; its colours are in `tokens.ts`. */
export const style = `
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
overflow-wrap:anywhere;-webkit-text-size-adjust:100%;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.w{max-width:62rem;margin:0 auto;padding:0 1rem}
header{border-bottom:3px solid var(--accent);padding:1.2rem 0 .7rem}
h1{font-size:clamp(1.5rem,5vw,2.1rem);line-height:1.2;margin:0 0 .4rem}
h2{font-size:1.4rem;line-height:1.25;margin:2.8rem 0 .7rem;padding-top:.7rem;border-top:1px solid var(--line)}
h3{font-size:1.1rem;line-height:1.3;margin:1.9rem 0 .5rem}
h2:target,h3:target{outline:3px solid var(--accent);outline-offset:4px}
p{margin:.55rem 0;max-width:44rem}
a{color:var(--accent)}a:focus-visible,summary:focus-visible,.r:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;inset-inline-start:-100vw}.skip:focus{inset-inline-start:1rem;top:.5rem;background:var(--bg);padding:.5rem 1rem;z-index:1}
.soft,figcaption,caption,.meta{color:var(--soft)}
.meta{font-size:.9375rem;margin:.2rem 0}
nav ol{columns:16rem;column-gap:2rem;padding-inline-start:2rem;margin:.4rem 0}nav li{break-inside:avoid;padding:.1rem 0}
.answer{background:var(--panel);border-inline-start:5px solid var(--accent);padding:.6rem 1.1rem;margin:1rem 0}
.warn{border:2px solid var(--other);padding:.5rem 1rem;margin:1rem 0;max-width:46rem}
.v.line{font-size:1.4rem;line-height:1.3;margin:.9rem 0 .6rem}.v{max-width:none;border:2px solid var(--line);padding:.5rem 1rem;margin:1rem 0}
.v.pass{border-color:var(--pass)}.v.fail{border-color:var(--fail)}
.sign{display:inline-block;min-width:1.3em;font-weight:700}.fail .sign,.fail>strong{color:var(--fail)}.pass .sign{color:var(--pass)}
figure{margin:1rem 0 1.2rem}figcaption{font-size:.9375rem;margin:.3rem 0;max-width:44rem}
.d{display:grid;grid-template-columns:minmax(6rem,14rem) 1fr 12.5rem;column-gap:.9rem;align-items:center;padding:.18rem 0}
.d .l{line-height:1.25}.d .n{font-variant-numeric:tabular-nums;font-size:.9375rem}.d .n b{display:inline-block;min-width:4.2em}
.s{display:block;width:100%;height:22px;overflow:visible;background:repeating-linear-gradient(90deg,var(--grid) 0 1px,transparent 1px var(--k))}
.s .i{stroke:var(--accent);stroke-width:5;opacity:.42}.s circle{fill:var(--accent)}.s .a{stroke:var(--soft);stroke-width:1.5;stroke-dasharray:3 3}
.s .b{stroke:var(--fail)}.s rect.b{fill:var(--fail);stroke:none;transform-box:fill-box;transform-origin:center;transform:translateX(-5.5px) rotate(45deg)}
.s .m{stroke:var(--ink);stroke-width:2}.s text.m{stroke:none;fill:var(--ink);font-size:13px;font-weight:700}.l.b{color:var(--fail);font-weight:700}
.lp{height:48px;background:none}.lp .bad{fill:var(--fail);opacity:.14}
.cols>section:first-child h2{margin-top:1rem;padding-top:0;border:0}.lead{font-size:1.25rem;line-height:1.45;max-width:46rem}.next li{margin:.3rem 0;max-width:44rem}.divide{font-weight:700;margin:3rem 0 0;border-top:3px solid var(--accent);padding-top:.6rem}
.save{margin:.2rem 0;font-size:.875rem}
[dir=rtl] .s{background:repeating-linear-gradient(270deg,var(--grid) 0 1px,transparent 1px var(--k))}[dir=rtl] .ax,[dir=rtl] .lp{background:none}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr));gap:.8rem;margin:.8rem 0}
.card{border:1px solid var(--line);border-inline-start:6px solid var(--soft);padding:.5rem .9rem;min-width:0}.card.fail{border-inline-start-color:var(--fail)}.card.pass{border-inline-start-color:var(--pass)}
.card h3{margin:.1rem 0 .4rem;font-size:1.0625rem}.card p{margin:.35rem 0}.card .big{font-size:1.25rem;font-weight:700;font-variant-numeric:tabular-nums}
.ax{background:none;height:18px}.ax text{fill:var(--soft);font-size:13px}
.gap{color:var(--soft);padding:.1rem 0}
.r{overflow-x:auto;margin:.6rem 0;max-width:100%}
table{border-collapse:collapse;font-size:.9375rem;font-variant-numeric:tabular-nums;overflow-wrap:normal}
caption{text-align:start;padding:.2rem 0 .4rem;font-size:.9375rem}caption span{display:inline-block;position:sticky;inset-inline-start:0;max-width:min(44rem,calc(100vw - 2.5rem))}
th,td{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:end;vertical-align:top;white-space:nowrap}
thead th::first-letter{text-transform:uppercase}thead th{border-bottom:2px solid var(--soft);vertical-align:bottom;white-space:normal;max-width:9rem}
th:first-child,td:first-child,.t{text-align:start}tbody th{font-weight:400}
tbody th,.t{white-space:normal;min-width:7rem;max-width:24rem;overflow-wrap:anywhere}
.hm td{text-align:center;color:#14171a;border:2px solid var(--bg);min-width:4.6rem}.hm thead th{text-align:center}.hm small{display:block;font-size:.8125rem}
${[0, 1, 2, 3, 4, 5, 6].map((step) => `.h${step}{background:var(--h${step})}`).join('')}
.on-paper{display:none}
.hm td.h-{background:none;color:var(--soft)}
.key{display:flex;flex-wrap:wrap;gap:.3rem .4rem;padding:0;margin:.4rem 0;list-style:none;font-size:.875rem}.key li{color:#14171a;padding:.1rem .5rem}
details{border:1px solid var(--line);margin:.5rem 0;padding:0 .8rem}details[open]{padding-bottom:.4rem}
summary{cursor:pointer;padding:.5rem 0;min-height:24px}
.slope{display:block;width:100%;max-width:34rem;height:auto}.slope text{fill:var(--ink);font-size:13px}.slope .t1{font-weight:700}
.slope line{stroke:var(--soft);stroke-width:1.6}.slope .o{stroke:var(--other);stroke-width:2.4}.slope .c{stroke:var(--accent);stroke-width:5;stroke-dasharray:9 4}
.slope .z{stroke:var(--grid);stroke-width:1}.slope circle{fill:var(--soft)}.slope circle.o{fill:var(--other)}.slope circle.c{fill:var(--accent)}
.slope .ct{fill:var(--accent);font-weight:700}
.wf{display:grid;grid-template-columns:1fr auto;column-gap:.8rem;padding:.2rem 0;max-width:46rem;break-inside:avoid}.wf .n{font-variant-numeric:tabular-nums}
.wf svg{grid-column:1/3;display:block;width:100%;height:14px;background:var(--panel)}.wf .u{fill:var(--accent)}.wf .o{fill:var(--other)}
.letter h2{font-size:1.15rem;margin:1.3rem 0 .3rem;padding:0;border:0}.letter p{margin:.35rem 0}.letter ul{margin:.3rem 0;padding-inline-start:1.3rem}.letter li{margin:.15rem 0}
.curves{display:block;width:100%;max-width:40rem;height:auto}.curves text{fill:var(--ink);font-size:13px}.curves .z{stroke:var(--grid)}
.curves .m{stroke:var(--soft);stroke-dasharray:3 4}.curves g line,.curves path{fill:none;stroke-width:2.2}.curves .b{stroke-width:1.2}
.curves .c line,.curves .c path{stroke:var(--accent)}.curves .c circle{fill:var(--accent)}.curves .o line,.curves .o path{stroke:var(--other);stroke-dasharray:7 3}
.curves .o circle{fill:var(--other)}.curves .s line,.curves .s path{stroke:var(--soft);stroke-dasharray:2 3}.curves .s circle{fill:var(--soft)}.curves .b{stroke-dasharray:none!important}.curves .a{stroke:none!important;opacity:.16}.curves .c .a{fill:var(--accent)}.curves .o .a{fill:var(--other)}.curves .s .a{fill:var(--soft)}
dl{max-width:46rem}dt{font-weight:700;margin-top:.6rem}dd{margin:0}
footer{border-top:1px solid var(--line);margin-top:3rem;padding:1rem 0 2.5rem;color:var(--soft);font-size:.9375rem}
@media(max-width:40rem){.d{grid-template-columns:minmax(8rem,1fr) auto;row-gap:.1rem;padding:.35rem 0}.d .s{grid-row:2;grid-column:1/3}.d .n b{min-width:0}
.answer,.v,.warn{padding:.4rem .8rem}.d .e{display:none}}
@media(min-width:76rem){.w{max-width:76rem}.cols{display:grid;grid-template-columns:14rem minmax(0,1fr);column-gap:2.5rem}.cols>*{grid-column:2}
.cols>nav{grid-column:1;grid-row:1/3;position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow-y:auto;font-size:.9375rem}.cols>nav ol{columns:auto;padding-inline-start:2rem;margin:1rem 0 0}}
@media print{header:has(+main .letter){padding:.4rem 0}body:has(.letter) footer{display:none}.letter{font-size:9.5pt;line-height:1.35}html:has(.appendix){font-size:12px}.cols h2{margin-top:1.6rem}.cols{display:block}.save{display:none}.appendix{break-before:page}.divide{border:0;margin:0}.cards{grid-template-columns:1fr 1fr;gap:.4rem}.card{break-inside:avoid;margin:.5rem 0}:root{color-scheme:light;--bg:#fff;--ink:#000;--soft:#3c4248;--line:#9aa1a8;--grid:#e0e3e6;--panel:#f5f7f9;--accent:#1a5a92;--other:#b35806;--fail:#a3330b;--pass:#1a5a92}
body{font-size:10pt}.w{max-width:none}nav,.skip{display:none}h2,h3,summary,caption{break-after:avoid}figure,tr,.d,.answer,.v{break-inside:avoid}
details{border:0;padding:0}details::details-content{content-visibility:visible;display:block;block-size:auto;opacity:1}summary{list-style:none;font-weight:700}
.on-paper{display:block}.jump,.print-none{display:none}.print-few tbody tr:not(:nth-child(${printedOneIn}n+1)):not(:last-child){display:none}
.pictures figure{display:inline-block;width:48%;margin:.3rem 1% .3rem 0;vertical-align:top}.slope{max-width:22rem}p:has(+.r),p:has(+figure),p:has(+.pictures),h2+p,h3+p,thead,tbody tr:first-child{break-after:avoid}h2+p,h3+p,p:has(+.r,+figure,+.pictures,+h3){break-inside:avoid}tbody tr:last-child{break-before:avoid}
.r:not(:has(tr:nth-child(10))),details:not(:has(tr:nth-child(10))){break-inside:avoid}dl{max-width:none;columns:2}dt{break-after:avoid;margin-top:.3rem}dd{break-inside:avoid}details,.r{margin:.2rem 0}summary{padding:.15rem 0}
.r{overflow:visible}table{font-size:8pt}th,td{padding:.15rem .35rem;white-space:normal}tbody th,.t{min-width:6em}.hm td{min-width:0}a{color:inherit;text-decoration:none}}
`.replaceAll('\n', '');
