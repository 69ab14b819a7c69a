"""``supportbot doctor``: can this machine run the helper, and what to do if not.

Owns the order of the checks and their printing. A part that cannot even be looked at (an unwritable data folder, a
broken pack) is a failed check; the others go on.
"""

from __future__ import annotations

import os
import platform
from typing import TYPE_CHECKING, Any

import typer  # noqa: TC002 - read from the annotations when the command is built

from supportbot import __version__
from supportbot.cli.common import JsonOption, cli_context, print_json
from supportbot.errors import CheckFailedError, SupportbotError

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportbot.cli.common import CliContext
    from supportbot.models.states import ModelStatus
    from supportbot.quality.doctor import Check, Devices


def doctor(ctx: typer.Context, as_json: JsonOption = False) -> None:
    """Check processor, memory, disk, devices, model, write access, proxy and certificates; exit 1 if one fails."""
    from supportbot.quality import doctor as checks

    examination = _Examination(cli_context(ctx))
    found = examination.run()
    verdict = checks.worst(found)
    if as_json:
        print_json(
            {
                "verdict": verdict,
                "checks": [check.to_dict() for check in found],
                **examination.facts,
            }
        )
    else:
        for check in found:
            print(f"{check.status:<5} {check.name:<13} {check.detail}")
            if check.remedy:
                print(f"{'':<19} {check.remedy}")
    bad = [check.name for check in found if check.status == "fail"]
    if bad:
        raise CheckFailedError(f"Not well: {', '.join(bad)}.", "Do what stands below each.")


class _Examination:
    """One run of all checks; ``facts`` are what programs may want beside the verdicts."""

    def __init__(self, cli: CliContext) -> None:
        self._cli = cli
        self._status: ModelStatus | None = None
        self.facts: dict[str, Any] = {}

    def run(self) -> list[Check]:
        """All checks, in the order a person would want them."""
        steps: dict[str, Callable[[], list[Check]]] = {
            "system": self._system,
            "processor": self._processor,
            "devices": self._devices,
            "pack": self._pack,
            "model": self._model,
            "memory": self._memory,
            "disk": self._disk,
            "access": self._access,
            "history": self._history,
            "network": self._network,
        }
        return [check for name, step in steps.items() for check in _attempt(name, step)]

    def _system(self) -> list[Check]:
        from supportbot.quality import doctor, preflight

        versions = preflight.package_versions()
        self.facts["versions"] = {
            "supportbot": __version__,
            "python": platform.python_version(),
            "system": platform.platform(),
            **versions,
        }
        system = doctor.Check(
            "system", "ok", f"supportbot {__version__}, {preflight.system_line()}"
        )
        return [system, *doctor.check_packages(versions)]

    def _processor(self) -> list[Check]:
        from supportbot.quality import doctor, preflight
        from supportbot.quality.machine import machine

        features, what = preflight.processor_features(), machine()
        self.facts["processor"] = {
            "name": what["processor"],
            "cores": what["cores"],
            "features": None if features is None else list(features),
        }
        return doctor.check_processor(what["processor"], what["cores"], features)

    def _devices(self) -> list[Check]:
        from supportbot.engine.cpu import crashed_variants
        from supportbot.quality import doctor, preflight

        self.facts["devices"] = None
        try:
            avoid = crashed_variants(self._cli.paths().states_dir)
        except SupportbotError:  # told by its own check
            avoid = ()
        wanted = self._cli.options.device or "auto"
        devices: Devices | None = preflight.find_devices(avoid, gpu=wanted != "cpu")
        if devices is not None:
            self.facts["devices"] = {"variant": devices.variant, "gpus": list(devices.gpus)}
        return doctor.check_devices(devices, wanted)

    def _pack(self) -> list[Check]:
        from supportbot.quality import doctor

        pack = self._cli.pack()
        detail = f"{pack.product.name} {pack.product.version} at {pack.root}"
        return [doctor.Check("pack", "ok", detail)]

    def _model(self) -> list[Check]:
        from supportbot.quality import doctor

        self.facts["model"] = None
        if self._cli.options.model is not None:
            spec = self._cli.model().spec
            return [doctor.Check("model", "ok", f"{spec.id} at {spec.path}")]
        self._status = self._cli.store().status()
        self.facts["model"] = self._status.as_json()
        return doctor.check_model(self._status)

    def _memory(self) -> list[Check]:
        from supportbot.quality import preflight

        return preflight.look_at_memory(self._status.size_bytes if self._status else None)

    def _disk(self) -> list[Check]:
        from supportbot.quality import preflight

        status = self._status
        missing = (status.size_bytes or 0) if status and status.path is None else 0
        return preflight.look_at_disk(self._cli.paths().root, missing)

    def _access(self) -> list[Check]:
        from supportbot.quality import preflight

        return preflight.look_at_access(self._cli.paths())

    def _history(self) -> list[Check]:
        from supportbot.quality import preflight

        return preflight.look_at_history(self._cli.paths().database)

    def _network(self) -> list[Check]:
        from supportbot.quality import doctor

        self.facts["environment"] = doctor.network_environment(os.environ)
        return [*doctor.check_proxy(os.environ), *doctor.check_certificates(os.environ)]


def _attempt(name: str, step: Callable[[], list[Check]]) -> list[Check]:
    from supportbot.quality.doctor import failed

    try:
        return step()
    except SupportbotError as err:
        return [failed(name, err)]
