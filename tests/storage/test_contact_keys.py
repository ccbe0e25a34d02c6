"""The keys by which double contacts are found, as they are stored."""

from __future__ import annotations

import os
import subprocess
import sys

PROGRAM = """
from coopdesk.domain.contacts import NewContact
from coopdesk.storage.contact_rows import key_values
new = NewContact(last_name="Lefèvre-Martin", first_name="Élodie Jeanne",
                 email="elodie.lefevre@example.org", phone="06 39 98 12 34")
print(key_values(new)["match_keys"])
"""


def test_same_contact_has_the_same_keys_in_every_process():
    def keys(hash_seed):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
        command = [sys.executable, "-c", PROGRAM]
        return subprocess.run(command, env=environment, capture_output=True, check=True).stdout

    assert keys("1") == keys("2") != b"[]\n"
