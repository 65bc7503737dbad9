/** A named model that development, tests and screenshots share: what a new workspace starts with. */
export type ScenarioSource = {
  /** The model's id in the first workspace, and the seed of the ids inside it. */
  id: string
  name: string
  description: string
  /** Under public/samples; everything in it is imported. */
  folder: string
}

export const scenarioList: readonly ScenarioSource[] = [
  {
    id: 'sample-shop',
    name: 'Shop (sample)',
    description:
      'A small web shop on Docker Compose: a proxy, two services of its own, a database and a cache.',
    folder: 'shop',
  },
  {
    id: 'sample-harbour',
    name: 'Harbour (sample)',
    description: 'The booking platform of a harbour on Docker Compose: twenty services on four networks.',
    folder: 'harbour',
  },
]
