"""What makes loops, as programs could say it before CPython 3.14 deprecated that."""

from asyncio.events import new_event_loop
from asyncio.futures import get_event_loop, set_event_loop
from warnings import warn


class AbstractEventLoopPolicy:
    """One that a program may inherit from."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    def get_event_loop(self):
        return get_event_loop()

    def set_event_loop(self, loop):
        set_event_loop(loop)

    def new_event_loop(self):
        return new_event_loop()


_policy = DefaultEventLoopPolicy()


def _deprecated(name):
    warn(f"'asyncio.{name}' is deprecated and slated for removal in Python 3.16", DeprecationWarning)


def get_event_loop_policy():
    _deprecated("get_event_loop_policy")
    return _policy


def set_event_loop_policy(policy):
    """`run` makes loops by itself, whatever the policy: only who asks for the policy gets those that it makes."""
    global _policy
    _deprecated("set_event_loop_policy")
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
    if policy is not None and type(policy).new_event_loop is not DefaultEventLoopPolicy.new_event_loop:
        raise NotImplementedError("another event loop is not supported by the playground: it has one kind")
    _policy = DefaultEventLoopPolicy() if policy is None else policy
