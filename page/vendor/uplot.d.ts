// Served from its package as it is: see shared/http/page-files.ts.
export { default } from 'uplot';
