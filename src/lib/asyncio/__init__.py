"""Coroutines on one thread (`Lib/asyncio`)."""

from asyncio.events import (
    EventLoop,
    Handle,
    TimerHandle,
    new_event_loop,
)
from asyncio.futures import (
    CancelledError,
    Future,
    InvalidStateError,
    Task,
    all_tasks,
    current_task,
    ensure_future,
    get_event_loop,
    get_running_loop,
    iscoroutine,
    iscoroutinefunction,
    isfuture,
    set_event_loop,
    wrap_future,
)
from asyncio.locks import (
    Barrier,
    BoundedSemaphore,
    BrokenBarrierError,
    Condition,
    Event,
    Lock,
    Semaphore,
)
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull, QueueShutDown
from asyncio.runners import Runner, run
from asyncio.tasks import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    as_completed,
    create_eager_task_factory,
    create_task,
    eager_task_factory,
    gather,
    run_coroutine_threadsafe,
    shield,
    sleep,
    to_thread,
    wait,
)
from asyncio.taskgroups import TaskGroup
from asyncio.timeouts import Timeout, timeout, timeout_at, wait_for

TimeoutError = TimeoutError
AbstractEventLoop = SelectorEventLoop = EventLoop
