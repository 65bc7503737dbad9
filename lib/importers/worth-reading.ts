// What lies in a project's folder and declares no system: media, programs, sources, and what other tools keep there.
const otherKinds =
  /\.(png|jpe?g|gif|webp|avif|ico|svg|bmp|tiff?|mp[34]|m4[av]|mov|avi|webm|wav|ogg|flac|woff2?|ttf|otf|eot|pdf|docx?|xlsx?|pptx?|odt|psd|exe|dll|so|dylib|o|a|class|jar|war|pyc|pyd|wasm|node|bin|iso|img|dmg|deb|rpm|apk|whl|nupkg|jsx?|tsx?|mjs|cjs|vue|svelte|py|rb|go|rs|java|kt|scala|cs|fs|php|c|cc|cpp|h|hpp|swift|m|pl|lua|r|jl|ex|exs|erl|hs|clj|dart|sql|css|scss|less|html?|map|lock|sum|proto|csv|tsv|parquet|sqlite3?|db)$/i
const otherFolders =
  /(^|\/)(node_modules|\.git|\.next|vendor|__pycache__|\.venv|__MACOSX|\.idea|\.terraform)\//
const otherNames =
  /(^|\/)(\.DS_Store|Thumbs\.db|package-lock\.json|go\.mod|composer\.lock|tsconfig\.json|package\.json)$/i

const likely =
  /(^|\/)[^/]*((docker|container)file|compose)[^/]*$|\.(ya?ml|json)$|(^|\/)\.?[\w.-]*(env|dockerignore)$/i

// Named after what is built: Dockerfile.node, Dockerfile.php.
const dockerfile = /(^|\/)(docker|container)file[._-][\w.-]*$/i

/** True for files that no importer could make anything of, by the kind that their name says. */
export function isPassedOver(path: string): boolean {
  if (otherFolders.test(path) || otherNames.test(path)) return true
  return otherKinds.test(path) && !dockerfile.test(path)
}

/** Puts the files first that are likely to declare something, so that a limit cuts off the others. */
export function compareWorth(a: string, b: string): number {
  return Number(likely.test(b)) - Number(likely.test(a))
}
