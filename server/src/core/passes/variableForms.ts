/**
 * Whether a variable as it is written has the variable's own value: `$x`, `${x}`, `${x-…}`, `${x:?…}`, `%x%`, `!x!`, `%%i`,
 * `%~1`, `$env:x`, `@x`; not `${x%.*}`, `${#x}`, `${x[0]}`, `%x:~1%`, `%~dp0`, `$x.Name`.
 */
export function standsForVariable(written: string, name: string): boolean {
  const sign = written.charAt(0);
  if (sign === '%' || sign === '!') {
    const inside = written.replace(/^(?:%%?~?|!)|[%!]$/g, '');
    return sameName(inside, name);
  }
  if (!written.startsWith('${')) {
    if (sign !== '$' && sign !== '@') return true;
    const inside = written.slice(1);
    return sameName(inside, name) || sameName(inside, `env:${name}`);
  }
  const inside = written.slice(2);
  if (!inside.startsWith(name)) return inside.toLowerCase().startsWith('env:');
  return /^(?:\}|:?[-=?]|\[[@*]\]\}$)/.test(inside.slice(name.length));
}

/** `${x:-…}` and its kin take the value of `x` unless that is empty. */
export function hasFallbackForEmpty(written: string, name: string): boolean {
  return written.startsWith(`\${${name}:`);
}

/** `$@`, `"${a[@]}"`, PowerShell's `@args` and `$args`: each element is a word of its own. */
export function isListForm(written: string, name: string | undefined): boolean {
  return name === '@' || name === '*' || /\[[@*]\]\}$/.test(written) || /^(?:@\w|\$args$)/i.test(written);
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
