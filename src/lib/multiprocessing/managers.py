"""Objects that live in a process of their own, and are used from others by proxies."""

import _process
import pickle
import queue
import threading
from multiprocessing import process as _processes
from multiprocessing.pool import Pool as _Pool
from multiprocessing.pool import _Raised

# The channel by which this thread is answered.
_replies = {}


class Namespace:
    """Has whatever attributes it is given."""

    def __init__(self, /, **kwds):
        for name, value in kwds.items():
            setattr(self, name, value)

    def __repr__(self):
        items = [f"{name}={value!r}" for name, value in vars(self).items() if name[:1] != "_"]
        return f"{type(self).__name__}({', '.join(sorted(items))})"


class _Value:
    def __init__(self, typecode, value):
        self._typecode, self.value = typecode, value

    def get(self):
        return self.value

    def set(self, value):
        self.value = value

    def __repr__(self):
        return f"Value({self._typecode!r}, {self.value!r})"


def _array(typecode, sequence):
    return list(sequence)


class RemoteError(Exception):
    pass


class _Server:
    """Makes the objects, and calls their methods: for each thread that asks on one of its own."""

    def __init__(self, requests, registry):
        self._requests = requests
        self._registry = registry
        self._objects = {}
        self._clients = {}
        self._lock = threading.Lock()

    def run(self):
        while True:
            reply, request = pickle.loads(_process.receive(self._requests, None))
            if request is None:
                return
            if reply not in self._clients:
                _process.open(reply, False)
                self._clients[reply] = queue.SimpleQueue()
                client = threading.Thread(target=self._serve, args=(reply,), daemon=True)
                client.start()
            self._clients[reply].put(request)

    def _serve(self, reply):
        requests = self._clients[reply]
        while True:
            ident, name, args, kwargs = requests.get()
            try:
                answer = (True, self._call(ident, name, args, kwargs))
            except BaseException as error:
                answer = (False, _Raised(error))
            try:
                message = pickle.dumps(answer)
            except Exception as error:
                message = pickle.dumps((False, _Raised(RemoteError(repr(error)))))
            try:
                _process.send(reply, message, True, None)
            except OSError:
                # Who has asked is gone.
                return

    def _call(self, ident, name, args, kwargs):
        if ident is None:
            made = self._registry[name](*args, **kwargs)
            with self._lock:
                self._objects[id(made)] = made
            return id(made)
        target = self._objects[ident]
        if name == "#value":
            return target
        if name == "#str":
            return str(target)
        if name == "#methods":
            return [each for each in dir(target) if each[:1] != "_" and callable(getattr(target, each, None))]
        if name == "#get":
            return getattr(target, *args)
        if name == "#set":
            return setattr(target, *args)
        if name == "#delete":
            return delattr(target, *args)
        result = _OPERATORS[name](target, *args) if name in _OPERATORS else None
        if name not in _OPERATORS:
            result = getattr(target, name)(*args, **kwargs)
        # Views and iterators stay where they are.
        return list(result) if type(result).__name__ in _VIEWS else result


_VIEWS = ("dict_keys", "dict_values", "dict_items", "list_iterator", "dict_keyiterator")


def _get_item(target, key):
    if isinstance(key, _Slice):
        start, stop, step = key.parts
        return target[start:stop:step]
    return target[key]


def _set_item(target, key, value):
    if isinstance(key, _Slice):
        start, stop, step = key.parts
        target[start:stop:step] = value
    else:
        target[key] = value


def _delete_item(target, key):
    if isinstance(key, _Slice):
        start, stop, step = key.parts
        del target[start:stop:step]
    else:
        del target[key]


_OPERATORS = {
    "#getitem": _get_item,
    "#setitem": _set_item,
    "#delitem": _delete_item,
    "#len": lambda target: len(target),
    "#contains": lambda target, item: item in target,
    "#add": lambda target, other: target + other,
    "#mul": lambda target, times: target * times,
}


def _serve(requests, registry):
    _Server(requests._reads, registry).run()


class _End:
    """The end of the channel of requests that a server reads."""

    def __init__(self, reads):
        self._reads = reads

    def __getstate__(self):
        _processes._spawning.append((self._reads, True))
        return self._reads

    def __setstate__(self, reads):
        self._reads = reads


class BaseProxy:
    """Stands for an object of a server."""

    def __init__(self, requests, typeid, ident, methods=None):
        self._requests = requests
        self._typeid = typeid
        self._id = ident
        self._methods = methods

    def __reduce__(self):
        state = (self._requests, self._typeid, self._id, self._methods)
        if _processes._spawning is not None:
            _processes._spawning.append((self._requests, False))
            return type(self), state
        return _sent, (type(self),) + state

    def _call(self, name, *args, **kwargs):
        return _request(self._requests, (self._id, name, args, kwargs))

    def _callmethod(self, methodname, args=(), kwds={}):
        return self._call(methodname, *args, **kwds)

    def _getvalue(self):
        return self._call("#value")

    def __str__(self):
        return self._call("#str")

    def __repr__(self):
        name = type(self).__name__
        return f"<{name} object, typeid {self._typeid!r} at {id(self):#x}>"


def _sent(kind, requests, typeid, ident, methods):
    """In a process that gets a proxy by a message."""
    _process.open(requests, False)
    return kind(requests, typeid, ident, methods)


def _request(requests, request):
    """Asks the server, and waits for its answer."""
    me = (_process.getpid(), threading.get_ident())
    if me not in _replies:
        _replies[me] = _process.channel(None)
    _process.send(requests, pickle.dumps((_replies[me], request)), True, None)
    success, value = pickle.loads(_process.receive(_replies[me], None))
    if success:
        return value
    raise value


class AutoProxy(BaseProxy):
    """Has the methods that its type is registered with, or else all public ones of the object."""

    @property
    def _exposed_(self):
        if self._methods is None:
            self._methods = tuple(self._call("#methods"))
        return self._methods

    def __getattr__(self, name):
        if name == "_exposed_" or name not in self._exposed_:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

        def method(*args, **kwargs):
            return self._call(name, *args, **kwargs)

        return method


class _Slice:
    """The parts of a slice on their way to the server."""

    def __init__(self, parts):
        self.parts = parts


def _sent_key(key):
    return _Slice((key.start, key.stop, key.step)) if type(key).__name__ == "slice" else key


class _ContainerProxy(AutoProxy):
    def __getitem__(self, key):
        return self._call("#getitem", _sent_key(key))

    def __setitem__(self, key, value):
        self._call("#setitem", _sent_key(key), value)

    def __delitem__(self, key):
        self._call("#delitem", _sent_key(key))

    def __len__(self):
        return self._call("#len")

    def __contains__(self, item):
        return self._call("#contains", item)


class ListProxy(_ContainerProxy):
    def __iter__(self):
        return iter(self._getvalue())

    def __add__(self, other):
        return self._call("#add", other)

    def __mul__(self, times):
        return self._call("#mul", times)

    def __iadd__(self, other):
        self._call("extend", other)
        return self


class DictProxy(_ContainerProxy):
    def __iter__(self):
        return iter(self.keys())


class ArrayProxy(_ContainerProxy):
    def __iter__(self):
        return iter(self._getvalue())


class ValueProxy(AutoProxy):
    @property
    def value(self):
        return self._call("get")

    @value.setter
    def value(self, value):
        self._call("set", value)


class NamespaceProxy(BaseProxy):
    def __getattr__(self, name):
        if name[:1] == "_":
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return self._call("#get", name)

    def __setattr__(self, name, value):
        if name[:1] == "_":
            object.__setattr__(self, name, value)
        else:
            self._call("#set", name, value)

    def __delattr__(self, name):
        self._call("#delete", name)


class AcquirerProxy(AutoProxy):
    def acquire(self, blocking=True, timeout=None):
        args = (blocking,) if timeout is None else (blocking, timeout)
        return self._call("acquire", *args)

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, value, traceback):
        self._call("release")


class BaseManager:
    """Starts a server, and makes objects there."""

    _registry = {}

    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None):
        self._process = None
        self._requests = None

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None):
        # Each class has those of its own, and those that it inherits.
        cls._registry = dict(cls._registry)
        proxytype = AutoProxy if proxytype is None else proxytype
        if exposed is None and proxytype is AutoProxy and isinstance(callable, type):
            # What a class has is known without asking the server.
            exposed = [name for name in dir(callable) if name[:1] != "_"]
        cls._registry[typeid] = (callable, proxytype, None if exposed is None else tuple(exposed))

        def make(self, /, *args, **kwds):
            return self._make(typeid, args, kwds)

        make.__name__ = typeid
        setattr(cls, typeid, make)

    def start(self, initializer=None, initargs=()):
        assert self._process is None, "Already started server"
        self._requests = _process.channel(None)
        makers = {typeid: entry[0] for typeid, entry in self._registry.items()}
        self._process = _processes.Process(target=_serve, args=(_End(self._requests), makers))
        number = self._process._name.rpartition("-")[2]
        self._process._name = f"{type(self).__name__}-{number}"
        self._process.start()
        _processes._exits.append(self.shutdown)

    def _make(self, typeid, args, kwargs):
        assert self._process is not None, "server not yet started"
        ident = _request(self._requests, (None, typeid, args, kwargs))
        _, proxytype, exposed = self._registry[typeid]
        return proxytype(self._requests, typeid, ident, exposed)

    def shutdown(self):
        if self._process is not None and self._process.exitcode is None:
            _process.send(self._requests, pickle.dumps((0, None)), True, None)
            self._process.join()
        if self.shutdown in _processes._exits:
            _processes._exits.remove(self.shutdown)

    def join(self, timeout=None):
        self._process.join(timeout)

    def __enter__(self):
        if self._process is None:
            self.start()
        return self

    def __exit__(self, kind, value, traceback):
        self.shutdown()


class SyncManager(BaseManager):
    """With the objects that programs usually want."""


for _typeid, _maker, _proxy in (
    ("list", list, ListProxy),
    ("dict", dict, DictProxy),
    ("Namespace", Namespace, NamespaceProxy),
    ("Value", _Value, ValueProxy),
    ("Array", _array, ArrayProxy),
    ("Queue", queue.Queue, AutoProxy),
    ("JoinableQueue", queue.Queue, AutoProxy),
    ("Lock", threading.Lock, AcquirerProxy),
    ("RLock", threading.RLock, AcquirerProxy),
    ("Semaphore", threading.Semaphore, AcquirerProxy),
    ("BoundedSemaphore", threading.BoundedSemaphore, AcquirerProxy),
    ("Event", threading.Event, AutoProxy),
    ("Condition", threading.Condition, AcquirerProxy),
    ("Barrier", threading.Barrier, AutoProxy),
    ("Pool", _Pool, AutoProxy),
):
    SyncManager.register(_typeid, _maker, _proxy)


def Manager():
    manager = SyncManager()
    manager.start()
    return manager
