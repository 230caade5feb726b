import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { RequestHandler } from 'express'
import { NotFound } from './errors.ts'

interface Asset {
  address: string
  type: string
  body: Buffer
  brotli: Buffer | undefined
  gzip: Buffer | undefined
}

const publicFolder = new URL('../../public/', import.meta.url)
const fromPackage = createRequire(import.meta.url)

/** Files of packages that pages use, by the name that they have in our addresses. */
const packageFiles: Record<string, string> = {
  'figtree.woff2': '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
  'fraunces.woff2': '@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2',
}

/** htmx and what we add to it go out as one file, for a page that waits for less is there sooner. */
const script = 'shop.js'
const scripts = ['shop.js', 'suggestions.js']
const htmx = 'htmx.org/dist/htmx.min.js'

/** What the back office adds, with Alpine in the build that needs no eval. */
const officeScript = 'office.js'
const alpine = '@alpinejs/csp/dist/cdn.min.js'

/** The stylesheet is written in many small files; they are joined in the order of their names. */
const stylesheet = 'shop.css'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

const assets = readAssets()
const byAddress = new Map([...assets.values()].map((asset) => [asset.address, asset]))

/**
 * The address of a static file: its name and a hash of its content, so that it can be kept for ever.
 * @throws Error for a file that is not there.
 */
export function assetAddress(name: string): string {
  const asset = assets.get(name)
  if (!asset) throw new Error(`There is no static file "${name}"`)
  return asset.address
}

/** Serves the static files, compressed beforehand. */
export const serveAssets: RequestHandler = (req, res) => {
  const asset = byAddress.get(req.baseUrl + req.path)
  if (!asset) throw new NotFound('file')
  res.set({ 'Content-Type': asset.type, 'Cache-Control': 'public, max-age=31536000, immutable' })
  if (!asset.brotli) return res.end(asset.body)
  res.vary('Accept-Encoding')
  if (req.acceptsEncodings('br')) return res.set('Content-Encoding', 'br').end(asset.brotli)
  if (req.acceptsEncodings('gzip')) return res.set('Content-Encoding', 'gzip').end(asset.gzip)
  res.end(asset.body)
}

function readAssets(): Map<string, Asset> {
  const found = new Map<string, Asset>()
  const add = (name: string, body: Buffer) => found.set(name, assetOf(name, body))
  for (const [name, path] of Object.entries(packageFiles)) add(name, readFileSync(fromPackage.resolve(path)))
  for (const name of filesIn('.').filter((each) => ![...scripts, officeScript].includes(each)))
    add(name, readFileSync(new URL(name, publicFolder)))
  const withFonts = joinStylesheets().replace(
    /url\("asset:([\w.]+)"\)/g,
    (_match, name) => `url(${found.get(name)!.address})`,
  )
  add(stylesheet, Buffer.from(withFonts))
  const ours = scripts.map((name) => `{\n${textOf(new URL(name, publicFolder))}}`)
  add(script, Buffer.from([textOf(fromPackage.resolve(htmx)), ...ours].join('\n')))
  const added = textOf(new URL(officeScript, publicFolder))
  add(officeScript, Buffer.from([textOf(fromPackage.resolve(alpine)), `{\n${added}}`].join('\n')))
  return found
}

function filesIn(folder: string): string[] {
  return readdirSync(new URL(`${folder}/`, publicFolder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()
}

function textOf(file: string | URL): string {
  return readFileSync(file, 'utf8')
}

function joinStylesheets(): string {
  return filesIn('css')
    .map((name) => textOf(new URL(`css/${name}`, publicFolder)))
    .join('\n')
}

function assetOf(name: string, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
  const extension = extname(name)
  const type = types[extension] ?? 'application/octet-stream'
  const isText = /text|svg|json/.test(type)
  return {
    address: `/assets/${name.slice(0, -extension.length)}.${hash}${extension}`,
    type,
    body,
    brotli: isText ? brotliCompressSync(body) : undefined,
    gzip: isText ? gzipSync(body) : undefined,
  }
}
