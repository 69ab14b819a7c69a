"""The product pack: what it may say (``schema``), how it is read (``pack``) and compared (``text``)."""
