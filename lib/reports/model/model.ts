import { writeModelFile } from '@/lib/model/model-file'
import type { ReportFormat } from '@/lib/reports/report-format'

/** Bulkhead's own file: the whole model, to keep or to import elsewhere. */
export const modelFormat: ReportFormat = {
  id: 'model',
  label: 'Model file (Bulkhead)',
  extension: 'bulkhead.json',
  mediaType: 'application/json',
  render: async (_report, model) => [
    { name: 'model.bulkhead.json', mediaType: 'application/json', text: writeModelFile(model) },
  ],
}
