// @ts-check
/**
 * What a module imports when it runs: types are gone by then.
 * @param {string} text
 */
export function runtimeImportsOf(text) {
  return importsOf(text.replace(/^(?:import|export) type\s[^;]*;$/gm, ''));
}

/**
 * What a module imports or passes on, as written. It relies on the formatter: statements begin at the start of a line.
 * @param {string} text
 * @returns {readonly string[]}
 */
export function importsOf(text) {
  const statements = text.matchAll(/^(?:import|export)\s(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm);
  const expressions = text.matchAll(/\b(?:import|require)\(\s*['"]([^'"]+)['"]/g);
  return [...statements, ...expressions].map(([, specifier = '']) => specifier);
}
