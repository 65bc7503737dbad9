import { load } from 'js-yaml'
import { CatalogueFile } from '@/lib/catalogue/entries'
import { lintPack } from '@/lib/catalogue/lint-pack'
import { compilePack, type Pack } from '@/lib/catalogue/pack'
import { describeIssue } from '@/lib/model/model-file'

export type PackProblem = { file: string; sentence: string }
export type PackResult = { ok: true; pack: Pack } | { ok: false; problems: PackProblem[] }

/**
 * Reads the YAML files of a catalogue into a pack. Every mistake is listed with its file: wrong YAML, wrong form, and
 * whatever the linter finds (unknown attributes, dangling references).
 */
export function readPack(files: readonly { file: string; text: string }[]): PackResult {
  const problems: PackProblem[] = []
  const parsed: CatalogueFile[] = []
  for (const { file, text } of files) {
    try {
      const result = CatalogueFile.safeParse(load(text))
      if (result.success) parsed.push(result.data)
      else problems.push(...result.error.issues.map((issue) => ({ file, sentence: describeIssue(issue) })))
    } catch (error) {
      problems.push({ file, sentence: `This is not YAML: ${(error as Error).message}` })
    }
  }
  if (problems.length > 0) return { ok: false, problems }
  const pack = compilePack(parsed)
  const found = lintPack(pack).map((sentence) => ({ file: 'catalogue', sentence }))
  return found.length > 0 ? { ok: false, problems: found } : { ok: true, pack }
}
