import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

interface StructNode {
  role?: string
  type?: string
  id?: string
  children?: StructNode[]
}

/** A part of a PDF as a screen reader walks it: what it is, and the words in it. */
export interface Spoken {
  role: string
  text: string
}

/** A PDF as a reader of it finds it: what it says of itself, its parts in order, and every word on its pages. */
export async function printed(file: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0 })
  const pdf = await task.promise
  const [{ info, metadata }, marked, viewing] = await Promise.all([
    pdf.getMetadata(),
    pdf.getMarkInfo(),
    pdf.getViewerPreferences(),
  ])
  const parts: Spoken[] = []
  const words: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: true })
    const tree = (await page.getStructTree()) as StructNode | null
    const byId = textById(content.items as MarkedItem[], words)
    if (tree) parts.push(...walk(tree, byId))
  }
  const result = {
    pages: pdf.numPages,
    info: info as Record<string, unknown>,
    conformance: metadata?.get('pdfuaid:part') as string | null,
    isTagged: (marked as unknown as Map<string, boolean>).get('Marked') === true,
    hasTitleShown: (viewing as unknown as Map<string, boolean>).get('DisplayDocTitle') === true,
    parts,
    words: tidy(words.join(' ')),
    textOf: (role: string) => parts.filter((part) => part.role === role).map(({ text }) => text),
  }
  await task.destroy()
  return result
}

interface MarkedItem {
  type?: string
  id?: string
  str?: string
  hasEOL?: boolean
}

/** The words of each marked part of a page; what is decoration belongs to none. */
function textById(items: MarkedItem[], words: string[]): Map<string, string> {
  const byId = new Map<string, string>()
  const open: (string | undefined)[] = []
  for (const { type, id, str, hasEOL } of items) {
    if (type === 'beginMarkedContentProps' || type === 'beginMarkedContent') open.push(id)
    else if (type === 'endMarkedContent') open.pop()
    else if (str !== undefined) {
      const part = open.at(-1)
      const ended = hasEOL ? `${str} ` : str
      if (part) byId.set(part, (byId.get(part) ?? '') + ended)
      if (part) words.push(ended)
    }
  }
  return byId
}

function walk(node: StructNode, byId: Map<string, string>): Spoken[] {
  const contained = (node.children ?? []).filter(({ type }) => type === 'content')
  const text = tidy(contained.map(({ id }) => byId.get(id ?? '') ?? '').join(' '))
  const below = (node.children ?? []).flatMap((child) => walk(child, byId))
  return node.role ? [{ role: node.role, text }, ...below] : below
}

export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
