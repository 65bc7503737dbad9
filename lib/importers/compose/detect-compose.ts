import { baseOf } from '@/lib/importers/compose/paths'
import type { InputFile } from '@/lib/importers/extract'
import { isRkeConfig } from '@/lib/importers/kubernetes/detect-kubernetes'

const services = /^(?:["']?)(?:services|include)["']?[ \t]*:/m
const json = /^\uFEFF?\s*\{[\s\S]{0,2000}?"services"\s*:\s*\{/
const kubernetes = /^apiVersion[ \t]*:/m
const parts = /^(?:networks|volumes|secrets|configs|x-[\w-]+)[ \t]*:/m
const firstFormat = /^[\w.-]+:[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]+(?:image|build|extends)[ \t]*:/m

/** Whether a file may be a Compose file or an environment file beside one, by its content. */
export function detectCompose(file: InputFile): 'yes' | 'maybe' | 'no' {
  const { text } = file
  if (isEnvironmentFile(file)) return 'maybe'
  if (json.test(text)) return 'yes'
  if (kubernetes.test(text) && /^kind[ \t]*:/m.test(text)) return 'no'
  if (services.test(text)) return isRkeConfig(text) ? 'no' : 'yes'
  return isComposeName(file.path) || parts.test(text) || firstFormat.test(text) ? 'maybe' : 'no'
}

/** True for names such as compose.yaml, docker-compose.prod.yml, compose.override.yml. */
export function isComposeName(path: string): boolean {
  return /^(docker-)?compose([._-][\w.-]+)?\.ya?ml$/i.test(baseOf(path))
}

/** True for `.env`, `web.env` and the like, when the text has lines of `NAME=value`. */
export function isEnvironmentFile({ path, text }: InputFile): boolean {
  const name = baseOf(path)
  if (/\.(ya?ml|json|toml|ini|conf|sh|md)$|^(docker|container)file[._-]/i.test(name)) return false
  const looksLikeOne = /^\.?env([._-].*)?$|[._-]env$/i.test(name)
  if (!looksLikeOne) return false
  return /^\s*(export\s+)?[A-Za-z_][\w.-]*\s*=/m.test(text.slice(0, 100_000))
}
