/** The version of this tool, the same as in its package manifest (a test compares them). */
export const version = '0.3.0';
