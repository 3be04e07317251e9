#!/usr/bin/env python3
"""Makes api-events.jsonl and page-views.jsonl: runs a small shop on 127.0.0.1 and lets users loose on it.

Every line is an event that happened. Each user is a thread with a loopback address of its own (127.0.0.2, ...), since
the server logs the address it sees.

api-events.jsonl is what two log shippers collect: that of the users logs requests, that of the shop responses. Both post
their lines in small batches. So a response may be written before its request, and a batch whose acknowledgement comes too
late is sent, and written, twice.
page-views.jsonl is the shop's own log of another round. There a second of the run counts as ten minutes (STRETCH).
"""

import argparse
import http.client
import json
import queue
import random
import threading
import time
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

GIVE_UP = 2.0  # seconds after which a user stops waiting
STRETCH = 600
STALLED = "/items/13"  # its stock is locked for good

# What each user does: a pause in seconds, then a request, and so on. The monitor has no name.
API_USERS = {
    "alice": """0 POST /login  0.1 GET /cart  0.2 GET /items/7  0.3 POST /checkout  0.1 GET /items/13
                0.2 GET /items/9  0.05 POST /checkout  0.1 POST /logout""",
    "bob": """0.05 POST /login  0.1 POST /checkout  0.02 POST /checkout  0.02 POST /checkout  0.3 GET /cart
              0.2 GET /items/13""",
    "carol": """0.4 POST /login  0.03 GET /items/1  0.03 GET /items/2  0.03 GET /items/3  0.03 GET /items/4
                0.03 GET /items/404  0.01 GET /items/13  0.1 POST /logout""",
    "dave": "0.2 GET /cart  0.3 POST /login  0.1 POST /checkout?locked  0.2 GET /cart",
    None: "0.9 GET /health  1 GET /health  1 GET /health",
}
PAGE_USERS = {
    "alice": """0.1 POST /login  0.1 GET /items/7  0.2 GET /items/9  0.3 GET /cart  0.1 POST /logout
                4.5 POST /login  0.2 GET /cart  0.3 GET /items/2  0.1 POST /logout""",
    "bob": """0.3 POST /login  0.2 GET /items/1  0.9 GET /items/2  1.3 GET /items/3
              3.9 POST /login  0.4 GET /items/3  0.2 GET /cart""",
    "carol": """0.5 POST /login  0.1 GET /cart  0.4 POST /login  0.2 GET /items/5  0.6 GET /items/6  0.2 POST /logout
                0.2 GET /items/6""",
    "dave": """0.8 POST /login  0.2 GET /items/8  3.4 GET /items/8  0.1 GET /cart  0.2 POST /logout
               1 POST /login  0.2 POST /logout""",
    "erin": "1 GET /items/4  0.3 GET /items/5  0.2 GET /cart  4 GET /items/4",
    "frank": """1.5 POST /login  0.1 GET /items/1  0.1 GET /items/2  0.1 GET /items/3  0.1 GET /items/4
                0.1 GET /items/5""",
}


class Shop(ThreadingHTTPServer):
    """Answers users on its paths, and agents on /collect."""

    daemon_threads = True

    def __init__(self, stretch=1):
        super().__init__(("127.0.0.1", 0), Handler)
        self.start = datetime.now(timezone.utc)
        self.stretch = stretch
        self.responses = queue.Queue()  # to be shipped
        self.collected, self.was_late = [], False
        self.views = []
        self.logged_in, self.locked = set(), set()
        self.lock = threading.Lock()
        self.random = random.Random(7)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def now(self):
        instant = self.start + (datetime.now(timezone.utc) - self.start) * self.stretch
        return instant.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def collect(self, lines):
        with self.lock:
            self.collected += lines
            late = len(lines) > 2 and not self.was_late
            self.was_late |= late
        time.sleep(2 * Agent.GIVE_UP if late else 0)

    def view(self, user, path, ip):
        action = path[1:] if path in ("/login", "/logout") else "view"
        with self.lock:
            self.views.append({"timestamp": self.now(), "user": user, "action": action, "page": path, "ip": ip})

    def answer(self, user, path, request_id):
        """The status and body of the answer, or None where there is none in time."""
        first = request_id not in self.locked
        self.locked.add(request_id)
        if path == STALLED or (path == "/checkout?locked" and first):
            time.sleep(2 * GIVE_UP)
            return None
        time.sleep(self.latency(path))
        if path == "/health":
            return 200, {"up": True}
        if path in ("/login", "/logout"):
            (self.logged_in.add if path == "/login" else self.logged_in.discard)(user)
            return 204, None
        if path.startswith("/items/"):
            item = int(path[7:])
            return (200, {"item": item, "price": item * 3.5}) if item < 100 else (404, {"error": "no such item"})
        if user not in self.logged_in:
            return 401, {"error": "not logged in"}
        return (200, {"user": user, "items": [7, 9]}) if path == "/cart" else (201, {"order": request_id})

    def latency(self, path):
        least, most = {"/health": (1, 3), "/cart": (5, 40), "/checkout": (150, 900)}.get(path, (2, 120))
        return self.random.uniform(least, most) / 1000


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        user, request_id = self.headers.get("X-user"), self.headers.get("X-request_id")
        if self.path != "/health":
            self.server.view(user, self.path, self.client_address[0])
        answer = self.server.answer(user, self.path, request_id)
        if answer:
            status, body = answer
            sent = self.respond(status, b"" if body is None else json.dumps(body).encode())
            self.server.responses.put({"timestamp": self.server.now(), "event_type": "response",
                                       "request_id": request_id, "status": status, "bytes": sent})

    def do_POST(self):
        if self.path != "/collect":
            return self.do_GET()
        self.server.collect(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        try:
            self.respond(204, b"")
        except ConnectionError:
            pass  # the agent no longer waits

    def respond(self, status, body):
        self.send_response(status)
        self.end_headers()
        return self.wfile.write(body)

    def log_message(self, *_):
        pass


def call(server, method, path, address="127.0.0.1", timeout=GIVE_UP, body=None, **headers):
    """Whether the server answered in time."""
    connection = http.client.HTTPConnection(*server.server_address, timeout=timeout, source_address=(address, 0))
    try:
        connection.request(method, path, body, headers)
        connection.getresponse().read()
        return True
    except (TimeoutError, http.client.RemoteDisconnected, ConnectionError):
        return False
    finally:
        connection.close()


class Agent(threading.Thread):
    """Posts what comes by a queue to the collector, each batch until it is acknowledged."""

    GIVE_UP = 0.3

    def __init__(self, server, lines, pause):
        super().__init__()
        self.server, self.lines, self.pause, self.stopping = server, lines, pause, False
        self.start()

    def run(self):
        while not (self.stopping and self.lines.empty()):
            time.sleep(self.pause)
            batch = [self.lines.get() for _ in range(self.lines.qsize())]
            while batch and not call(self.server, "POST", "/collect", timeout=self.GIVE_UP, body=json.dumps(batch)):
                pass

    def finish(self):
        self.stopping = True
        self.join()


def visit(server, address, user, plan, requests):
    """Does what the plan says. Requests are logged as they are sent."""
    name = {"user": user} if user else {}
    words = plan.split()
    for number, (pause, method, path) in enumerate(zip(words[::3], words[1::3], words[2::3]), 1):
        time.sleep(float(pause))
        request = {"event_type": "request", "request_id": f"{user or 'monitor'}-{number}", **name,
                   "method": method, "path": path.partition("?")[0]}
        headers = {f"X-{field}": value for field, value in request.items() if field in ("request_id", "user")}
        for _ in range(2 if "locked" in path else 1):  # who pays asks again, by the same id
            requests.put({"timestamp": server.now(), **request})
            if call(server, method, path, address, **headers):
                break


def let_loose(server, users):
    requests = queue.Queue()
    agents = [Agent(server, requests, 0.1), Agent(server, server.responses, 0.08)]
    visits = [threading.Thread(target=visit, args=(server, f"127.0.0.{n}", user, plan, requests))
              for n, (user, plan) in enumerate(users.items(), 2)]
    for each in visits:
        each.start()
    for each in visits:
        each.join()
    for agent in agents:
        agent.finish()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=Path(__file__).parents[1], metavar="FOLDER",
                        help="where the files are written, in place of those there (default: conf/samples)")
    folder = parser.parse_args().to
    api = Shop()
    let_loose(api, API_USERS)
    pages = Shop(STRETCH)
    let_loose(pages, PAGE_USERS)
    for name, events in (("api-events.jsonl", api.collected), ("page-views.jsonl", pages.views)):
        lines = (json.dumps(event, separators=(",", ":")) for event in events)
        (folder / name).write_text("".join(line + "\n" for line in lines))


if __name__ == "__main__":
    main()
