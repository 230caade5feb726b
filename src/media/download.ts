import { lookup as resolve } from 'node:dns'
import { get as getPlain, type IncomingMessage } from 'node:http'
import { get as getSecure } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.ts'

interface Limits {
  bytes: number
  milliseconds: number
  /** Which IP addresses may be asked; only a test asks its own machine. */
  allows?: (address: string) => boolean
}

class Withheld extends Error {}

/**
 * Fetches a file from an address that a stranger has given. Only the open internet is asked: the host is
 * resolved first, and the connection goes to the address that was checked. Redirects are not followed.
 * Refuses what will not get better; throws what may, such as a host that is silent.
 */
export async function download(address: string, { bytes, milliseconds, allows = isPublicAddress }: Limits) {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !isWebAddress(url) || !mayBeAsked(url, allows)) return { refused: 'address' as const }
  try {
    const answer = await ask(url, milliseconds, allows)
    const status = answer.statusCode ?? 0
    if (status !== 200) answer.destroy()
    if (status >= 500 || status === 429) throw new Error(`${url.host} answered ${status}`)
    if (status !== 200) return { refused: 'answer' as const }
    return await read(answer, bytes)
  } catch (error) {
    if (error instanceof Withheld) return { refused: 'address' as const }
    throw error
  }
}

function isWebAddress({ protocol, username, password }: URL): boolean {
  return (protocol === 'https:' || protocol === 'http:') && !username && !password
}

function mayBeAsked({ hostname }: URL, allows: (address: string) => boolean): boolean {
  const literal = hostname.replace(/^\[|\]$/g, '')
  return isIP(literal) === 0 || allows(literal)
}

function ask(url: URL, milliseconds: number, allows: (address: string) => boolean): Promise<IncomingMessage> {
  const get = url.protocol === 'https:' ? getSecure : getPlain
  const options = {
    agent: false as const,
    headers: { Accept: 'image/*' },
    lookup: checkedLookup(allows),
    signal: AbortSignal.timeout(milliseconds),
  }
  return new Promise((answered, failed) => {
    get(url, options, answered).on('error', failed)
  })
}

/** Resolves a host for the connection itself, so that a name cannot mean another machine a moment after the check. */
function checkedLookup(allows: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '')
      if (found.length === 0 || !found.every(({ address }) => allows(address)))
        return callback(new Withheld(hostname), '')
      if (options.all) return callback(null, found)
      callback(null, found[0]!.address, found[0]!.family)
    })
  }
}

async function read(answer: IncomingMessage, limit: number) {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) return { refused: 'size' as const }
    chunks.push(chunk)
  }
  return { refused: undefined, body: Buffer.concat(chunks) }
}
