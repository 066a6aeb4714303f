/** The style of the console, beside that of every page and of forms. */
export const consoleStyle = `
header{padding:.7rem 0;border-bottom:1px solid var(--line)}.bar{gap:.1rem .85rem;align-items:center;font-size:.9375rem}
.bar a{display:inline-flex;align-items:center;min-height:40px;color:var(--ink);text-decoration:none;border-bottom:3px solid transparent}
.bar a:hover{border-color:var(--line)}.bar a[aria-current]{border-color:var(--accent);font-weight:700}
.bar .brand{margin-inline-end:.5rem;font-size:1.15rem;font-weight:700}.bar .end{margin-inline-start:auto;display:flex;gap:.85rem;align-items:center}.bar .end a{max-width:12rem;display:block;line-height:37px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
main.w{padding-top:1.4rem}main h1{margin-bottom:.3rem}.crumbs{font-size:.9375rem;margin:0 0 .3rem}
.systems{display:grid;gap:.8rem;margin:1.2rem 0}.systems .card{padding:.9rem 1.1rem}.systems h2{margin:0;padding:0;border:0;font-size:1.2rem}.systems p{margin:.3rem 0;max-width:none}
.row{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;align-items:center}.row form{margin:0}
.small{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));gap:1rem;margin:1rem 0}.small figure{margin:0;border:1px solid var(--line);padding:.6rem .8rem .3rem;min-width:0}
.small figcaption{color:var(--ink);font-weight:700}.small .now{font-size:.9375rem;margin:.1rem 0 .4rem}
.ot{display:block;width:100%;height:auto;overflow:visible}.ot text{fill:var(--soft);font-size:11px}.ot path{fill:none;stroke:var(--accent);stroke-width:1.2;opacity:.6}
.ot g line{stroke:var(--accent);stroke-width:3;opacity:.42}.ot circle{fill:var(--accent)}.ot .b line{stroke:var(--fail)}.ot rect{fill:var(--fail)}.ot .m{stroke:var(--ink);stroke-width:1.2;stroke-dasharray:5 3}
button{position:relative}main>dl dt::first-letter{text-transform:uppercase}
.filter form{display:flex;flex-wrap:wrap;gap:0 1.2rem;align-items:end;max-width:none}.filter .f{margin:.3rem 0;min-width:12rem}.filter button{margin:.3rem 0}main tbody th,main td.t{min-width:8.5rem}
progress{width:100%;max-width:34rem;height:1rem;accent-color:var(--accent)}.done{background:var(--panel);border-inline-start:5px solid var(--pass);padding:.5rem 1rem;margin:1rem 0}
.wide form{max-width:46rem}
.codebox{position:relative}.codebox>button{position:absolute;inset-block-start:.4rem;inset-inline-end:.4rem;padding:.1rem .7rem;min-height:32px;font-size:.875rem;background:var(--bg);color:var(--accent);border:1px solid var(--accent)}
.versions{border-inline-start:3px solid var(--line);padding-inline-start:1.1rem;margin:1rem 0}.versions h3{margin-top:1.2rem}.versions ul{padding-inline-start:1.2rem;margin:.3rem 0}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:0 2.5rem}
@media(max-width:40rem){.bar .end{margin-inline-start:0}.codebox>button{position:static;margin-top:.4rem}}
`.replaceAll('\n', '');
