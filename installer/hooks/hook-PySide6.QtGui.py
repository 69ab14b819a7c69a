"""No plugins by themselves: hook-PySide6.QtCore names those that are used."""
