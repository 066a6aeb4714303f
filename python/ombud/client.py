"""For the system that decides: records decisions with an Ombud server, asks whether it may decide, checks webhooks.

    from ombud.client import Client
    ombud = Client("https://decisions.example.org", key, "loans", spool="decisions.spool")
    ombud.record({"subject": "s-1", "decision": "yes"})

The standard library only. It does what `@ombud/client` does, and their spools are the same files.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import random
import re
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Callable, Iterable, Mapping

MOST_TOGETHER = 1000
MOST_BYTES = 8 * 1024 * 1024
ABOUT_CONTENT = (400, 413, 422)
TOLERANCE = 300
LONGEST_PAUSE = 5.0


class ClientError(Exception):
    """A code of the server, or one of this module; `status` is None where there was no answer."""

    def __init__(
        self,
        code: str,
        reason: str,
        title: str | None = None,
        status: int | None = None,
        params=None,
        retry_after: float | None = None,
    ):
        super().__init__(title or f"{code}: {reason}")
        self.code, self.reason, self.status, self.params = code, reason, status, params or {}
        #: Seconds for which the server asked to be left alone; None where it did not say.
        self.retry_after = retry_after

    @property
    def is_down(self) -> bool:
        """Whether asking again, later, may be answered."""
        return self.status is None or self.status == 429 or self.status >= 500


class Spool:
    """Decisions that wait on this machine's disk, in a file of lines that is only appended to until nothing waits."""

    def __init__(self, file: str | os.PathLike):
        self._file = Path(file).resolve()
        self._lock = Path(f"{self._file}.lock")
        self._take_lock()
        self._handle = -1
        try:
            self._handle = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
            self.waiting, self._sent, self._bytes = self._read()
            # What a crash tore was never relied on.
            os.ftruncate(self._handle, self._bytes)
            os.fsync(self._handle)
            _sync_folder(self._file)
        except BaseException:
            if self._handle >= 0:
                os.close(self._handle)
            self._lock.unlink(missing_ok=True)
            raise

    def _take_lock(self) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        try:
            handle = os.open(self._lock, flags, 0o600)
        except FileExistsError:
            pid = self._lock.read_text().strip() if self._lock.exists() else ""
            if pid.isdecimal() and int(pid) != os.getpid() and _is_alive(int(pid)):
                raise ClientError("OMBUD_CLIENT_SPOOL", "in-use", params={"file": str(self._file)}) from None
            self._lock.unlink(missing_ok=True)
            handle = os.open(self._lock, flags, 0o600)
        os.write(handle, f"{os.getpid()}\n".encode())
        os.close(handle)

    def _read(self) -> tuple[list[dict], int, int]:
        data = self._file.read_bytes()
        end = data.rfind(b"\n") + 1
        decisions: list[dict] = []
        sent = 0
        for number, line in enumerate(data[:end].split(b"\n")[:-1], 1):
            try:
                value = json.loads(line)
                if "decision" in value:
                    decisions.append(value["decision"])
                else:
                    sent = value["sent"]
            except (ValueError, KeyError, TypeError):
                where = {"file": str(self._file), "line": number}
                raise ClientError("OMBUD_CLIENT_SPOOL", "not-a-spool", params=where) from None
        return decisions[sent:], sent, end

    def add(self, decisions: list[dict]) -> None:
        """They are on the disk when it returns."""
        self._write([{"decision": one} for one in decisions])
        self.waiting.extend(decisions)

    def answered(self, answers: list[dict]) -> None:
        """The oldest were answered. What was refused is kept beside: it was decided, and somebody must look."""
        refused = [
            {**answer, "decision": decision}
            for answer, decision in zip(answers, self.waiting)
            if answer["state"] == "refused"
        ]
        if refused:
            beside = Path(f"{self._file}.refused")
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                _write_all(handle, _lines(refused))
                os.fsync(handle)
            finally:
                os.close(handle)
            _sync_folder(beside)
        self._sent += len(answers)
        self.waiting = self.waiting[len(answers) :]
        if self.waiting:
            self._write([{"sent": self._sent}])
            return
        os.ftruncate(self._handle, 0)
        os.fsync(self._handle)
        self._sent = self._bytes = 0

    def _write(self, values: list[dict]) -> None:
        data = _lines(values)
        try:
            _write_all(self._handle, data)
            os.fsync(self._handle)
        except OSError:
            # A write that fails half way leaves no half line.
            os.ftruncate(self._handle, self._bytes)
            raise
        self._bytes += len(data)

    def close(self) -> None:
        """What waits stays in the file."""
        os.close(self._handle)
        self._lock.unlink(missing_ok=True)


class Client:
    """For the system that decides. With `spool`, decisions wait on the disk while the server does not answer."""

    def __init__(
        self,
        url: str,
        key: str,
        system: str,
        *,
        spool: str | os.PathLike | None = None,
        every: float = 5.0,
        timeout: float = 10.0,
        attempts: int = 4,
        backoff: float = 0.1,
        patience: float | None = None,
        when_unknown: str = "stop",
        breaker_seconds: float = 1.0,
        language: str | None = None,
        on_sent: Callable[[dict, dict], Any] | None = None,
    ):
        self._url, self._key, self._language = url.rstrip("/"), key, language
        self._path = f"/api/v1/systems/{urllib.parse.quote(system, safe='')}"
        self._timeout, self._attempts, self._backoff = timeout, attempts, backoff
        self._patience = LONGEST_PAUSE if patience is None else patience
        # Who can write a decision to the disk does not keep its caller waiting for a server that is busy.
        self._spool_patience = 1.0 if patience is None else patience
        self._when_unknown, self._breaker_seconds, self._on_sent = when_unknown, breaker_seconds, on_sent
        self._breaker: tuple[str, bool, float] | None = None
        self._spool = None if spool is None else Spool(spool)
        self._spooling, self._draining = threading.Lock(), threading.Lock()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        if self._spool is not None:
            self._thread = threading.Thread(target=self._keep_draining, args=(every,), daemon=True)
            self._thread.start()

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def record(self, decision: Mapping[str, Any]) -> dict:
        """What became of it: `state` is `recorded` (durable), `refused`, or `spooled` (on this machine's disk)."""
        return self.record_many([decision])[0]

    def record_many(self, decisions: Iterable[Mapping[str, Any]]) -> list[dict]:
        """Records many; each is answered for itself, in order."""
        now = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        keyed = [{"key": str(uuid.uuid4()), "decided": now, **decision} for decision in decisions]
        return [outcome for part in _parts(keyed) for outcome in self._send_or_spool(part)]

    def may_decide(self) -> bool:
        """Whether the system may decide now, by its breaker; where the server does not say, `when_unknown` does."""
        return self._ask_breaker()[1]

    def breaker(self) -> str:
        """`closed`, `open`, `human-only`, or `unknown`."""
        return self._ask_breaker()[0]

    def waiting(self) -> int:
        """How many decisions wait on the disk."""
        return 0 if self._spool is None else len(self._spool.waiting)

    def flush(self) -> None:
        """Sends what waits. Raises where the server does not answer: it waits on."""
        spool = self._spool
        if spool is None:
            return
        with self._draining:
            while spool.waiting:
                part = next(_parts(list(spool.waiting)))
                answers = self._send(part)
                with self._spooling:
                    spool.answered(answers)
                if self._on_sent is not None:
                    for decision, answer in zip(part, answers):
                        self._on_sent(decision, answer)

    def close(self) -> None:
        """Ends; what waits stays on the disk for the next client of the same file."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
        if self._spool is not None:
            self._spool.close()
            self._spool = None

    def _keep_draining(self, every: float) -> None:
        while True:
            try:
                self.flush()
            except (ClientError, OSError):
                pass
            if self._stop.wait(every):
                return

    def _send_or_spool(self, part: list[dict]) -> list[dict]:
        """While something waits, what is new waits behind it."""
        if self._spool is None:
            return self._send(part)
        why = ClientError("OMBUD_CLIENT_DOWN", "others-wait")
        if not self._spool.waiting:
            try:
                return self._send(part, self._spool_patience)
            except ClientError as error:
                why = error
        with self._spooling:
            self._spool.add(part)
        return [{"state": "spooled", "key": one["key"], "why": why} for one in part]

    def _send(self, part: list[dict], patience: float | None = None) -> list[dict]:
        try:
            answer = self._ask("POST", f"{self._path}/decisions/batch", {"decisions": part}, patience=patience)
        except ClientError as error:
            if error.status not in ABOUT_CONTENT:
                raise
            if len(part) == 1:
                reason = f"{error.code}/{error.reason}"
                return [{"state": "refused", "reason": reason, "title": str(error), "params": error.params}]
            half = (len(part) + 1) // 2
            return self._send(part[:half], patience) + self._send(part[half:], patience)
        told = answer.get("decisions") if isinstance(answer, dict) else None
        if not isinstance(told, list) or len(told) != len(part):
            raise ClientError("OMBUD_CLIENT_DOWN", "not-an-answer")
        return [
            {"state": "recorded", "repeated": False, **one} if "index" in one else {"state": "refused", **one}
            for one in told
        ]

    def _ask_breaker(self) -> tuple[str, bool, float]:
        if self._breaker is not None and time.monotonic() < self._breaker[2]:
            return self._breaker
        try:
            answer = self._ask("GET", f"{self._path}/may-decide", attempts=1)
            if not isinstance(answer, dict) or not isinstance(answer.get("mayDecide"), bool):
                raise ClientError("OMBUD_CLIENT_DOWN", "not-an-answer")
        except ClientError as error:
            if not error.is_down:
                raise
            return ("unknown", self._when_unknown == "decide", 0)
        self._breaker = (answer["position"], answer["mayDecide"], time.monotonic() + self._breaker_seconds)
        return self._breaker

    def _ask(
        self, method: str, path: str, body: Any = None, attempts: int | None = None, patience: float | None = None
    ) -> Any:
        data = None if body is None else json.dumps(body, allow_nan=False).encode()
        most = self._attempts if attempts is None else attempts
        longest = self._patience if patience is None else patience
        for attempt in range(1, most + 1):
            try:
                return self._ask_once(method, path, data)
            except ClientError as error:
                wanted = error.retry_after or 0
                if not error.is_down or attempt == most or wanted > longest:
                    raise
                own = min(LONGEST_PAUSE, self._backoff * 2 ** (attempt - 1)) * random.uniform(0.5, 1)
                time.sleep(wanted + own)
        raise ClientError("OMBUD_CLIENT_DOWN", "unreachable")

    def _ask_once(self, method: str, path: str, data: bytes | None) -> Any:
        headers = {"Authorization": f"Bearer {self._key}", "Accept": "application/json"}
        if data is not None:
            headers["Content-Type"] = "application/json"
        if self._language is not None:
            headers["Accept-Language"] = self._language
        request = urllib.request.Request(self._url + path, data=data, headers=headers, method=method)
        try:
            with _opener.open(request, timeout=self._timeout) as response:
                return json.loads(response.read())
        except urllib.error.HTTPError as error:
            with error:
                raise _refused(error.code, error.read(), error.headers.get("Retry-After")) from None
        except ValueError as error:
            raise ClientError("OMBUD_CLIENT_DOWN", "not-json") from error
        except OSError as error:
            raise ClientError("OMBUD_CLIENT_DOWN", "unreachable") from error


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A key is shown to nobody but the server that it was meant for."""

    def redirect_request(self, *_: object) -> None:
        return None


_opener = urllib.request.build_opener(_NoRedirect)


def verify_webhook(
    secrets: str | Iterable[str], headers: Mapping[str, str], body: bytes | str, now: float | None = None
) -> dict:
    """A message of the server (standard webhooks), checked: `id`, `sent` (seconds since 1970) and `payload`."""
    found = {name.lower(): value for name, value in headers.items()}
    names = ("webhook-id", "webhook-timestamp", "webhook-signature")
    identifier, at, signatures = (found.get(name, "") for name in names)
    if not identifier or not signatures or not (at.isascii() and at.isdecimal() and len(at) <= 12):
        raise ClientError("OMBUD_CLIENT_WEBHOOK", "headers")
    data = body.encode() if isinstance(body, str) else body
    given = [one[3:] for one in signatures.split(" ") if one.startswith("v1,")]
    signed = f"{identifier}.{at}.".encode() + data
    for secret in [secrets] if isinstance(secrets, str) else secrets:
        key = base64.b64decode(secret.removeprefix("whsec_"))
        wanted = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
        if any(hmac.compare_digest(wanted, one.encode()) for one in given):
            break
    else:
        raise ClientError("OMBUD_CLIENT_WEBHOOK", "signature")
    if abs((time.time() if now is None else now) - int(at)) > TOLERANCE:
        raise ClientError("OMBUD_CLIENT_WEBHOOK", "time")
    return {"id": identifier, "sent": int(at), "payload": json.loads(data)}


class WebhookReceiver:
    """Handles each message once; calling it gives the status to answer with: 204, 401 (not the server's) or 500 (failed).

    `handled` is a set, or anything with `in` and `add`; keep it where your state is, so that a restart forgets none.
    """

    def __init__(self, secret: str | Iterable[str], handle: Callable[[dict], Any], handled=None):
        self._secret, self._handle = secret, handle
        self._handled = set() if handled is None else handled
        self._one = threading.Lock()

    def __call__(self, headers: Mapping[str, str], body: bytes | str) -> int:
        try:
            message = verify_webhook(self._secret, headers, body)
        except (ClientError, ValueError):
            return 401
        with self._one:
            if message["id"] in self._handled:
                return 204
            try:
                self._handle(message)
            except Exception:
                return 500
            self._handled.add(message["id"])
            return 204


def _parts(decisions: list[dict]) -> Iterable[list[dict]]:
    part: list[dict] = []
    size = 0
    for one in decisions:
        own = len(json.dumps(one, allow_nan=False))
        if part and (len(part) >= MOST_TOGETHER or size + own > MOST_BYTES):
            yield part
            part, size = [], 0
        part.append(one)
        size += own
    if part:
        yield part


def _seconds_until(header: str | None, now: float) -> float | None:
    """How long a server asks to be left alone: seconds, or a date of HTTP (RFC 9110, 10.2.3)."""
    text = (header or "").strip()
    if re.fullmatch(r"[0-9]{1,9}", text):
        return float(text)
    if not text.endswith(" GMT"):
        return None
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - now)
    except (ValueError, OverflowError):
        return None


def _refused(status: int, body: bytes, retry_after: str | None) -> ClientError:
    try:
        problem = json.loads(body)
    except ValueError:
        problem = {}
    if not isinstance(problem, dict):
        problem = {}
    code, reason = problem.get("code", "OMBUD_CLIENT_STATUS"), problem.get("reason", str(status))
    until = _seconds_until(retry_after, time.time())
    return ClientError(code, reason, problem.get("title"), status, problem.get("params"), until)


def _lines(values: list[dict]) -> bytes:
    return b"".join(json.dumps(value, allow_nan=False).encode() + b"\n" for value in values)


def _write_all(handle: int, data: bytes) -> None:
    while data:
        data = data[os.write(handle, data) :]


def _sync_folder(file: Path) -> None:
    """A new file is there after a crash once its folder was written."""
    if os.name != "posix":
        return
    handle = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
