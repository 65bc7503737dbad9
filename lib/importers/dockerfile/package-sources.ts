import type { ExtractBuilder, Place } from '@/lib/importers/compose/builder'
import { joinNatural } from '@/lib/importers/compose/keys'
import type { Ecosystem, Install } from '@/lib/importers/dockerfile/installs'

const names: Record<Exclude<Ecosystem, 'os'>, string> = {
  pypi: 'PyPI',
  npm: 'npm registry',
  rubygems: 'RubyGems',
  go: 'Go modules',
  crates: 'crates.io',
  packagist: 'Packagist',
  nuget: 'NuGet',
  chocolatey: 'Chocolatey',
}

type Use = { install: Install; place: Place; imageKey: string }

/**
 * Where the packages of languages come from. Many Dockerfiles fetch from one source, so what is known of it is the worst
 * that any of them does. Distributions sign their packages and are not drawn.
 */
export class PackageSources {
  private readonly uses = new Map<Exclude<Ecosystem, 'os'>, Use[]>()

  add(install: Install, place: Place, imageKey: string): void {
    if (install.ecosystem === 'os') return
    this.uses.set(install.ecosystem, [
      ...(this.uses.get(install.ecosystem) ?? []),
      { install, place, imageKey },
    ])
  }

  write(out: ExtractBuilder, scope: string): void {
    for (const [ecosystem, uses] of this.uses) {
      const [first] = uses
      if (!first) continue
      const key = joinNatural('packages', ecosystem)
      out.component({ key, type: 'package-source', name: names[ecosystem], place: first.place })
      const loose = uses.find(({ install }) => install.isPinned === false)
      if (loose) out.fact(key, 'pinned', false, loose.place)
      else if (uses.every(({ install }) => install.isPinned)) out.fact(key, 'pinned', true, first.place)
      if (uses.every(({ install }) => install.isVerified)) out.fact(key, 'verified', true, first.place)
      for (const { imageKey, place } of uses) {
        const from = `${ecosystem}->${imageKey}`
        out.flow({
          key: joinNatural(scope, 'flow', 'packages', from),
          type: 'flow-build',
          from: key,
          to: imageKey,
          place,
        })
      }
    }
  }
}
