"""Files that are run as scripts."""

from _code import code as _code


def run_path(path_name, init_globals=None, run_name=None):
    with open(path_name) as file:
        source = file.read()
    name = "<run_path>" if run_name is None else run_name
    names = dict(init_globals or {})
    names.update(__name__=name, __file__=path_name, __cached__=None, __doc__=None, __loader__=None, __package__="")
    names.update(__spec__=None)
    _code(source, path_name, "exec", True).run(names, None)
    return names
