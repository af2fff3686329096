/** Milliseconds that a code is good for. */
export const goodFor = 10 * 60_000;
/** Wrong codes that are looked at, for each code sent. */
export const mostTries = 5;
/** Codes for one submission: the first, and as many again. */
export const mostSends = 1 + 5;
/** Milliseconds from one code to the next. */
export const betweenSends = 30_000;
/** Texts to one number within a day, whoever asks for them: nobody is to be flooded, and a guess stays one in thousands. */
export const mostADay = 10;
export const day = 24 * 60 * 60_000;
