import { load } from 'js-yaml'
import { type Claim, ClaimFile } from '@/lib/coursework/claim'

/** Reads claim files. Throws with the file's name when one is no claim file: they ship with the project. */
export function readClaims(files: readonly { file: string; text: string }[]): Claim[] {
  const claims = files.flatMap(({ file, text }) => {
    const read = ClaimFile.safeParse(load(text))
    if (!read.success)
      throw new Error(`${file}: ${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}`)
    return read.data.claims
  })
  const topics = claims.map(({ topic }) => topic)
  const twice = topics.find((topic, at) => topics.indexOf(topic) !== at)
  if (twice) throw new Error(`The topic ${twice} stands twice in the claims.`)
  return claims
}
