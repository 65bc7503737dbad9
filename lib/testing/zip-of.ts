import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of an archive to test with; what is given beside name and data is written as it is, true or not. */
export type ZipPart = {
  name: string
  data: Uint8Array
  method?: number
  flags?: number
  crc?: number
  /** What the lists claim. */
  size?: number
  packedSize?: number
  /** Unix mode, such as 0o120777 of a link. */
  mode?: number
  /** Where the list says that it begins. */
  offset?: number
}

/** Writes a zip archive byte by byte, so that tests can also write wrong ones. */
export function zipOf(parts: readonly ZipPart[], claimedCount = parts.length): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const { method = 8, flags = 0x800, mode = 0o100644 } = part
    const name = Buffer.from(part.name)
    const packed = method === 8 ? deflateRawSync(part.data) : Buffer.from(part.data)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(flags, 2)
    fields.writeUInt16LE(method, 4)
    fields.writeUInt32LE(part.crc ?? crc32(part.data), 10)
    fields.writeUInt32LE(part.packedSize ?? packed.length, 14)
    fields.writeUInt32LE(part.size ?? part.data.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const entry = Buffer.alloc(46)
    entry.write('PK\x01\x02', 0, 'latin1')
    entry.writeUInt16LE((3 << 8) | 20, 4)
    fields.copy(entry, 6)
    entry.writeUInt32LE((mode << 16) >>> 0, 38)
    entry.writeUInt32LE(part.offset ?? at, 42)
    central.push(entry, name)
    const local = [Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed]
    locals.push(...local)
    at += local.reduce((sum, { length }) => sum + length, 0)
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(claimedCount, 8)
  end.writeUInt16LE(claimedCount, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...locals, list, end]))
}
