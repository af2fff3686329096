/** What a person at the command line can put right: told in one sentence, with exit code 2. */
export class Misuse extends Error {}
