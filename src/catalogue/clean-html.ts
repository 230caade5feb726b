import sanitize from 'sanitize-html'
import type { Texts } from './texts.ts'

const headings = { h1: 'h3', h2: 'h3', h3: 'h3', h4: 'h4', h5: 'h4', h6: 'h4' }

/** Leaves of a description what a page can bear: words, lists, tables and links; headings below the page's own. */
export function cleanHtml(description: Texts): Texts {
  return Object.fromEntries(Object.entries(description).map(([locale, html]) => [locale, clean(html)]))
}

function clean(html: string): string {
  return sanitize(html, {
    allowedTags: [
      ...['p', 'br', 'ul', 'ol', 'li', 'strong', 'em', 'b', 'i', 'a', 'h3', 'h4', 'blockquote'],
      ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'dl', 'dt', 'dd', 'sub', 'sup'],
    ],
    allowedAttributes: { a: ['href'], th: ['scope', 'colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    transformTags: headings,
    exclusiveFilter: (frame) => frame.tag === 'a' && !frame.attribs.href && !frame.text.trim(),
  }).trim()
}
