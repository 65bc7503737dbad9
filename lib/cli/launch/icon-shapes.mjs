import { readFileSync } from 'node:fs'
import * as lucide from 'lucide-react'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import * as brands from 'simple-icons'
import { inRoot } from './paths.mjs'

/** Where the browser finds them. */
export const SHAPES_FILE = 'public/icons/shapes.svg'

/** Names of the catalogue that lucide has since given to something else, or calls otherwise. */
const called = { 'box-select': 'SquareDashed', 'globe-2': 'Earth' }

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1)

/**
 * One file with the shapes of all icons that the app names: those of components/ui/icons.tsx, and those of component types.
 * @returns {string} an SVG document of symbols
 * @throws {Error} when a name is neither lucide's nor a brand's.
 */
export function iconShapes() {
  const source = readFileSync(inRoot('components/ui/icons.tsx'), 'utf8')
  const types = JSON.parse(readFileSync(inRoot('components/canvas/type-icons.json'), 'utf8'))
  const ofShell = [...source.matchAll(/ icon\('([a-z0-9-]+)'\)/g)].map(([, name]) => name)
  const symbols = [
    ...[...new Set([...ofShell, ...types.lucide, 'user', 'box', 'database', 'square-dashed'])]
      .sort()
      .map((name) => symbol(name, linesOf(name))),
    ...types.brands.map((slug) => symbol(`simple-${slug}`, `<path d="${brandOf(slug)}"/>`)),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`
}

const symbol = (id, shape) => `<symbol id="${id}" viewBox="0 0 24 24">${shape}</symbol>`

function linesOf(name) {
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: every name is wanted by what others wrote.
  const icon = lucide[called[name] ?? name.split('-').map(capital).join('')]
  if (!icon) throw new Error(`lucide has no icon "${name}". Choose another name in components/ui/icons.tsx.`)
  // Without the element around it: what uses the shape says how thick its lines are.
  return renderToStaticMarkup(createElement(icon)).replace(/^<svg[^>]*>|<\/svg>$/g, '')
}

function brandOf(slug) {
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: as above.
  const brand = brands[`si${capital(slug)}`]
  if (!brand) throw new Error(`simple-icons has no brand "${slug}". Choose another in type-icons.json.`)
  return brand.path
}
