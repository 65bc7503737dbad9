import { writeModelFile } from '@/lib/model/model-file'
import type { ThreatModel } from '@/lib/model/threat-model'
import type { OutputFile, ReportFormat } from '@/lib/reports/report-format'

/** Bulkhead's own file: the whole model, to keep or to import elsewhere. */
export const modelFormat: ReportFormat = {
  id: 'model',
  label: 'Model file (Bulkhead)',
  extension: 'bulkhead.json',
  mediaType: 'application/json',
  render: async (_report, model) => filesOf(model),
  fromModel: filesOf,
}

function filesOf(model: ThreatModel): OutputFile[] {
  return [{ name: 'model.bulkhead.json', mediaType: 'application/json', text: writeModelFile(model) }]
}
