/**
 * The sheet of a notice: one page of A4, black on white whatever the screen, with the picture code at its foot. Fonts are
 * those of whoever prints; Noto comes last, because it has the scripts that others lack.
 */
export const noticeStyle = `
*{box-sizing:border-box}
@page{size:A4;margin:12mm 16mm}
html{color-scheme:light;background:#fff}
body{margin:0;color:#000;font:9.4pt/1.33 system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Naskh Arabic","Noto Sans Arabic","Noto Sans Ethiopic","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
.sheet{max-width:178mm;margin:0 auto;padding:1rem;break-after:page;break-inside:avoid}
.sheet:last-child{break-after:auto}
.from{font-weight:700;border-bottom:1pt solid #000;padding-bottom:1mm;margin:0}
.heads{display:flex;flex-wrap:wrap;gap:2mm 8mm;justify-content:space-between;margin:3mm 0;min-height:18mm}
.heads address{font-style:normal}.heads p{margin:0}
h1{font-size:14pt;line-height:1.2;margin:1mm 0 1.5mm}
h2{font-size:10.5pt;line-height:1.25;margin:2mm 0 .4mm}
p{margin:.4mm 0}ul{margin:.4mm 0;padding-inline-start:5mm}
.statute{border-inline-start:1.5pt solid #000;padding-inline-start:2.5mm;font-style:italic}
.r{overflow-x:auto}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;border-bottom:.5pt solid #777;padding:.3mm 2mm .3mm 0;font-weight:400}
thead th{font-weight:700}
.access{display:flex;flex-wrap:wrap;gap:2mm 6mm;align-items:center;border:1.2pt solid #000;padding:2mm 3mm;margin-top:3mm;break-inside:avoid}
.access h2{margin:0}.access svg{width:27mm;height:27mm;flex:none}.access div{flex:1 1 60mm}
.access b{font:700 12pt/1.35 ui-monospace,"DejaVu Sans Mono",monospace;unicode-bidi:isolate;direction:ltr;display:inline-block}
@media screen{body{font-size:1.0625rem;line-height:1.5}h1{font-size:1.6rem}h2{font-size:1.2rem;margin:1.2rem 0 .3rem}p,li{margin:.4rem 0}.access b{font-size:1.15rem}}
@media print{.sheet{max-width:none;padding:0}.r{overflow:visible}}
`.replaceAll('\n', '');
