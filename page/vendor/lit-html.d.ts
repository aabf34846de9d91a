// Served from its package as it is: see shared/http/page-files.ts.
export { html, nothing, render, svg, type TemplateResult } from 'lit-html';
