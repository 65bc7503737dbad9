import type { ExtractBuilder } from '@/lib/importers/compose/builder'
import { keyName } from '@/lib/importers/compose/keys'
import { readExternal } from '@/lib/importers/compose/networks'
import { bodyOf, type Project } from '@/lib/importers/compose/project'
import { isSecretName, secretPart } from '@/lib/importers/compose/secret-names'
import { entryAt, type ServiceContext } from '@/lib/importers/compose/service-context'
import { itemsOf, toScalarText, valueAt } from '@/lib/importers/yaml/yaml-node'

const kinds = {
  secrets: { type: 'docker-secret', part: 'secret', flow: 'flow-secret', label: 'secret' },
  configs: { type: 'docker-config', part: 'config', flow: 'flow-config', label: 'configuration' },
} as const

/** Adds the declared secrets and configurations. Their content is looked at for whether it holds credentials, and forgotten. */
export function addGrants(project: Project, out: ExtractBuilder, hostKey: string): void {
  for (const section of ['secrets', 'configs'] as const) {
    const { type, part } = kinds[section]
    for (const [name, object] of project.sections[section]) {
      const key = project.key(part, keyName(name))
      out.component({ key, type, name, parentKey: hostKey, zoneKeys: [hostKey], place: object.entry })
      const external = readExternal(project, object)
      out.fact(key, 'external', external.value, external.place)
      const content = bodyOf(object).entries.get('content')
      if (section === 'configs' && content && holdsSecret(toScalarText(content.value) ?? '')) {
        out.fact(key, 'containsSecrets', true, content)
      }
    }
  }
}

function holdsSecret(content: string): boolean {
  return content
    .slice(0, 100_000)
    .split(/\r?\n/)
    .some((line) => {
      const [, name = '', value = ''] =
        /^\s*-?\s*["']?([\w.-]{1,100})["']?\s*[:=]\s*["']?([^"'#]{0,500})/.exec(line) ?? []
      return isSecretName(name) && value.trim() !== '' && !value.includes('${')
        ? true
        : secretPart('', line) !== undefined
    })
}

/** Adds a flow from each secret and configuration to the service that is given it. */
export function addGiven(context: ServiceContext): void {
  for (const section of ['secrets', 'configs'] as const) {
    const { part, flow, label } = kinds[section]
    for (const node of itemsOf(entryAt(context, section)?.value)) {
      const name = context.project.read(valueAt(node, 'source') ?? node)?.text
      if (name === undefined) continue
      const from = context.project.key(part, keyName(name))
      if (!context.out.has(from)) {
        context.project.skip(
          node,
          `services.${context.name}.${section}`,
          `This ${label} is not declared under the top-level "${section}".`,
        )
        continue
      }
      context.out.flow({
        key: context.project.flowKey(part, from, context.key),
        type: flow,
        from,
        to: context.key,
        place: node,
      })
    }
  }
}
