import { readLabel } from '@/lib/importers/submission/category-label'
import { fieldOf } from '@/lib/importers/submission/fields'
import { isPrompt } from '@/lib/importers/submission/noise'
import type { SourceLine } from '@/lib/importers/submission/source-lines'
import { dropAccents } from '@/lib/importers/submission/stride-words'
import type { SectionKind } from '@/lib/importers/submission/submission'

const words = {
  docker: /\bdoc?kers?\b(?![- ]?(?:bench|compose))|\bcontainer engine\b|\bcontenedores\b|\bconteineres\b/,
  kubernetes: /\bkubernet\w*|\bkubern\w*|\bk8s\b|\bclusters?\b|\bkube\b(?!-)/,
  findings:
    /docker[ -]?bench|kube[ -]?bench|\bbench\b|\bfailed\b|\bfailures?\b|\bfindings?\b|\bhardening\b|\bharden(?:ed)?\b|\bcis (?:docker|benchmark|findings|results)\b|\brun results\b|hallazgos|resultados|achados|endurecimiento/,
  threats:
    /\bthre[ae]ds?\b|\bthreats?\b|\bmodel\w*|\bstride\b|\bsurfaces?\b|\battacks?\b|\bamenazas?\b|\bameacas?\b|\brisks?\b|\bgo wrong\b|\bworr|\breview\b|\banalysis\b|\bsecurity\b|\bmodelado\b|\bmodelagem\b|\bvulnerabilit/,
  references:
    /^(?:references?|sources?|bibliograph\w*|links?|fuentes?|fontes?|referenc\w*|works cited|citations?)\s*:?$/,
  rubric:
    /\brubrics?\b|\bgrading\b|\bmarking\b|\bmeets? specifications?\b|\brequires? changes\b|\bevaluation criteria\b|\bcriterios\b/,
  legend:
    /\bstride\b.*\b(?:means|stands|in short|legend|acronym|definitions?|explained)\b|^(?:legend|definitions?|glossary|leyenda|legenda)\b/,
  component:
    /\b(?:clients?|hosts?|daemon|deamon|engine|registry|registries|images?|containers?|volumes?|networks?|api[ -]?server|etcd|kubelet|kube-?proxy|scheduler|controllers?|nodes?|pods?|control[ -]plane|dockerfile|socket|secrets?|dashboard|runtime|objects?|storage)\b/,
}

/** A line that opens a section, how sure that is (1 is sure), and which one. */
export type Heading = { kind: SectionKind; score: number }

/**
 * Scores a line as the heading of a section from how it is drawn, what it names and what stands around it.
 * Undefined when it is none.
 */
export function readHeading(lines: readonly SourceLine[], at: number): Heading | undefined {
  const line = lines[at] as SourceLine
  if (line.isBlank || line.isRule || line.isCode || line.body.length < 3 || line.body.length > 130)
    return undefined
  const text = dropAccents(line.body)
    .toLowerCase()
    .replace(/\s*\(?(?:\d+|five|three|cinco|tres)\)?\s*$/, '')
  const count = text.split(/\s+/).length
  if (count > 18 || isPrompt(line.body) || /\|.*\|/.test(line.body)) return undefined
  if (/\[?\b(?:fail|pass|warn|info|note)\]/i.test(line.body) || /^\W*\d+\.\d+/.test(line.body))
    return undefined
  const named = kindOf(text)
  const field = fieldOf(line.body)
  if (
    field &&
    line.heading !== 1 &&
    line.heading !== 2 &&
    (field.rest || /mitigation|detail/.test(field.kind))
  )
    return undefined
  const drawn = line.heading > 0
  if (!named)
    return line.heading > 0 && line.heading <= 2 && count <= 8 && !readLabel(line.body)
      ? { kind: 'other', score: 0.5 }
      : undefined

  let score = named.isTopic ? 0.35 : 0.1
  const label = readLabel(line.body)
  if (label && label.strength >= 0.85) score -= label.where === 'end' && named.isTopic ? 0.3 : 0.9
  if (drawn) score += line.heading === 7 ? 0.3 : 0.35
  if (/[:：]$/.test(line.body)) score += 0.2
  if (line.body === line.body.toUpperCase() && /[A-Z]{5}/.test(line.body)) score += 0.2
  if (/[.;,!]$/.test(line.body) || (/[.?!] \S/.test(line.body) && count > 6)) score -= 0.45
  if (count <= 5) score += 0.25
  else if (count > 10) score -= 0.2
  if (line.indent >= 3 && !drawn) score -= 0.3
  if (line.marker && !drawn) score -= line.marker === 'threat' ? 0 : 0.25
  if (line.marker && !drawn && named.hasComponent) score -= 0.35
  if (/^(?:[a-z]|\d)/.test(line.body) && !drawn) score -= 0.1
  const previous = lines[at - 1]
  if (!previous || previous.isBlank || previous.isRule) score += 0.15
  const next = lines.slice(at + 1, at + 12).find((one) => !one.isBlank && !one.isRule)
  if (next && isPrompt(next.body)) score += 0.5
  if (/^(?:docker|kubernetes|k8s)\W*$/.test(text) && line.indent === 0) score += 0.25
  // An outline: what is indented below a short numbered line belongs to it.
  if (line.marker && line.indent === 0 && next && next.indent >= 2 && count <= 2) score += 0.3
  if (named.hasComponent && !named.isTopic) score -= 0.45
  return score >= 0.5 ? { kind: named.kind, score: Math.min(1, score) } : undefined
}

function kindOf(text: string): { kind: SectionKind; isTopic: boolean; hasComponent: boolean } | undefined {
  if (words.references.test(text)) return { kind: 'references', isTopic: true, hasComponent: false }
  if (words.rubric.test(text)) return { kind: 'rubric', isTopic: true, hasComponent: false }
  if (words.legend.test(text) && !words.docker.test(text) && !words.kubernetes.test(text))
    return { kind: 'legend', isTopic: true, hasComponent: false }
  const isDocker = words.docker.test(text)
  const isKubernetes = words.kubernetes.test(text)
  const isTopic = words.threats.test(text)
  const hasComponent = words.component.test(text.replace(/container engine/g, ''))
  const bench = /bench|\bfailures?\b|\bfailed\b|findings?\b|\bharden/.test(text)
  if (words.findings.test(text) && (bench || !(isDocker || isKubernetes) || !isTopic))
    return { kind: 'findings', isTopic: true, hasComponent: false }
  if (isDocker && isKubernetes) return { kind: 'threats', isTopic, hasComponent }
  if (isDocker) return { kind: 'docker', isTopic, hasComponent }
  if (isKubernetes) return { kind: 'kubernetes', isTopic, hasComponent }
  if (/^(?:stride )?threats?(?: model\w*)?\s*:?$|^stride\s*:?$|threat model/.test(text))
    return { kind: 'threats', isTopic: true, hasComponent: false }
  return undefined
}
