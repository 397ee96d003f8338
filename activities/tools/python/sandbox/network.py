"""Sockets for the sandbox, which has no network: what is written to one is an HTTP request, which the worker makes.

It stands below the libraries, where a connection is opened, so that urllib, urllib3, requests and httpx work as they
are. Each response ends its connection. Anything but HTTP over TCP is refused.
"""

import base64
import importlib.abc
import importlib.machinery
import io
import json
import socket
import ssl
import sys

_exchange = None


def provide(exchange):
    """From here on, sockets are these. `exchange` gives an answer's text for a request's, both JSON."""
    global _exchange
    _exchange = exchange
    socket.socket = socket.SocketType = Socket
    socket.getaddrinfo = _addresses
    socket.gethostbyname = lambda host: host
    socket.has_dualstack_ipv6 = lambda: False
    ssl.SSLContext.wrap_socket = _wrap
    # Pyodide's own has no TLS; the worker speaks it, and checks certificates.
    ssl.SSLContext.hostname_checks_common_name = True
    ssl.SSLContext.set_alpn_protocols = lambda _self, _protocols: None
    sys.meta_path.insert(0, _Provided())


def _addresses(host, port, *_args, **_kwargs):
    # The worker looks names up, and checks what they stand for.
    host = host.decode() if isinstance(host, bytes) else host or "localhost"
    port = {"http": 80, "https": 443}.get(port, port)
    return [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (host, int(port or 0)))]


def _wrap(_context, sock, *_args, server_hostname=None, **_kwargs):
    if not isinstance(sock, Socket):
        raise OSError("Only connections to web servers can be made in the sandbox")
    sock.secure = True
    return sock


class Socket:
    """A connection as far as one that speaks HTTP needs it."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self.family, self.type, self.proto = socket.AF_INET, socket.SOCK_STREAM, 0
        if type not in (-1, socket.SOCK_STREAM) or fileno is not None:
            raise OSError("Only connections to web servers can be made in the sandbox")
        self.secure = False
        self._peer = None
        self._timeout = None
        self._written = bytearray()
        self._unread = io.BytesIO()

    def connect(self, address):
        self._peer = address[:2]

    def connect_ex(self, address):
        self.connect(address)
        return 0

    def sendall(self, data, _flags=0):
        self._written += data

    def send(self, data, flags=0):
        self.sendall(data, flags)
        return len(data)

    def recv(self, size, _flags=0):
        data = self._unread.read(size)
        if not data and self._written:
            self._unread = io.BytesIO(self._answer())
            data = self._unread.read(size)
        return data

    def recv_into(self, buffer, size=0, _flags=0):
        data = self.recv(size or len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def makefile(self, mode="r", *_args, **_kwargs):
        if "w" in mode:
            return _Writer(self)
        return io.BufferedReader(_Reader(self))

    def _answer(self):
        request = bytes(self._written)
        head, separator, body = request.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        words = lines[0].split(" ")
        if self._peer is None or not separator or len(words) != 3 or not words[2].startswith("HTTP/1."):
            raise OSError("Only HTTP is spoken in the sandbox")
        method, target, _version = words
        headers = [[name.strip(), value.strip()] for name, _, value in (line.partition(":") for line in lines[1:])]
        if any(name.lower() == "transfer-encoding" for name, _ in headers):
            body = _unchunked(body)
        self._written.clear()
        host, port = self._peer
        host = f"[{host}]" if ":" in host else host
        scheme = "https" if self.secure else "http"
        url = target if "://" in target else f"{scheme}://{host}:{port}{target}"
        answer = json.loads(
            _exchange(
                json.dumps(
                    {
                        "method": method,
                        "url": url,
                        "headers": headers,
                        "body": base64.b64encode(body).decode() if body else None,
                        "timeoutSeconds": self._timeout,
                    }
                )
            )
        )
        if "error" in answer:
            kind = TimeoutError if answer.get("timedOut") else ConnectionError
            raise kind(answer["error"])
        return _response(method, answer)

    def settimeout(self, seconds):
        self._timeout = seconds

    def gettimeout(self):
        return self._timeout

    def getpeername(self):
        return self._peer or ("", 0)

    def getsockname(self):
        return ("127.0.0.1", 0)

    def getpeercert(self, binary_form=False):
        # The worker has checked the certificate of this host.
        host = self._peer[0] if self._peer else ""
        return b"" if binary_form else {"subjectAltName": (("DNS", host), ("IP Address", host))}

    def version(self):
        return "TLSv1.3"

    def cipher(self):
        return ("", "TLSv1.3", 256)

    def selected_alpn_protocol(self):
        return None

    def getsockopt(self, *_args):
        return 0

    def setsockopt(self, *_args):
        pass

    def setblocking(self, _is_blocking):
        pass

    def shutdown(self, _how):
        pass

    def close(self):
        pass

    unwrap = detach = do_handshake = close

    def fileno(self):
        return -1

    def _refused(self, *_args, **_kwargs):
        raise OSError("Only connections to web servers can be made in the sandbox")

    bind = listen = accept = sendto = recvfrom = _refused

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.close()


class _Reader(io.RawIOBase):
    def __init__(self, sock):
        self._sock = sock

    def readable(self):
        return True

    def readinto(self, buffer):
        return self._sock.recv_into(buffer)


class _Writer(io.RawIOBase):
    def __init__(self, sock):
        self._sock = sock

    def writable(self):
        return True

    def write(self, data):
        return self._sock.send(bytes(data))


def _unchunked(body):
    whole = bytearray()
    while body:
        size, _, body = body.partition(b"\r\n")
        length = int(size.split(b";")[0] or b"0", 16)
        whole += body[:length]
        body = body[length + 2 :] if length else b""
    return bytes(whole)


def _response(method, answer):
    body = base64.b64decode(answer["body"])
    lines = [f"HTTP/1.1 {answer['status']} {answer['statusText']}"]
    lines += [f"{name}: {value}" for name, value in answer["headers"]]
    if method != "HEAD":
        lines.append(f"content-length: {len(body)}")
    lines.append("connection: close")
    return "\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n" + body


# Parts of libraries that reach for a network of their own.
_PROVIDED = {
    "urllib3.contrib.emscripten": "def inject_into_urllib3(): pass",
    "httpcore._backends.auto": '''
from .base import AsyncNetworkBackend, AsyncNetworkStream
from .sync import SyncBackend

class _Stream(AsyncNetworkStream):
    def __init__(self, stream):
        self._stream = stream
    async def read(self, max_bytes, timeout=None):
        return self._stream.read(max_bytes, timeout)
    async def write(self, buffer, timeout=None):
        self._stream.write(buffer, timeout)
    async def aclose(self):
        self._stream.close()
    async def start_tls(self, ssl_context, server_hostname=None, timeout=None):
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, timeout))
    def get_extra_info(self, info):
        return False if info == "is_readable" else self._stream.get_extra_info(info)

class AutoBackend(AsyncNetworkBackend):
    async def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        return _Stream(SyncBackend().connect_tcp(host, port, timeout, local_address, socket_options))
    async def connect_unix_socket(self, path, timeout=None, socket_options=None):
        raise OSError("Only connections to web servers can be made in the sandbox")
    async def sleep(self, seconds):
        import asyncio
        await asyncio.sleep(seconds)
''',
}


class _Provided(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, _path=None, _target=None):
        return importlib.machinery.ModuleSpec(name, self) if name in _PROVIDED else None

    def exec_module(self, module):
        exec(_PROVIDED[module.__name__], vars(module))
