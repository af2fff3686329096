import type { AnswerMemory } from './types.ts';

/** A bound on memory. */
const mostAnswers = 10_000;

/** The answers of this process; the oldest are forgotten first. */
export function answerMemory(most = mostAnswers): AnswerMemory {
  const answers = new Map<string, string>();
  return {
    get: (id) => answers.get(id),
    set(id, answer) {
      answers.set(id, answer);
      for (const oldest of answers.keys()) {
        if (answers.size <= most) return;
        answers.delete(oldest);
      }
    },
  };
}
