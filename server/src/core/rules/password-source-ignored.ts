import { removeUses } from '../model/edits/removeUse.js';
import { type AssignedVariable, assignedVariable } from '../model/settings/environmentVariables.js';
import { defineRule } from './rule.js';
import { hasToken, sides } from './shared/sides.js';

export const passwordSourceIgnored = defineRule({
  id: 'password-source-ignored',
  severity: 'warning',
  category: 'authentication',
  summary: 'A password is given in two ways, and imapsync uses the other one.',
  messages: {
    passfileWins:
      'imapsync will ignore {option} and take the password from the file of {passfile}, and stop with exit code 66 where that file is missing. Remove one of the two.',
    variableWins:
      'imapsync will ignore {option} and take the password from the environment variable {variable}, which is set here for this command. Remove one of the two.',
    variableLoses:
      'imapsync will ignore the environment variable {variable}, which is set here for this command, and take the password from the file of {passfile}. Remove one of the two.',
  },
  check(invocation, { report, text }) {
    const { assignments, launcher } = invocation.syntax;
    const mayAssign = assignments.length + launcher.length > 0;
    for (const side of sides) {
      const password = invocation.last(`password${side}`);
      const passfile = invocation.last(`passfile${side}`);
      if (password === undefined && (passfile === undefined || !mayAssign)) continue;
      if (hasToken(invocation, side)) continue;
      const variable = `IMAPSYNC_PASSWORD${side}`;
      const assigned = mayAssign ? given(assignedVariable(invocation, variable)) : undefined;
      const data = { option: `--password${side}`, passfile: `--passfile${side}`, variable };
      if (password !== undefined && (passfile !== undefined || assigned !== undefined)) {
        report({
          range: password.range,
          message: passfile === undefined ? 'variableWins' : 'passfileWins',
          data,
          related: [{ range: (passfile ?? assigned)!.range, message: 'This one wins.' }],
          suggestions: () => [
            { title: `Remove --password${side}`, edits: removeUses(invocation, text, invocation.all(password.name)) },
          ],
        });
      }
      if (passfile !== undefined && assigned !== undefined) {
        report({
          range: assigned.range,
          message: 'variableLoses',
          data,
          related: [{ range: passfile.range, message: 'This one wins.' }],
        });
      }
    }
  },
});

/** A variable that imapsync certainly sees, with something in it. */
function given(variable: AssignedVariable | undefined): AssignedVariable | undefined {
  return variable?.certain === true && variable.value !== '' ? variable : undefined;
}
