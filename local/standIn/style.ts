/** The pages' own look: plain, and not to be mistaken for Stripe's or the product's. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f3f3ef;
  --paper: #ffffff;
  --ink: #1c1f24;
  --soft: #555b66;
  --line: #d6d8d1;
  --edge: #7d838d;
  --accent: #3342b8;
  --on-accent: #ffffff;
  --good: #17653a;
  --bad: #a8221a;
  --bad-ground: #fdecea;
  --notice: #ffe9a8;
  --on-notice: #463400;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14161a;
    --paper: #1d2026;
    --ink: #eceef2;
    --soft: #aab0bc;
    --line: #363b45;
    --edge: #858c99;
    --accent: #a9b4ff;
    --on-accent: #11153a;
    --good: #86dba8;
    --bad: #ffaba3;
    --bad-ground: #3b1f1d;
    --notice: #453810;
    --on-notice: #ffe6a0;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
.notice { background: var(--notice); color: var(--on-notice); padding: .5rem 1rem; text-align: center; }
.notice p { margin: 0; }
main { max-width: 34rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
main.wide { max-width: 76rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .5rem 0 1rem; text-wrap: balance; overflow-wrap: anywhere; }
h2 { font-size: 1.125rem; margin: 0 0 .75rem; }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
p { margin: 0 0 .75rem; }
a { color: var(--accent); }
section { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 1.25rem; margin: 0 0 1rem; }
section > :last-child { margin-bottom: 0; }
.soft { color: var(--soft); }
.small { font-size: .875rem; }
.id { font-family: ui-monospace, monospace; font-size: .8125rem; overflow-wrap: anywhere; }
.price { font-size: 2rem; font-weight: 650; line-height: 1.2; margin: 0 0 .25rem; }
.error { background: var(--bad-ground); color: var(--bad); border-radius: 8px; padding: .75rem 1rem; font-weight: 600; }
.tag { border: 1px solid var(--edge); border-radius: 99px; padding: 0 .6em; font-size: .8125rem; white-space: nowrap; }
.tag.good { color: var(--good); border-color: currentColor; }
.tag.bad { color: var(--bad); border-color: currentColor; }
dl { margin: 0 0 .75rem; }
dl > div { display: flex; justify-content: space-between; gap: 1rem; padding: .25rem 0; }
dt { color: var(--soft); }
dd { margin: 0; flex: none; max-width: 65%; text-align: right; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
dl .total { border-top: 1px solid var(--line); font-weight: 650; }
dl .total dt { color: inherit; }
fieldset { border: 0; margin: 0 0 1rem; padding: 0; min-width: 0; }
legend { font-weight: 600; padding: 0; margin-bottom: .5rem; }
.choice { display: flex; gap: .75rem; align-items: flex-start; border: 1px solid var(--edge); border-radius: 8px; padding: .625rem .75rem; margin-bottom: .5rem; cursor: pointer; }
.choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.choice input { margin: .3rem 0 0; accent-color: var(--accent); flex: none; }
.choice span { display: block; }
.field { display: block; margin-bottom: 1rem; }
.field > span { display: block; font-weight: 600; margin-bottom: .25rem; }
.field input { width: 100%; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: 8px; padding: .55rem .75rem; }
button { font: inherit; font-weight: 600; min-height: 2.75rem; border-radius: 8px; border: 1px solid var(--edge); background: var(--paper); color: var(--ink); padding: .4rem .9rem; cursor: pointer; }
button:hover { border-color: var(--accent); color: var(--accent); }
button.main { width: 100%; background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.main:hover { color: var(--on-accent); filter: brightness(1.08); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.choice:focus-within { outline: 3px solid var(--accent); outline-offset: 2px; }
.choice input:focus-visible { outline: none; }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.row form { margin: 0; }
.row + p { margin-top: .75rem; }
.row h2 { margin: 0; }
section > .row:not(:last-child) { margin-bottom: .5rem; }
.grow { flex: 1 1 12rem; min-width: 0; }
details { margin-top: .25rem; }
summary { cursor: pointer; padding: .25rem 0; }
details .row { padding-top: .5rem; }
.between { justify-content: space-between; }
.list { list-style: none; margin: 0; padding: 0; }
.list > li { border-top: 1px solid var(--line); padding: .75rem 0; }
.list > li:first-child { border-top: 0; padding-top: 0; }
.list > li:last-child { padding-bottom: 0; }
.list p { margin: 0; }
.list button { font-size: .875rem; min-height: 2.25rem; padding: .25rem .7rem; }
ul.list > li:has(details) { padding: 1rem 0; }
.columns { display: grid; gap: 1rem; align-items: start; grid-template-columns: minmax(0, 1fr); }
.columns section { margin: 0; }
@media (min-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
@media print {
  .notice, form, .back { display: none; }
  body { background: none; }
  section { border: 0; padding: 0; }
}
`;
