import { openCatalogue } from '@/lib/catalogue/catalogue'
import type { Pack } from '@/lib/catalogue/pack'
import type { Claim } from '@/lib/coursework/claim'
import { type ArrivedFile, type ArrivedUnit, groupFiles, isNoise } from '@/lib/coursework/intake/group-files'
import { matchStudent, nameFromPath } from '@/lib/coursework/intake/match-student'
import { readUnit } from '@/lib/coursework/intake/read-unit'
import type { Rubric } from '@/lib/coursework/rubric/rubric'
import { isZip, readZip } from '@/lib/importers/archive/read-zip'
import type { SentFile, TakeIn, TakenIn } from '@/lib/workers/coursework-protocol'

const LIMITS = { files: 20_000, fileBytes: 5_000_000, totalBytes: 200_000_000 }
/** Of the archive of one student inside of the archive of all. */
const INNER_LIMITS = { files: 1_000, fileBytes: 2_000_000, totalBytes: 20_000_000 }

/** Unpacks, sorts by student and reads what was sent. Nothing is dropped: what cannot be read is a unit or a refusal. */
export function takeIn({ files, students, content }: TakeIn): TakenIn {
  const tools = {
    catalogue: openCatalogue(JSON.parse(content.pack) as Pack),
    claims: JSON.parse(content.claims) as Claim[],
    rubric: JSON.parse(content.rubric) as Rubric,
  }
  const refused: TakenIn['refused'] = []
  const arrived = files.flatMap((file) => unpack(file, refused, true))
  const units = groupFiles(arrived, (path) => matchStudent(path, students)?.id)
  return {
    refused,
    units: units.map((unit) => ({
      path: unit.path,
      studentId: matchUnit(unit, students),
      guessedName: nameFromPath(unit.path),
      work: readUnit(unit, tools),
    })),
  }
}

function matchUnit(unit: ArrivedUnit, students: TakeIn['students']): string | undefined {
  return matchStudent(unit.path, students)?.id
}

function unpack(file: SentFile, refused: TakenIn['refused'], isOuter: boolean): ArrivedFile[] {
  if (!isZip(file.bytes)) return [toArrived(file)]
  const { files, refused: left } = readZip(file.bytes, isOuter ? LIMITS : INNER_LIMITS)
  for (const { path, sentence } of left)
    if (!isNoise(path)) refused.push({ path: path ? `${file.path}: ${path}` : file.path, sentence })
  // The archive of one student is that student's folder.
  const folder = isOuter ? '' : `${file.path.replace(/\.zip$/i, '')}/`
  return files.flatMap((inner) => {
    if (isNoise(inner.path)) return []
    if (isOuter && isZip(inner.bytes)) return unpack(inner, refused, false)
    return [toArrived({ path: folder + inner.path, bytes: inner.bytes })]
  })
}

function toArrived({ path, bytes }: SentFile): ArrivedFile {
  const text = bytes.length <= LIMITS.fileBytes ? decode(bytes) : undefined
  return { path, bytes: bytes.length, ...(text === undefined ? {} : { text }) }
}

/** UTF-8, UTF-16 by its mark, or Windows' Western letters; undefined for what is no text. */
function decode(bytes: Uint8Array): string | undefined {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)
  if (mark === 0xfffe) return new TextDecoder('utf-16le').decode(bytes)
  if (mark === 0xfeff) return new TextDecoder('utf-16be').decode(bytes)
  const isBinary = bytes.subarray(0, 4_000).some((byte) => byte === 0)
  if (isBinary) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes)
    const strange = text.slice(0, 8_000).match(/[^\P{Cc}\t\n\r\f]/gu)?.length ?? 0
    return strange > 20 ? undefined : text
  }
}
