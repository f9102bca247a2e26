/**
 * Variables for which being empty is the same as being absent, or for which presence does no harm to a plan.
 *
 * A task can set variables but not remove them, and a plan asks for some to be removed (null):
 * - imapsync tests `SERVER_SOFTWARE`, `NET_SERVER_SOFTWARE` and `IMAPSYNC_PASSWORD1/2` for truth, and an empty text is false;
 * - Perl takes an empty `PERL5OPT` for none and looks at `PERL5DB` only under `-d`.
 * `POSIXLY_CORRECT` counts as soon as it exists, so it must not be set at all. Where it exists already, it turns
 * abbreviations and `+` off and ends the options at the first stray word, and a plan has neither.
 */
const mustNotBeSet: ReadonlySet<string> = new Set(['POSIXLY_CORRECT']);

/** The variables that a task sets for a plan's environment. */
export function taskEnvironment(planned: Readonly<Record<string, string | null>>): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(planned)) {
    if (value !== null) env[name] = value;
    else if (!mustNotBeSet.has(name)) env[name] = '';
  }
  return env;
}
