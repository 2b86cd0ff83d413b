import time

for clock in [time.time, time.monotonic, time.perf_counter, time.process_time, time.thread_time]:
    first = clock()
    total = sum(range(20000))
    second = clock()
    print(type(first).__name__, first <= second, second - first < 5)

for clock in [time.time_ns, time.monotonic_ns, time.perf_counter_ns, time.process_time_ns, time.thread_time_ns]:
    first = clock()
    second = clock()
    print(type(first).__name__, first <= second)

# A sleep takes time, and none of the processor's.
wall, busy = time.perf_counter(), time.process_time()
time.sleep(0.05)
print(time.perf_counter() - wall >= 0.05, time.process_time() - busy < 0.04)
print(time.time() > 1.7e9, abs(time.time_ns() / 1e9 - time.time()) < 1)
try:
    time.time(1)
except TypeError as error:
    print(error)
