import { inflateSync } from 'node:zlib'

const HEADER = 44
const ENTRY = 20
const BARE_HEADER = 12
const BARE_ENTRY = 16

/**
 * A font that was wrapped for the web (WOFF), as it was before: its tables one after another, not compressed. Whoever
 * reads it for each document anew then need not inflate it each time.
 * @throws Error for a file that is none.
 */
export function unwrapFont(file: Buffer): Buffer {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no font in WOFF')
  const count = file.readUInt16BE(12)
  const directory = Buffer.alloc(BARE_HEADER + count * BARE_ENTRY)
  file.copy(directory, 0, 4, 8)
  writeSearchHints(directory, count)
  const tables: Buffer[] = []
  let offset = directory.length
  for (let index = 0; index < count; index++) {
    const entry = HEADER + index * ENTRY
    const table = tableAt(file, entry)
    const record = BARE_HEADER + index * BARE_ENTRY
    file.copy(directory, record, entry, entry + 4)
    file.copy(directory, record + 4, entry + 16, entry + 20)
    directory.writeUInt32BE(offset, record + 8)
    directory.writeUInt32BE(table.length, record + 12)
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4)
    table.copy(padded)
    tables.push(padded)
    offset += padded.length
  }
  return Buffer.concat([directory, ...tables])
}

function tableAt(file: Buffer, entry: number): Buffer {
  const from = file.readUInt32BE(entry + 4)
  const stored = file.subarray(from, from + file.readUInt32BE(entry + 8))
  return stored.length < file.readUInt32BE(entry + 12) ? inflateSync(stored) : stored
}

/** The format wants to be told how to search among so many tables. */
function writeSearchHints(directory: Buffer, count: number): void {
  const steps = Math.floor(Math.log2(count))
  directory.writeUInt16BE(count, 4)
  directory.writeUInt16BE(2 ** steps * BARE_ENTRY, 6)
  directory.writeUInt16BE(steps, 8)
  directory.writeUInt16BE((count - 2 ** steps) * BARE_ENTRY, 10)
}
