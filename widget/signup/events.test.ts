import { describe, expect, test } from 'vitest';
import { createEmitter } from './events.ts';

function world() {
  const announced: [string, unknown][] = [];
  const events = createEmitter((name, detail) => announced.push([name, detail]));
  const heard: string[] = [];
  return { announced, events, heard };
}

/** What reaches the page's own error handling while `run` runs. In Node that is the process's. */
async function reportedDuring(run: () => void): Promise<unknown[]> {
  const others = process.listeners('uncaughtException');
  const reported: unknown[] = [];
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (error) => reported.push(error));
  run();
  await new Promise((done) => setImmediate(done));
  process.removeAllListeners('uncaughtException');
  for (const listener of others) process.on('uncaughtException', listener);
  return reported;
}

test('every listener of a name is called with the detail, and with no other event', () => {
  const { events, heard } = world();
  events.on('sent', ({ id, outcome }) => heard.push(`first ${id} ${outcome}`));
  events.on('sent', ({ id }) => heard.push(`second ${id}`));
  events.on('waiting', () => heard.push('waiting'));
  events.emit('sent', { id: '1', outcome: 'linked' });
  expect(heard).toEqual(['first 1 linked', 'second 1']);
});

test('a listener that throws affects neither the others nor the emitter, and is reported', async () => {
  const { announced, events, heard } = world();
  const error = new Error('the host’s own');
  events.on('close', () => {
    throw error;
  });
  events.on('close', ({ reason }) => heard.push(reason));
  const reported = await reportedDuring(() => events.emit('close', { reason: 'escape' }));
  expect(heard).toEqual(['escape']);
  expect(announced).toEqual([['close', { reason: 'escape' }]]);
  expect(reported).toEqual([error]);
});

describe('undoing a subscription', () => {
  test('removes one listener, and may be done twice', () => {
    const { events, heard } = world();
    const undo = events.on('forget', () => heard.push('undone'));
    events.on('forget', () => heard.push('stays'));
    undo();
    undo();
    events.emit('forget', {});
    expect(heard).toEqual(['stays']);
  });

  test('removes one of two subscriptions of the same function at a time', () => {
    const { events, heard } = world();
    const listener = () => void heard.push('heard');
    const undo = events.on('forget', listener);
    events.on('forget', listener);
    undo();
    events.emit('forget', {});
    expect(heard).toEqual(['heard']);
  });
});

test('clearing removes all listeners, later ones are called again, and former undo functions do no harm', () => {
  const { announced, events, heard } = world();
  const undo = events.on('forget', () => heard.push('before'));
  events.clear();
  events.on('forget', () => heard.push('after'));
  undo();
  events.emit('forget', {});
  expect(heard).toEqual(['after']);
  expect(announced).toHaveLength(1);
});

test('every event is passed on to the page, whether or not anybody listens', () => {
  const { announced, events } = world();
  events.emit('waiting', { id: '1' });
  expect(announced).toEqual([['waiting', { id: '1' }]]);
});
