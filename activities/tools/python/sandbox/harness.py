"""What the sandbox does for its worker: tell a tool's parameters, call it, run a block of code.

Each function takes and gives JSON text. What goes wrong in a tool is part of the answer, in AutoGen's words.
"""

import ast
import builtins
import hashlib
import importlib.util
import inspect
import json
import os
import random
import sys
import traceback
import types
import typing

from toolArguments import Parameters

_MIB = 1024 * 1024
# AutoGen's code blocks share a folder and nothing else.
_FOLDER = "/home/pyodide"


def _provide(name, members):
    module = types.ModuleType(name)
    vars(module).update(members)
    sys.modules[name] = module


# What tools import for their annotations.
_STAND_INS = {
    "typing_extensions": {name: getattr(typing, name) for name in typing.__all__},
    "autogen_core": {"CancellationToken": type("CancellationToken", (), {})},
}


def provide_missing():
    """On a machine: the stand-ins for what is not installed there."""
    for name, members in _STAND_INS.items():
        if importlib.util.find_spec(name) is None:
            _provide(name, members)


def prepare():
    """Before the interpreter's memory is kept: stand-ins for what tools import, and errors for what is missing."""
    for name, members in _STAND_INS.items():
        _provide(name, members)
    # Without this, `os.system` breaks the interpreter.
    os.system = os.popen = _refuse


_limits = {}


def start(limits_json):
    """In each interpreter that is made of that memory: they must not all draw the same numbers."""
    random.seed()
    _limits.update(json.loads(limits_json))
    if _limits["packages"]:
        sys.path.append(_limits["packages"])
        # The stand-in is for a sandbox without packages.
        if os.path.exists(f'{_limits["packages"]}/typing_extensions.py'):
            sys.modules.pop("typing_extensions", None)
        import network
        from _colloquy import exchange

        network.provide(exchange)


def _refuse(*_args, **_kwargs):
    raise PermissionError("Other programs can't be run in the sandbox")


class _BrokenTool(Exception):
    """Source from which no function comes."""


def _load(request):
    scope = {"__name__": "tool"}
    for statement in request["imports"]:
        try:
            exec(statement, scope)
        except ModuleNotFoundError as error:
            raise _BrokenTool(
                f"Failed to import {statement}: Module not found. Please ensure the module is installed."
            ) from error
        except ImportError as error:
            raise _BrokenTool(f"Failed to import {statement}: {error}") from None
        except Exception as error:
            raise _BrokenTool(f"Unexpected error while importing {statement}: {error}") from None
    try:
        exec(request["source"], scope)
        name = request["source"].split("def ")[1].split("(")[0]
        function = scope[name.strip()]
    except Exception as error:
        raise _BrokenTool(f"Could not compile and load function: {error}") from error
    if not callable(function):
        raise _BrokenTool(f"Expected function but got {type(function)}")
    return function


def _text_of(error):
    """As AutoGen's StaticWorkbench formats errors."""
    if isinstance(error, MemoryError):
        return f"The tool ran out of memory: its limit is {_limits['memoryBytes'] // _MIB} MiB"
    if isinstance(error, SystemExit):
        return f"The tool ended its interpreter: SystemExit({error.code!r})"
    if isinstance(error, BaseExceptionGroup):
        return "".join(_text_of(each) for each in error.exceptions).strip()
    return f"{error}".strip()


def _said_of(error, request):
    """What a failed call tells: where a module is missing, also which, and what can be done."""
    text = _text_of(error)
    missing = _missing_module(error)
    if missing is None:
        return text
    hint = request.get("missing", "").replace("{module}", missing)
    return f"{text}\n{hint}" if hint else text


def _missing_module(error):
    seen = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if isinstance(error, ModuleNotFoundError) and isinstance(error.name, str):
            return error.name.split(".")[0]
        error = error.__cause__ or error.__context__
    return None


def describe(request_json):
    """The schema of a tool's arguments: of its function, or of what its source says of that where it can't be loaded."""
    request = json.loads(request_json)
    try:
        return json.dumps({"parameters": Parameters(_load(request), request["name"]).schema()})
    except BaseException as error:
        refusal = _text_of(error)
    try:
        return json.dumps({"parameters": Parameters(_outline(request), request["name"], True).schema()})
    except BaseException:
        return json.dumps({"error": refusal})


class _Unknown:
    """What stands for something that a source takes from a module that is not there."""

    def __init_subclass__(cls, **_options):
        pass

    def __class_getitem__(cls, _item):
        return cls


class _Scope(dict):
    """Names as an annotation finds them: those that nobody has given are unknown."""

    def __missing__(self, name):
        if hasattr(builtins, name):
            return getattr(builtins, name)
        if hasattr(typing, name):
            return getattr(typing, name)
        return _Unknown


def _outline(request):
    """The function with its signature and nothing else of it: its body and what is around it are not run."""
    tree = ast.parse(request["source"])
    named = request["source"].split("def ")[1].split("(")[0].strip()
    scope = _Scope({"__name__": "tool"})
    statements = [node for text in request["imports"] for node in _parsed(text)] + tree.body
    for node in statements:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            _import_known(node, scope)
        elif isinstance(node, (ast.ClassDef, ast.Assign, ast.AnnAssign)) and _only_declares(node):
            _try_exec([node], scope)
    function = next(
        node
        for node in tree.body
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == named
    )
    function.body = [ast.Pass()]
    function.decorator_list = []
    function.returns = None
    for at, default in enumerate(function.args.defaults):
        function.args.defaults[at] = _literal_or_none(default)
    function.args.kw_defaults = [each and _literal_or_none(each) for each in function.args.kw_defaults]
    for argument in [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]:
        if argument.annotation is not None:
            argument.annotation = _resolved(argument.annotation, scope)
    exec(compile(ast.fix_missing_locations(ast.Module([function], [])), "tool", "exec"), scope)
    return scope[named]


def _resolved(annotation, scope):
    """An annotation under a name of its own; what can't be made of it is unknown."""
    text = annotation.value if isinstance(annotation, ast.Constant) else ast.unparse(annotation)
    try:
        value = eval(text, scope, scope) if isinstance(text, str) else text
    except Exception:
        value = _Unknown
    name = f"_annotation_{len(scope)}"
    scope[name] = value
    return ast.copy_location(ast.Name(name, ast.Load()), annotation)


def _parsed(text):
    try:
        return ast.parse(text).body
    except SyntaxError:
        return []


def _import_known(node, scope):
    # Modules that are there bring no more with them than their types.
    _try_exec([node], scope)


def _only_declares(node):
    """Whether a statement defines a type or a constant, and calls nothing on the way."""
    parts = [node.value] if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value else [node]
    if isinstance(node, ast.ClassDef):
        parts = [each for each in node.body if not isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef))]
        node.decorator_list = []
    return not any(isinstance(each, (ast.Call, ast.Await)) for part in parts for each in ast.walk(part))


def _try_exec(nodes, scope):
    try:
        exec(compile(ast.fix_missing_locations(ast.Module(nodes, [])), "tool", "exec"), scope)
    except BaseException:
        # Whatever it would have named is unknown.
        pass


def _literal_or_none(node):
    try:
        ast.literal_eval(node)
        return node
    except ValueError:
        return ast.copy_location(ast.Constant(None), node)


async def call(request_json):
    """What a tool returns for the arguments, as text."""
    request = json.loads(request_json)
    is_error = False
    os.environ.update(request.get("environment", {}))
    try:
        function = _load(request)
        arguments = Parameters(function, request["name"], True).check(request["arguments"])
        if "cancellation_token" in inspect.signature(function).parameters:
            arguments["cancellation_token"] = None
        value = function(**arguments)
        content = str(await value if inspect.isawaitable(value) else value)
    except BaseException as error:
        content = _said_of(error, request)
        is_error = True
    return _bounded(content, is_error, request["maxBytes"])


def _bounded(content, is_error, max_bytes):
    """No more of the content than the worker takes, and how long it was."""
    try:
        size = len(content.encode("utf-8", "replace"))
    except MemoryError:
        size = len(content)
    return json.dumps({"content": content[:max_bytes], "isError": is_error, "bytes": size})


def run_block(request_json):
    """Runs a block as a script of its own. What it writes leaves by the streams; the answer is its exit code."""
    code = json.loads(request_json)["code"]
    loaded = set(sys.modules)
    try:
        path = _file_of(code)
    except ValueError:
        return json.dumps({"exitCode": 1, "refused": "Filename is not in the workspace"})
    with open(path, "w", encoding="utf-8") as file:
        file.write(code)
    # A module as a script's is, so that what looks itself up there (dataclasses, pickle) finds itself.
    main = types.ModuleType("__main__")
    vars(main).update({"__file__": path, "__builtins__": builtins})
    sys.modules["__main__"] = main
    sys.argv = [path]
    if os.path.dirname(path) not in sys.path:
        sys.path.insert(0, os.path.dirname(path))
    exit_code = _run_script(code, path, vars(main))
    for name in set(sys.modules) - loaded:
        del sys.modules[name]
    return json.dumps({"exitCode": exit_code})


def _run_script(code, path, scope):
    try:
        exec(compile(code, path, "exec"), scope)
        return 0
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return (end.code or 0) & 0xFF
        print(end.code, file=sys.stderr)
        return 1
    except BaseException as error:
        # Without the frames of this file, as a script's own traceback is.
        trace = error.__traceback__.tb_next
        traceback.print_exception(type(error), error, trace)
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


def _file_of(code):
    """The file that AutoGen would run: as its first line says, else named by its hash."""
    first_line = code.split("\n")[0]
    if first_line.startswith("# filename:"):
        path = os.path.normpath(os.path.join(_FOLDER, first_line.split(":")[1].strip()))
        if not path.startswith(_FOLDER + "/"):
            raise ValueError(path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return path
    return f"{_FOLDER}/tmp_code_{hashlib.sha256(code.encode()).hexdigest()}.py"
