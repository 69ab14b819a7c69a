"""Every state the window can be in, in the order in which a customer may come across them."""

# isort: off
from tests.ui.states import start  # noqa: F401 - each enters its states, in this order
from tests.ui.states import answers  # noqa: F401
from tests.ui.states import doubts  # noqa: F401
from tests.ui.states import failures  # noqa: F401
from tests.ui.states import handoff  # noqa: F401
from tests.ui.states import drawer  # noqa: F401
from tests.ui.states import pages  # noqa: F401
from tests.ui.states import settings  # noqa: F401
from tests.ui.states import mirrored  # noqa: F401
from tests.ui.states.registry import STATES, State
# isort: on

__all__ = ["STATES", "State"]
