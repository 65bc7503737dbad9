import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectFolder } from '@/lib/cli/repository-catalogue'
import type { Claim } from '@/lib/coursework/claim'
import { readClaims } from '@/lib/coursework/read-claims'

/** The project's own claims, from `prisma/claims`. Throws when a file of them is wrong. */
export function openRepositoryClaims(): Claim[] {
  const folder = path.join(projectFolder(), 'prisma', 'claims')
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name))
  return readClaims(
    names.sort().map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') })),
  )
}
