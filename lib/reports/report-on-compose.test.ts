import { describe, expect, it } from 'vitest'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { planImport } from '@/lib/importers/plan-import'
import { readFiles } from '@/lib/importers/read-files'
import { applyChange } from '@/lib/model/apply-change'
import { emptyModel } from '@/lib/model/empty-model'
import { buildReport } from '@/lib/reports/build-report'
import { Report } from '@/lib/reports/report'
import { reportFormats } from '@/lib/reports/report-formats'

// The whole way, with the real catalogue: a Compose file becomes a report.

const compose = `
services:
  web:
    image: nginx:1.25
    ports: ["8080:80"]
    networks: [front, back]
  admin:
    image: portainer/portainer-ce
    privileged: true
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock
    networks: [back]
  db:
    image: postgres:15
    environment:
      POSTGRES_PASSWORD: canary-9f3b
    volumes: ["data:/var/lib/postgresql/data"]
    networks: [back]
volumes:
  data:
networks:
  front:
  back:
`

function importModel() {
  const catalogue = openRepositoryCatalogue()
  const start = emptyModel('Shop', catalogue.hash)
  const { extracts } = readFiles([{ path: 'compose.yaml', text: compose }])
  const plan = planImport(start, extracts, { newId: (key) => key, baseSeq: 0 })
  const model = plan.change ? applyChange(start, plan.change).model : start
  return {
    model,
    catalogue,
    report: buildReport({ model, catalogue, now: '2026-01-15', skipped: plan.skipped }),
  }
}

const { model, report } = importModel()
const byName = (name: string) => report.components.find((component) => component.name === name)

describe('a report on a Compose file', () => {
  it('gives what its schema says', () => {
    expect(Report.parse(report)).toEqual(report)
  })

  it('holds a container on two networks with both', () => {
    expect(
      byName('web')
        ?.inside.map((zone) => zone.name)
        .sort(),
    ).toEqual(['back', 'front'])
    expect(report.drawing.svg).toContain('also in')
    expect(report.drawing.mermaid).toMatch(/also in (?:back|front)/)
  })

  it('puts the privileged container with the engine socket at the top, with its line', () => {
    const [worst] = report.threats
    expect(worst?.element.name).toBe('admin')
    expect(worst?.evidence.join()).toMatch(/compose\.yaml:\d+/)
  })

  it('names the password variable and never its value, in any format', async () => {
    for (const format of reportFormats) {
      for (const file of await format.render(report, model)) expect(file.text).not.toContain('canary-9f3b')
    }
    expect(JSON.stringify(report)).toContain('POSTGRES_PASSWORD')
  })

  it('says of every open threat why it is there and what removes it', () => {
    for (const threat of report.threats.filter((item) => item.state === 'raised')) {
      expect(threat.evidence, threat.key).not.toEqual([])
      expect(threat.mitigations, threat.key).not.toEqual([])
      for (const { id } of threat.mitigations) expect(report.mitigations.map((item) => item.id)).toContain(id)
    }
  })

  it('gives the same bytes when the same file is imported again', async () => {
    const again = importModel()
    for (const format of reportFormats) {
      expect(await format.render(again.report, again.model)).toEqual(await format.render(report, model))
    }
  })
})
