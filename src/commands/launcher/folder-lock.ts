import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { npmIsGone } from './ending.ts'
import { Refusal } from './refusal.ts'

const ANSWER_MS = 1_000
const LOOK_AGAIN_MS = 100

interface Shop {
  address: string
  port: number
}

interface Holder extends Shop {
  token: string
  answersOn: number
}

/**
 * Keeps a data folder for one launcher. The holder answers on a loopback port with the token in the lock file, so
 * that a lock left by a crash or a power cut is told from a held one without trusting process ids.
 * Waits for a launcher that is about to end. `crashed` says that the last one left its lock behind.
 * @throws Refusal when the shop runs on this folder already.
 */
export async function lockFolder(folder: string, shop: Shop, ending: AbortSignal) {
  const file = join(folder, 'launcher.json')
  await mkdir(folder, { recursive: true }).catch((error) => {
    throw new Refusal(`The data folder cannot be made: ${error.message}`)
  })
  const crashed = await untilUnheld(file, folder)
  const token = randomUUID()
  const server = createServer((socket) => {
    socket.on('error', () => {}).end(`${token} ${ending.aborted || npmIsGone() ? 'ending' : 'open'}`)
  })
  const answersOn = await listen(server)
  await rm(file, { force: true })
  await writeFile(file, JSON.stringify({ ...shop, token, answersOn } satisfies Holder), { flag: 'wx' })
  return {
    crashed,
    [Symbol.asyncDispose]: async () => {
      server.close()
      if ((await holderIn(file))?.token === token) await rm(file, { force: true })
    },
  }
}

/** The shop that is open on a data folder, if one is. */
export async function openShopOn(folder: string): Promise<Shop | undefined> {
  const holder = await holderIn(join(folder, 'launcher.json'))
  return holder && (await ask(holder)) === 'open' ? holder : undefined
}

async function untilUnheld(file: string, folder: string): Promise<boolean> {
  for (;;) {
    const holder = await holderIn(file)
    const answer = holder && (await ask(holder))
    if (answer === 'open') throw new Refusal(runsAlready(folder, holder!))
    if (answer !== 'ending') return holder !== undefined
    await pause(LOOK_AGAIN_MS)
  }
}

async function holderIn(file: string): Promise<Holder | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '')
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function ask({ token, answersOn }: Holder): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(answersOn, '127.0.0.1').setEncoding('utf8').setTimeout(ANSWER_MS)
    socket.on('data', (text) => (answer += text))
    socket.on('timeout', () => socket.destroy())
    socket.on('error', () => {})
    socket.on('close', () =>
      resolve(answer.startsWith(`${token} `) ? answer.slice(token.length + 1) : undefined),
    )
  })
}

function listen(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)).unref()
  })
}

function runsAlready(folder: string, { address }: Shop): string {
  return `The shop runs already on the data in ${folder}: ${address}
Stop it with Ctrl-C where it was started, or open a second shop beside it: PORT=4000 DATA_DIR=.data-2 npm start`
}
