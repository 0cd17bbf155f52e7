// The libraries of this page, served from the jars named in pom.xml. Their versions are written here and there only.

export { html, svg, render, nothing } from '/_static/lit-html/3.3.3/lit-html.js';
export { directive, Directive } from '/_static/lit-html/3.3.3/directive.js';
export { repeat } from '/_static/lit-html/3.3.3/directives/repeat.js';
export { Marked } from '/_static/marked/17.0.5/lib/marked.esm.js';
export { default as DOMPurify } from '/_static/dompurify/3.4.15/dist/purify.es.mjs';
