export function lintPack(_pack: import('@/lib/catalogue/pack').Pack): string[] {
  return []
}
