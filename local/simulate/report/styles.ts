const LIGHT = `--page:#fff;--card:#f6f7f9;--ink:#16191d;--muted:#54595f;--line:#d5d9de;--accent:#1d4ed8;
--open:#2563eb;--overdue:#c2410c;--a:#4338ca;--b:#0f9488;--no-stage:#cbd5e1;
--stage-1:#f6c344;--stage-2:#ee8a1d;--stage-3:#d9480f;--stage-4:#a61e4d;--stage-5:#6b1156;--stage-6:#3b0764;--stage-7:#1e3a8a;--stage-8:#0f172a`;

const DARK = `--page:#14171b;--card:#1d2126;--ink:#eceef0;--muted:#a8afb7;--line:#3a4149;--accent:#8ab4ff;
--open:#6aa3ff;--overdue:#ff8a4c;--a:#a5a0ff;--b:#3fd0bf;--no-stage:#475160;
--stage-1:#ffd866;--stage-2:#ffa94d;--stage-3:#ff7043;--stage-4:#f0487f;--stage-5:#c93bb0;--stage-6:#9b5de5;--stage-7:#6d8bff;--stage-8:#e2e8f0`;

/** Light, dark and paper; a phone, a desk. No file besides the page is needed for any of them. */
export const STYLES = `:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem 1rem 3rem;max-width:76rem;background:var(--page);color:var(--ink);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .25rem;overflow-wrap:anywhere}
h2{font-size:1.25rem;line-height:1.3;margin:2.5rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--line)}
h3{font-size:1rem;margin:1.25rem 0 .5rem}
p{margin:.25rem 0 .75rem;max-width:70ch}
.muted,footer,caption,.empty{color:var(--muted)}
footer{margin-top:3rem;font-size:.875rem}
dl.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr));gap:.75rem;margin:1.25rem 0}
dl.cards>div{background:var(--card);border-radius:.5rem;padding:.75rem 1rem}
dt{font-size:.875rem;color:var(--muted)}
dd{margin:0;font-size:1.125rem;font-weight:600;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
dd small{display:block;font-size:.875rem;font-weight:400;color:var(--muted)}
.charts{display:grid;grid-template-columns:minmax(0,1fr);gap:1.5rem}
@media (min-width:56rem){.charts{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}}
figure{margin:0;padding:1rem;background:var(--page);border:1px solid var(--line);border-radius:.5rem;min-width:0}
figcaption{font-weight:600;margin-bottom:.5rem}
svg{display:block;width:100%;height:auto}
svg text{font-family:inherit!important}
.narrow{display:none}
@media (max-width:36rem){.wide{display:none}.narrow{display:block}figure{padding:.75rem}}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:.5rem 0;padding:0;font-size:.875rem}
.swatch{display:inline-block;width:.75rem;height:.75rem;border-radius:.125rem;margin-right:.375rem;
print-color-adjust:exact;-webkit-print-color-adjust:exact}
details{font-size:.875rem}
summary{cursor:pointer;color:var(--accent);padding:.25rem 0}
.scroll{overflow-x:auto;margin:.5rem 0 1rem}
.scroll:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}
caption{text-align:left;padding:.25rem 0;position:sticky;left:0;max-width:calc(100vw - 2rem)}
th,td{padding:.3rem .9rem .3rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{color:var(--muted);font-weight:600;white-space:nowrap}
tbody th{font-weight:400;min-width:7rem;max-width:20rem;overflow-wrap:anywhere}
td:not(.figure){min-width:8rem;max-width:32rem}
.figure{text-align:right}.figure,.day{white-space:nowrap}.none{color:var(--muted)}
.scroll tbody th,.scroll thead th:first-child{position:sticky;left:0;background:var(--page)}
.definition{color:var(--muted)}
@media print{:root{color-scheme:light;${LIGHT}}body{max-width:none;padding:0;font-size:10pt}
figure,dl.cards>div,tr{break-inside:avoid}h2,h3,figcaption{break-after:avoid}
svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}.scroll{overflow:visible}caption{position:static}
.charts{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:.75rem}details:not([open]),summary{display:none}}`;
