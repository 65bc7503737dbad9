import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { openCatalogue } from '@/lib/catalogue/catalogue'
import { CATALOGUE_FOLDER, readCatalogue } from '@/lib/cli/read-catalogue'
import { readClaims } from '@/lib/coursework/read-claims'
import { keepClaims } from '@/lib/db/coursework/claim-book'
import { keepPack } from '@/lib/db/packs'
import { keepScenarios } from '@/lib/db/scenarios'
import { isSeededFrom, markSeeded } from '@/lib/db/seed-mark'
import { withDatabase } from '@/lib/db/with-database'
import { env } from '@/lib/env/env'
import { canonicalJson, sha256Hex } from '@/lib/model/canonical'
import { writeModelFile } from '@/lib/model/model-file'
import { createSetupLink } from '@/lib/services/create-setup-link'
import { buildScenario } from '@/prisma/scenarios/build-scenario'
import { readSample } from '@/prisma/scenarios/read-sample'
import { scenarioList } from '@/prisma/scenarios/scenario-list'

const CLAIMS_FOLDER = path.join('prisma', 'claims')

export type SeedOptions = {
  databaseUrl: string
  dataDir: string
  /** What browsers see, for the link; the environment's when it is not given. */
  appOrigin?: string
  /** The checkout, when it is not the current folder. */
  root?: string
}

/**
 * Brings a migrated database its content: the catalogue's pack and the samples. While nobody owns the installation, it
 * makes a fresh one-time link to set it up. Seeding again changes nothing else.
 * @returns lines for the person who starts the server.
 * @throws Error with a sentence for each mistake in the catalogue.
 */
export function seed({
  databaseUrl,
  dataDir,
  appOrigin = env().appOrigin,
  root = process.cwd(),
}: SeedOptions): Promise<string[]> {
  return withDatabase({ databaseUrl, dataDir }, async () => {
    await seedContent(root)
    const link = await createSetupLink()
    return link === undefined ? [] : [`Set up Bulkhead here, once, within a day: ${appOrigin}${link}`]
  })
}

/** Compiling and laying out take a second, so nothing is done when neither the content nor this code has changed. */
async function seedContent(root: string): Promise<void> {
  const samples = scenarioList.map((source) => ({ source, files: readSample(source.folder, root) }))
  const folder = path.join(root, CATALOGUE_FOLDER)
  const claims = readTexts(path.join(root, CLAIMS_FOLDER))
  const digest = sha256Hex(canonicalJson([ownCode(), readTexts(folder), samples, claims]))
  if (await isSeededFrom(digest)) return
  const result = readCatalogue(folder)
  if (!result.ok) {
    throw new Error(result.problems.map(({ file, sentence }) => `${file}: ${sentence}`).join('\n'))
  }
  await keepPack(result.pack, new Date().toISOString())
  const catalogue = openCatalogue(result.pack)
  const scenarios = samples.map(({ source, files }, position) => ({
    id: source.id,
    name: source.name,
    position,
    body: writeModelFile(buildScenario(source, files, catalogue)),
  }))
  await keepScenarios(scenarios)
  await keepClaims(
    canonicalJson(
      readClaims(
        claims.map((text) => ({
          file: text.split('\n', 1)[0] ?? '',
          text: text.slice(text.indexOf('\n') + 1),
        })),
      ),
    ),
  )
  await markSeeded(digest)
}

/** The bundle that the launcher makes of this file and all that it imports. */
function ownCode(): string {
  return readFileSync(new URL(import.meta.url), 'utf8')
}

function readTexts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => `${name}\n${readFileSync(path.join(folder, name), 'utf8')}`)
}
