import type { Importer, InputFile } from '@/lib/importers/extract'

const SENTENCE =
  'This is a whole Bulkhead model, not a file to import into one. Open it from the list of models instead.'

// Written by canonicalJson, so the version stands first; hand-edited files may have it anywhere near the start.
const beginning = /^\uFEFF?\s*\{\s*"(?:bulkhead"\s*:\s*\d|model"\s*:\s*\{\s*"(?:attached|catalogue)")/

function isModelFile({ text }: InputFile): boolean {
  return beginning.test(text.slice(0, 500))
}

/** Recognises Bulkhead's own file when it is dropped among others, and says where it belongs. It is never merged into a model. */
export const modelFileImporter: Importer = {
  id: 'model-file',
  label: 'Bulkhead model',
  detect: (file) => (isModelFile(file) ? 'yes' : 'no'),
  read: (files) => ({
    extracts: [],
    unreadable: files.map(({ path }) => ({ file: path, line: 1, sentence: SENTENCE })),
  }),
}
