from __future__ import annotations

from pathlib import Path

import pytest

from vhdesk.errors import UnsafeLocation
from vhdesk.store.location import check_location

MOUNTS = r"""/dev/vda / ext4 rw 0 0
proc /proc proc rw 0 0
server:/export /mnt/tafels nfs4 rw 0 0
//server/groep /mnt/groep\040map cifs rw 0 0
jan@host: /home/jan/ver fuse.sshfs rw 0 0
/dev/sdb1 /media/stick fuseblk rw 0 0
tmpfs /mnt/tafels/lokaal tmpfs rw 0 0
host /mnt/gedeeld 9p rw 0 0
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    path = tmp_path / "mounts"
    path.write_text(MOUNTS)
    return path


@pytest.mark.parametrize(
    ("folder", "soort"),
    [
        ("/mnt/tafels/enschede.vhkluis", "nfs4"),
        ("/mnt/groep map/x.vhkluis", "cifs"),
        ("/home/jan/ver/x.vhkluis", "fuse.sshfs"),
        ("/mnt/gedeeld/x.vhkluis", "9p"),
    ],
)
def test_a_network_folder_is_named(folder: str, soort: str, mounts: Path) -> None:
    with pytest.raises(UnsafeLocation) as refused:
        check_location(Path(folder), mounts)
    assert (refused.value.code, refused.value.details) == ("network_folder", {"soort": soort})


@pytest.mark.parametrize(
    "folder", ["/home/jan/x.vhkluis", "/mnt/tafels/lokaal/x", "/media/stick/x", "/mnt/tafels-anders/x"]
)
def test_a_local_folder_is_fine(folder: str, mounts: Path) -> None:
    check_location(Path(folder), mounts)


@pytest.mark.parametrize(
    "name",
    [
        "Dropbox", "Dropbox (Gemeente)", "OneDrive", "OneDrive - Gemeente Enschede", "Google Drive", "GoogleDrive",
        "Mijn Drive", "iCloud Drive", "iCloudDrive", "Mobile Documents", "CloudStorage", "Nextcloud", "nextcloud2",
        "ownCloud", "SURFdrive",
    ],
)  # fmt: skip
def test_a_synchronised_folder_is_known_by_its_name(name: str, tmp_path: Path, mounts: Path) -> None:
    with pytest.raises(UnsafeLocation, match="synchronised_folder"):
        check_location(tmp_path / name / "tafels" / "x.vhkluis", mounts)


@pytest.mark.parametrize("mark", [".stfolder", ".dropbox.cache", ".sync_a1b2c3.db", "._sync_a1b2.db"])
def test_a_synchronised_folder_is_known_by_its_marks(mark: str, tmp_path: Path, mounts: Path) -> None:
    (tmp_path / mark).mkdir()
    with pytest.raises(UnsafeLocation, match="synchronised_folder"):
        check_location(tmp_path / "diep" / "x.vhkluis", mounts)


def test_a_link_does_not_hide_it(tmp_path: Path, mounts: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "gewoon").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(UnsafeLocation):
        check_location(tmp_path / "gewoon" / "x.vhkluis", mounts)


def test_the_folder_that_onedrive_names_in_the_environment(
    tmp_path: Path, mounts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))
    with pytest.raises(UnsafeLocation):
        check_location(tmp_path / "x.vhkluis", mounts)


@pytest.mark.parametrize("name", ["dropboxen", "Onedriver", "cloud", "mega groot", "Boxen"])
def test_names_that_only_look_like_it_are_fine(name: str, tmp_path: Path, mounts: Path) -> None:
    check_location(tmp_path / name / "x.vhkluis", mounts)


def test_where_mounts_cannot_be_read_nothing_is_claimed(tmp_path: Path) -> None:
    check_location(tmp_path, tmp_path / "nergens")
