import { readAnswer } from '../core/submission/readAnswer.ts';
import { acknowledgeRefusal } from './acknowledgeRefusal.ts';
import { createQueue } from './queue.ts';
import { showRefusal } from './showRefusal.ts';
import { tellLate } from './tellLate.ts';

// What only a submission needs that the collector did not take at once.
export { acknowledgeRefusal, createQueue, readAnswer, showRefusal, tellLate };
