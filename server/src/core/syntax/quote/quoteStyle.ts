/** How a word is quoted: in single quotes, in double quotes, or with the dialect's escape sign in front of what needs one. */
export type QuoteStyle = 'single' | 'double' | 'bare';
