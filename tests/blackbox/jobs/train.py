# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A job: least squares by gradient descent, the data shared out over the processes of the job, which
meet where PyTorch's processes would. Prints the loss in the end."""

import os
import socket
import time

import numpy

ROWS, COLUMNS, STEPS, RATE = 240, 8, 60, 0.05
RANK, SIZE = int(os.environ["RANK"]), int(os.environ["WORLD_SIZE"])
MASTER = (os.environ["MASTER_ADDR"], int(os.environ["MASTER_PORT"]))


class Group:
    """Sums vectors over all processes, through the first."""

    def __init__(self):
        self.peers = []
        if RANK == 0 and SIZE > 1:
            listener = socket.create_server(("", MASTER[1]))
            self.peers = [listener.accept()[0] for _ in range(SIZE - 1)]
        elif SIZE > 1:
            self.peers = [self._connect()]

    @staticmethod
    def _connect():
        end = time.monotonic() + 30
        while True:
            try:
                return socket.create_connection(MASTER, timeout=30)
            except ConnectionRefusedError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)

    def sum(self, vector):
        if RANK == 0:
            total = vector + sum(self._receive(peer, vector) for peer in self.peers)
            for peer in self.peers:
                peer.sendall(total.tobytes())
            return total
        self.peers[0].sendall(vector.tobytes())
        return self._receive(self.peers[0], vector)

    @staticmethod
    def _receive(peer, like):
        data = b""
        while len(data) < like.nbytes:
            piece = peer.recv(like.nbytes - len(data))
            if not piece:
                raise ConnectionError("a process has left")
            data += piece
        return numpy.frombuffer(data, like.dtype)



random = numpy.random.default_rng(7)
inputs = random.normal(size=(ROWS, COLUMNS))
wanted = inputs @ random.normal(size=COLUMNS) + random.normal(scale=0.1, size=ROWS)
mine, right = inputs[RANK::SIZE], wanted[RANK::SIZE]

group = Group()
weights = numpy.zeros(COLUMNS)
for _ in range(STEPS):
    weights = weights - RATE * group.sum(mine.T @ (mine @ weights - right)) / ROWS * 2
loss = group.sum(numpy.array([((mine @ weights - right) ** 2).sum()]))[0] / ROWS
print(f"rank {RANK} of {SIZE} on {socket.gethostname()}, {len(mine)} rows: loss {loss:.9f}")
