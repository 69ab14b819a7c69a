"""The window. Qt lives here and in ``supportbot.app``, nowhere else; views hold no logic."""
