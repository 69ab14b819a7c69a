import pytest

from supportbot.history import HistoryStore
from supportbot.paths import AppPaths
from supportbot.quality.preflight import (
    find_devices,
    look_at_access,
    look_at_disk,
    look_at_history,
    look_at_memory,
    package_versions,
    processor_features,
    system_line,
)


@pytest.fixture
def paths(tmp_path):
    return AppPaths(tmp_path / "data").create()


def test_the_machine_is_looked_at(paths):
    assert "memory" in [check.name for check in look_at_memory(None)]
    assert look_at_disk(paths.root / "not" / "there", 0)[0].name == "disk"
    assert "Python" in system_line()
    assert package_versions()["pydantic"]
    features = processor_features()
    assert features is None or isinstance(features, tuple)


def test_folders_that_can_be_written(paths):
    before = sorted(paths.root.rglob("*"))
    assert look_at_access(paths)[0].status == "ok"
    assert sorted(paths.root.rglob("*")) == before


def test_a_folder_that_cannot_be_written(paths, unprivileged):
    folder, rights = unprivileged
    with rights():
        (check,) = look_at_access(AppPaths(folder))
    assert check.status == "fail"
    assert str(folder) in check.detail


def test_the_history(paths):
    assert look_at_history(paths.database)[0].status == "ok"
    assert not paths.database.exists()
    HistoryStore(paths.database).close()
    assert "sound" in look_at_history(paths.database)[0].detail
    paths.database.write_bytes(b"no database" * 1000)
    assert look_at_history(paths.database)[0].status == "fail"
    assert paths.database.read_bytes() == b"no database" * 1000


@pytest.mark.process
def test_devices_are_found_in_a_child():
    pytest.importorskip("llama_cpp")
    devices = find_devices(gpu=False)
    assert devices is not None
    assert devices.variant
