import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

/** Every file below a folder whose bytes hold a text, as UTF-8 or UTF-16, relative to it. */
export function filesHolding(folder: string, text: string): string[] {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = path.join(folder, name)
    if (!statSync(file).isFile()) return false
    const bytes = readFileSync(file)
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
    const plain = isPacked ? gunzipSync(bytes) : bytes
    return forms.some((form) => plain.includes(form))
  })
}

/** What the pages of this origin keep in the browser, as JSON: both storages, cookies and every IndexedDB. */
export async function browserStorage(page: Page): Promise<string> {
  const state = await page.context().storageState({ indexedDB: true })
  const kept = await page.evaluate(async () => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const databases: Record<string, unknown> = {}
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const db = await ask(indexedDB.open(name))
      for (const store of db.objectStoreNames) {
        const objects = db.transaction(store).objectStore(store)
        databases[`${name}/${store}`] = [await ask(objects.getAllKeys()), await ask(objects.getAll())]
      }
      db.close()
    }
    const caches = await window.caches?.keys()
    return { local: { ...localStorage }, session: { ...sessionStorage }, databases, caches }
  })
  return JSON.stringify({ state, kept })
}
