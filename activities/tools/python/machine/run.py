"""Runs one call of a tool by the machine's own Python, apart from the worker.

Its own process sees neither the worker nor its environment: it has process ids, mounts and a temporary folder of its
own. The first process in there watches the others, and with it all of them end.
"""

import ctypes
import json
import os
import resource
import signal
import sys
import time

_NEWNS, _NEWIPC, _NEWUSER, _NEWPID = 0x00020000, 0x08000000, 0x10000000, 0x20000000
_PDEATHSIG, _CAPBSET_DROP, _NO_NEW_PRIVS = 1, 24, 38
_BIND, _PRIVATE = 0x1000, 0x40000 | 0x4000
_WATCH_SECONDS = 0.05
_ANSWER = 3
_PAGE = os.sysconf("SC_PAGE_SIZE")

_libc = ctypes.CDLL(None, use_errno=True)


def _must(what, result):
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def _say(answer):
    os.write(_ANSWER, (json.dumps(answer) + "\n").encode())


def _end_with_parent(parent):
    _libc.prctl(_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def _separate():
    user, group = os.getuid(), os.getgid()
    _must("unshare", _libc.unshare(_NEWUSER | _NEWPID | _NEWNS | _NEWIPC))
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def _mount(kind, path, flags=0, data=None):
    source = kind or b"none"
    _must(f"mount {path}", _libc.mount(source, path.encode(), kind, flags, data))


def _hide(request):
    _mount(None, "/", _PRIVATE)
    _mount(b"proc", "/proc")
    for path in request["hidden"]:
        if os.path.isdir(path):
            _mount(b"tmpfs", path, 0, b"size=4k,mode=555")
        elif os.path.exists(path):
            _must(f"mount {path}", _libc.mount(b"/dev/null", path.encode(), None, _BIND, None))


def _limit(limits):
    memory, seconds = limits["memoryBytes"], limits["cpuSeconds"]
    resource.setrlimit(resource.RLIMIT_AS, (2 * memory, 2 * memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits["fileBytes"], limits["fileBytes"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (limits["processes"], limits["processes"]))
    _libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0)
    for capability in range(64):
        _libc.prctl(_CAPBSET_DROP, capability, 0, 0, 0)


def _usage():
    """Processes in here, and bytes of memory that they take."""
    processes = memory = 0
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/statm") as file:
                memory += int(file.read().split()[1]) * _PAGE
            processes += len(os.listdir(f"/proc/{name}/task"))
        except (OSError, IndexError):
            continue
    return processes, memory


def _watch(child, limits):
    """Until the tool's process has ended; what it has started ends with this one."""
    while True:
        try:
            ended, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return 0
        if ended == child:
            return os.waitstatus_to_exitcode(status)
        if ended:
            continue
        processes, memory = _usage()
        if memory > limits["memoryBytes"]:
            _say({"ended": "memory"})
            return 1
        if processes > limits["processes"]:
            _say({"ended": "processes"})
            return 1
        time.sleep(_WATCH_SECONDS)


def _first(request):
    """The first process: process 1 of its own world."""
    _hide(request)
    child = os.fork()
    if child == 0:
        try:
            # The one that watches comes first.
            os.nice(5)
            _limit(request["limits"])
            os.execv(sys.executable, [sys.executable, "-I", "-B", __file__, "call"])
        finally:
            os._exit(127)
    code = _watch(child, request["limits"])
    if code < 0:
        _say({"ended": "signal", "signal": -code})
    os._exit(code & 0xFF)


def _start(worker):
    _end_with_parent(worker)
    folder = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(folder, "request.json")) as file:
        request = json.load(file)
    try:
        _separate()
    except (OSError, AttributeError) as error:
        _say({"refused": str(error)})
        return
    first = os.fork()
    if first == 0:
        try:
            # Process ids of the parent can't be seen from in here.
            _end_with_parent(0)
            _first(request)
        except BaseException as error:
            _say({"refused": str(error)})
        finally:
            os._exit(1)
    os.waitpid(first, 0)


def _call():
    import asyncio

    folder = os.path.dirname(os.path.abspath(__file__))
    sys.path.insert(0, folder)
    with open(os.path.join(folder, "request.json")) as file:
        request = json.load(file)
    import harness

    harness.start(json.dumps({"memoryBytes": request["limits"]["memoryBytes"], "packages": None}))
    harness.provide_missing()
    for name in ("request.json", "run.py", "harness.py", "toolArguments.py"):
        os.unlink(os.path.join(folder, name))
    answer = asyncio.run(harness.call(json.dumps(request["call"])))
    os.write(_ANSWER, (json.dumps({"value": answer}) + "\n").encode())
    sys.stdout.flush()
    os._exit(0)


if sys.argv[1] == "call":
    _call()
else:
    _start(int(sys.argv[2]))
