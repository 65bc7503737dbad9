import { composeImporter } from '@/lib/importers/compose/compose-importer'
import { dockerfileImporter } from '@/lib/importers/dockerfile/dockerfile-importer'
import type { Importer } from '@/lib/importers/extract'
import { kubernetesImporter } from '@/lib/importers/kubernetes/kubernetes-importer'
import { modelFileImporter } from '@/lib/importers/model-file/model-file-importer'

/**
 * Every format that Bulkhead reads. A new one is a folder with fixtures and a line here. Dockerfiles come last: they
 * are joined to the images that the others found.
 */
export const IMPORTERS: readonly Importer[] = [
  composeImporter,
  kubernetesImporter,
  modelFileImporter,
  dockerfileImporter,
]
