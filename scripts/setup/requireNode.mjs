// @ts-check
// Everything here has to run on any Node that knows ES modules, so that the message is all that people see.

const oldest = { major: 20, minor: 19 };

/** Ends the process with a message where Node is older than `engines.node` of package.json says. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return;
  console.error(
    `imapsync-lint needs Node ${oldest.major}.${oldest.minor} or newer; this is Node ${process.versions.node}.`,
  );
  process.exit(1);
}
