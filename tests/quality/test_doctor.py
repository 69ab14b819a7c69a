from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportbot.errors import DiskFullError, ModelFileError, NotInstalledError
from supportbot.models.states import ModelState, ModelStatus
from supportbot.quality.doctor import (
    Check,
    Devices,
    check_certificates,
    check_devices,
    check_disk,
    check_memory,
    check_model,
    check_packages,
    check_processor,
    check_proxy,
    failed,
    network_environment,
    without_secrets,
    worst,
)

GB = 1_000_000_000


def status_of(checks):
    return [check.status for check in checks]


@pytest.mark.parametrize(
    ("statuses", "verdict"),
    [((), "ok"), (("ok",), "ok"), (("ok", "warn"), "warn"), (("warn", "fail", "ok"), "fail")],
)
def test_the_worst_counts(statuses, verdict):
    assert worst([Check("x", status, "") for status in statuses]) == verdict


@pytest.mark.parametrize(
    ("checks", "status"),
    [
        (check_packages({"numpy": "2.4"}), "ok"),
        (check_packages({"numpy": None, "PySide6-Essentials": None}), "fail"),
        (check_packages({"numpy": "2.4", "PySide6-Essentials": None}), "warn"),
        (check_processor("A processor", 4, ("sse4_2", "avx2")), "ok"),
        (check_processor("A processor", 4, ("asimd",)), "ok"),
        (check_processor("A processor", 4, None), "ok"),
        (check_processor("A processor", 1, ("sse4_2",)), "warn"),
        (check_processor("A processor", 4, ()), "fail"),
        (check_devices(Devices("cpu-haswell", ()), "auto"), "ok"),
        (check_devices(Devices("cpu-haswell", ("A GPU",)), "gpu"), "ok"),
        (check_devices(Devices("cpu-haswell", ()), "gpu"), "warn"),
        (check_devices(None, "auto"), "fail"),
        (check_memory(8 * GB, 16 * GB, 2 * GB), "ok"),
        (check_memory(1 * GB, 16 * GB, None), "ok"),
        (check_memory(2 * GB, 16 * GB, 2 * GB), "warn"),
        (check_memory(2 * GB, 2 * GB, 2 * GB), "fail"),
        (check_disk(Path("data"), 10 * GB, 2 * GB), "ok"),
        (check_disk(Path("data"), int(4.2 * GB), 2 * GB), "warn"),
        (check_disk(Path("data"), 3 * GB, 2 * GB), "fail"),
        (check_disk(Path("data"), 1_000_000, 0), "fail"),
    ],
)
def test_verdicts(checks, status):
    assert status_of(checks) == [status]
    assert all(check.detail for check in checks)
    assert all(check.remedy for check in checks if check.status != "ok")


def test_a_model():
    ready = ModelStatus(ModelState.READY, "helper", Path("m.gguf"))
    assert status_of(check_model(ready)) == ["ok"]
    unverified = ModelStatus(ModelState.VERIFYING, "helper", Path("m.gguf"))
    assert "not yet verified" in check_model(unverified)[0].detail
    absent = ModelStatus(
        ModelState.ABSENT, "helper", problem=NotInstalledError("No model.", "Get it.")
    )
    assert check_model(absent) == [Check("model", "warn", "No model.", "Get it.")]
    none = ModelStatus(ModelState.ABSENT, problem=NotInstalledError("None.", code="no_generator"))
    assert status_of(check_model(none)) == ["ok"]
    damage = ModelFileError("m.gguf", "is cut off", "Get it again.", code="truncated")
    assert status_of(check_model(ModelStatus(ModelState.DAMAGED, problem=damage))) == ["fail"]


def test_what_could_not_be_looked_at_failed():
    assert failed("disk", DiskFullError("Full.", "Free some.")) == Check(
        "disk", "fail", "Full.", "Free some."
    )


@pytest.mark.parametrize(
    ("proxy", "told"),
    [
        ("http://proxy.example:3128", "http://proxy.example:3128"),
        ("http://me:secret@proxy.example:3128/", "http://***@proxy.example:3128"),
        ("me:secret@proxy.example:3128", "***@proxy.example:3128"),
        ("https://me:se@cr/et?x#y@proxy.example", "https://***@proxy.example"),
        ("http://proxy.example/pac?token=secret", "http://proxy.example"),
        ("http://me:a://secret@proxy.example", "http://***@proxy.example"),
        ("localhost,.example,10.0.0.0", "localhost,.example,10.0.0.0"),
        ("", ""),
    ],
)
def test_secrets_stay_here(proxy, told):
    assert without_secrets(proxy) == told


SECRET = st.text(st.sampled_from("abc@/:?#%"), min_size=1).map(lambda text: f"QX{text}ZQ")


@given(user=SECRET, password=SECRET, scheme=st.sampled_from(["", "http://", "socks5h://"]))
def test_no_secret_is_told(user, password, scheme):
    told = without_secrets(f"{scheme}{user}:{password}@proxy.example:3128")
    assert "QX" not in told
    assert "ZQ" not in told
    assert told.endswith("proxy.example:3128")


def test_the_network_environment(tmp_path):
    bundle = tmp_path / "ca.pem"
    bundle.touch()
    environment = {
        "https_proxy": "http://me:secret@proxy.example:1",
        "NO_PROXY": "localhost",
        "SSL_CERT_FILE": str(bundle),
        "HOME": "elsewhere",
    }
    assert network_environment(environment) == {
        "https_proxy": "http://***@proxy.example:1",
        "NO_PROXY": "localhost",
        "SSL_CERT_FILE": str(bundle),
    }
    assert "secret" not in check_proxy(environment)[0].detail
    assert status_of(check_certificates(environment)) == ["ok"]
    (check,) = check_certificates({"SSL_CERT_FILE": str(tmp_path / "missing")})
    assert (check.status, "SSL_CERT_FILE" in check.remedy) == ("warn", True)
    assert check_proxy({})[0].detail == "none set"
