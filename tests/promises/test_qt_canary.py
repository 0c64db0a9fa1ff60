"""The binding of Qt keeps the count of None: one release lost a reference on every void call, and then aborted."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

class Sender(QObject):
    sent = Signal()

app = QCoreApplication([])
timer, sender = QTimer(), Sender()
timer.setInterval(1)
before_none, before_true = sys.getrefcount(None), sys.getrefcount(True)
for _ in range(1000):
    timer.setInterval(1)
    sender.sent.emit()
print(before_none - sys.getrefcount(None), before_true - sys.getrefcount(True))
"""


def test_a_thousand_void_calls_keep_their_references() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lost_none, lost_true = map(int, done.stdout.split())
    assert lost_none <= 50
    assert lost_true <= 50
