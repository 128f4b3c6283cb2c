const REQUIRE_CALL = /\brequire\(\s*(["'`])([^"'`]*)\1\s*\)/g
const MODULE_SYNTAX = /^\s*(import\s[^(]|export\s)/m

/**
 * Fails on a bundle that could not load where it is meant to run: one with module syntax, or one that requires
 * anything but the allowed modules. A window whose preload does not load opens all the same, without its bridge.
 */
export function assertRequiresOnly(source: string, allowed: readonly string[], name: string): void {
  if (MODULE_SYNTAX.test(source)) throw new Error(`${name} holds import or export statements and is not CommonJS.`)
  for (const match of source.matchAll(REQUIRE_CALL)) {
    const required = match[2] ?? ''
    if (!allowed.includes(required)) throw new Error(`${name} requires "${required}", which it cannot load.`)
  }
}
