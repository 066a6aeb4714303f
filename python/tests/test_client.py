"""python tests/test_client.py, in python/. The real server is asked where OMBUD_TEST_SERVER and _KEY name one."""

import http.server
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

# The module as it was installed, or else as it lies beside; neither loads what the rest of the package needs.
sys.path.append(str(Path(__file__).parent.parent))
from ombud import client  # noqa: E402

HOME = str(Path(client.__file__).parent.parent)
NOWHERE = "http://127.0.0.1:9"
FAST = {"attempts": 2, "backoff": 0.001}


class StandIn:
    """A server that records what it is sent, by key, and can be told to fail."""

    def __init__(self):
        self.asked, self.recorded, self.fail, self.lose = 0, {}, None, False
        #: Status and Retry-After of the answers until a second has passed since it was first asked.
        self.busy, self.first = None, None
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_GET(self):
                outer.asked += 1
                self._say(200, {"mayDecide": False, "position": "open"})

            def do_POST(self):
                outer.asked += 1
                rows = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["decisions"]
                outer.first = outer.first or time.monotonic()
                if outer.busy is not None and time.monotonic() - outer.first < 1:
                    return self._say(outer.busy[0], {}, {"Retry-After": outer.busy[1]})
                if outer.fail is not None:
                    return self._say(outer.fail, {"code": "OMBUD_E_X", "reason": "told", "title": "No."})
                told = [outer.take(row) for row in rows]
                if outer.lose:
                    outer.lose = False
                    self.connection.close()
                    return None
                return self._say(200, {"decisions": told})

            def _say(self, status, body, headers={}):
                data = json.dumps(body).encode()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def take(self, row):
        if row["subject"] == "bad":
            return {"reason": "unfit-member", "title": "It is bad.", "params": {}}
        again = row["key"] in self.recorded
        index = self.recorded.setdefault(row["key"], len(self.recorded))
        return {"index": index, "leaf": "", **({"repeated": True} if again else {})}

    def close(self):
        self.http.shutdown()
        self.http.server_close()


class ClientTest(unittest.TestCase):
    def setUp(self):
        self.server = StandIn()
        self.addCleanup(self.server.close)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.spool = Path(folder.name) / "spool"

    def client(self, url=None, **options):
        made = client.Client(url or self.server.url, "ombud_x", "loans", **{**FAST, **options})
        self.addCleanup(made.close)
        return made

    def test_many_are_answered_each(self):
        rows = [{"subject": f"s-{i}", "decision": "yes"} for i in range(2300)]
        rows[5] = {"subject": "bad", "decision": "yes"}
        outcomes = self.client().record_many(rows)
        self.assertEqual([one["state"] for one in outcomes].count("recorded"), 2299)
        self.assertEqual((outcomes[5]["state"], outcomes[5]["reason"]), ("refused", "unfit-member"))
        self.assertEqual(self.server.asked, 3)

    def test_a_lost_answer_is_asked_for_again_and_nothing_is_twice(self):
        self.server.lose = True
        outcome = self.client().record({"subject": "s", "decision": "yes"})
        self.assertEqual((outcome["state"], outcome["repeated"]), ("recorded", True))
        self.assertEqual(len(self.server.recorded), 1)

    def test_without_a_spool_down_is_an_error(self):
        with self.assertRaises(client.ClientError) as caught:
            self.client(NOWHERE).record({"subject": "s", "decision": "yes"})
        self.assertTrue(caught.exception.is_down)
        self.server.fail = 403
        with self.assertRaises(client.ClientError) as caught:
            self.client().record({"subject": "s", "decision": "yes"})
        self.assertEqual((caught.exception.code, caught.exception.status), ("OMBUD_E_X", 403))
        self.assertEqual(self.server.asked, 1)

    def test_a_busy_server_is_left_alone_for_as_long_as_it_asks(self):
        row = {"subject": "s", "decision": "yes"}
        for status in (429, 503):
            self.server.first, self.server.asked, self.server.busy = None, 0, (status, "1")
            self.assertEqual(self.client().record(row)["state"], "recorded")
            self.assertEqual(self.server.asked, 2)
            self.server.first, self.server.asked, self.server.busy = None, 0, (status, "86400")
            with self.assertRaises(client.ClientError) as caught:
                self.client().record(row)
            self.assertEqual((caught.exception.status, caught.exception.retry_after), (status, 86400))
            self.assertEqual(self.server.asked, 1)
        self.server.first, self.server.busy = None, (503, "3")
        spooling = self.client(spool=self.spool, every=1000)
        told = spooling.record(row)
        self.assertEqual((told["state"], told["why"].retry_after), ("spooled", 3))

    def test_retry_after_in_both_forms(self):
        now = 1795694400.0  # 2026-11-26 12:00:00 UTC
        for header, seconds in (
            ("120", 120),
            (" 7 ", 7),
            ("Thu, 26 Nov 2026 12:00:30 GMT", 30),
            ("Thu, 26 Nov 2026 11:00:00 GMT", 0),
            ("Thu, 99 Foo 2026 11:00:00 GMT", None),
            ("", None),
            ("-1", None),
            ("soon", None),
            ("9999999999", None),
            (None, None),
        ):
            self.assertEqual(client._seconds_until(header, now), seconds)

    def test_the_spool_keeps_order_and_cuts_what_was_torn(self):
        away = self.client(NOWHERE, spool=self.spool, every=1000)
        for subject in ("a", "b", "bad"):
            self.assertEqual(away.record({"subject": subject, "decision": 1, "key": subject})["state"], "spooled")
        away.close()
        self.assertEqual(self.spool.stat().st_mode & 0o777, 0o600)
        with self.spool.open("a") as file:
            file.write('{"decision":{"subj')
        sent = []
        back = self.client(
            spool=self.spool, every=1000, on_sent=lambda row, told: sent.append((row["subject"], told["state"]))
        )
        back.flush()
        self.assertEqual(list(self.server.recorded), ["a", "b"])
        self.assertEqual(sent, [("a", "recorded"), ("b", "recorded"), ("bad", "refused")])
        self.assertEqual((self.spool.read_bytes(), back.waiting()), (b"", 0))
        self.assertIn("unfit-member", Path(f"{self.spool}.refused").read_text())
        self.assertEqual(back.record({"subject": "c", "decision": 1})["state"], "recorded")

    def test_kill_9_of_the_client_loses_nothing_that_was_relied_on(self):
        script = (
            f"import sys; sys.path.insert(0, {HOME!r})\n"
            "from ombud import client\n"
            f"ombud = client.Client({NOWHERE!r}, 'k', 'loans', spool={str(self.spool)!r}, attempts=1)\n"
            "first = int(sys.argv[1])\n"
            "for i in range(first, first + 100000):\n"
            "    ombud.record({'subject': f's-{i}', 'decision': 1, 'key': str(i)})\n"
            "    print(i, flush=True)\n"
        )
        relied = -1
        for round_ in range(6):
            child = subprocess.Popen(
                [sys.executable, "-c", script, str(relied + 1)], stdout=subprocess.PIPE, text=True
            )
            for _ in range(5 + round_ * 7):
                relied = int(child.stdout.readline())
            child.send_signal(signal.SIGKILL)
            for line in child.stdout.read().splitlines(keepends=True):
                relied = int(line) if line.endswith("\n") else relied
            child.wait()
            child.stdout.close()
        back = self.client(spool=self.spool, every=1000)
        back.flush()
        keys = list(self.server.recorded)
        self.assertEqual(keys, [str(i) for i in range(len(keys))])
        self.assertGreater(len(keys), relied)

    def test_a_spool_is_one_process_s_alone(self):
        self.spool.with_name("spool.lock").write_text("1\n")
        with self.assertRaises(client.ClientError) as caught:
            self.client(spool=self.spool)
        self.assertEqual(caught.exception.reason, "in-use")

    def test_no_answer_is_no_leave(self):
        self.assertFalse(self.client(NOWHERE).may_decide())
        self.assertTrue(self.client(NOWHERE, when_unknown="decide").may_decide())
        asks = self.client()
        self.assertEqual((asks.may_decide(), asks.breaker(), self.server.asked), (False, "open", 1))

    def test_webhooks_by_the_example_of_the_standard(self):
        # https://github.com/standard-webhooks/standard-webhooks, the test vector of its libraries.
        secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        body = '{"test": 2432232314}'
        headers = {
            "Webhook-Id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp": "1614265330",
            "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        }
        message = client.verify_webhook(secret, headers, body, now=1614265330)
        self.assertEqual(message["payload"], {"test": 2432232314})
        for changed, text, at, reason in (
            (headers, body + " ", 1614265330, "signature"),
            ({**headers, "Webhook-Id": "x"}, body, 1614265330, "signature"),
            (headers, body, 1614265330 + 301, "time"),
            ({}, body, 1614265330, "headers"),
        ):
            with self.assertRaises(client.ClientError) as caught:
                client.verify_webhook(secret, changed, text, now=at)
            self.assertEqual(caught.exception.reason, reason)

    def test_each_message_is_handled_once(self):
        seen, fail = [], [True]

        def handle(message):
            if fail.pop() if fail else False:
                raise RuntimeError
            seen.append(message["id"])

        secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        at = str(int(time.time()))
        key = client.base64.b64decode(secret[6:])
        digest = client.hmac.new(key, f"a.{at}.{{}}".encode(), "sha256").digest()
        headers = {
            "webhook-id": "a",
            "webhook-timestamp": at,
            "webhook-signature": "v1," + client.base64.b64encode(digest).decode(),
        }
        receive = client.WebhookReceiver(secret, handle)
        self.assertEqual([receive(headers, b"{}") for _ in range(3)], [500, 204, 204])
        self.assertEqual(receive(headers, b"{} "), 401)
        self.assertEqual(seen, ["a"])

    def test_it_loads_nothing_beyond_the_standard_library(self):
        script = f"import sys; sys.path.insert(0, {HOME!r}); import ombud.client; print('pandas' in sys.modules, 'numpy' in sys.modules)"
        said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        self.assertEqual(said.stdout, "False False\n")


if "OMBUD_TEST_SERVER" in os.environ:

    class RealServerTest(unittest.TestCase):
        def test_recorded_refused_and_repeated(self):
            ombud = client.Client(os.environ["OMBUD_TEST_SERVER"], os.environ["OMBUD_TEST_KEY"], "loans")
            row = {
                "subject": "python-1",
                "decision": "yes",
                "inputs": {"income": 1, "purpose": "car"},
                "attributes": {"sex": "F"},
                "key": "python-1",
            }
            first = ombud.record(row)
            self.assertEqual((first["state"], first["repeated"]), ("recorded", False))
            self.assertEqual(ombud.record(row), {**first, "repeated": True})
            self.assertEqual((ombud.may_decide(), ombud.breaker()), (True, "closed"))
            refused = ombud.record({**row, "key": "python-2", "inputs": {}})
            self.assertEqual((refused["state"], refused["reason"]), ("refused", "input-missing"))


if __name__ == "__main__":
    unittest.main()
