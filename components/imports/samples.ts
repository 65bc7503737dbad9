import type { Chosen } from '@/components/imports/drop-overlay'

/** Projects to try, under public/samples. */
export const samples: readonly { folder: string; title: string; about: string; files: readonly string[] }[] =
  [
    {
      folder: 'shop',
      title: 'Shop',
      about: 'A small web shop: a proxy, two services, a database and a cache.',
      files: ['compose.yaml'],
    },
    {
      folder: 'harbour',
      title: 'Harbour',
      about: 'A booking platform: twenty services on four networks.',
      files: ['compose.yaml', 'notifier.env'],
    },
    {
      folder: 'bulkhead',
      title: 'Bulkhead',
      about: 'Bulkhead itself, as its own container runs it: how hardening shows.',
      files: ['Dockerfile', 'compose.yaml'],
    },
  ]

/** The files of a sample, as if they had been dropped. */
export async function fetchSample({ folder, files }: (typeof samples)[number]): Promise<Chosen> {
  const fetched = files.map(async (name) => {
    const response = await fetch(`/samples/${folder}/${name}`)
    if (!response.ok) throw new Error(`The sample ${folder}/${name} is not on the server.`)
    return { path: `${folder}/${name}`, file: new File([await response.blob()], name) }
  })
  return { files: await Promise.all(fetched), hasMore: false }
}
