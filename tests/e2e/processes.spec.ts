/** Scripts that start their own processes: each is a worker with a WebAssembly instance of its own. */
import type { ExecuteRequest, Execution } from "../../www/engine";
import { openEngine, type EngineHandle } from "./engine";
import { expect, test } from "./test";

function execute(engine: EngineHandle, request: ExecuteRequest): Promise<Execution> {
  return engine.evaluate((it, wanted) => it.execute(wanted), request);
}

const textOf = ({ output }: Execution, stream = "stdout"): string =>
  output
    .filter((piece) => piece.stream === stream)
    .map(({ text }) => text)
    .join("");

const TOGETHER = `
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pipe, Pool, Process, Queue, Value, current_process

def square(number):
    return number * number

def work(tasks, results, counter):
    for number in iter(tasks.get, None):
        with counter.get_lock():
            counter.value += 1
        results.put((number, square(number)))
    results.put(current_process().name)

def answer(connection):
    connection.send(connection.recv() + " and back")
    connection.close()

def end(status):
    sys.exit(status)

if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(square, range(10)))
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(square, range(5))))

    tasks, results, counter = Queue(), Queue(), Value("i", 0)
    workers = [Process(target=work, args=(tasks, results, counter)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for number in range(20):
        tasks.put(number)
    for _ in workers:
        tasks.put(None)
    got = [results.get() for _ in range(22)]
    for worker in workers:
        worker.join()
    print(sorted(one for one in got if isinstance(one, str)), counter.value)
    print(sorted(one[1] for one in got if isinstance(one, tuple))[-3:])

    here, there = Pipe()
    other = Process(target=answer, args=(there,))
    other.start()
    there.close()
    here.send("there")
    print(here.recv())
    try:
        here.recv()
    except EOFError:
        print("closed")
    other.join()

    ended = Process(target=end, args=(3,))
    ended.start()
    ended.join()
    print(ended.exitcode, len({worker.pid for worker in workers} | {os.getpid()}))
`;

const PRINTED = `[0, 1, 4, 9, 16, 25, 36, 49, 64, 81]
[0, 1, 4, 9, 16]
['Process-5', 'Process-6'] 20
[289, 324, 361]
there and back
closed
3 3
`;

for (const [where, runtime] of [
  ["isolated", "gil"],
  ["isolated", "free-threaded"],
  ["plain", "gil"],
] as const) {
  test(`processes work together: ${where}, ${runtime}`, async ({ page, sites }) => {
    const engine = await openEngine(page, sites[where]);
    const execution = await execute(engine, { source: TOGETHER, runtime });
    expect(textOf(execution, "stderr")).toBe("");
    expect(textOf(execution)).toBe(PRINTED);
    expect(execution).toMatchObject({ status: 0, ended: null });
    expect(execution.processes).toHaveLength(8);
    const named = execution.processes.find(({ name }) => name === "Process-5");
    expect(named).toMatchObject({ parent: 1000, status: 0 });
    expect(execution.lanes.some(({ process }) => process === named?.pid)).toBe(true);
  });
}

const WAITING = `import multiprocessing
def echo(inbox, outbox):
    while True:
        outbox.put(inbox.get())
if __name__ == '__main__':
    one, two = multiprocessing.Queue(), multiprocessing.Queue()
    multiprocessing.Process(target=echo, args=(one, two), name='Echo').start()
    one.put(1)
    print(two.get())
    two.get()
`;

for (const where of ["isolated", "plain"] as const) {
  test(`processes that wait for each other are told of: ${where}`, async ({ page, sites }) => {
    const engine = await openEngine(page, sites[where]);
    const execution = await execute(engine, { source: WAITING });
    expect(textOf(execution)).toBe("1\n");
    expect(execution.ended).toMatchObject({
      limit: "deadlock",
      message: expect.stringContaining(
        "MainThread at line 10, in <module>; MainThread of Echo at line 4, in echo",
      ),
    });
  });
}

const SHARED = `
from multiprocessing import Array, Barrier, Process, RawValue, Value
from multiprocessing.shared_memory import SharedMemory

TURNS = 20_000

def count(raw, value, parts, name, barrier, me):
    barrier.wait()
    for _ in range(TURNS):
        raw.value += 1
    for _ in range(TURNS // 10):
        with value.get_lock():
            value.value += 1
    for place in range(me, len(parts), 2):
        parts[place] = place / 2
    memory = SharedMemory(name)
    memory.buf[me * 100:me * 100 + 11] = b"process %03d" % me
    memory.close()

if __name__ == "__main__":
    raw, value, parts = RawValue("i"), Value("q", 2 ** 40), Array("d", 50)
    memory, barrier = SharedMemory(create=True, size=1000), Barrier(2)
    args = raw, value, parts, memory.name, barrier
    processes = [Process(target=count, args=(*args, me)) for me in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(raw.value < 2 * TURNS, value.value - 2 ** 40, sum(parts))
    print(bytes(memory.buf[:11]), bytes(memory.buf[100:111]))
    memory.close()
    memory.unlink()
`;

for (const where of ["isolated", "plain"] as const) {
  test(`numbers in memory that processes share: ${where}`, async ({ page, sites }) => {
    const engine = await openEngine(page, sites[where]);
    // Where each step is a message, fewer are long enough.
    const source = where === "plain" ? SHARED.replace("20_000", "400") : SHARED;
    const execution = await execute(engine, { source });
    expect(textOf(execution, "stderr")).toBe("");
    const counted = where === "plain" ? 80 : 4000;
    expect(textOf(execution)).toBe(
      `True ${counted} 612.5\nb'process 000' b'process 001'\n`,
    );
  });
}
