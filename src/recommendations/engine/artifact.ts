import { createHash } from 'node:crypto'
import { EventLog } from './event-log.ts'
import type { Learnt, TrainingReport } from './train.ts'

/**
 * What has been learnt as one file: eight letters, the length of the header (32 bits), a header of JSON, and columns one
 * after another, each beginning at a multiple of eight. Numbers are little-endian, as on every processor that we run on.
 */
const LETTERS = Buffer.from('PURVREC\n')
const VERSION = 1
const kinds = { Uint32Array, Int32Array, Float32Array, Float64Array, Uint8Array }
type Column = Uint32Array | Int32Array | Float32Array | Float64Array | Uint8Array

interface Header {
  version: number
  /** SHA-256 of the header without itself, and of all columns. */
  checksum: string
  report: TrainingReport
  columns: { name: string; kind: keyof typeof kinds; length: number }[]
}

/** Why a file is not taken as what has been learnt. */
export class Unusable extends Error {}

/** Writes what has been learnt as a file that says what it is. */
export function packArtifact({ log, texts, linear, report }: Learnt): Buffer {
  const { starts, items, weights, times, users } = log.sessions
  const words = Array.from({ length: log.items.size }, (_, item) => texts[item] ?? null)
  const columns: Record<string, Column> = {
    ...{ starts, items, weights, times, users },
    ...{ rowStarts: linear.rows.starts, rowItems: linear.rows.items, rowValues: linear.rows.values },
    ...{ itemNames: json(log.items.names), userNames: json(log.users.names), texts: json(words) },
  }
  const body = Buffer.concat(Object.values(columns).map(padded))
  const header = {
    version: VERSION,
    report,
    columns: Object.entries(columns).map(([name, column]) => ({
      ...{ name, kind: column.constructor.name as keyof typeof kinds, length: column.length },
    })),
  }
  const told = Buffer.from(JSON.stringify({ ...header, checksum: checksumOf(header, body) }))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(told.length)
  return Buffer.concat([padded(Buffer.concat([LETTERS, length, told])), body])
}

/**
 * Reads what has been learnt.
 * @throws Unusable for a file that is something else, of another version, or damaged: with a sentence that says which.
 */
export function unpackArtifact(bytes: Buffer): Learnt {
  const { header, body } = partsOf(bytes)
  const columns = new Map<string, Column>()
  let at = 0
  for (const { name, kind, length } of header.columns) {
    const Kind = kinds[kind]
    const size = length * Kind.BYTES_PER_ELEMENT
    columns.set(name, new Kind(new Uint8Array(body.subarray(at, at + size)).buffer))
    at += wholeEights(size)
  }
  const column = <Kind extends Column>(name: string) => columns.get(name) as Kind
  const names = <Name>(name: string): Name[] => JSON.parse(Buffer.from(column<Uint8Array>(name)).toString())
  const times = column<Float64Array>('times')
  const sessions = {
    ...{ count: times.length, times, starts: column<Uint32Array>('starts') },
    ...{ items: column<Uint32Array>('items'), weights: column<Float32Array>('weights') },
    users: column<Int32Array>('users'),
  }
  return {
    log: EventLog.of(sessions, names('itemNames'), names('userNames')),
    texts: names<string | null>('texts').map((text) => text ?? undefined),
    linear: {
      rows: {
        ...{ starts: column<Uint32Array>('rowStarts'), items: column<Uint32Array>('rowItems') },
        values: column<Float32Array>('rowValues'),
      },
    },
    report: header.report,
  }
}

function partsOf(bytes: Buffer): { header: Header; body: Buffer } {
  const begin = LETTERS.length + 4
  if (bytes.length < begin || !bytes.subarray(0, LETTERS.length).equals(LETTERS))
    throw new Unusable('The file is no model of a recommender.')
  const end = begin + bytes.readUInt32LE(LETTERS.length)
  const header = parsed(bytes.subarray(begin, end))
  if (header?.version !== undefined && header.version !== VERSION)
    throw new Unusable(
      `The model is of version ${header.version}, and this is version ${VERSION}: train anew.`,
    )
  const body = bytes.subarray(wholeEights(end))
  const isBlank = bytes.subarray(end, wholeEights(end)).every((byte) => byte === 0)
  if (!header || !isBlank || header.checksum !== checksumOf(header, body))
    throw new Unusable('The model is damaged: its checksum does not match. Train anew, or copy it once more.')
  return { header, body }
}

/** A header that could have been written otherwise was not written by us. */
function parsed(bytes: Buffer): Header | undefined {
  try {
    const header: Header = JSON.parse(bytes.toString())
    return JSON.stringify(header) === bytes.toString() ? header : undefined
  } catch {
    return undefined
  }
}

function checksumOf({ version, report, columns }: Omit<Header, 'checksum'>, body: Buffer): string {
  return createHash('sha256').update(JSON.stringify({ version, report, columns })).update(body).digest('hex')
}

const json = (value: unknown): Uint8Array => new Uint8Array(Buffer.from(JSON.stringify(value)))

const wholeEights = (size: number): number => Math.ceil(size / 8) * 8

function padded(column: Column): Buffer {
  const { buffer, byteOffset, byteLength } = column
  return Buffer.concat([Buffer.from(buffer, byteOffset, byteLength)], wholeEights(byteLength))
}
