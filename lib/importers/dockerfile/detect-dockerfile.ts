import { baseOf } from '@/lib/importers/compose/paths'
import type { InputFile } from '@/lib/importers/extract'

const INSTRUCTIONS =
  /^(ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)$/i

const LOOKED_AT = 20_000

/** Whether a file is a Dockerfile, by its first instructions; what stands beside one, such as its ignore file, may be. */
export function detectDockerfile({ path, text }: InputFile): 'yes' | 'maybe' | 'no' {
  if (isIgnoreFile(path)) return 'maybe'
  const first = firstInstructions(text.slice(0, LOOKED_AT).replace(/^\uFEFF/, ''))
  const isNamed = isDockerfileName(path)
  const from = first.find(({ keyword }) => keyword.toUpperCase() !== 'ARG')
  const isSound = from !== undefined && /^FROM$/i.test(from.keyword) && isFromLine(from.rest)
  if (isSound && (isNamed || first.every(({ keyword }) => INSTRUCTIONS.test(keyword)))) return 'yes'
  return isNamed ? 'maybe' : 'no'
}

/** True for `.dockerignore` and `web.Dockerfile.dockerignore`. */
export function isIgnoreFile(path: string): boolean {
  return /(^|\.)dockerignore$/i.test(baseOf(path))
}

/** True for Dockerfile, Dockerfile.web, web.Dockerfile, Containerfile and the like. */
export function isDockerfileName(path: string): boolean {
  const name = baseOf(path)
  if (/\.(md|txt|sh|ya?ml|json|toml|py|js|ts|html|png)$/i.test(name)) return false
  return /(^|[._-])(docker|container)file([._-][\w.-]*)?$/i.test(name)
}

function isFromLine(rest: string): boolean {
  return /^(--[a-z]+=\S+\s+)*[^\s<>()'`,;]+(\s+as\s+[\w.-]+)?$/i.test(rest.trim())
}

/** The first lines that begin an instruction, continued lines and comments passed over. */
function firstInstructions(text: string): { keyword: string; rest: string }[] {
  const found: { keyword: string; rest: string }[] = []
  let isContinued = false
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (/^\s*(#|$)/.test(line)) continue
    const start = /^\s*(\S+)(.*)$/.exec(line)
    if (!isContinued && start) {
      // What follows a heredoc may be anything.
      if (found.length >= 8 || /<<-?["']?\w/.test(line)) break
      found.push({ keyword: start[1] as string, rest: (start[2] ?? '').trim().slice(0, 500) })
    }
    isContinued = /[\\`]\s*$/.test(line)
  }
  return found
}
