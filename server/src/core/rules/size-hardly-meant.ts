import { defineRule } from './rule.js';
import { anyGiven } from './shared/given.js';
import { removal } from './shared/removal.js';
import { changeValue } from './shared/valueEdit.js';

/** Hardly a message has fewer bytes than its headers take. */
const smallestMessage = 1000;

const isConcerned = anyGiven('maxsize');

export const sizeHardlyMeant = defineRule({
  id: 'size-hardly-meant',
  severity: 'warning',
  category: 'selection',
  summary: 'A size limit that no message, or hardly one, fits.',
  messages: {
    nothing:
      'No message is that small: with --maxsize {size} imapsync will copy nothing. Leave the option out for no limit.',
    bytes:
      'imapsync counts --maxsize in bytes, and a message of at most {size} bytes hardly exists: nearly nothing will be copied. For {size} megabytes write {megabytes}.',
    crossed:
      'No message is larger than {minsize} bytes and no larger than {maxsize}: with both limits imapsync will copy nothing.',
  },
  check(invocation, context) {
    if (!isConcerned(invocation)) return;
    const largest = invocation.last('maxsize');
    if (largest?.value == null || largest.value === '') return;
    const size = numberOf(largest.value);
    const range = largest.valueRange ?? largest.range;
    // Presets put their own limit in the place of 0.
    const isPreset = ['office2', 'exchange2'].some((name) => invocation.isSet(name) === true);
    if (size < 0 || (size === 0 && !isPreset)) {
      context.report({
        range,
        message: 'nothing',
        severity: 'error',
        data: { size: largest.value },
        suggestions: () => removal(invocation, context.text, invocation.all('maxsize')),
      });
    } else if (size > 0 && size < smallestMessage) {
      const megabytes = String(size * 1_000_000);
      context.report({
        range,
        message: 'bytes',
        data: { size: String(size), megabytes },
        suggestions: () => changeValue(invocation, context.text, largest, megabytes, `Change to ${megabytes} bytes`),
      });
    }
    const smallest = invocation.last('minsize');
    if (smallest?.value == null || smallest.value === '' || size <= 0) return;
    if (!(numberOf(smallest.value) >= size)) return;
    context.report({
      range,
      message: 'crossed',
      severity: 'error',
      data: { minsize: smallest.value, maxsize: largest.value },
      related: [{ range: smallest.range, message: '--minsize is given here.' }],
    });
  },
});

function numberOf(value: string): number {
  return Number(value.replaceAll('_', ''));
}
