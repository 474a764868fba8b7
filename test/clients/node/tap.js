// A few lines of TAP (the Test Anything Protocol), so that a story reads as a story.

let run = 0;
let failed = 0;

export function ok(condition, what, why = '') {
  run += 1;
  if (condition) {
    console.log(`ok ${run} - ${what}`);
  } else {
    failed += 1;
    console.log(`not ok ${run} - ${what}`);
    String(why).split('\n').forEach((line) => console.log(`#   ${line}`));
  }
}

export function same(got, wanted, what) {
  const [a, b] = [JSON.stringify(got), JSON.stringify(wanted)];
  ok(a === b, what, `got    ${a}\nwanted ${b}`);
}

// Every value is a mask: nothing of the original shows.
export function starred(values, what) {
  ok(values.length > 0 && values.every((v) => typeof v === 'string' && v.startsWith('*****')), what, `got ${JSON.stringify(values)}`);
}

// Runs what has to fail and returns what it was rejected with, or null.
export async function refused(work) {
  try {
    await work();
  } catch (error) {
    return error;
  }
  return null;
}

process.on('uncaughtException', (error) => {
  ok(false, 'the story runs to its end', error.stack);
  process.exit(1);
});
process.on('exit', () => {
  console.log(`1..${run}`);
  if (failed > 0) process.exitCode = 1;
});
