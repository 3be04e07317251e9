#!/usr/bin/env python3
"""Makes connections.jsonl: opens TCP connections on the loopback device while tcpdump watches.

Needs Linux, tcpdump, and the right to capture and to open raw sockets (root). The packets are those of the kernel, but
for one: data for a connection that was never opened is put on the wire by hand.
"""

import argparse
import json
import re
import socket
import struct
import subprocess
import threading
import time
from datetime import datetime, timezone
from pathlib import Path

HOST = "127.0.0.42"  # nobody else's packets
LINE = re.compile(r"(\d+)\.(\d+) IP (\S+)\.(\d+) > (\S+)\.(\d+): Flags \[(\S+)\],.* length (\d+)")


def listen(backlog=16):
    listener = socket.socket()
    listener.bind((HOST, 0))
    listener.listen(backlog)
    return listener


def answer(connection):
    """Sends back what comes, in capitals, until the other side is done."""
    with connection:
        try:
            while data := connection.recv(4096):
                time.sleep(0.02)
                connection.sendall(data.upper())
        except ConnectionResetError:
            pass


def serve(listener):
    while True:
        threading.Thread(target=answer, args=(listener.accept()[0],), daemon=True).start()


def talk(address, words):
    with socket.create_connection(address) as client:
        for word in words:
            client.sendall(word)
            client.recv(4096)
            time.sleep(0.1)


def break_off(address):
    """Closes with what is yet to be sent thrown away, so that the other side gets a reset."""
    with socket.create_connection(address) as client:
        client.sendall(b"begin")
        client.recv(4096)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def call_nobody():
    listener = listen()
    address = listener.getsockname()
    listener.close()
    with socket.socket() as client:
        client.connect_ex(address)


def call_who_is_busy():
    """A listener that accepts nobody has room for one connection; the next one's SYN is dropped, again and again."""
    with listen(backlog=0) as listener, socket.create_connection(listener.getsockname()), socket.socket() as client:
        client.settimeout(4)
        client.connect_ex(listener.getsockname())


def send_unasked(address, data=b"hello?"):
    """Sends a segment of a connection that there isn't."""
    with socket.socket() as bound, socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_TCP) as raw:
        bound.bind((HOST, 0))  # the port is ours, so that no connection has it
        raw.bind((HOST, 0))
        host = socket.inet_aton(HOST)
        pseudo = host + host + struct.pack("!BBH", 0, socket.IPPROTO_TCP, 20 + len(data))

        def segment(checksum):  # data offset of 5 words, PSH and ACK
            ports = bound.getsockname()[1], address[1]
            return struct.pack("!HHIIBBHHH", *ports, 1000, 2000, 5 << 4, 0x18, 1024, checksum, 0) + data

        words = pseudo + segment(0) + b"\0" * (len(data) % 2)
        total = sum(struct.unpack(f"!{len(words) // 2}H", words))
        total = (total >> 16) + (total & 0xFFFF)
        raw.sendto(segment(~(total + (total >> 16)) & 0xFFFF), (HOST, 0))


def connect():
    """Opens all connections, some at once."""
    listener = listen()
    address = listener.getsockname()
    threading.Thread(target=serve, args=(listener,), daemon=True).start()
    calls = [(talk, address, [b"hello", b"bye"]), (call_who_is_busy,), (talk, address, [b"one", b"two", b"three"]),
             (call_nobody,), (break_off, address), (send_unasked, address), (talk, address, [b"last"])]
    threads = []
    for function, *arguments in calls:
        threads.append(threading.Thread(target=function, args=arguments))
        threads[-1].start()
        time.sleep(0.07)
    for thread in threads:
        thread.join()


def kind(flags, length):
    for flag, event in (("R", "RST"), ("F", "FIN")):
        if flag in flags:
            return event
    if "S" in flags:
        return "SYN_ACK" if "." in flags else "SYN"
    return "DATA" if length else "ACK"


def events(lines):
    connections = {}
    for packet in filter(None, map(LINE.match, lines)):
        seconds, micros, *ends, flags, length = packet.groups()
        source, target = f"{ends[0]}:{ends[1]}", f"{ends[2]}:{ends[3]}"
        connection = connections.setdefault(frozenset((source, target)), f"c-{len(connections) + 1}")
        instant = datetime.fromtimestamp(int(seconds), timezone.utc).strftime("%Y-%m-%dT%H:%M:%S")
        yield {"timestamp": f"{instant}.{micros}Z", "conn_id": connection, "event": kind(flags, int(length)),
               "src": source, "dst": target, "len": int(length)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=Path(__file__).parents[1], metavar="FOLDER",
                        help="where the file is written, in place of that there (default: conf/samples)")
    folder = parser.parse_args().to
    command = ["tcpdump", "-i", "lo", "-nn", "-tt", "-l", "--immediate-mode", f"tcp and host {HOST}"]
    tcpdump = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    tcpdump.stderr.readline()  # says that it listens
    time.sleep(0.5)
    connect()
    time.sleep(0.5)
    tcpdump.terminate()
    lines = (json.dumps(event, separators=(",", ":")) for event in events(tcpdump.stdout))
    (folder / "connections.jsonl").write_text("".join(line + "\n" for line in lines))


if __name__ == "__main__":
    main()
