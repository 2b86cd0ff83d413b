"""Coroutines on one thread (`Lib/asyncio`)."""

from asyncio.events import (
    EventLoop,
    Handle,
    Runner,
    TimerHandle,
    new_event_loop,
    run,
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
    isfuture,
    set_event_loop,
    wrap_future,
)
from asyncio.locks import BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull
from asyncio.tasks import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    Timeout,
    as_completed,
    create_task,
    gather,
    run_coroutine_threadsafe,
    shield,
    sleep,
    timeout,
    timeout_at,
    to_thread,
    wait,
    wait_for,
)

TimeoutError = TimeoutError
AbstractEventLoop = EventLoop
