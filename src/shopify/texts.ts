import sanitize from 'sanitize-html'

const LONGEST_SUMMARY = 160

/** A text that stands on one line, as titles and names do. */
export function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ')
}

/** The first words of a description, up to a whole sentence or word. */
export function summaryOf(html: string): string {
  const text = plainText(html)
  if (text.length <= LONGEST_SUMMARY) return text
  const start = text.slice(0, LONGEST_SUMMARY)
  const sentence = /^.+[.!?](?=\s)/.exec(start)?.[0]
  return sentence ?? `${start.slice(0, start.lastIndexOf(' '))} …`
}

/** The text without what is only markup. */
function plainText(html: string): string {
  const isPlain = !/[<&]/.test(html)
  return (isPlain ? html : withoutMarkup(html)).replace(/\s+/g, ' ').trim()
}

function withoutMarkup(html: string): string {
  const spaced = html.replace(/<(br|\/p|\/li|\/h\d|\/td)\b/gi, ' $&')
  return unescapeText(sanitize(spaced, { allowedTags: [], allowedAttributes: {} }))
}

function unescapeText(html: string): string {
  const characters: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }
  return html.replace(/&(amp|lt|gt|quot);/g, (entity) => characters[entity]!)
}
