import type { BundleFile } from '@/lib/coursework/criterion'
import type { ExpectedFile } from '@/lib/coursework/rubric/check-rule'

/** A name without folders, endings (`.txt.txt`), case, numbers in front and signs. */
function plainName(path: string): string {
  const base = path.split('/').at(-1) ?? path
  return base
    .toLowerCase()
    .replace(/(?:\.[a-z0-9]{1,5}){1,3}$/, '')
    .replace(/^[\d\W_]+(?=[a-z])/, '')
    .replace(/[^a-z0-9]+/g, '')
}

/** The file that an expected one most likely is: same name, a name that holds it, or one with a slip of the pen. */
export function findExpected(files: readonly BundleFile[], expected: ExpectedFile): BundleFile | undefined {
  const wanted = [expected.name, ...expected.also].map(plainName).filter((name) => name.length > 2)
  const named = files.map((file) => ({ file, name: plainName(file.path) }))
  for (const name of wanted) {
    const same = named.find((one) => one.name === name)
    if (same) return same.file
  }
  for (const name of wanted) {
    if (name.length < 5) continue
    const near = named.find((one) => one.name.includes(name) || isNear(one.name, name))
    if (near) return near.file
  }
  return undefined
}

/** Whether two names of some length differ by at most two letters. */
function isNear(a: string, b: string): boolean {
  if (b.length < 8 || Math.abs(a.length - b.length) > 2) return false
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++)
      row.push(
        Math.min(
          (last[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      )
    last = row
  }
  return (last[b.length] ?? 9) <= 2
}
