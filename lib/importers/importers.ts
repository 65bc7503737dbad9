import { composeImporter } from '@/lib/importers/compose/compose-importer'
import type { Importer } from '@/lib/importers/extract'
import { kubernetesImporter } from '@/lib/importers/kubernetes/kubernetes-importer'
import { modelFileImporter } from '@/lib/importers/model-file/model-file-importer'

/** Every format that Bulkhead reads. A new one is a folder with fixtures and a line here. */
export const IMPORTERS: readonly Importer[] = [composeImporter, kubernetesImporter, modelFileImporter]
